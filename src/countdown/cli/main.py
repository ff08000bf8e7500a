"""The command line from its words to an exit status; errors are one line on standard error."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from countdown.cli import commands
from countdown.cli.arguments import NOT_UNDERSTOOD, UsageError, instant_option, parse
from countdown.cli.texts import printable, problem_text
from countdown.core.clocks import SystemClock
from countdown.core.errors import (
    AmbiguousPersonError,
    CountdownError,
    OutOfRangeError,
    ReturnBeforeLaunchError,
    UnknownPersonError,
    UnknownScopeError,
)
from countdown.core.moments import instant
from countdown.data.catalogue_files import load_catalogue
from countdown.data.chosen_catalogue import BUNDLED, load_chosen
from countdown.data.errors import FileProblemsError
from countdown.data.resources import bundled_catalogue

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from countdown.core.catalogue import Catalogue
    from countdown.core.clocks import Clock

DONE, NOT_DONE = 0, 1
_INTERRUPTED = 130
_NAMED = 8


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status; no traceback leaves here."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    gc.disable()  # a text command ends before collecting could pay
    try:
        status = run(sys.argv[1:] if arguments is None else arguments, SystemClock())
        if sys.stdout is not None:
            sys.stdout.flush()
        gc.freeze()  # nor does the interpreter search it all for cycles as it ends
    except SystemExit as stop:  # argparse has said what there is to say
        return stop.code if isinstance(stop.code, int) else NOT_UNDERSTOOD
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:  # whoever read us has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return status


def run(arguments: Sequence[str], clock: Clock) -> int:
    """Carry out one command line at the time of ``clock``."""
    options = parse(arguments)
    try:
        return _carry_out(options, clock)
    except UsageError as error:
        return _fail(str(error), NOT_UNDERSTOOD)
    except UnknownScopeError as error:
        return _fail(
            f"--scope: '{printable(error.scope)}' is none; write world, women, or a country "
            "somebody flew for, like US",
            NOT_UNDERSTOOD,
        )
    except CountdownError as error:
        return _fail(_sentence(error), NOT_DONE)


def _carry_out(options: argparse.Namespace, clock: Clock) -> int:
    if options.command is None:
        from countdown.cli.drawing import open_window  # Qt comes in here, and only here

        gc.enable()
        return open_window(options, clock)
    if options.command == "check":
        return commands.check(options)
    at = instant(clock.now()) if options.at is None else instant_option(options.at)
    catalogue = catalogue_for(options)
    match options.command:
        case "status":
            return commands.status(options, catalogue, at)
        case "people":
            return commands.people(options, catalogue, at)
        case "standings":
            return commands.standings(options, catalogue, at)
        case "forecast":
            return commands.show_forecast(options, catalogue, at)
        case _:
            from countdown.cli.drawing import draw_picture

            return draw_picture(options, catalogue, at)


def catalogue_for(options: argparse.Namespace) -> Catalogue:
    """Return the catalogue a text command reads: the one named, the remembered, the bundled."""
    if options.catalogue == BUNDLED:
        return load_catalogue(bundled_catalogue())
    if options.catalogue is not None:
        return load_catalogue(Path(options.catalogue))
    catalogue, wrong = load_chosen()
    if wrong is not None:
        _fail(f"{problem_text(wrong.problems[0])}; the bundled catalogue is used", NOT_DONE)
    return catalogue


def _fail(sentence: str, status: int) -> int:
    if sys.stderr is not None:
        print(f"countdown: {sentence}", file=sys.stderr)
    return status


def _sentence(error: CountdownError) -> str:
    match error:
        case FileProblemsError():
            left = len(error.problems) - 1
            others = f" (and {left} more: countdown check names them)" if left else ""
            return problem_text(error.problems[0]) + others
        case OutOfRangeError():
            return f"'{printable(error.text)}' is outside 1900 to 2200, the years known here"
        case AmbiguousPersonError():
            named = ", ".join(one.id for one in error.candidates[:_NAMED])
            more = ", …" if len(error.candidates) > _NAMED else ""
            return f"'{printable(error.query)}' may be {named}{more}; write one of these"
        case UnknownPersonError():
            near = ", ".join(one.id for one in error.candidates[:_NAMED])
            hint = f"; is it {near}?" if near else "; write an id or words of the name"
            return f"nobody called '{printable(error.query)}' has reached orbit{hint}"
        case ReturnBeforeLaunchError():
            return f"--return: {printable(error.text)} is not after the launch, {error.launch}"
        case _:
            return str(error)
