"""What taking in a table of flights would do, in words; and what its columns are for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from countdown.core.flights import End
from countdown.models.phrases import counted, tr
from countdown.models.problem_words import problem_words
from countdown.models.statement_words import Names, exact_words, field_words

if TYPE_CHECKING:
    from countdown.core.errors import Problem
    from countdown.core.flights import Flight
    from countdown.core.merging import Preview
    from countdown.core.ownership import Correction

EXAMPLE: Final = (
    "person,country,vehicle,launch,sex,spacecraft,landing,planned_return,down,died,note\n"
    "Pia Example,US,Example 1,>=2027-03,F,Example,,2027-09,,,The flight our class follows\n"
    "Quinn Example,US,Example 2,2010-01-01T12:00:00Z,M,,2010-02-01,,,,\n"
)


def column_words() -> dict[str, str]:
    """Say of each column what stands in it; those after ``launch`` may be missing."""
    return {
        "person": tr("a name or an id; who is not in the catalogue is a new person"),
        "country": tr("the code of the country flown for, like US"),
        "vehicle": tr("a name or an id; what is not in the catalogue is a new vehicle"),
        "launch": tr("2015-03-27T19:42Z, 2015-03-27, 2015-03 or 2015; >=2027-03: no earlier"),
        "sex": tr("F or M, for a new person"),
        "spacecraft": tr("its type, for a new vehicle"),
        "landing": tr("a moment, or empty"),
        "planned_return": tr("a moment, or empty"),
        "down": tr("the vehicle that the flight came down on, where that is another one"),
        "died": tr("yes, or empty"),
        "note": tr("told with the vehicle"),
    }


def summary(preview: Preview) -> str:
    """Say in a line what would become of the catalogue."""
    if preview.problems:
        wrong = counted(len(preview.problems), tr("{} thing is wrong"), tr("{} things are wrong"))
        return tr("{}: nothing can be taken in.").format(wrong)
    added, changed = len(preview.added), len(preview.changed)
    same = preview.same
    parts = (
        (added, counted(added, tr("{} flight is new"), tr("{} flights are new"))),
        (changed, counted(changed, tr("{} flight changes"), tr("{} flights change"))),
        (same, counted(same, tr("{} is known already"), tr("{} are known already"))),
    )
    return " · ".join(text for count, text in parts if count) or tr("There are no flights in it.")


def rows(preview: Preview) -> list[str]:
    """Say each thing that would be added or changed, or that is wrong."""
    if preview.problems or preview.catalogue is None:
        return [problem_words(one) for one in sorted(preview.problems, key=_line)]
    names = Names(preview.catalogue)
    own = preview.catalogue.own
    lines = [tr("New: {}").format(_flight_words(one)) for one in preview.added]
    for flight in preview.changed:
        facts = [
            _change_words(one, names)
            for one in own.corrections(flight)
            if one.mission == preview.mission.id
        ]
        flown = f"{flight.person.name} · {flight.up.name}"
        lines.append("\n".join((tr("Changed: {}").format(flown), *facts)))
    return lines


def _line(problem: Problem) -> int:
    return problem.line or 0


def _flight_words(flight: Flight) -> str:
    parts = [flight.person.name, flight.up.name]
    parts.append(tr("launch {}").format(exact_words(flight.launch)))
    if flight.landing is not None:
        parts.append(tr("landing {}").format(exact_words(flight.landing)))
    elif flight.planned_return is not None:
        parts.append(tr("planned return {}").format(exact_words(flight.planned_return)))
    if flight.end is End.DIED:
        parts.append(tr("died in flight"))
    return " · ".join(parts)


def _change_words(change: Correction, names: Names) -> str:
    field = change.fact.value
    before, after = (
        names.value(field, one) or tr("nothing") for one in (change.catalogue, change.own)
    )
    return tr("{field}: {before} → {after}").format(
        field=field_words(field), before=before, after=after
    )
