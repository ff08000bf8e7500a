"""Who flies, in what, and from when to when."""

from enum import Enum, StrEnum
from typing import NamedTuple

from countdown.core.durations import Span
from countdown.core.errors import ReturnBeforeLaunchError
from countdown.core.moments import Instant, Moment


class Sex(StrEnum):
    """As the sources give it; it decides the women's records alone."""

    FEMALE = "F"
    MALE = "M"


class Country(NamedTuple):
    """A country that people flew for, by the code of its time.

    ``records_with`` is the code its national records are kept under: SU and RU are one.
    """

    code: str
    name: str
    records_with: str


class Person(NamedTuple):
    """Somebody who has reached orbit; ``aliases`` are other spellings of the name."""

    id: str
    name: str
    sex: Sex
    aliases: tuple[str, ...] = ()
    note: str = ""


class Vehicle(NamedTuple):
    """A spacecraft's own flight.

    ``landing`` is None while it is up, and where it came home without a crew, unrecorded.
    ``station`` is the one it went to, empty for a flight of its own or where that is not known;
    ``orbit_km`` the typical height of its orbit above the ground, good enough for estimates, None
    where that is not known, or says little: on the way to the Moon, or on a long ellipse.
    """

    id: str
    name: str
    spacecraft: str
    launch: Moment
    landing: Moment | None
    note: str = ""
    source: str = ""
    station: str = ""
    orbit_km: int | None = None


class PlannedLaunch(NamedTuple):
    """A launch to come whose crew is not named yet."""

    id: str
    name: str
    spacecraft: str
    launch: Moment
    note: str = ""


class Highlight(NamedTuple):
    """Something that is known to have happened in a person's flight up on vehicle ``up``.

    ``event`` says it in a phrase, ``short`` in a word or two, for a time line; ``moment`` is no
    more precise than the source.
    """

    person: Person
    up: Vehicle
    moment: Moment
    event: str
    short: str
    source: str = ""
    note: str = ""


class End(Enum):
    """What a flight's ``stop`` is."""

    LANDED = "landed"
    DIED = "died"
    PLANNED = "planned"
    OPEN = "open"
    """No return is known: the flight is believed for a year after the catalogue's date."""


class Flight(NamedTuple):
    """One person's trip to orbit and back, up on one vehicle and down on maybe another.

    ``number`` counts the person's flights from 1. ``stop`` is when its counter stands still:
    the landing, the planned return, or a year after the catalogue's date, whichever is known
    or comes first.
    """

    person: Person
    number: int
    up: Vehicle
    down: Vehicle | None
    country: Country
    launch: Moment
    landing: Moment | None
    planned_return: Moment | None
    stop: Moment
    end: End

    @property
    def is_over(self) -> bool:
        """Its end is a fact, whether or not the clock has reached it."""
        return self.end in (End.LANDED, End.DIED)

    @property
    def known_return(self) -> Moment | None:
        """The landing, or else the planned return."""
        return self.landing or self.planned_return

    def has_begun(self, at: Instant) -> bool:
        return self.launch.earliest <= at

    def has_stopped(self, at: Instant) -> bool:
        """Say whether its counter stands still: landed, or no longer confirmed."""
        if self.end is End.OPEN:
            return at > self.stop.latest
        return at >= self.stop.latest

    def is_up(self, at: Instant) -> bool:
        """Say whether its flyer counts as in orbit at ``at``."""
        return self.has_begun(at) and not self.has_stopped(at)

    def is_uncertain(self, at: Instant) -> bool:
        """Say whether ``at`` lies inside what is not known of launch or return."""
        ending = self.known_return
        return self.launch.may_hold(at) or (ending is not None and ending.may_hold(at))

    def span(self, at: Instant) -> Span:
        """Return how long it has lasted by ``at``; nothing before launch."""
        return Span.between(self.launch, self.stop, at)

    def with_return(self, landing: Moment) -> "Flight":
        """Return the same flight, supposing it ends at ``landing``.

        Raises:
            ReturnBeforeLaunchError: that is not after its launch.
        """
        if not landing.may_follow(self.launch):
            raise ReturnBeforeLaunchError(str(landing), str(self.launch))
        return self._replace(landing=landing, planned_return=None, stop=landing, end=End.LANDED)
