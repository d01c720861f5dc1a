"""People with a browser: a phone each, who look at every page they come to with the eyes of those who see badly."""

from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command
from django.urls import reverse
from django.utils.translation import gettext, override
from playwright.sync_api import Browser, Page

AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def words(english: str, **values) -> str:
    """The Danish words for a text of the code, as they stand on the page."""
    with override("da"):
        return gettext(english) % values if values else gettext(english)


class Person:
    """Somebody with a phone of her own; `look` fails on what axe or the browser's console finds."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.site = site
        self.context = browser.new_context(viewport={"width": 390, "height": 844}, locale="da-DK")
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda message: self.complain(message.type, message.text))
        self.page.on("pageerror", lambda error: self.complain("error", str(error)))
        self.page.on("request", lambda request: self.stay_home(request.url))

    def complain(self, kind: str, text: str) -> None:
        if kind in ("error", "warning") and "404 (Not Found)" not in text:
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
        found = Axe().run(self.page, options=AXE).response["violations"]
        faults = [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found]
        assert faults == [], f"{self.page.url}: {faults}"
        too_wide = self.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        assert not too_wide, f"{self.page.url} is wider than the phone"
        self.complaints.clear()
        return self

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

    def follow(self, text: str) -> "Person":
        """Follow the link with these words, and look at where it leads."""
        self.page.get_by_role("link", name=text, exact=True).first.click()
        self.page.wait_for_load_state()
        return self.look()

    def sees(self, text: str) -> bool:
        return text in self.page.inner_text("main")


class Post:
    """The worker, and somebody who reads its letters in the demo's Postkasse."""

    def __init__(self, reader: Person, as_login) -> None:
        self.reader, self.as_login = reader, as_login

    def deliver(self) -> None:
        """What the worker does, with the worker's own database login."""
        self.as_login("jobs")
        call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
        self.as_login("app")

    def link_to(self, address: str, path: str) -> str:
        """The newest link in a letter to this address that leads to a path such as "/aftale/"."""
        self.deliver()
        self.reader.go(f"{reverse('letters:postbox')}?til={address}")
        link = self.reader.page.locator(f"article a[href*='{path}']").first.get_attribute("href")
        assert link is not None
        return link
