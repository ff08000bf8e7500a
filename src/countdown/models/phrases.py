"""What the windows say: translated sentences, and figures and dates as the locale writes them."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QTimeZone

from countdown.core.catalogue import fold
from countdown.core.durations import Age, Span, calendar_age, clockwork
from countdown.core.milestones import MilestoneKind
from countdown.core.moments import DAY, HOUR, MINUTE, Instant, Moment, Precision, known_to
from countdown.core.readings import Phase
from countdown.core.records import WOMEN, WORLD, Category, Kind
from countdown.models import manners

if TYPE_CHECKING:
    from collections.abc import Sequence

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Person
    from countdown.core.milestones import Milestone
    from countdown.core.readings import Countdown
    from countdown.core.records import Rank

TO: Final = "\N{EN DASH}"
NO_COLON: Final = "\N{FIGURE SPACE}"
"""Stands in a clock for a colon that is off for a second."""

_MARKUP: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"}
)
"""As `html.escape` has it, whose table of all entities would cost a start 3 ms."""
_TWO_DIGITS: Final = tuple([tens + ones for tens in "012345" for ones in "0123456789"])
"""The seconds and minutes as they are written: to format them costs more than all around it."""


@cache
def tr(text: str) -> str:
    """Translate a sentence of this app; lupdate finds a bare ``tr`` in the nameless context."""
    return QCoreApplication.translate("", text)


def counted(count: int, one: str, many: str) -> str:
    """Return ``1 day`` or ``2 days`` from two translated sentences with a gap for the figure."""
    return (one if count == 1 else many).format(number(count))


@lru_cache(maxsize=256)
def number(value: int) -> str:
    return QLocale().toString(value)


def forget_language() -> None:
    """Ask Qt anew for what was translated and written: its language or locale is another."""
    for asked in (tr, number, _date_of_day, in_days, _days_in_line, _in_minute):
        asked.cache_clear()


def ordinal(value: int) -> str:
    """Return ``203rd``; other languages may do with one ending."""
    if value % 100 in (11, 12, 13):
        return tr("{}th").format(number(value))
    endings = {1: tr("{}st"), 2: tr("{}nd"), 3: tr("{}rd")}
    return endings.get(value % 10, tr("{}th")).format(number(value))


def tip(*lines: str) -> str:
    """Return lines as a tool tip, which is markup: of escaped text alone Qt shows the escapes."""
    return "<p>" + "<br>".join(line.translate(_MARKUP) for line in lines if line) + "</p>"


def listed(names: Sequence[str]) -> str:
    return QLocale().createSeparatedList(list(names))


def _utc(at: Instant) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(at, QTimeZone.utc())


def date(at: Instant) -> str:
    return _date_of_day(at // DAY)


@lru_cache(maxsize=256)
def _date_of_day(days: int) -> str:
    return QLocale().toString(_utc(Instant(days * DAY)).date(), tr("d MMM yyyy"))


def clock_time(at: Instant) -> str:
    return clock_figure(at % DAY, Precision.SECOND)


def month(at: Instant) -> str:
    return QLocale().toString(_utc(at).date(), "MMMM yyyy")


def short_month(at: Instant) -> str:
    return QLocale().toString(_utc(at).date(), "MMM yyyy")


def year(at: Instant) -> str:
    return QLocale().toString(_utc(at).date(), "yyyy")


def long_date(when: Moment) -> str:
    """Write the date with its month in full; a coarser moment as exactly as it is known."""
    if when.precision > Precision.DAY:
        return moment(when)
    return date_in_full(when.earliest)


def date_in_full(at: Instant) -> str:
    """Write the date with its month in full."""
    return QLocale().toString(_utc(at).date(), tr("d MMMM yyyy"))


def date_and_time(at: Instant) -> str:
    """Return the UTC date and minute, and the time where one is, where that is another."""
    utc = _utc(at)
    text = tr("{date}, {time} UTC").format(
        date=date(at), time=QLocale().toString(utc.time(), "HH:mm")
    )
    local, place = manners.here(utc)
    if local.offsetFromUtc() == 0:
        return text
    there = manners.hours(local)
    if local.date() != utc.date():
        there = f"{QLocale().toString(local.date(), tr('d MMM'))}, {there}"
    if place:
        return tr("{utc} · {time} {place}").format(utc=text, time=there, place=place)
    return tr("{utc} · {time} local").format(utc=text, time=there)


def moment(when: Moment) -> str:
    """Write a moment as exactly as it is known."""
    match when.precision:
        case Precision.SECOND | Precision.MINUTE:
            text = date_and_time(when.earliest)
        case Precision.DAY:
            text = date(when.earliest)
        case Precision.MONTH:
            text = month(when.earliest)
        case Precision.YEAR:
            text = QLocale().toString(_utc(when.earliest).date(), "yyyy")
    return tr("no earlier than {}").format(text) if when.no_earlier_than else text


def days_figure(span: Span) -> str:
    """Return the days of a span: one figure, or two where that is all that is known."""
    if span.precision <= Precision.MINUTE or span.days == span.days_max:
        return number(span.days)
    return f"{number(span.days)}{TO}{number(span.days_max)}"


def days_unit(span: Span) -> str:
    return tr("day") if span.days == span.days_max == 1 else tr("days")


@lru_cache(maxsize=256)
def in_days(least: int, most: int, precision: Precision) -> tuple[str, str]:
    """Return the figure and the unit of a span of so many complete days."""
    span = Span(least * DAY, most * DAY, precision)
    return days_figure(span), days_unit(span)


def clock_figure(seconds: int, precision: Precision, *, beat: bool = False) -> str:
    """Return hours, minutes and seconds below the days, nothing that is not known.

    A span known to the minute shows no seconds; while it runs its colon beats them (``beat``).
    """
    hours, rest = divmod(seconds % DAY, HOUR)
    minutes, rest = divmod(rest, MINUTE)
    if precision is Precision.SECOND:
        return f"{_TWO_DIGITS[hours]}:{_TWO_DIGITS[minutes]}:{_TWO_DIGITS[rest]}"
    if precision is Precision.MINUTE:
        colon = NO_COLON if beat and rest % 2 else ":"
        return f"{_TWO_DIGITS[hours]}{colon}{_TWO_DIGITS[minutes]}"
    return ""


def length(seconds: int, seconds_max: int, precision: Precision, *, beat: bool = False) -> str:
    """Write a length of time in one line: ``12 d 16:05:19``, ``236–237 d``."""
    days = _days_in_line(seconds // DAY, seconds_max // DAY, precision)
    clock = clock_figure(seconds, precision, beat=beat)
    return f"{days} {clock}" if clock else days


@lru_cache(maxsize=256)
def _days_in_line(least: int, most: int, precision: Precision) -> str:
    return tr("{} d").format(in_days(least, most, precision)[0])


def span_to_go(countdown: Countdown) -> Span | None:
    """Return how long it is to go, or since; None where nothing closer than a month is known."""
    if countdown.seconds is None or countdown.seconds_max is None:
        return None
    when = countdown.milestone.moment
    if when is None:
        precision = known_to(countdown.seconds_max - countdown.seconds)
    elif when.precision > Precision.DAY or when.no_earlier_than:
        return None
    else:
        precision = when.precision
    return Span(countdown.seconds, countdown.seconds_max, precision)


@lru_cache(maxsize=256)
def _in_minute(minutes: int, *, is_past: bool) -> tuple[str, str]:
    """What is written before and after the seconds of an exact countdown, all minute long."""
    sign = tr("T+ {}") if is_past else tr("T− {}")
    seconds = minutes * MINUTE
    before, colon, after = sign.format(length(seconds, seconds, Precision.SECOND)).rpartition(":00")
    return before + colon[:1], after


def to_go(countdown: Countdown) -> str:
    """Return ``T− 12 d 16:05:19``, the month of a plan, or that nothing is announced."""
    seconds, when = countdown.seconds, countdown.milestone.moment
    if seconds is not None and seconds == countdown.seconds_max and when is None:
        before, after = _in_minute(seconds // MINUTE, is_past=countdown.is_past)
        return before + _TWO_DIGITS[seconds % MINUTE] + after
    if (span := span_to_go(countdown)) is not None:
        sign = tr("T+ {}") if countdown.is_past else tr("T− {}")
        return sign.format(length(*span))
    return moment(when) if when is not None else tr("return not announced")


def target_time(milestone: Milestone) -> str:
    """Write when a milestone comes."""
    if milestone.at is None or milestone.at_latest is None:
        return ""
    if milestone.moment is not None:
        return moment(milestone.moment)
    return between(milestone.at, milestone.at_latest)


def between(at: Instant, at_latest: Instant) -> str:
    """Write an instant to the minute, or the dates it lies between."""
    if at_latest - at < DAY // 2:
        return date_and_time(at)
    return f"{date(at)} {TO} {date(at_latest)}"


def scope_name(catalogue: Catalogue, scope: str) -> str:
    if scope == WORLD:
        return tr("world")
    if scope == WOMEN:
        return tr("women")
    together = [one.name for one in catalogue.countries.values() if one.records_with == scope]
    return " & ".join(together) or scope


def countries_by_name(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Return the codes that national records are kept under with their names, in their order."""
    codes = catalogue.records.countries
    return sorted(((code, scope_name(catalogue, code)) for code in codes), key=_folded_name)


