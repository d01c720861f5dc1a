"""People with a browser: a phone each, who look at every page they come to with the eyes of those who see badly."""

from collections import defaultdict

from axe_playwright_python.base import AXE_SCRIPT
from django.core.management import call_command
from django.urls import reverse
from django.utils.translation import gettext, override
from playwright.sync_api import Browser, BrowserContext, Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


PHONE: dict = {"viewport": {"width": 390, "height": 844}, "locale": "da-DK"}
# What a narrower window or another colour can change; the other rules are about the page itself.
OF_LAYOUT = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]
ALL_RULES = {"runOnly": [*RULES["runOnly"], "best-practice"]}
# Words that are broken in the middle, though they would fit on a line: a column is squeezed.
BROKEN_WORDS = """() => {
  const found = new Set(), range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    for (const word of node.data.matchAll(/(?<![\\p{L}\\d])[\\p{L}\\d]{2,14}(?![\\p{L}\\d])/gu)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map((it) => Math.round(it.top))).size > 1) found.add(word[0]);
    }
  }
  return [...found];
}"""
FRAME = "[document.documentElement.lang, document.querySelectorAll('h1').length]"


# Where the focus is, whether one sees it (the element looks otherwise without it), and whether it is where it shall be.
FOCUS = """([selector, text]) => {
  const it = document.activeElement;
  const label = it.labels?.[0];
  const look = () => [it, label].filter(Boolean).map((one) => {
    const style = getComputedStyle(one);
    return [style.outline, style.boxShadow, style.backgroundColor, style.top].join();
  }).join();
  const focused = look();
  // A date is walked through part by part, and leaving it would begin anew: there the ring itself is looked for.
  const isDate = it.matches("[type^=date], [type=time]");
  if (!isDate) it.blur();
  const unfocused = isDate ? look().replace(getComputedStyle(it).boxShadow, "none") : look();
  if (!isDate) it.focus({ preventScroll: true });
  const said = [label?.textContent, it.textContent, it.getAttribute("aria-label")].join(" ");
  return {
    html: it.outerHTML.slice(0, 120),
    seen: focused !== unfocused,
    there: it.matches(selector) && said.replace(/\\s+/g, " ").includes(text),
  };
}"""


def words(english: str, **values) -> str:
    """The Danish words for a text of the code, as they stand on the page."""
    with override("da"):
        return gettext(english) % values if values else gettext(english)


# Whose windows are open, by site.
WINDOWS: dict[str, list[BrowserContext]] = defaultdict(list)


def close_windows(site: str) -> None:
    """Who looked at a site that ends goes home: a window left open costs all tests that follow."""
    for context in WINDOWS.pop(site, []):
        context.close()


