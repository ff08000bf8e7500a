"""Sees to the system libraries and programs that Qt, its tests and its packaging need.

    python3 tools/system_libraries.py run|test|package|test-package|bench

Silent when nothing is missing. Where there is apt-get it installs what is; elsewhere it prints
the command to type. It runs before there is a virtual environment, so it needs nothing but Python.
"""

from __future__ import annotations

import ctypes
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Need(NamedTuple):
    """A shared library (by soname) or a program, and the packages that bring it."""

    name: str
    debian: str
    arch: str

    @property
    def is_library(self) -> bool:
        return ".so." in self.name


# What the Qt libraries and plugins in the PySide6 wheel link to.
RUN = (
    Need("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Need("libEGL.so.1", "libegl1", "libglvnd"),
    Need("libGL.so.1", "libgl1", "libglvnd"),
    Need("libdbus-1.so.3", "libdbus-1-3", "dbus"),
    Need("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5"),
    Need("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Need("libfreetype.so.6", "libfreetype6", "freetype2"),
    Need("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    # X11
    Need("libX11-xcb.so.1", "libx11-xcb1", "libx11"),
    Need("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    Need("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Need("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Need("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    Need("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Need("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    Need("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    Need("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Need("libxcb-sync.so.1", "libxcb-sync1", "libxcb"),
    Need("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb"),
    Need("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    # Wayland
    Need("libwayland-client.so.0", "libwayland-client0", "wayland"),
    Need("libwayland-cursor.so.0", "libwayland-cursor0", "wayland"),
    Need("libwayland-egl.so.1", "libwayland-egl1", "wayland"),
    # What the app asks of an X server by itself, to keep a screen on.
    Need("libXss.so.1", "libxss1", "libxss"),
)
# Screens, window managers, a tray and a bus, and hands and eyes for the tests of a real desktop.
TEST = (
    Need("Xvfb", "xvfb", "xorg-server-xvfb"),
    Need("xauth", "xauth", "xorg-xauth"),
    Need("weston", "weston", "weston"),
    Need("openbox", "openbox", "openbox"),
    Need("metacity", "metacity", "metacity"),
    Need("icewm-session", "icewm", "icewm"),
    Need("trayer", "trayer", "trayer"),
    Need("dbus-daemon", "dbus", "dbus"),
    Need("dunst", "dunst", "dunst"),
    Need("xprop", "x11-utils", "xorg-xprop"),
    Need("xwd", "x11-apps", "xorg-xwd"),
    Need("xrandr", "x11-xserver-utils", "xorg-xrandr"),
    Need("xdotool", "xdotool", "xdotool"),
    Need("wmctrl", "wmctrl", "wmctrl"),
    Need("desktop-file-validate", "desktop-file-utils", "desktop-file-utils"),
    Need("gio", "libglib2.0-bin", "glib2"),
    Need("appstreamcli", "appstream", "appstream"),
    Need("update-mime-database", "shared-mime-info", "shared-mime-info"),
    Need("man", "man-db", "man-db"),
)
PACKAGE = (
    Need("objdump", "binutils", "binutils"),
    Need("objcopy", "binutils", "binutils"),
    Need("strip", "binutils", "binutils"),
    Need("xz", "xz-utils", "xz"),
)
# What judges a package, and makes a bare root to try it in.
TEST_PACKAGE = (
    Need("lintian", "lintian", "lintian"),
    Need("mmdebstrap", "mmdebstrap", "mmdebstrap"),
)
# Clocks that the app is measured beside.
BENCH = (
    Need("xclock", "x11-apps", "xorg-xclock"),
    Need("xdaliclock", "xdaliclock", "xdaliclock"),
    Need("ktimer", "ktimer", "ktimer"),
    Need("gnome-clocks", "gnome-clocks", "gnome-clocks"),
)
MANAGERS = ("apt-get", "dnf", "zypper", "pacman")


class Machine:
    """This machine: what it has, and how a command is run on it."""

    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    has_terminal = sys.stdin is not None and sys.stdin.isatty()

    def has(self, need: Need) -> bool:
        if not need.is_library:
            return self.has_program(need.name)
        try:
            ctypes.CDLL(need.name)
        except OSError:
            return False
        return True

    def has_program(self, name: str) -> bool:
        return shutil.which(name) is not None

    def run(self, command: Sequence[str]) -> None:
        """Run it, and show what it said only if it failed."""
        done = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, errors="replace", check=False
        )
        if done.returncode:
            print(done.stdout, file=sys.stderr)


def needs(mode: str) -> list[Need]:
    """All that running, testing, packaging or measuring the app takes on Linux."""
    if mode == "test":
        return [*RUN, *TEST]
    if mode == "package":
        return [*RUN, *PACKAGE, *own_library()]
    if mode == "test-package":
        return [*RUN, *TEST, *TEST_PACKAGE]
    if mode == "bench":
        return [*RUN, *TEST, *BENCH]
    return [*RUN]


def own_library() -> list[Need]:
    """Python's own shared library, which Debian's python3 is not linked to but a package needs."""
    soname = sysconfig.get_config_var("INSTSONAME") or ""
    if sys.base_prefix != "/usr" or ".so." not in soname:
        return []
    major, minor = sys.version_info[:2]
    return [Need(soname, f"libpython{major}.{minor}", "python")]


def install_command(manager: str, missing: Sequence[Need]) -> list[str]:
    """The one command that brings all that is missing, for that package manager."""
    if manager == "apt-get":
        options = ["-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120"]
        return ["apt-get", "install", *options, *unique(need.debian for need in missing)]
    if manager == "pacman":
        return ["pacman", "-S", "--needed", *unique(need.arch for need in missing)]
    # dnf and zypper know which package brings a library or a file
    return [manager, "install", *unique(map(provided_as, missing))]


def provided_as(need: Need) -> str:
    """How RPM calls it."""
    return f"{need.name}()(64bit)" if need.is_library else f"/usr/bin/{need.name}"


def unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def advice(missing: Sequence[Need], machine: Machine) -> str:
    """What to tell a person who has to see to it."""
    names = ", ".join(need.name for need in missing)
    manager = next(filter(machine.has_program, MANAGERS), None)
    if manager is None:
        return f"Missing on this system, install them with its package manager: {names}"
    command = shlex.join(install_command(manager, missing))
    if machine.is_root:
        return f"Missing on this system: {names}\nThis installs them: {command}"
    if machine.has_program("sudo"):
        return f"Missing on this system: {names}\nThis installs them: sudo {command}"
    return f"Missing on this system: {names}\nThis installs them, run as root: {command}"


def install(missing: Sequence[Need], machine: Machine) -> None:
    """Install with apt-get, where there is one and the right to use it."""
    if not machine.has_program("apt-get"):
        return
    as_root: list[str] = []
    if not machine.is_root:
        if not machine.has_program("sudo"):
            return
        as_root = ["sudo"] if machine.has_terminal else ["sudo", "-n"]
    command = install_command("apt-get", missing)
    print("Installing system packages:", *unique(need.debian for need in missing), flush=True)
    machine.run([*as_root, "apt-get", "update", "-qq"])
    machine.run([*as_root, "env", "DEBIAN_FRONTEND=noninteractive", *command])


def see_to(wanted: Sequence[Need], machine: Machine) -> bool:
    """Install or name what is missing of it; whether everything is there in the end."""
    missing = [need for need in wanted if not machine.has(need)]
    if missing:
        install(missing, machine)
        missing = [need for need in missing if not machine.has(need)]
    if missing:
        print(advice(missing, machine), file=sys.stderr)
    return not missing


def main(mode: str) -> int:
    """The app gets its chance without them, as text; tests and packages would be wrong.

    A benchmark says itself whom it could not measure.
    """
    if sys.platform != "linux":
        return 0
    return 0 if see_to(needs(mode), Machine()) or mode in ("run", "bench") else 1


if __name__ == "__main__":
    modes = ("run", "test", "package", "test-package", "bench")
    if len(sys.argv) != 2 or sys.argv[1] not in modes:
        sys.exit(f"usage: {sys.argv[0]} {'|'.join(modes)}")
    try:
        sys.exit(main(sys.argv[1]))
    except KeyboardInterrupt:
        sys.exit(130)
