"""What a package leaves out: plugins nobody asked for, and the libraries that came with them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tools.bundling import is_plugin_wanted, slimmed

if TYPE_CHECKING:
    from collections.abc import Iterable

PLUGINS = "PySide6/Qt/plugins"
LINKED = {
    "QtCore.abi3.so": ["libQt6Core.so.6"],
    "libQt6Core.so.6": ["libicuuc.so.73"],
    "libqxcb.so": ["libxcb.so.1", "libQt6Core.so.6"],
    "libqgtk3.so": ["libgtk-3.so.0"],
    "libcupsprintersupport.so": ["libcups.so.2", "libQt6Core.so.6"],
}


def imports(source: str) -> Iterable[tuple[str, str | None]]:
    """Answer as PyInstaller does: with all that is linked, directly or not."""
    for name in LINKED.get(source.rpartition("/")[2], []):
        yield name, f"/usr/lib/{name}"
        yield from imports(name)


def entry(target: str, kind: str = "BINARY") -> tuple[str, str, str]:
    return target, f"/somewhere/{target}", kind


MODULE = entry("PySide6/QtCore.abi3.so", "EXTENSION")
CORE = entry("PySide6/Qt/lib/libQt6Core.so.6")
ICU = entry("libicuuc.so.73")
XCB = entry(f"{PLUGINS}/platforms/libqxcb.so")
PRINTING = entry(f"{PLUGINS}/printsupport/libcupsprintersupport.so")
GTK_PLUGIN = entry(f"{PLUGINS}/platformthemes/libqgtk3.so")
GTK = entry("libgtk-3.so.0")
CUPS = entry("libcups.so.2")

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only followed on Linux")


@on_linux
def test_with_a_plugin_go_the_libraries_that_only_it_needed() -> None:
    kept, _ = slimmed([MODULE, CORE, ICU, XCB, GTK_PLUGIN, GTK], [], imports)
    assert kept == [MODULE, CORE, ICU, XCB]


@on_linux
def test_printing_uses_the_cups_of_the_system() -> None:
    kept, _ = slimmed([MODULE, CORE, PRINTING, CUPS], [], imports)
    assert kept == [MODULE, CORE, PRINTING]


@on_linux
def test_no_link_leads_to_a_library_that_went() -> None:
    there = ("libQt6Core.so.6", CORE[0], "SYMLINK")
    gone = ("libQt6OpenGL.so.6", "PySide6/Qt/lib/libQt6OpenGL.so.6", "SYMLINK")
    opengl = entry(gone[1])
    _, datas = slimmed([MODULE, CORE, opengl], [there, gone], imports)
    assert datas == [there]


def test_qts_translations_go_and_ours_would_stay() -> None:
    ours = entry("resources/translations/de.qm", "DATA")
    qts = entry("PySide6/Qt/translations/qtbase_de.qm", "DATA")
    assert slimmed([], [ours, qts], imports)[1] == [ours]


@pytest.mark.parametrize(
    ("plugin", "wanted"),
    [
        ("platforms/libqxcb.so", True),
        ("platforms/libqwayland.so", True),
        ("platforms/libqoffscreen.so", True),
        ("platforms/qwindows.dll", True),
        ("platforms/libqcocoa.dylib", True),
        ("platforms/libqvnc.so", False),
        ("styles/libqmacstyle.dylib", True),
        ("styles/qmodernwindowsstyle.dll", True),
        ("platforminputcontexts/libibusplatforminputcontextplugin.so", True),
        ("platforminputcontexts/libqtvirtualkeyboardplugin.so", False),
        ("tls/libqopensslbackend.so", False),
        ("sqldrivers/libqsqlite.so", False),
    ],
)
def test_a_plugin_is_wanted_or_not_on_every_system(plugin: str, wanted: bool) -> None:
    assert is_plugin_wanted(f"{PLUGINS}/{plugin}") is wanted
