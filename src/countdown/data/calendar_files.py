"""Milestones as an iCalendar file (RFC 5545) that any calendar can import, and back again.

An event's UID says which milestone it is and not when it comes, so a second import moves the
events of the first one instead of doubling them.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple

from countdown import __version__
from countdown.core.agenda import appointments
from countdown.core.errors import CountdownError, OutOfRangeError
from countdown.core.moments import (
    DAY,
    END,
    FIRST,
    MINUTE,
    Instant,
    Moment,
    Precision,
    as_datetime,
    iso,
    moment_between,
    parse_instant,
)
from countdown.core.ownership import key_of
from countdown.data.errors import refused
from countdown.data.whole_files import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from icalendar import Event

    from countdown.core.agenda import Appointment
    from countdown.core.flights import Flight, PlannedLaunch
    from countdown.core.milestones import Milestone
    from countdown.core.readings import Reading

MAX_CHARACTERS: Final = 1024 * 1024
"""The most that a calendar may have to be read."""

_DOMAIN: Final = "mission-countdown"
_MOMENT: Final = "X-MISSION-COUNTDOWN-MOMENT"
_OPEN_END: Final = "/.."
_HOUR_BEFORE: Final = timedelta(hours=-1)
_DAY_BEFORE: Final = timedelta(days=-1)
_SECOND: Final = timedelta(seconds=1)
_TENTATIVE: Final = "TENTATIVE"
_TITLE_SIGNS: Final = 16
"""So many of a title's hash: it may be of any letters, and of any length."""


class Entry(NamedTuple):
    """One event of a calendar.

    ``tentative`` is what may not come to pass as planned: it goes into the event's STATUS.
    """

    uid: str
    moment: Moment
    summary: str
    description: str = ""
    tentative: bool = False


class Wording(NamedTuple):
    """What is said of a milestone: in a line, and in several."""

    summary: str
    description: str


def uid_of(about: Flight | PlannedLaunch, milestone: Milestone) -> str:
    """Return the name of a milestone that stays when its time is corrected.

    That of the user's own has the mission that states it, and what it is called there.
    """
    own = milestone.own
    key = key_of(about) if own is None else own.about
    parts = [*filter(None, key), str(milestone.kind)]
    if own is not None:
        title = sha256(own.title.encode(errors="surrogatepass")).hexdigest()[:_TITLE_SIGNS]
        parts += [own.mission, title, *([str(own.number)] if own.number > 1 else [])]
    elif (crossing := milestone.crossing) is not None:
        parts += [str(crossing.category.kind), crossing.category.scope.lower()]
        if not crossing.is_record:
            parts.append(str(crossing.rank_after))
    elif milestone.days is not None:
        parts += [str(milestone.counts), str(milestone.days)]
    return f"{'.'.join(parts)}@{_DOMAIN}"


def entries_of(reading: Reading, words: Callable[[Appointment], Wording]) -> tuple[Entry, ...]:
    """Make an entry of each milestone to come whose time is known, in the given words."""
    return tuple(
        Entry(uid_of(one.about, one.milestone), one.moment, *words(one), one.tentative)
        for one in appointments(reading)
    )


def write_calendar(path: Path, text: str) -> None:
    """Write what `calendar_text` made; the old file stays until the new one is whole.

    Raises:
        FileProblemsError: it cannot be written there.
    """
    try:
        if path.exists() and not path.is_file():  # to replace a folder or a device is never meant
            raise refused(str(path), "is there already, and is no file that can be replaced")
        write_whole(path.resolve(), text)
    except OSError as error:
        raise refused(str(path), f"cannot be written: {error.strerror or error}") from None
    except (ValueError, RuntimeError):  # a NUL in the name, links in a ring
        raise refused(str(path), "is no name of a file") from None


