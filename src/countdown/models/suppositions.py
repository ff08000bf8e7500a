"""What another return would mean, in words: which marks fall, which stand, and by how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countdown.core.errors import BadMomentError, OutOfRangeError, ReturnBeforeLaunchError
from countdown.core.flights import End
from countdown.core.moments import DAY, HOUR, MINUTE, Precision
from countdown.core.what_if import Fate
from countdown.models import phrases
from countdown.models.phrases import tr
from countdown.models.sentences import of_sex

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.errors import CountdownError
    from countdown.core.flights import Flight
    from countdown.core.moments import Instant, Moment
    from countdown.core.what_if import Mark, Supposition


def mark_title(catalogue: Catalogue, mark: Mark) -> str:
    """Name a record: ``Longest flight · world``."""
    where = phrases.scope_name(catalogue, mark.category.scope)
    return f"{phrases.category_name(mark.category)} · {where}"


def mark_detail(mark: Mark) -> str:
    """Say whose it is, or was, and the figure to beat."""
    names = phrases.listed([one.name for one in mark.rivals])
    if mark.crossing is None:
        return names
    figure = phrases.mark(mark.mark_seconds, mark.mark_seconds_max)
    return tr("{names}, {figure}").format(names=names, figure=figure)


def verdict(flight: Flight, mark: Mark) -> str:
    """Say in few words whether it falls, and by how much."""
    names = phrases.listed([one.name for one in mark.rivals])
    match mark.fate:
        case Fate.OWN:
            he, she = tr("nobody is ahead of him"), tr("nobody is ahead of her")
            return of_sex(flight.person, he, she)
        case Fate.IN_ORBIT:
            if len(mark.rivals) > 1:
                many = phrases.number(len(mark.rivals))
                return tr("stays behind {} others in orbit").format(many)
            return tr("stays behind {names}").format(names=names)
        case Fate.FALLS:
            said = tr("falls, by {length}")
        case Fate.STANDS:
            said = tr("lands {length} short of {names}")
    said = said.format(length=whole_length(mark.seconds), names=names)
    return tr("perhaps {}").format(said) if mark.uncertain else said


def reason(mark: Mark) -> str:
    """Say when it falls, or what it would take."""
    match mark.fate:
        case Fate.OWN:
            return ""
        case Fate.IN_ORBIT:
            return tr("up as well, return not known")
        case Fate.FALLS if mark.crossing is not None:
            return tr("passed on {}").format(_between(mark.crossing.at, mark.crossing.at_latest))
        case _ if mark.needs_after is not None:
            said = tr("needs a return after {}").format(phrases.date(mark.needs_after))
            return _with_place(said, mark)
        case _:
            return ""


def _with_place(said: str, mark: Mark) -> str:
    """Add the place that the flight reaches on the way."""
    if mark.place is None:
        return said
    return tr("{said} · reaches {place}").format(said=said, place=phrases.ordinal(mark.place))


def whole_length(seconds: int) -> str:
    """Return a length in its largest unit, rounded down: ``4 days``, ``17 hours``."""
    if seconds >= DAY:
        return phrases.counted(seconds // DAY, tr("{} day"), tr("{} days"))
    if seconds >= HOUR:
        return phrases.counted(seconds // HOUR, tr("{} hour"), tr("{} hours"))
    if seconds >= MINUTE:
        return phrases.counted(seconds // MINUTE, tr("{} minute"), tr("{} minutes"))
    return phrases.counted(seconds, tr("{} second"), tr("{} seconds"))


def lengths(found: Supposition) -> str:
    """Return how long the flight lasts, and the career with it."""
    flight = phrases.length(*found.flight)
    career = phrases.length(*found.career)
    return tr("{flight} in this flight · {career} in all").format(flight=flight, career=career)


def later(landing: Moment, known: Moment) -> str:
    """Say how far a supposed return is from the known one."""
    days = round((landing.earliest - known.earliest) / DAY)
    if not days:
        return tr("as known") if landing == known else tr("the same day")
    if days > 0:
        return phrases.counted(days, tr("{} day later"), tr("{} days later"))
    return phrases.counted(-days, tr("{} day earlier"), tr("{} days earlier"))


def return_text(landing: Moment) -> str:
    """Write a return in UTC, as exactly as it is known."""
    if landing.precision > Precision.MINUTE:
        return phrases.moment(landing)
    return _minute(landing.earliest)


def _minute(at: Instant) -> str:
    """Write a UTC minute alone: what is supposed has no local time."""
    minute = phrases.clock_time(at)[: -len(":00")]
    return tr("{date}, {time} UTC").format(date=phrases.date(at), time=minute)


def _between(at: Instant, at_latest: Instant) -> str:
    return _minute(at) if at_latest - at < HOUR else phrases.between(at, at_latest)


def known_text(flight: Flight) -> str:
    """Say what is known of a flight's return."""
    if flight.known_return is None:
        return tr("not announced")
    text = return_text(flight.known_return)
    return text if flight.is_over else tr("planned for {}").format(text)


def why_not(flight: Flight | None, at: Instant) -> str:
    """Say why no other return is supposed; nothing where one can be."""
    if flight is None or not flight.has_begun(at):
        return tr("The flight has not begun: there is no return to move.")
    if flight.end is End.DIED:
        said = tr("{name} died in this flight. It is shown as it was; no other end is supposed.")
        return said.format(name=flight.person.name)
    return ""


def wrong_return(error: CountdownError) -> str:
    """Say what is wrong with a return that was typed."""
    match error:
        case BadMomentError(zoneless=True):
            return tr("A time of day needs its zone: end it with Z for UTC.")
        case OutOfRangeError():
            return tr("Returns go from 1900 to 2199.")
        case ReturnBeforeLaunchError():
            return tr("That is not after the launch at {}.").format(error.launch)
        case _:
            return tr("Write a date like 2016-06-07, or a time like 2016-06-07T04:26Z.")
