"""Makes a .deb or a .tar.xz of dist/countdown: the app, and what a desktop knows it by.

    python tools/linux_packages.py deb|tar

Both hold the same tree of bin, lib and share; the .deb has it in /usr, and the archive beside a
script that installs it anywhere.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Final, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from countdown import __version__
from tools.licences import Licence, read_table

ROOT: Final = Path(__file__).resolve().parents[1]
SOURCES: Final = ROOT / "packaging"
APP: Final = ROOT / "dist" / "countdown"
NAME: Final = "mission-countdown"
METAINFO: Final = "org.mission_countdown.MissionCountdown.metainfo.xml"
_ARCHITECTURES: Final = {"x86_64": "amd64", "aarch64": "arm64"}
_CONTROL: Final = """\
Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {kibibytes}
Depends: libegl1, libgl1, fontconfig-config, libc6 (>= {glibc})
Recommends: libwayland-cursor0
Suggests: libcups2
Section: misc
Priority: optional
Description: how long people have been in orbit, and when the records fall
 Mission Countdown shows, ticking live, how long a person has been in orbit, in
 this flight and over a career, and counts down to the moments when records
 fall and to the return. It knows everyone who has reached orbit since 1961.
 .
 A small window stays above all others, a display fills a screen, and text
 commands print the same figures for scripts.
"""


class Release(NamedTuple):
    """The newest entry of the changelog."""

    version: str
    maintainer: str
    date: str
    """As `2026-11-28`."""
    seconds: int
    """Since 1970: every file's date, so that the same sources make the same package."""


def newest_release(changelog: str) -> Release:
    """Read it; the version has to be the app's own."""
    version = re.match(rf"{NAME} \((\S+)\) ", changelog)
    signed = re.search(r"^ -- (.+>)  (.+)$", changelog, re.MULTILINE)
    assert version is not None
    assert signed is not None
    when = parsedate_to_datetime(signed[2])
    release = Release(version[1], signed[1], f"{when:%Y-%m-%d}", int(when.timestamp()))
    if release.version != __version__:
        raise SystemExit(f"packaging/changelog is of {release.version}, the app is {__version__}")
    return release


def lay_out(prefix: Path, release: Release) -> None:
    """Fill a folder with bin, lib and share."""
    shutil.rmtree(prefix, ignore_errors=True)
    shutil.copytree(APP, prefix / "lib" / NAME, symlinks=True)
    program = prefix / "bin" / "countdown"
    program.parent.mkdir()
    program.symlink_to(f"../lib/{NAME}/countdown")
    share = prefix / "share"
    for source, target in (
        (f"{NAME}.desktop", "applications"),
        (METAINFO, "metainfo"),
        (f"{NAME}.mime.xml", f"mime/packages/{NAME}.xml"),
        ("countdown.1", "man/man1"),
    ):
        file = share / target if target.endswith(".xml") else share / target / source
        file.parent.mkdir(parents=True)
        file.write_text(filled_in(SOURCES / source, release), encoding="utf-8")
    subprocess.run(
        [sys.executable, ROOT / "tools" / "icons.py", "hicolor", share / "icons" / "hicolor"],
        check=True,
    )


def filled_in(source: Path, release: Release) -> str:
    """Put version and date into one of the files in `packaging/`."""
    text = source.read_text(encoding="utf-8")
    return text.replace("@VERSION@", release.version).replace("@DATE@", release.date)


def make_archive(release: Release) -> Path:
    """Make the archive for any Linux."""
    name = f"{NAME}-{release.version}-linux-{platform.machine()}"
    folder = ROOT / "build" / "tar" / name
    lay_out(folder, release)
    shutil.copy(SOURCES / "install.sh", folder)
    _open_to_all(folder)
    archive = ROOT / "dist" / f"{name}.tar.xz"
    owned = [
        "--owner=0",
        "--group=0",
        "--numeric-owner",
        "--sort=name",
        f"--mtime=@{release.seconds}",
    ]
    subprocess.run(
        ["tar", "-C", folder.parent, *owned, "-cJf", archive, name],
        env={**os.environ, "XZ_OPT": "-T0"},
        check=True,
    )
    return archive


def make_deb(release: Release) -> Path:
    """Make the package for Debian and what is made from it."""
    root = ROOT / "build" / "deb"
    shutil.rmtree(root, ignore_errors=True)
    lay_out(root / "usr", release)
    share = root / "usr" / "share"
    _zip(share / "man" / "man1" / "countdown.1")
    doc = share / "doc" / NAME
    doc.mkdir(parents=True)
    shutil.copy(SOURCES / "changelog", doc)
    _zip(doc / "changelog")
    licences = read_table(APP / "_internal" / "resources" / "licences")
    (doc / "copyright").write_text(copyright_file(licences), encoding="utf-8")
    overrides = share / "lintian" / "overrides"
    overrides.mkdir(parents=True)
    shutil.copy(SOURCES / "lintian-overrides", overrides / NAME)
    _open_to_all(root)
    control = root / "DEBIAN"
    control.mkdir()
    architecture = _ARCHITECTURES.get(platform.machine(), platform.machine())
    (control / "md5sums").write_text(_sums(root), encoding="utf-8")
    (control / "control").write_text(_control(root, release, architecture), encoding="utf-8")
    package = ROOT / "dist" / f"{NAME}_{release.version}_{architecture}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "-b", root, package],
        env={**os.environ, "SOURCE_DATE_EPOCH": str(release.seconds)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return package


def copyright_file(licences: list[Licence]) -> str:
    """Say under which licence the app is, and what came along under which."""
    head = (SOURCES / "copyright.head").read_text(encoding="utf-8")
    mit = (ROOT / "LICENSE").read_text(encoding="utf-8").partition("Permission")
    text = "".join(f" {line or '.'}\n" for line in "".join(mit[1:]).splitlines())
    listed = "".join(
        f" {' '.join(filter(None, one[:2]))}: {one.licence} ({one.file})\n" for one in licences
    )
    return f"{head}{text}\nComment: what came along\n{listed}"


def _zip(file: Path) -> None:
    with gzip.GzipFile(f"{file}.gz", "wb", 9, mtime=0) as zipped:
        zipped.write(file.read_bytes())
    file.unlink()


def _open_to_all(folder: Path) -> None:
    """Have the modes of files tell nothing of who made the package."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or _is_program(path) else 0o644)


def _is_program(file: Path) -> bool:
    return file.name == "install.sh" or (file.name == "countdown" and file.parent.name == NAME)


def _sums(root: Path) -> str:
    files = sorted(path for path in (root / "usr").rglob("*") if _is_own_file(path))
    sums = ((hashlib.md5(file.read_bytes()).hexdigest(), file.relative_to(root)) for file in files)
    return "".join(f"{digest}  {file}\n" for digest, file in sums)


def _is_own_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _control(root: Path, release: Release, architecture: str) -> str:
    used = sum(-(-path.stat().st_size // 1024) for path in root.rglob("*") if _is_own_file(path))
    return _CONTROL.format(
        name=NAME,
        version=release.version,
        architecture=architecture,
        maintainer=release.maintainer,
        kibibytes=used,
        glibc=platform.libc_ver()[1],
    )


def main(kind: str) -> None:
    release = newest_release((SOURCES / "changelog").read_text(encoding="utf-8"))
    made = {"deb": make_deb, "tar": make_archive}[kind](release)
    print(f"{made.relative_to(ROOT)}: {made.stat().st_size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main(sys.argv[1])
