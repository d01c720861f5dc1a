"""`make pictures`: the main page of each role, on a desk and on a phone, as PNG files in docs/pictures/.

It looks at a demo as anybody with a browser would: it logs in, and volunteers come by the links in the Postkasse.
Playwright is there in development only.
"""

import argparse
import base64
import http.client
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, FloatRect, Page, sync_playwright

from weshelter.cast import PASSWORD

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
SIZES = {1280: 800, 390: 844}
TALLEST = 1600
# Somebody's pages: what each is called, and its address, or the kind of link that leads to it from the page before.
KAREN = [
    ("desk", "/mit-skrivebord/", ""),
    ("citizen", "/borgere/", "main ul.rows a"),
    ("suggestions", "/borgere/", "main a[href$='/forslag/']"),
    ("pair", "/venskaber/", "main a[href^='/venskaber/']"),
    ("evening", "/madklubber/", "main a[href^='/madklubber/']:not([href='/madklubber/ny/'])"),
]
VISITS = {
    "": [
        ("front", "/", ""),
        ("apply", "/bliv-frivillig/", ""),
        ("own-page", "/postkasse/?til=henrik@example.net", "article a[href*='/min-side/']"),
        ("proposal", "/postkasse/?til=mads@example.net", "article a[href*='/forslag/']"),
    ],
    "sille@example.org": [("administration", "/administration/", "")],
    "karen@example.org": KAREN,
    "lars@example.org": [("my-house", "/mit-hus/", "")],
}
BESIDE = """<body style="margin:0;background:#f3e8ec;display:flex;gap:28px;padding:28px;width:max-content">
<style>div{{height:560px;border-radius:12px;box-shadow:0 6px 18px #0004;background-size:cover;background-position:top}}
</style><div style="width:740px;background-image:url({desk})"></div>
<div style="width:300px;background-image:url({phone})"></div>"""


def main() -> None:
    """Take the pictures of a demo that runs at --url, or of one started for this."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", help="a demo that runs already, as http://localhost:8000")
    parser.add_argument("--only-readme", action="store_true", help="keep the README's picture and no other")
    chosen = parser.parse_args()
    with demo(chosen.url) as url, sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        taken = dict(take_all(browser, url))
        taken["readme"] = put_beside(browser, taken["front-1280"], taken["desk-390"])
        browser.close()
    FOLDER.mkdir(exist_ok=True)
    for name, picture in taken.items():
        if name == "readme" or not chosen.only_readme:
            (FOLDER / f"{name}.png").write_bytes(picture)
    print(f"{len(taken)} pictures, {sum(map(len, taken.values())) // 1000} kB")


@contextmanager
def demo(url: str | None) -> Iterator[str]:
    """The address of a demo: the given one, or one on a free port that ends with us."""
    if url:
        yield url
        return
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    child = subprocess.Popen([sys.executable, "manage.py", "demo", "--port", str(port)])
    try:
        while not answers(port) and child.poll() is None:
            time.sleep(0.5)
        if child.returncode is not None:
            raise SystemExit("The demo did not start; see the lines above.")
        yield f"http://localhost:{port}"
    finally:
        child.terminate()
        child.wait()


def answers(port: int) -> bool:
    """Is the front page there?"""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", "/", headers={"Host": f"localhost:{port}"})
        return connection.getresponse().status == 200
    except OSError:
        return False


def take_all(browser: Browser, url: str) -> Iterator[tuple[str, bytes]]:
    """Each page of each visit at both widths, as (name, PNG)."""
    for email, stations in VISITS.items():
        context = browser.new_context(locale="da-DK", reduced_motion="reduce")
        page = context.new_page()
        if email:
            log_in(page, url, email)
        for name, address, link in stations:
            page.goto(url + address)
            if link:
                follow_first(page, url, name, link)
            for width, height in SIZES.items():
                page.set_viewport_size({"width": width, "height": height})
                yield f"{name}-{width}", shot(page, width, height)
        context.close()


def log_in(page: Page, url: str, email: str) -> None:
    """Through the login; the demo asks for no second factor."""
    page.goto(f"{url}/konto/login/")
    page.fill("[name=login]", email)
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_load_state()


def follow_first(page: Page, url: str, name: str, link: str) -> None:
    """Go where the first such link leads; if there is none here, look for it one page deeper."""
    if not page.locator(link).count():
        rows = page.locator("main a[href^='/borgere/']").evaluate_all("all => all.map(one => one.getAttribute('href'))")
        for row in rows:
            page.goto(url + row)
            if page.locator(link).count():
                break
        else:
            raise SystemExit(f"No way to the picture `{name}`: {page.url} has no {link}")
    address = urlsplit(page.locator(link).first.get_attribute("href") or "").path
    page.goto(url + address)


def shot(page: Page, width: int, height: int) -> bytes:
    """The page from its top, as much of it as one takes in at a look."""
    whole = page.evaluate("document.documentElement.scrollHeight")
    clip: FloatRect = {"x": 0, "y": 0, "width": width, "height": max(height, min(whole, TALLEST))}
    return page.screenshot(full_page=True, clip=clip)


def put_beside(browser: Browser, desk: bytes, phone: bytes) -> bytes:
    """The README's picture: what everybody meets first, and a coordinator's day on a phone."""
    page = browser.new_page(viewport={"width": 1124, "height": 616})
    page.set_content(BESIDE.format(desk=data_url(desk), phone=data_url(phone)))
    picture = page.screenshot()
    page.close()
    return picture


def data_url(picture: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(picture).decode()}"


if __name__ == "__main__":
    main()
