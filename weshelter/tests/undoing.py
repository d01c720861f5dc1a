"""What a page offers to undo, and pressing it, without a script."""

import re
from html import unescape

OFFER = re.compile(
    r'class="alert alert-success told">.*?<form method="post" action="(?P<address>[^"]+)">(.*?)</form>', re.S
)
FIELD = re.compile(r'<input type="hidden" name="(?!csrf)([^"]+)" value="([^"]*)">')


def offered(page):
    """Where the sentence's form leads, and what it sends."""
    form = OFFER.search(page.content.decode())
    return form and (form["address"], {name: unescape(value) for name, value in FIELD.findall(form[0])})


def press_undo(client, page):
    address, fields = offered(page)
    return client.post(address, fields, follow=True)
