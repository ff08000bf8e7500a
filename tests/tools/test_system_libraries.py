"""The system packages: what is missing, who may install it, and what a person is told."""

from collections.abc import Sequence

import pytest

from tools.system_libraries import Machine, Need, install_command, needs, see_to

EGL = Need("libEGL.so.1", "libegl1", "libglvnd")
GL = Need("libGL.so.1", "libgl1", "libglvnd")
XVFB = Need("Xvfb", "xvfb", "xorg-server-xvfb")


class FakeMachine(Machine):
    """A machine that has some libraries and programs, and whose apt-get works or does not."""

    def __init__(
        self, *has: str, is_root: bool = False, has_terminal: bool = False, apt_works: bool = True
    ) -> None:
        self.things = set(has)
        self.is_root = is_root
        self.has_terminal = has_terminal
        self.apt_works = apt_works
        self.commands: list[str] = []

    def has(self, need: Need) -> bool:
        return need.name in self.things

    def has_program(self, name: str) -> bool:
        return name in self.things

    def run(self, command: Sequence[str]) -> None:
        self.commands.append(" ".join(command))
        if self.apt_works:
            self.things |= {need.name for need in (EGL, GL, XVFB) if need.debian in command}


def test_a_complete_machine_is_left_alone_in_silence(capsys: pytest.CaptureFixture[str]) -> None:
    machine = FakeMachine("apt-get", "libEGL.so.1", "Xvfb", is_root=True)
    assert see_to([EGL, XVFB], machine)
    assert machine.commands == []
    assert capsys.readouterr() == ("", "")


def test_root_installs_only_what_is_missing() -> None:
    machine = FakeMachine("apt-get", "libEGL.so.1", is_root=True)
    assert see_to([EGL, GL, XVFB], machine)
    update, install = machine.commands
    assert update == "apt-get update -qq"
    assert install.startswith("env DEBIAN_FRONTEND=noninteractive apt-get install -y")
    assert install.endswith(" libgl1 xvfb")


def test_sudo_may_ask_for_a_password_only_at_a_terminal() -> None:
    at_a_terminal = FakeMachine("apt-get", "sudo", has_terminal=True)
    in_a_script = FakeMachine("apt-get", "sudo")
    assert see_to([EGL], at_a_terminal)
    assert see_to([EGL], in_a_script)
    assert [command.split()[:2] for command in at_a_terminal.commands] == [
        ["sudo", "apt-get"],
        ["sudo", "env"],
    ]
    assert all(command.startswith("sudo -n ") for command in in_a_script.commands)


@pytest.mark.parametrize(
    ("machine", "told"),
    [
        (FakeMachine("apt-get"), "run as root: apt-get install"),
        (FakeMachine("apt-get", "sudo", apt_works=False), "them: sudo apt-get install"),
        (FakeMachine("apt-get", is_root=True, apt_works=False), "them: apt-get install"),
        (FakeMachine("dnf", "sudo"), "sudo dnf install 'libEGL.so.1()(64bit)' /usr/bin/Xvfb"),
        (FakeMachine("zypper", is_root=True), "zypper install 'libEGL.so.1()(64bit)'"),
        (FakeMachine("pacman"), "as root: pacman -S --needed libglvnd xorg-server-xvfb"),
        (FakeMachine(), "with its package manager: libEGL.so.1, Xvfb"),
    ],
    ids=["no rights", "sudo fails", "apt fails", "dnf", "zypper", "pacman", "unknown"],
)
def test_a_person_is_told_the_exact_command(
    machine: FakeMachine, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not see_to([EGL, XVFB], machine)
    assert told in capsys.readouterr().err


def test_a_package_is_named_once() -> None:
    assert install_command("pacman", [EGL, GL])[-2:] == ["--needed", "libglvnd"]


def test_tests_and_packages_need_what_the_app_needs_and_more() -> None:
    run = set(needs("run"))
    assert run < set(needs("test"))
    assert run < set(needs("package"))
    assert set(needs("test")) < set(needs("bench"))


def test_what_no_machine_has_is_missing_on_this_one() -> None:
    machine = Machine()
    assert not machine.has(Need("libno-such-thing.so.9", "none", "none"))
    assert not machine.has(Need("no-such-program", "none", "none"))