class Person:
    """Somebody with a phone of her own; `look` fails on what axe or the browser's console finds."""

    def __init__(self, browser: Browser, site: str, **context) -> None:
        self.site = site
        self.has_script = context.get("java_script_enabled", True)
        self.context = browser.new_context(**PHONE | context)
        WINDOWS[site].append(self.context)
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda message: self.complain(message.type, message.text, message.location["url"]))
        self.page.on("pageerror", lambda error: self.complain("error", str(error)))
        self.page.on("request", lambda request: self.stay_home(request.url))

    def complain(self, kind: str, text: str, about: str = "") -> None:
        """A page that says no is a page; a picture, style or script that is missing is a fault."""
        if kind in ("error", "warning") and about != self.page.url:
            self.complaints.append(text)

    def stay_home(self, url: str) -> None:
        """No page asks anybody else for anything."""
        if not url.startswith((self.site, "data:")):
            self.complaints.append(f"asked {url}")

    def go(self, where: str) -> "Person":
        """Open a page, by its address or its path, and look at it."""
        self.page.goto(where if where.startswith("http") else self.site + where)
        return self.look()

    def look(self) -> "Person":
        """Nothing in the console, nothing that axe finds, nothing that runs over the edge of the phone."""
        assert self.complaints == [], f"{self.page.url}: {self.complaints}"
        faults = self.faults(RULES)
        assert faults == [], f"{self.page.url}: {faults}"
        assert not self.is_too_wide(), f"{self.page.url} is wider than the phone"
        self.complaints.clear()
        return self

    def faults(self, rules: dict) -> list[tuple[str, list[str]]]:
        """What axe finds: the rule, and the elements that break it; axe itself is script, and without there is none."""
        if not self.has_script:
            return []
        if not self.page.evaluate("typeof axe === 'object'"):
            self.page.evaluate(AXE_SCRIPT)
        found = self.page.evaluate("options => axe.run(options)", rules | {"resultTypes": ["violations"]})
        return [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found["violations"]]

    def faults_from_all_sides(self, widths: tuple[int, ...]) -> dict:
        """What is wrong with the page that is open, at which width and in light or dark; loaded once.

        All of axe's rules run at the first width in light, and those that layout and colour can break in the others:
        the whole set six times would take three times as long and find the same.
        """
        found: dict = {"console": self.complaints.copy()}  # before axe, which itself breaks the CSP
        if (frame := self.page.evaluate(FRAME)) != ["da", 1]:
            found["frame"] = frame
        for width in widths:
            self.page.set_viewport_size({"width": width, "height": 900})
            if self.is_too_wide():
                found[width] = "is wider than the window"
            if broken := self.page.evaluate(BROKEN_WORDS):
                found[width, "breaks"] = broken
            for scheme in ("light", "dark"):
                self.page.emulate_media(color_scheme=scheme)
                is_first = (width, scheme) == (widths[0], "light")
                found[width, scheme] = self.faults(ALL_RULES if is_first else {"runOnly": OF_LAYOUT})
        self.complaints.clear()
        return {where: faults for where, faults in found.items() if faults}

    def is_too_wide(self) -> bool:
        return self.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")

    def sign_in(self, user, password: str) -> "Person":
        """Through the site's own login."""
        self.go(reverse("account_login"))
        self.page.fill("[name=login]", user.email)
        self.page.fill("[name=password]", password)
        self.page.click("main button[type=submit]")
        self.page.wait_for_load_state()
        return self

    def press(self, english: str, **values) -> "Person":
        """Press the button with these words, and look at where it leads."""
        self.page.get_by_role("button", name=words(english, **values)).first.click()
        self.page.wait_for_load_state()
        return self.look()

    def follow(self, text: str, *, exact: bool = True) -> "Person":
        """Follow the link with these words, or that hold them, and look at where it leads."""
        self.page.get_by_role("link", name=text, exact=exact).first.click()
        self.page.wait_for_load_state()
        return self.look()

    def tab_to(self, selector: str, text: str = "", key: str = "Tab") -> "Person":
        """Press Tab until the focus is on such an element with these words; one sees it at every step."""
        for _step in range(150):
            self.page.keyboard.press(key)
            focus = self.page.evaluate(FOCUS, [selector, text])
            if focus["there"]:
                assert focus["seen"], f"{self.page.url}: no focus is seen on {focus['html']}"
                return self
            assert focus["seen"] or focus["html"].startswith("<body"), f"no focus is seen on {focus['html']}"
        raise AssertionError(f"{self.page.url}: no way to {selector} {text}")

    def type_into(self, selector: str, text: str) -> "Person":
        self.tab_to(selector).page.keyboard.type(text)
        return self

    def unfold(self, selector: str) -> "Person":
        """Open the list that this is folded in, with a tap."""
        self.page.locator(f"details:has({selector}) > summary").last.click()
        return self

    def unfold_by_key(self, of: str) -> "Person":
        """The same with the keyboard: on from the first boxes of that name to what opens the rest."""
        self.tab_to(f"fieldset:has([name={of}]) summary").page.keyboard.press("Enter")
        return self

    def tick(self, selector: str, text: str = "") -> "Person":
        self.tab_to(selector, text).page.keyboard.press("Space")
        return self

    def choose(self, group: str, one: str, text: str = "") -> "Person":
        """Among radio buttons: Tab to the group, then the arrows to the one, with these words."""
        self.tick(group)
        if not self.page.evaluate(FOCUS, [one, text])["there"]:
            self.tab_to(one, text, key="ArrowDown")
        return self

    def enter(self, selector: str = "", text: str = "") -> "Person":
        """Press Enter, there or where the focus is, and look at where it leads."""
        if selector:
            self.tab_to(selector, text)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.page.wait_for_load_state()
        return self.look()

    def focus(self) -> str:
        """The id or the class of what has the focus."""
        return self.page.evaluate("document.activeElement.id || document.activeElement.className")

    def sees(self, text: str) -> bool:
        return text in self.page.inner_text("main")


class Post:
    """The worker, and somebody who reads its letters in the demo's Postkasse."""

    def __init__(self, reader: Person, as_login) -> None:
        self.reader, self.as_login = reader, as_login

    def deliver(self) -> None:
        """What the worker does, with the worker's own database login."""
        self.as_login("jobs")
        call_command("work", once=True)
        self.as_login("app")

    def link_to(self, address: str, path: str) -> str:
        """The newest link in a letter to this address that leads to a path such as "/aftale/"."""
        self.deliver()
        self.reader.go(f"{reverse('letters:postbox')}?til={address}")
        link = self.reader.page.locator(f"article a[href*='{path}']").first.get_attribute("href")
        assert link is not None
        return link
