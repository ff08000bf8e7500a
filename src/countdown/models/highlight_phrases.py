"""What happens in a flight, in words: a line of a list, and the few letters of a time line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from countdown.core.durations import ceil_days
from countdown.core.flights import End
from countdown.core.highlights import HappeningKind
from countdown.core.moments import DAY, Precision, as_datetime
from countdown.core.records import WOMEN, WORLD, Category, Kind
from countdown.models import own_words, phrases
from countdown.models.change_phrases import came_by
from countdown.models.phrases import TO, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight
    from countdown.core.highlights import Happening
    from countdown.core.moments import Moment

SHORT: Final = 24
"""The most letters of the words on a time line."""
_ENDS: Final = (HappeningKind.LAUNCH, HappeningKind.RETURN)
_MANY_DAYS: Final = 2 * DAY
"""What is known less closely than to this many seconds has no number of a day."""


def title(catalogue: Catalogue, happening: Happening) -> str:
    """Say what happens; a fact has the catalogue's own words."""
    match happening.kind:
        case HappeningKind.FACT:
            return happening.highlight.event if happening.highlight else ""
        case HappeningKind.HALFWAY:
            return tr("Halfway")
        case HappeningKind.DEATH:
            return tr("Died in flight")
        case HappeningKind.CREWMATE_RECORD:
            return _crewmates_title(happening)
        case HappeningKind.RECORD if happening.category:
            return phrases.record_title(catalogue, happening.category)
        case _:
            assert happening.milestone is not None
            return phrases.milestone_title(catalogue, happening.milestone)


def joint_title(catalogue: Catalogue, together: Sequence[Happening]) -> str:
    """Say what happens where one passing brings records in several scopes."""
    categories = [one.category for one in together if one.category]
    if len(categories) < 2:
        return title(catalogue, together[0])
    scopes = [phrases.scope_name(catalogue, one.scope) for one in categories]
    return f"{phrases.category_name(categories[0])} · {phrases.listed(scopes)}"


def detail(happening: Happening, flight: Flight) -> str:
    """Say what the title leaves out: on what, past whom."""
    match happening.kind:
        case HappeningKind.LAUNCH:
            return tr("on {}").format(flight.up.name)
        case HappeningKind.RETURN | HappeningKind.DEATH:
            return tr("on {}").format(flight.down.name) if flight.down else ""
        case HappeningKind.HALFWAY:
            return tr("the middle of the flight as flown")
        case HappeningKind.CREWMATE_RECORD | HappeningKind.RECORD if happening.change:
            return came_by(happening.change)
        case HappeningKind.RECORD | HappeningKind.OWN if happening.milestone:
            return phrases.milestone_detail(happening.milestone)
        case HappeningKind.FACT if happening.highlight:
            return happening.highlight.note
        case _:
            return ""


def origin(catalogue: Catalogue, happening: Happening, flight: Flight) -> str:
    """Say where it is known from: computed, planned, or what kind of source states it."""
    if happening.kind is HappeningKind.OWN or own_words.fact(catalogue, happening.highlight):
        return tr("by you")
    if happening.highlight is not None:
        return happening.highlight.source
    if happening.kind in _ENDS and stated(catalogue, happening, flight):
        return tr("by you")
    if happening.kind is HappeningKind.RETURN and not flight.is_over:
        return tr("planned")
    if happening.kind in (HappeningKind.LAUNCH, HappeningKind.RETURN, HappeningKind.DEATH):
        return tr("flight tables")
    if flight.known_return is None and happening.moment.latest > catalogue.data_date.latest:
        return tr("if still in orbit")
    return tr("computed")


def stated(catalogue: Catalogue, happening: Happening, flight: Flight) -> str:
    """Say where something is stated, if it is the user's."""
    if happening.milestone is not None:
        return own_words.milestone(catalogue, flight, happening.milestone)
    return own_words.fact(catalogue, happening.highlight)


