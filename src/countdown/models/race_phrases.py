"""What a race says: both flights on the same mission day, and when the one passes the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from countdown.core.durations import Span
from countdown.core.flights import End
from countdown.core.moments import DAY, HOUR, Instant, known_to
from countdown.core.races import Outcome, length_of
from countdown.models import phrases
from countdown.models.phrases import TO, tr

if TYPE_CHECKING:
    from countdown.core.flights import Flight
    from countdown.core.moments import Moment
    from countdown.core.races import Race, Runner


class Verdict(NamedTuple):
    """The one figure of a race: what it says, the figure, and the date it belongs to."""

    caption: str
    figure: str
    target: str = ""
    is_live: bool = False
    """It is still to come."""


def flight_text(flight: Flight) -> str:
    """Return ``Michael López-Alegría · Soyuz TMA-9 · 215 d``, as the chooser lists it."""
    length = length_of(flight)
    parts = [flight.person.name, flight.up.name]
    parts.append(tr("no return known") if length is None else short_length(length))
    return " · ".join(parts)


def short_length(span: Span) -> str:
    """Return complete days, or hours and minutes of a flight that lasted no day."""
    if span.seconds >= DAY:
        return tr("{} d").format(phrases.days_figure(span))
    return phrases.length(span.seconds, span.seconds_max, span.precision)


def end_text(runner: Runner, at: Instant) -> str:
    """Say when a flight ends, and how long it lasts then."""
    flight = runner.flight
    if runner.length is None or flight.known_return is None:
        return tr("no return known")
    day = day_text(flight.known_return)
    if flight.end is End.DIED:
        ended = tr("ended {}")
    elif flight.end is not End.LANDED:
        ended = tr("return planned {}")
    else:
        ended = tr("landed {}") if flight.known_return.latest <= at else tr("lands {}")
    span = runner.length
    length = phrases.length(span.seconds, span.seconds_max, span.precision)
    return "  ·  ".join((ended.format(day), length))


def day_text(when: Moment) -> str:
    """Return the UTC date of a moment, or the two it lies between."""
    first = phrases.date(when.earliest)
    last = phrases.date(when.last)
    return first if first == last else f"{first} {TO} {last}"


def day_number(span: Span) -> str:
    """Return the number of the day that is running, as exactly as it is known."""
    first, last = max(1, span.nth_day), max(1, span.nth_day_max)
    text = phrases.number(first)
    return text if first == last else f"{text}{TO}{phrases.number(last)}"


def today_text(race: Race) -> str:
    return tr("day {}").format(day_number(race.mission_time))


def own_day(race: Race) -> str:
    """Say on which of its days the flight is, or was at its end."""
    own = race.own
    if race.is_over and own.flight.end is not End.DIED:
        sentence = tr("{name} landed on day {day}, {date}")
    elif race.is_over:
        sentence = tr("{name}'s flight ended on day {day}, {date}")
    else:
        sentence = tr("{name}'s day {day} is {date}")
    return sentence.format(
        name=own.flight.person.name, day=day_number(race.mission_time), date=day_text(own.at)
    )


def rival_day(race: Race, at: Instant) -> str:
    """Say when the rival's same day was, and how far from its end."""
    rival = race.rival
    name = rival.flight.person.name
    if rival.ago is not None and rival.length is not None and rival.flight.landing is not None:
        landed = tr("{name} had landed {ago} before, on day {day}, {date}")
        if rival.flight.end is End.DIED:
            landed = tr("{name}'s flight had ended {ago} before, on day {day}, {date}")
        if rival.ago.seconds_max == 0:
            landed = tr("{name} landed at that very time, on day {day}, {date}")
        return landed.format(
            name=name,
            ago=_apart(rival.ago),
            day=day_number(rival.length),
            date=day_text(rival.flight.landing),
        )
    sentence = tr("{name}'s day {day} was {date}")
    if rival.at.earliest > at:
        sentence = tr("{name}'s day {day} will be {date}")
    elif rival.at.latest >= at:
        sentence = tr("{name}'s day {day} is {date}")
    said = sentence.format(name=name, day=day_number(race.mission_time), date=day_text(rival.at))
    if rival.to_go is None:
        return said
    if rival.flight.end is End.DIED:
        before = tr("{said}, {apart} before the end of the flight")
    else:
        before = tr("{said}, {apart} before landing")
    return before.format(said=said, apart=_apart(rival.to_go))


