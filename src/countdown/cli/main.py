"""The command line from its words to an exit status; errors are one line on standard error."""

from __future__ import annotations

import gc
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from countdown.cli.arguments import (
    NOT_UNDERSTOOD,
    UsageError,
    fail,
    instant_option,
    parse,
    print_no_more,
)
from countdown.cli.texts import bundled_instead, own_left_out, problems_text
from countdown.core.clocks import SystemClock
from countdown.core.errors import (
    AmbiguousLaunchError,
    AmbiguousPersonError,
    CountdownError,
    FileProblemsError,
    OutOfRangeError,
    ReturnBeforeLaunchError,
    UnknownLaunchError,
    UnknownPersonError,
    UnknownScopeError,
    printable,
)
from countdown.core.moments import instant
from countdown.data.catalogue_files import load_catalogue
from countdown.data.chosen_catalogue import BUNDLED, load_chosen, remembered
from countdown.data.own_layer import lay_own
from countdown.data.resources import bundled_catalogue
from countdown.data.user_folders import MISSIONS, data_folder

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from countdown.core.catalogue import Catalogue
    from countdown.core.clocks import Clock
    from countdown.core.moments import Instant

    Command = Callable[[argparse.Namespace, Catalogue, Instant], int]

DONE, NOT_DONE = 0, 1
_INTERRUPTED = 130
_NAMED = 8


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status; no traceback leaves here."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _run_or_stop(sys.argv[1:] if arguments is None else arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
        gc.freeze()  # nor does the interpreter search it all for cycles as it ends
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:  # whoever read us has had enough
        print_no_more(sys.stdout)
        return DONE
    except OSError as error:  # the disk is full, mostly
        print_no_more(sys.stdout)
        return fail(f"the answer cannot be written: {error.strerror or error}", NOT_DONE)
    except Exception as error:
        from countdown.data.crash_reports import write_down
        from countdown.data.user_folders import log_folder

        return fail(write_down(log_folder(), error, SystemClock().now()), NOT_DONE)
    return status


def _run_or_stop(arguments: Sequence[str]) -> int:
    try:
        return run(arguments, SystemClock())
    except SystemExit as stop:  # argparse has said what there is to say
        return stop.code if isinstance(stop.code, int) else NOT_UNDERSTOOD


def run(arguments: Sequence[str], clock: Clock) -> int:
    """Carry out one command line at the time of ``clock``."""
    options = parse(arguments)
    try:
        return _carry_out(options, clock)
    except UsageError as error:
        return fail(str(error), NOT_UNDERSTOOD)
    except UnknownScopeError as error:
        return fail(
            f"--scope: '{printable(error.scope)}' is none; write world, women, or a country "
            "somebody flew for, like US",
            NOT_UNDERSTOOD,
        )
    except CountdownError as error:
        return fail(_sentence(error), NOT_DONE)


def _carry_out(options: argparse.Namespace, clock: Clock) -> int:
    if options.command is None:
        if options.json:
            raise UsageError("--json needs a command, like status")
        from countdown.cli.drawing import open_window  # Qt comes in here, and only here

        return open_window(options, clock)
    if options.command == "check":
        from countdown.cli.checking import check

        return check(options)
    at = instant(clock.now()) if options.at is None else instant_option(options.at)
    catalogue = catalogue_for(options)
    return _command(options.command, clock)(options, catalogue, at)


def _command(name: str, clock: Clock) -> Command:
    """Return what carries out a command; what only some of them need is loaded here."""
    match name:
        case "forecast":
            from countdown.cli.forecasting import show_forecast

            return show_forecast
        case "history" | "explain":
            from countdown.cli import explaining

            return explaining.show_history if name == "history" else explaining.show_explanation
        case "calendar":
            from countdown.cli import calendar

            return partial(calendar.write, stamp=instant(clock.now()))
        case "picture":
            from countdown.cli.drawing import draw_picture

            return draw_picture
    from countdown.cli import commands

    return {
        "status": commands.status,
        "people": commands.people,
        "standings": commands.standings,
    }[name]


def catalogue_for(options: argparse.Namespace) -> Catalogue:
    """Return the catalogue a text command reads: the one named, the remembered, the bundled.

    The user's missions are laid over it, but never over one that is named.
    """
    if options.catalogue == BUNDLED:
        return load_catalogue(bundled_catalogue())
    if options.catalogue is not None:
        return load_catalogue(Path(options.catalogue))
    catalogue, wrong = load_chosen()
    if wrong is not None:
        fail(bundled_instead(wrong, str(remembered())), NOT_DONE)
    laid = lay_own(catalogue, data_folder() / MISSIONS)
    if laid.problems:
        fail(own_left_out(laid.problems), NOT_DONE)
    return laid.catalogue


def _sentence(error: CountdownError) -> str:
    match error:
        case FileProblemsError():
            return problems_text(error.problems)
        case OutOfRangeError():
            return f"'{printable(error.text)}' is outside 1900 to 2200, the years known here"
        case AmbiguousPersonError() | AmbiguousLaunchError():
            named = ", ".join(one.id for one in error.candidates[:_NAMED])
            more = ", …" if len(error.candidates) > _NAMED else ""
            return f"'{printable(error.query)}' may be {named}{more}; write one of these"
        case UnknownPersonError():
            near = ", ".join(one.id for one in error.candidates[:_NAMED])
            hint = f"; is it {near}?" if near else "; write an id or words of the name"
            return f"nobody called '{printable(error.query)}' has reached orbit{hint}"
        case UnknownLaunchError(crew=()):
            return (
                f"nobody called '{printable(error.query)}' has reached orbit, and no launch "
                "without crew is called that; write an id or words of the name"
            )
        case UnknownLaunchError():
            named = ", ".join(one.person.id for one in error.crew[:_NAMED])
            return f"'{printable(error.query)}' has a crew; write one of {named}"
        case ReturnBeforeLaunchError():
            return f"--return: {printable(error.text)} is not after the launch, {error.launch}"
        case _:
            return str(error)
