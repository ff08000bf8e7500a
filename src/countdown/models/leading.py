"""The figure that leads a counter, by the rule of counting that is shown first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from countdown.core.durations import Rule
from countdown.core.moments import DAY, Precision
from countdown.models import manners, phrases
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from countdown.core.durations import Span
    from countdown.core.readings import Counter


class Lead(NamedTuple):
    """A figure in large digits, and a clock that runs.

    By another ``rule`` than elapsed time the clock stands apart: it is all of the elapsed time.
    Where that rule has no figure, elapsed time leads.
    """

    days: str
    unit: str
    clock: str
    rule: Rule = Rule.ELAPSED

    @property
    def is_apart(self) -> bool:
        return self.rule is not Rule.ELAPSED


def lead(counter: Counter, *, beat: bool = False) -> Lead:
    """Return what leads a counter now; ``beat`` is for a colon that stands in for the seconds."""
    span, rule = counter.span, manners.leading_rule()
    if rule is not Rule.ELAPSED:
        days, unit = _figure(counter, rule)
        if days:
            return Lead(days, unit, elapsed(span, beat=beat), rule)
    clock = phrases.clock_figure(span.seconds, span.precision, beat=beat)
    days, unit = phrases.in_days(span.seconds // DAY, span.seconds_max // DAY, span.precision)
    return Lead(days, unit, clock)


def _figure(counter: Counter, rule: Rule) -> tuple[str, str]:
    """The figure of a rule and what it counts; nothing where the rule has none for this span."""
    span = counter.span
    match rule:
        case Rule.NTH_DAY if 0 < span.nth_day == span.nth_day_max:
            return phrases.ordinal(span.nth_day), tr("day")
        case Rule.CALENDAR_DATES if counter.calendar_dates and span.precision <= Precision.DAY:
            dates = counter.calendar_dates
            unit = tr("calendar date") if dates == 1 else tr("calendar dates")
            return phrases.number(dates), unit
        case Rule.CALENDAR_AGE if counter.age is not None and span.days == span.days_max:
            return phrases.age(counter.age), tr("calendar age")
    return "", ""


def elapsed(span: Span, *, beat: bool = False) -> str:
    """Name elapsed time where it does not lead: ``elapsed 202 d 16:17:03``."""
    return tr("elapsed {}").format(phrases.length(*span, beat=beat))


def spoken(led: Lead, span: Span) -> str:
    """Return a counter as words, for who listens."""
    if not led.is_apart:
        return phrases.spoken(span)
    figure = tr("{days} {unit}").format(days=led.days, unit=led.unit)
    return ", ".join((figure, tr("elapsed {}").format(phrases.spoken(span))))


def others(counter: Counter) -> list[str]:
    """Return what else is counted, beside what leads, and why it leads if nobody chose it."""
    rule, asked = lead(counter).rule, manners.leading_rule()
    found = [] if rule is Rule.NTH_DAY else [phrases.nth_day(counter.span)]
    if rule is not Rule.CALENDAR_AGE and counter.age is not None:
        found.append(phrases.age(counter.age))
    if rule is not asked and counter.age is None and asked is not Rule.NTH_DAY:
        found.append(tr("a sum of flights has no calendar count"))
    return found


def name_of(counter: Counter, title: str) -> str:
    """Name a counter, and the rule that leads it where another than elapsed time was chosen."""
    if manners.leading_rule() is Rule.ELAPSED:
        return title
    from countdown.models import sentences  # most never need it

    rule = sentences.rule_name(lead(counter).rule).lower()
    return tr("{counter} · {rule}").format(counter=title, rule=rule)
