"""The command that says what is wrong with files: catalogues, and missions of users."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from countdown.cli import forms, texts
from countdown.cli.commands import print_answer
from countdown.core.errors import FileProblemsError, Problem, printable
from countdown.data.catalogue_files import load_catalogue
from countdown.data.chosen_catalogue import load_chosen

if TYPE_CHECKING:
    import argparse


def check(options: argparse.Namespace) -> int:
    """Read files and say all that is wrong with them; missions also over the catalogue in use."""
    reports: list[tuple[str, tuple[Problem, ...]]] = []
    for name in options.files:
        try:
            if name.lower().endswith(".mission"):
                reports.append((name, _wrong_with_missions(Path(name))))
            else:
                load_catalogue(Path(name))
                reports.append((name, ()))
        except FileProblemsError as error:
            reports.append((name, error.problems))
    form = {
        "schema": forms.SCHEMA,
        "files": [
            {"file": name, "problems": [problem._asdict() for problem in problems]}
            for name, problems in reports
        ],
    }
    lines = []
    for name, problems in reports:
        lines += [texts.problem_text(problem, name) for problem in problems] or [
            f"{printable(name, texts.LONGEST_PATH)}: good"
        ]
    print_answer(options, form, lines)
    return 1 if any(problems for _, problems in reports) else 0


def _wrong_with_missions(file: Path) -> tuple[Problem, ...]:
    """What in a file that can be read cannot stand over the catalogue.

    Raises:
        FileProblemsError: it cannot be read.
    """
    from countdown.core.overlays import with_sound
    from countdown.data.mission_files import conflict_problem, load_missions

    read = load_missions(file)
    if read.is_newer:
        reason = "the file is from a newer version of the app: it is opened, but never written"
        return (Problem(str(file), None, "schema", "", reason),)
    _, conflicts = with_sound(load_chosen()[0], read.missions)
    return tuple(conflict_problem(str(file), one) for one in conflicts)
