"""The list of one's logins names a browser as one would; what is not known for certain stands as it is."""

import pytest

from accounts.templatetags.browsers import browser

MOZILLA = "Mozilla/5.0"
WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("user_agent", "said"),
    [
        (f"{MOZILLA} (X11; Linux x86_64) {WEBKIT} Chrome/131.0.0.0 Safari/537.36", "Chrome på Linux"),
        (f"{MOZILLA} (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/131.0 Safari/537.36 Edg/131.0", "Edge på Windows"),
        (f"{MOZILLA} (Linux; Android 14; K) {WEBKIT} Chrome/131.0 Mobile Safari/537.36", "Chrome på Android"),
        (f"{MOZILLA} (X11; CrOS x86_64 14541.0.0) {WEBKIT} Chrome/131.0 Safari/537.36", "Chrome på ChromeOS"),
        (f"{MOZILLA} (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile Safari/604.1", "Safari på iPhone"),
        (f"{MOZILLA} (iPhone; CPU iPhone OS 18_1 like Mac OS X) CriOS/131.0 Mobile Safari/604.1", "Chrome på iPhone"),
        (f"{MOZILLA} (Macintosh; Intel Mac OS X 10.15; rv:133.0) Gecko/20100101 Firefox/133.0", "Firefox på Mac"),
        (f"{MOZILLA} (PlayStation 5) Safari/605.1", f"{MOZILLA} (PlayStation 5) Safari/605.1"),
        ("curl/8.5.0", "curl/8.5.0"),
        ("", "–"),
    ],
)
def test_a_browser_is_called_what_people_call_it(user_agent, said):
    assert browser(user_agent) == said