def short_words(catalogue: Catalogue, happening: Happening) -> str:
    """Say it in at most `SHORT` letters."""
    return _cut(_shortened(catalogue, happening))


def _shortened(catalogue: Catalogue, happening: Happening) -> str:
    milestone = happening.milestone
    match happening.kind:
        case HappeningKind.ROUND if milestone and milestone.days is not None:
            days = phrases.number(milestone.days)
            career = milestone.counts is Kind.CAREER
            return (tr("{} days in all") if career else tr("{} days")).format(days)
        case HappeningKind.RECORD if happening.category:
            return _short_record(happening.category)
        case HappeningKind.CREWMATE_RECORD if happening.change:
            names = [person.name.split()[-1] for person in happening.change.persons]
            return tr("{}: world record").format(phrases.listed(names))
        case HappeningKind.FACT if happening.highlight:
            return happening.highlight.short or happening.highlight.event
        case HappeningKind.OWN:
            return title(catalogue, happening)
        case _:
            return title(catalogue, happening).lower()


def _short_record(category: Category) -> str:
    flight = category.kind is Kind.FLIGHT
    if category.scope == WORLD:
        return tr("world flight record") if flight else tr("world career record")
    if category.scope == WOMEN:
        return tr("women's flight record") if flight else tr("women's career record")
    text = tr("{} flight record") if flight else tr("{} career record")
    return text.format(category.scope)


def _cut(text: str) -> str:
    """Cut behind a word where there is one, so that it fits."""
    if len(text) <= SHORT:
        return text
    words = text[:SHORT].rsplit(maxsplit=1)[0].rstrip(" ,;:–-")
    return words[: SHORT - 1] + "…"


def _crewmates_title(happening: Happening) -> str:
    assert happening.change is not None
    names = phrases.listed([person.name for person in happening.change.persons])
    is_flight = happening.category is not None and happening.category.kind is Kind.FLIGHT
    text = tr("{}: longest flight of all") if is_flight else tr("{}: most time of all in orbit")
    return text.format(names)


def when(moment: Moment) -> str:
    """Write when it happens in one column: the minute in UTC, the date or dates, the month."""
    match moment.precision:
        case Precision.SECOND | Precision.MINUTE:
            time = phrases.clock_time(moment.earliest).rpartition(":")[0]
            text = tr("{date}, {time} UTC").format(date=phrases.date(moment.earliest), time=time)
        case Precision.DAY:
            text = _dates(moment)
        case Precision.MONTH:
            text = phrases.short_month(moment.earliest)
        case Precision.YEAR:
            text = phrases.year(moment.earliest)
    return tr("no earlier than {}").format(text) if moment.no_earlier_than else text


def _dates(moment: Moment) -> str:
    """One date, or the two between which it lies."""
    first_date, last_date = phrases.date(moment.earliest), phrases.date(moment.last)
    if first_date == last_date:
        return first_date
    first_day = as_datetime(moment.earliest)
    if phrases.short_month(moment.earliest) == phrases.short_month(moment.last):
        return f"{phrases.number(first_day.day)}{TO}{last_date}"
    return f"{first_date} {TO} {last_date}"


def mission_day(flight: Flight, moment: Moment) -> str:
    """Return ``day 216``, or two where it may be either; nothing for what is known worse.

    Nothing either for what is not in the flight.
    """
    if moment.latest < flight.launch.earliest or moment.earliest > flight.stop.latest:
        return ""
    width = moment.latest - moment.earliest + flight.launch.latest - flight.launch.earliest
    if width > _MANY_DAYS or moment.no_earlier_than:
        return ""
    last_day = ceil_days(flight.stop.latest - flight.launch.earliest)
    first = max(1, ceil_days(moment.earliest - flight.launch.latest))
    last = max(first, ceil_days(moment.latest - flight.launch.earliest))
    if flight.end is not End.OPEN:
        last = max(first, min(last, last_day))
    if first == last:
        return tr("day {}").format(phrases.number(first))
    return tr("day {}").format(f"{phrases.number(first)}{TO}{phrases.number(last)}")
