"""What a package made by PyInstaller leaves out: one list for the app and what it is held against.

`build.spec` uses it, and benchmarks/package_size.py for a bare window, so that they cannot drift.
"""

from __future__ import annotations

import sys
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Entry: TypeAlias = tuple[str, str, str]
    """Where it goes to in the package, where it comes from, and PyInstaller's kind."""

    Imports: TypeAlias = Callable[[str], Iterable[tuple[str, str | None]]]
    """Names and finds the libraries that a binary is linked to."""

_QT: Final = (
    "DBus Designer Help OpenGL OpenGLWidgets Pdf PdfWidgets Qml Quick QuickWidgets Sql SvgWidgets "
    "Test UiTools Xml"
)
_PYTHON: Final = (
    "_hashlib _ssl asyncio distutils doctest ftplib multiprocessing pdb pydoc setuptools "
    "ssl tkinter unittest xmlrpc"
)
EXCLUDED_MODULES: Final = (*(f"PySide6.Qt{name}" for name in _QT.split()), *_PYTHON.split())
"""OpenSSL would come with two of them: nothing is encrypted, and Python has hashes of its own."""

_PLUGINS: Final = {
    "iconengines": ("svgicon",),
    "imageformats": ("svg",),
    "platforminputcontexts": (
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    ),
    "platforms": ("cocoa", "offscreen", "wayland", "windows", "xcb"),
    "platformthemes": ("xdgdesktopportal",),
    "printsupport": ("cupsprintersupport", "cocoaprintersupport", "windowsprintersupport"),
    "styles": ("macstyle", "modernwindowsstyle", "windowsvistastyle"),
    "wayland-decoration-client": ("adwaita", "bradient"),
    "wayland-shell-integration": ("xdg-shell",),
}
"""The kinds of Qt's plugins that are wanted, and which ones; no other kind is. Left out are
`gtk3`, which drags the host's GTK in, and everything about networks and their encryption: QtNetwork
is there for local sockets alone."""

_LEFT_TO_THE_SYSTEM: Final = "printsupport"
"""Where there is no CUPS these plugins are passed over, and one prints into a file."""


def slimmed(
    binaries: Iterable[Entry], datas: Iterable[Entry], imports: Imports
) -> tuple[list[Entry], list[Entry]]:
    """Keep of what PyInstaller found the plugins that are wanted, and the libraries these need.

    Libraries are followed on Linux alone, where it was tried: elsewhere some are loaded by name.
    """
    kept = [entry for entry in binaries if is_plugin_wanted(entry[0])]
    rest = [entry for entry in datas if not _is_translation(PurePath(entry[0]))]
    if sys.platform.startswith("linux"):
        kept = needed(kept, imports)
        targets = {target for target, _, _ in kept}
        rest = [entry for entry in rest if entry[2] != "SYMLINK" or entry[1] in targets]
    return kept, rest


def is_plugin_wanted(path: str) -> bool:
    """Say whether a file is a plugin that is wanted, or none at all."""
    target = PurePath(path)
    folders = target.parent.parts
    if "plugins" not in folders:
        return True
    name = target.stem.removeprefix("lib").removeprefix("q")
    return name in _PLUGINS.get(folders[-1], ())


def needed(binaries: Iterable[Entry], imports: Imports) -> list[Entry]:
    """Keep Python's modules and Qt's plugins, and the libraries that these are linked to."""
    entries = list(binaries)
    linked: set[str] = set()
    for target, source, kind in entries:
        if _stands_alone(target, kind) and _LEFT_TO_THE_SYSTEM not in target:
            linked |= {PurePath(name).name for name, _ in imports(source)}
    return [
        entry
        for entry in entries
        if _stands_alone(entry[0], entry[2]) or PurePath(entry[0]).name in linked
    ]


def _stands_alone(target: str, kind: str) -> bool:
    return kind == "EXTENSION" or "plugins" in PurePath(target).parts or "libpython" in target


def _is_translation(target: PurePath) -> bool:
    """Say whether a file has Qt's own texts in another language; the app has English alone."""
    return {"PySide6", "translations"} <= set(target.parts)
