"""What is wrong with a page's HTML: what the standard's own parser says, and what a parser cannot see."""

import re
from itertools import pairwise

from justhtml import JustHTML

INTERACTIVE = "a[href], button, input:not([type=hidden]), select, textarea, label, summary"
# What holds words only, and all that is more than words to the standard (flow content, but no phrasing content).
WORDS_ONLY = ("span", "button", "label", "a span", "strong", "em", "h1", "h2", "h3", "h4", "legend", "summary")
BLOCKS = (
    "address", "article", "aside", "blockquote", "details", "dialog", "div", "dl", "fieldset", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "menu", "nav", "ol", "p", "pre", "search",
    "section", "table", "ul",
)  # fmt: skip
# Attributes that point to an element by its id.
POINTERS = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-errormessage", "list", "form")
MOMENT = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:?\d\d)?)?|\d\d:\d\d")
CHILDREN = {"ul": {"li"}, "ol": {"li"}, "dl": {"dt", "dd", "div"}, "tr": {"td", "th"}}


def faults_of(html: str) -> list[str]:
    """Each fault of a page in a few words."""
    page = JustHTML(html, sanitize=False, collect_errors=True)
    parser = [f"line {error.line}: {error.message}" for error in page.errors]
    return [*parser, *ids(page), *nesting(page), *headings(page), *values(page)]


def ids(page: JustHTML) -> list[str]:
    """An id is there once, and whatever points to one finds it."""
    found = [element.attrs["id"] for element in page.query("[id]")]
    twice = [f"id {one} stands twice" for one in dict.fromkeys(found) if found.count(one) > 1]
    lost = [
        f"{name}={one} points nowhere"
        for name in POINTERS
        for element in page.query(f"[{name}]")
        for one in element.attrs[name].split()
        if one not in found
    ]
    anchors = [
        f"href={element.attrs['href']} points nowhere"
        for element in page.query("a[href]")
        if element.attrs["href"].startswith("#") and element.attrs["href"][1:] not in {"", *found}
    ]
    return [*twice, *lost, *anchors]


def nesting(page: JustHTML) -> list[str]:
    """Nothing to press inside something to press; no block where only words belong; lists hold their rows alone."""
    within = [
        f"<{inner.name}> in <{outer.name}>"
        for outer in page.query("a[href], button, summary")
        for inner in outer.query(INTERACTIVE)
    ]
    blocks = [f"<{block}> in <{words}>" for words in WORDS_ONLY for block in BLOCKS if page.query(f"{words} {block}")]
    rows = [
        f"<{child.name}> in <{parent.name}>"
        for name, allowed in CHILDREN.items()
        for parent in page.query(name)
        for child in parent.children
        if not child.name.startswith(("#", "!")) and child.name not in {*allowed, "script", "template"}
    ]
    return [*within, *blocks, *rows]


def headings(page: JustHTML) -> list[str]:
    """One first heading, and no level left out on the way down."""
    levels = [int(element.name[1]) for element in page.query("h1, h2, h3, h4, h5, h6")]
    steps = [(upper, lower) for upper, lower in pairwise(levels) if lower > upper + 1]
    jumps = [f"h{upper} is followed by h{lower}" for upper, lower in steps]
    return [*jumps, *([] if levels.count(1) == 1 else [f"{levels.count(1)} first headings"])]


def values(page: JustHTML) -> list[str]:
    """A moment is one, a picture has words, a language and a title are told."""
    moments = [
        f"datetime={element.attrs['datetime']}"
        for element in page.query("time[datetime]")
        if not MOMENT.fullmatch(element.attrs["datetime"])
    ]
    wordless = [
        f"{element.attrs.get('src')} has no words" for element in page.query("img") if "alt" not in element.attrs
    ]
    told = [what for what in ("html[lang]", "head > title") if not page.query(what)]
    return [*moments, *wordless, *(f"{what} is missing" for what in told)]
