"""The files that a site serves are looked through once a worker: each test's client has a site of its own."""

from whitenoise.base import WhiteNoise

look_through = WhiteNoise.update_files_dictionary
SEEN: dict[tuple[str, str], dict] = {}


def looked_through_once(site: WhiteNoise, root: str, prefix: str) -> None:
    """What one site found under a folder is there for the next."""
    if (root, prefix) not in SEEN:
        before = set(site.files)
        look_through(site, root, prefix)
        SEEN[root, prefix] = {url: file for url, file in site.files.items() if url not in before}
    site.files.update(SEEN[root, prefix])


WhiteNoise.update_files_dictionary = looked_through_once
