"""Takes what a mission counts down to out of the app, as a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from countdown.data.calendar_files import Wording, calendar_text, entries_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from countdown.core.agenda import Appointment
    from countdown.core.moments import Instant
    from countdown.core.readings import Mission, Reading


class CalendarFile(NamedTuple):
    """An iCalendar text, how many milestones it has, and the name of a file for it."""

    file_name: str
    text: str
    milestones: int


def calendar_file(
    mission: Mission,
    reading: Reading,
    title: str,
    words: Callable[[Appointment], tuple[str, str]],
    stamp: Instant,
) -> CalendarFile:
    """Make a calendar of what a reading counts down to, at ``stamp``, whatever time is shown.

    ``words`` are the summary and the description of each milestone.
    """
    entries = entries_of(reading, lambda one: Wording(*words(one)))
    return CalendarFile(_file_name(mission), calendar_text(title, entries, stamp), len(entries))


def _file_name(mission: Mission) -> str:
    flight = mission.flight
    parts = (mission.person, flight.up if flight else mission.planned)
    return f"{'-'.join(one.id for one in parts if one is not None)}.ics"