def _apart(span: Span) -> str:
    """Write a distance in whole days, or hours where it is short and so exactly known."""
    if span.seconds >= DAY or (span.precision > known_to(0) and span.seconds_max >= DAY):
        if span.days == span.days_max:
            return phrases.counted(span.days, tr("{} day"), tr("{} days"))
        return tr("{} days").format(phrases.days_figure(span))
    hours = span.seconds_max // HOUR
    if hours == 0:
        return tr("less than an hour")
    return phrases.counted(hours, tr("{} hour"), tr("{} hours"))


def career_text(runner: Runner) -> str:
    """Say how much the flyer has on that day with the flights before."""
    if runner.flight.number == 1:
        return tr("first flight")
    career = runner.career
    days = phrases.days_figure(career)
    if days == "1":
        return tr("1 day in all by then")
    return tr("{} days in all by then").format(days)


def verdict(race: Race, at: Instant) -> Verdict:
    """Return what comes, or came, of the race."""
    if race.is_plain or race.outcome is Outcome.LEVEL:
        return _plain(race)
    if race.level_at is None:
        return _open(race)
    level = race.level_at
    name = race.rival.flight.person.name
    date = phrases.between(level.earliest, level.latest)
    if race.outcome is Outcome.RIVAL or race.gets_level is False:
        return Verdict(tr("Ends earlier than {} by").format(name), _difference(race))
    if race.outcome is Outcome.UNSURE:
        return Verdict(tr("Which is the longer is not known"), _difference(race))
    if at > level.latest:
        own, other = race.own.flown, race.rival.length or Span(0, 0)
        beyond = _minus(own, other)
        caption = tr("Lasted longer by") if race.is_over else tr("Longer by now, by")
        target = tr("level on {}").format(date)
        return Verdict(caption, _length(beyond), target)
    caption = tr("Passes {} in") if race.gets_level else tr("If still in orbit, passes {} in")
    least, most = max(0, level.earliest - at), level.latest - at
    to_go = Span(least, most, known_to(most - least))
    return Verdict(caption.format(name), _length(to_go), date, is_live=True)


def _plain(race: Race) -> Verdict:
    if race.outcome is Outcome.LEVEL:
        caption = tr("Together from launch to landing")
        if race.own.flight.launch != race.rival.flight.launch:
            caption = tr("Both flights are as long")
        elif race.is_plain:
            caption = tr("Together on this flight")
        return Verdict(caption, "" if race.is_plain else tr("level all the way"))
    return Verdict(tr("The flights differ by"), _difference(race))


def _open(race: Race) -> Verdict:
    """The rival's return is not known: while both fly, the distance stays."""
    apart = race.rival.flight.launch.earliest - race.own.flight.launch.earliest
    if race.own.flight.launch == race.rival.flight.launch:
        return Verdict(tr("Up together, no return known"), tr("level so far"))
    lead = tr("Launched earlier by") if apart > 0 else tr("Launched later by")
    fuzzy = race.own.flight.launch.latest - race.own.flight.launch.earliest
    fuzzy += race.rival.flight.launch.latest - race.rival.flight.launch.earliest
    span = Span(max(0, abs(apart) - fuzzy), abs(apart) + fuzzy, known_to(fuzzy))
    return Verdict(lead, _length(span))


def _difference(race: Race) -> str:
    """Write by how much the two lengths differ."""
    own, other = race.own.length, race.rival.length
    if own is None or other is None:
        return ""
    longer, shorter = (own, other) if own.seconds >= other.seconds else (other, own)
    return _length(_minus(longer, shorter))


def _minus(longer: Span, shorter: Span) -> Span:
    return Span(
        max(0, longer.seconds - shorter.seconds_max),
        max(0, longer.seconds_max - shorter.seconds),
        max(longer.precision, shorter.precision),
    )


def _length(span: Span) -> str:
    return phrases.length(span.seconds, span.seconds_max, span.precision)


def spoken(race: Race, at: Instant) -> str:
    """Return the bar as a sentence that turns once a day."""
    return ". ".join(
        (own_day(race), end_text(race.own, at), rival_day(race, at), end_text(race.rival, at))
    )
