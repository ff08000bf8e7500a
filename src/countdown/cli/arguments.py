"""What may be typed after ``countdown``, and what is said when it is not understood."""

from __future__ import annotations

import argparse
import math
import os
import sys
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, NoReturn

from countdown import __version__
from countdown.core.errors import BadMomentError, printable
from countdown.core.moments import Instant, Moment, parse_instant
from countdown.core.records import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TextIO

NOT_UNDERSTOOD: Final = 2

_HELP_WIDTH: Final = 90
_EPILOG: Final = (
    "INSTANT and MOMENT are ISO 8601 with zone, like 2015-10-16T12:00:00Z, or a date, which "
    "means its 00:00 UTC."
)


class UsageError(Exception):
    """The words of the command line are wrong: exit status 2, one line."""


def fail(sentence: str, status: int) -> int:
    """Say in one line what is wrong, where anybody reads it, and return the exit status."""
    if sys.stderr is not None:  # a windowed program has none
        try:
            print(f"countdown: {sentence}", file=sys.stderr, flush=True)
        except OSError:
            print_no_more(sys.stderr)
    return status


def print_no_more(stream: TextIO | None) -> None:
    """Spare the interpreter, which flushes as it ends, the error that a stream had."""
    if stream is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _help(prog: str) -> argparse.HelpFormatter:
    return argparse.HelpFormatter(prog, width=_HELP_WIDTH)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, whatever was typed."""

    def __init__(self, **options: Any) -> None:
        # A width of its own spares each option a look at the terminal, and half the start.
        super().__init__(allow_abbrev=False, formatter_class=_help, **options)

    def error(self, message: str) -> NoReturn:
        shown = printable(message.replace("\n", " "), 300)
        raise SystemExit(fail(f"{shown}; see {self.prog} --help", NOT_UNDERSTOOD))


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line; ``command`` is None for the window.

    Raises:
        SystemExit: with status 2 for what is not understood, 0 after ``--help``.
    """
    if arguments and (name := arguments[0]) in _COMMANDS:
        # A command that stands first needs no other, and they would cost a tenth of its time.
        summary, add_options = _COMMANDS[name]
        command = _Parser(prog=f"countdown {name}", description=summary, epilog=_EPILOG)
        add_options(command)
        return command.parse_args(arguments[1:], argparse.Namespace(command=name, **_UNSAID))
    words, missions = _without_missions(arguments)
    parser = _Parser(
        prog="countdown",
        description="How long people have been in orbit, and when the records fall.",
        epilog=f"{_EPILOG} Mission files that are named are opened: countdown FILE.mission …",
    )
    parser.add_argument("--version", action="version", version=f"countdown {__version__}")
    _window(parser)
    if not _are_for_the_window(words):
        commands = parser.add_subparsers(
            dest="command", metavar="COMMAND", prog=parser.prog, parser_class=_Parser
        )
        for name, (summary, add_options) in _COMMANDS.items():
            command = commands.add_parser(name, help=summary, description=summary, epilog=_EPILOG)
            add_options(command)
    return parser.parse_args(words, argparse.Namespace(command=None, missions=missions))


def _are_for_the_window(words: Sequence[str]) -> bool:
    """Say whether there are options alone: the commands would cost a start more than these."""
    return all(
        before in _WITH_VALUE or (word.startswith("--") and word != "--help")
        for before, word in pairwise(("", *words))
    )


