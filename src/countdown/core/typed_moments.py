"""Instants as people type them: ISO, most ways of writing a date, or a day of a flight."""

import re
from datetime import UTC
from typing import TYPE_CHECKING, Final

from countdown.core.errors import BadMomentError, CountdownError
from countdown.core.moments import DAY, Instant, as_datetime, instant

if TYPE_CHECKING:
    from countdown.core.flights import Flight

_DAY: Final = re.compile(r"(?:mission )?day (\d{1,5})", re.ASCII | re.IGNORECASE)
_LONGEST: Final = 60


def typed_instant(
    text: str, near: Instant, flight: "Flight | None" = None, *, day_first: bool = False
) -> Instant:
    """Return the instant that is meant; what is not typed is that of ``near``'s day, at 00:00 UTC.

    ``day 203`` is the first second of a flight's 203rd day. ``day_first`` decides what 3/4/2016
    is.

    Raises:
        BadMomentError: it cannot be understood.
        OutOfRangeError: outside 1900 to 2200.
    """
    typed = text.strip()
    found = _DAY.fullmatch(typed)
    if found is not None and flight is not None and int(found[1]) > 0:
        at = flight.launch.latest + (int(found[1]) - 1) * DAY
        return instant(as_datetime(Instant(at)))
    if not typed or len(typed) > _LONGEST:
        raise BadMomentError(text)
    from dateutil import parser  # late: nobody types a date at each start

    midnight = as_datetime(Instant(near // DAY * DAY))
    try:
        when = parser.parse(typed, default=midnight, dayfirst=day_first)
        return instant(when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC))
    except CountdownError:
        raise
    except (ValueError, OverflowError, TypeError, RecursionError):
        raise BadMomentError(text) from None