def calendar_text(title: str, entries: tuple[Entry, ...], stamp: Instant) -> str:
    """Write a calendar that is made at ``stamp``.

    Its minute is the events' SEQUENCE: what is written later replaces in a calendar what has the
    same UID, whether a time was corrected or the correction taken back.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//Mission Countdown//Mission Countdown {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.calendar_name = title
    for entry in entries:
        event = _event(entry)
        event.add("dtstamp", as_datetime(stamp))
        event.add("sequence", stamp // MINUTE)
        calendar.add_component(event)
    return str(calendar.to_ical(), "utf-8")


def _event(entry: Entry) -> Event:
    from icalendar import Alarm, Event

    event, alarm = Event(), Alarm()
    start, end = _placed(entry.moment)
    event.add("uid", entry.uid)
    event.add("summary", entry.summary)
    event.add("dtstart", start)
    if end != start:
        event.add("dtend", end)
    event.add(_MOMENT, _written(entry.moment))
    event.add("transp", "TRANSPARENT")
    if entry.description:
        event.add("description", entry.description)
    if entry.tentative:
        event.add("status", _TENTATIVE)
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.summary)
    alarm.add("trigger", _HOUR_BEFORE if isinstance(start, datetime) else _DAY_BEFORE)
    event.add_component(alarm)
    return event


def _placed(moment: Moment) -> tuple[date, date]:
    """Return start and end as a calendar has them.

    What is known to the minute or better has a time of day (``datetime``), the rest fills whole
    UTC days, the end exclusive.
    """
    start, end = as_datetime(moment.earliest), as_datetime(moment.latest)
    if moment.precision <= Precision.MINUTE:
        return start, end
    return start.date(), as_datetime(Instant(-(-moment.latest // DAY) * DAY)).date()


def _written(moment: Moment) -> str:
    """Write a moment as facts are, or its two edges where they are no date; ``/..``: or later."""
    text = str(moment)
    if Moment.parse(text)[:3] != moment[:3]:
        return f"{iso(moment.earliest)}/{iso(moment.latest)}"
    return text + _OPEN_END if moment.no_earlier_than else text


def read_calendar(text: str, name: str = "calendar") -> tuple[Entry, ...]:
    """Read the events of a calendar, whoever wrote it, in the order of the file.

    Times count: where an event was moved in some calendar, the moment noted by the app is no
    longer believed.

    Raises:
        FileProblemsError: for the file ``name``: no iCalendar text, or an event without UID or
            without a start in UTC or a named zone.
    """
    from icalendar import Calendar, Event

    if len(text) > MAX_CHARACTERS:
        raise refused(name, "is larger than a million characters, the most a calendar may have")
    try:
        calendar = Calendar.from_ical(text.encode())  # a string might be taken for a path
        events = [one for one in calendar.walk("VEVENT") if isinstance(one, Event)]
    except (ValueError, RecursionError):
        raise refused(name, "is no iCalendar text") from None
    if calendar.name != "VCALENDAR":
        raise refused(name, "is no iCalendar text")
    return tuple(_entry(event, name) for event in events)


def _entry(event: Event, name: str) -> Entry:
    uid = _text(event, "uid")
    if not uid:
        raise refused(name, "has an event without UID")
    try:
        moment = _moment(event)
    except OutOfRangeError as error:
        raise refused(name, "is outside 1900 to 2200", field=uid, value=error.text) from None
    except (ValueError, TypeError, AttributeError, OverflowError):
        raise refused(name, "has no start with a time zone that can be read", field=uid) from None
    return Entry(
        uid,
        moment,
        _text(event, "summary"),
        _text(event, "description"),
        _text(event, "status") == _TENTATIVE,
    )


def _moment(event: Event) -> Moment:
    """Return when an event is, in the precision noted by the app or else in that of its width."""
    start, end = event.start, event.end
    noted = _noted(_text(event, _MOMENT))
    if noted is not None and _placed(noted) == (start, end):
        return noted
    earliest = _instant_of(start)
    return moment_between(earliest, max(earliest, _instant_of(end)))


def _text(event: Event, name: str) -> str:
    """Return a property's text, the first where it stands there twice."""
    value = event.get(name, "")
    return str(value[0] if isinstance(value, list) else value)


def _instant_of(when: date) -> Instant:
    """Return an edge of an event; 2200-01-01 itself may end one."""
    if not isinstance(when, datetime):
        when = datetime.combine(when, time(), UTC)
    seconds = (when - as_datetime(Instant(0))) // _SECOND
    if not FIRST <= seconds <= END:
        raise OutOfRangeError(when.isoformat())
    return Instant(seconds)


def _noted(text: str) -> Moment | None:
    """Read what `_written` wrote; None where it is something else."""
    open_end = text.endswith(_OPEN_END)
    first, _, last = text.removesuffix(_OPEN_END).partition("/")
    try:
        if not last:
            return Moment.parse(first, no_earlier_than=open_end)
        return moment_between(parse_instant(first), parse_instant(last))
    except CountdownError:
        return None