def _without_missions(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """Part the mission files that are to be opened from all else that was typed.

    argparse cannot: what is no option it takes for a command.
    """
    words: list[str] = []
    missions: list[str] = []
    if any(word in _COMMANDS for word in arguments):
        return list(arguments), missions
    for before, word in pairwise(("", *arguments)):
        is_one = word.lower().endswith(".mission") and not word.startswith("-")
        (missions if is_one and before not in _WITH_VALUE else words).append(word)
    return words, missions


_WITH_VALUE: Final = ("--person", "--at", "--speed", "--screen", "--theme", "--catalogue")


def _window(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--person", metavar="P", help="whose mission to show")
    parser.add_argument("--at", metavar="INSTANT", help="replay from there")
    parser.add_argument("--speed", metavar="N", help="seconds replayed per second")
    parser.add_argument("--on-this-day", action="store_true", help="the same day, years ago")
    parser.add_argument("--display", action="store_true", help="fill a screen")
    parser.add_argument("--screen", metavar="N", help="which screen: a number from 1, or a name")
    parser.add_argument("--pin", action="store_true", help="a small window above all others")
    parser.add_argument("--theme", metavar="T", help="dark, light, system, high-contrast")
    parser.add_argument(
        "--catalogue", metavar="PATH", help="use this catalogue from now on; 'bundled' goes back"
    )
    parser.add_argument("--json", action="store_true", help=argparse.SUPPRESS)


# In a command these have no default, so that one written before the command holds; this is what
# holds where none is.
_UNSAID: Final = {"at": None, "catalogue": None, "json": False, "person": None, "theme": None}


def _reading(parser: argparse.ArgumentParser) -> None:
    at_help = "instead of now"
    parser.add_argument("--at", metavar="INSTANT", default=argparse.SUPPRESS, help=at_help)
    parser.add_argument(
        "--catalogue", metavar="PATH", default=argparse.SUPPRESS, help="read this one, just now"
    )


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="for scripts"
    )


def _answer(parser: argparse.ArgumentParser) -> None:
    _reading(parser)
    _json(parser)


def _status(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("who", metavar="PERSON", nargs="?", help="an id, or words of the name")
    _answer(parser)


def _history(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--category", choices=[kind.value for kind in Kind], required=True)
    parser.add_argument("--scope", required=True, help="world, women, or a country's two letters")
    _answer(parser)


def _explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("who", metavar="PERSON", help="an id, or words of the name")
    parser.add_argument("figure", metavar="FIGURE", help="days, as some source has them")
    parser.add_argument("--return", dest="landing", metavar="MOMENT", help="what if it ended then")
    _answer(parser)


def _standings(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--top", metavar="N", default="10", help="how many ranks")
    _history(parser)


def _forecast(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("who", metavar="PERSON", help="an id, or words of the name")
    parser.add_argument("--return", dest="landing", metavar="MOMENT", help="what if it ended then")
    _answer(parser)


def _calendar(parser: argparse.ArgumentParser) -> None:
    help_text = "a person or a launch without crew: an id, or words of the name"
    parser.add_argument("what", metavar="WHAT", help=help_text)
    parser.add_argument("--out", metavar="FILE.ics", required=True)
    _answer(parser)


def _check(parser: argparse.ArgumentParser) -> None:
    help_text = "a catalogue (folder, zip or tar archive), or a .mission file"
    parser.add_argument("files", metavar="FILE", nargs="+", help=help_text)
    _json(parser)


def _picture(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--view", choices=("main", "display", "pin"), required=True)
    parser.add_argument(
        "--page",
        metavar="NAME",
        help="mission, up, vehicle, records, chart, highlights, race or words; of the display "
        "counter, record, ladder, up, timeline or fall",
    )
    parser.add_argument("--person", metavar="P", default=argparse.SUPPRESS)
    parser.add_argument("--theme", metavar="T", default=argparse.SUPPRESS)
    parser.add_argument("--size", metavar="WxH", default="1440x900", help="in pixels")
    parser.add_argument("--out", metavar="FILE", required=True)
    _reading(parser)


_COMMANDS: Final[dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]]] = {
    "status": ("counters, countdowns and ranks; of everyone in orbit without PERSON", _status),
    "people": ("who is in orbit", _answer),
    "standings": ("the ranks of a category", _standings),
    "forecast": ("which marks will be passed, and when", _forecast),
    "history": ("every change of a record's holder", _history),
    "explain": ("which rules of counting give a figure of days", _explain),
    "calendar": ("the milestones to come as an iCalendar file", _calendar),
    "check": ("what is wrong with catalogue or mission files", _check),
    "picture": ("a picture of a window, drawn without a screen", _picture),
}


def instant_option(text: str) -> Instant:
    """Read the value of ``--at``.

    Raises:
        UsageError: it is no instant.
        OutOfRangeError: outside 1900 to 2200.
    """
    try:
        return parse_instant(text)
    except BadMomentError as error:
        raise UsageError(_no_moment("--at", error)) from None


def moment_option(text: str) -> Moment:
    """Read the value of ``--return``, which may be as coarse as a year.

    Raises:
        UsageError: it is no moment.
        OutOfRangeError: outside 1900 to 2200.
    """
    try:
        return Moment.parse(text)
    except BadMomentError as error:
        raise UsageError(_no_moment("--return", error)) from None


def _no_moment(option: str, error: BadMomentError) -> str:
    if error.zoneless:
        return f"{option}: '{printable(error.text)}' has no time zone; end it with Z for UTC"
    return (
        f"{option}: '{printable(error.text)}' is no moment; "
        "write it like 2015-10-16T12:00:00Z or 2015-10-16"
    )


def number_option(option: str, text: str, least: float, most: float) -> float:
    """Read a number between two bounds.

    Raises:
        UsageError: it is none, or not between them.
    """
    try:
        number = float(text) if text.isascii() else math.nan
    except ValueError:
        number = math.nan
    if not least <= number <= most:
        bounds = f"from {least:g} to {most:g}"
        raise UsageError(f"{option}: '{printable(text)}' is not a number {bounds}")
    return number


def whole_option(option: str, text: str, least: int, most: int) -> int:
    """Read a whole number between two bounds, in figures.

    Raises:
        UsageError: it is none, or not between them.
    """
    figures = text.isascii() and text.isdecimal() and len(text) <= len(str(most))
    if not figures or not least <= int(text) <= most:
        bounds = f"from {least} to {most}"
        raise UsageError(f"{option}: '{printable(text)}' is not a whole number {bounds}")
    return int(text)
