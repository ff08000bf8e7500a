"""What the display says of everyone in orbit."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from countdown.core.crews import StationCrew, common_length, emptiness, flight_end, who_is_up
from countdown.core.moments import HOUR
from countdown.core.ownership import NOTHING_OWN, Ownership
from countdown.models import crew_phrases, phrases
from countdown.models.crew_rows import Row, RowKind, Scale, station_rows
from countdown.models.display_words import HeadWords
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight
    from countdown.core.moments import Instant
    from countdown.core.readings import Mission


class UpWords(NamedTuple):
    """All who are up, by station and vehicle; ``own`` is whom the mission is about."""

    head: HeadWords
    stations: tuple[StationCrew, ...]
    at: Instant
    length: int
    own: str
    ownership: Ownership = NOTHING_OWN

    @property
    def spoken(self) -> str:
        people = [one.person.name for station in self.stations for one in station.flights]
        return ". ".join((*filter(None, self.head[:3]), *people))

    def rows(self, column: Sequence[StationCrew]) -> list[Row]:
        """Return the rows of some of the stations, or parts of them."""
        return [
            row
            for one in column
            for row in station_rows(one, self.stations, self.at, self.ownership)
        ]

    def figure(self, flight: Flight) -> str:
        """How long somebody has been up, in days; on the first day in hours."""
        span = flight.span(self.at)
        if not span.days_max:
            return tr("{} h").format(phrases.number(span.seconds // HOUR))
        return tr("{} d").format(phrases.days_figure(span))

    def shares(self, flight: Flight) -> tuple[float, float]:
        """How much of the common scale a flight takes by now, and in the end."""
        scale, launch = Scale(None, self.length), flight.launch.earliest
        reached = scale.share(self.at - launch)
        return reached, max(reached, scale.share(flight_end(flight, self.at) - launch))


def up_words(mission: Mission, at: Instant) -> UpWords:
    """Show who is in orbit at an instant."""
    catalogue = mission.catalogue
    stations = _who_is_up(catalogue, *catalogue.steady_around(at))
    flights = [flight for one in stations for flight in one.flights]
    if flights:
        about = crew_phrases.of_countries(stations)
    else:
        about = crew_phrases.nobody(emptiness(catalogue, at))
    title = HeadWords(
        crew_phrases.heads(len(flights)), about, crew_phrases.doubt(catalogue, at), "text"
    )
    own = mission.person.id if mission.person is not None else ""
    return UpWords(title, stations, at, common_length(flights, at), own, catalogue.own)


@lru_cache(maxsize=2)
def _who_is_up(catalogue: Catalogue, since: Instant, _until: Instant) -> tuple[StationCrew, ...]:
    """The same people are up for a while."""
    return who_is_up(catalogue, since)


def is_own(row: Row, own: str) -> bool:
    """Say whether a row is that of the person whom the mission is about."""
    return row.kind is RowKind.PERSON and bool(own) and row.key[1] == own