def _folded_name(country: tuple[str, str]) -> str:
    return fold(country[1])


def milestone_title(catalogue: Catalogue, milestone: Milestone) -> str:
    """Say what happens, in few words."""
    crossing = milestone.crossing
    if crossing is not None:
        if crossing.is_record:
            return record_title(catalogue, crossing.category)
        where = scope_name(catalogue, crossing.category.scope)
        longest = tr("{} longest flight") if _is_flight(crossing.category) else tr("{} in all")
        return f"{longest.format(ordinal(crossing.rank_after))} · {where}"
    if milestone.days is not None:
        days = number(milestone.days)
        if milestone.counts is Kind.FLIGHT:
            return tr("{} days in this flight").format(days)
        return tr("{} days in all").format(days)
    if milestone.kind is MilestoneKind.OWN:
        return milestone.title
    return tr("Launch") if milestone.kind is MilestoneKind.LAUNCH else tr("Return")


def record_title(catalogue: Catalogue, category: Category) -> str:
    """Say what a record is in."""
    return f"{category_name(category)} · {scope_name(catalogue, category.scope)}"


def milestone_detail(milestone: Milestone) -> str:
    """Say whom it passes and at what mark, or what the user notes; nothing where it is plain."""
    if milestone.own is not None:
        return " ".join(milestone.own.note.split())
    crossing = milestone.crossing
    if crossing is None:
        return ""
    return passing(crossing.passes, crossing.mark_seconds, crossing.mark_seconds_max)


def passing(passes: Sequence[Person], mark_seconds: int, mark_seconds_max: int) -> str:
    """Say whom somebody passes, and at what mark, as exactly as that is known."""
    names = listed([person.name for person in passes])
    figure = mark(mark_seconds, mark_seconds_max)
    return tr("passes {names}, {mark}").format(names=names, mark=figure)


def mark(seconds: int, seconds_max: int) -> str:
    """Write the figure to beat, as exactly as it is known."""
    return length(seconds, seconds_max, known_to(seconds_max - seconds))


def _is_flight(category: Category) -> bool:
    return category.kind is Kind.FLIGHT


def phase_name(phase: Phase) -> str:
    return {
        Phase.BEFORE_LAUNCH: tr("Before launch"),
        Phase.IN_ORBIT: tr("In orbit"),
        Phase.LANDING_UNCONFIRMED: tr("Landing not confirmed"),
        Phase.LANDED: tr("Landed"),
        Phase.DIED_IN_FLIGHT: tr("Died in flight"),
    }[phase]


def nth_day(span: Span) -> str:
    """Return ``203rd day``; nothing before the first, or where it is not known which."""
    if not 0 < span.nth_day == span.nth_day_max:
        return ""
    return tr("{} day").format(ordinal(span.nth_day))


def age(value: Age) -> str:
    """Return ``6 months, 18 days``; parts that are nothing are left out."""
    parts = (
        (value.years, counted(value.years, tr("{} year"), tr("{} years"))),
        (value.months, counted(value.months, tr("{} month"), tr("{} months"))),
        (value.days, counted(value.days, tr("{} day"), tr("{} days"))),
    )
    return ", ".join(text for count, text in parts if count)


def lasted(start: Instant, end: Instant) -> str:
    """Return how long something held, in its two largest units: ``8 years, 7 months``."""
    value = calendar_age(start, end)
    if any(value):
        return age(value if not value.years else value._replace(days=0))
    _, hours, minutes, _ = clockwork(max(0, end - start))
    if hours:
        return counted(hours, tr("{} hour"), tr("{} hours"))
    return counted(minutes, tr("{} minute"), tr("{} minutes"))


def category_name(category: Category) -> str:
    """Say what is compared, as a heading."""
    return tr("Longest flight") if _is_flight(category) else tr("Most time in all")


def nobody_yet(catalogue: Catalogue, scope: str) -> str:
    """Say that nobody has flown in a scope by the instant that is shown."""
    if scope == WORLD:
        return tr("Nobody has flown by then")
    if scope == WOMEN:
        return tr("No woman has flown by then")
    return tr("Nobody has flown for {} by then").format(scope_name(catalogue, scope))


def place(catalogue: Catalogue, rank: Rank) -> str:
    """Return ``1st, United States``."""
    where = scope_name(catalogue, rank.category.scope)
    figure = ordinal(rank.rank)
    if rank.uncertain:
        figure = tr("about {}").format(figure)
    return f"{figure} {where}"


def spoken(span: Span) -> str:
    """Return a figure as words, for who listens."""
    days = tr("{days} {unit}").format(days=days_figure(span), unit=days_unit(span))
    if span.precision > Precision.MINUTE:
        return days
    _, hours, minutes, _ = clockwork(span.seconds)
    return tr("{days}, {hours} hours, {minutes} minutes").format(
        days=days, hours=number(hours), minutes=number(minutes)
    )
