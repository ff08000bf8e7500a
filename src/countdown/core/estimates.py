"""A flight in other words: orbits, kilometres, sunrises, shares of a stay, and the twin's clock.

All of these are estimates: the orbit is taken as a circle at the height that the catalogue gives
for the vehicle, around an Earth that does not turn.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from countdown.core.durations import Span
from countdown.core.flights import End, Flight
from countdown.core.moments import DAY, Instant

MU: Final = 3.986004418e14
"""What Earth's pull amounts to, GM in m³/s² (WGS 84)."""
EARTH_RADIUS_KM: Final = 6_371
"""The mean radius of Earth."""
LIGHT: Final = 299_792_458
"""The speed of light in m/s, exact."""
YEAR_DAYS: Final = 365.25
MARS_DAYS: Final = 3 * YEAR_DAYS
"""To Mars and back: "up to three years", as NASA gives it."""
STAY_DAYS: Final = YEAR_DAYS / 2
"""The usual stay on a station, half a year."""


class EstimateKind(StrEnum):
    """What is estimated, in the order it is shown."""

    ORBITS = "orbits"
    KILOMETRES = "kilometres"
    SUNRISES = "sunrises"
    MARS = "mars"
    STAY = "stay"
    TWIN = "twin"


NEED_ORBIT: Final = (
    EstimateKind.ORBITS,
    EstimateKind.KILOMETRES,
    EstimateKind.SUNRISES,
    EstimateKind.TWIN,
)
"""Those that are left out where no height is known."""


class Orbit(NamedTuple):
    """A circular orbit, ``height_km`` above the mean radius."""

    height_km: int

    @property
    def radius(self) -> float:
        """Metres from the centre of Earth."""
        return (EARTH_RADIUS_KM + self.height_km) * 1_000.0

    @property
    def period(self) -> float:
        """Seconds that one orbit takes."""
        return 2 * math.pi * math.sqrt(self.radius**3 / MU)

    @property
    def speed(self) -> float:
        """Metres per second."""
        return math.sqrt(MU / self.radius)

    @property
    def slower(self) -> float:
        """Seconds a second that a clock loses by its speed (special relativity)."""
        return self.speed**2 / (2 * LIGHT**2)

    @property
    def faster(self) -> float:
        """Seconds a second that a clock gains by its height (general relativity)."""
        return MU / LIGHT**2 * (1 / (EARTH_RADIUS_KM * 1_000.0) - 1 / self.radius)

    @property
    def younger(self) -> float:
        """Seconds a second by which a flyer ages less than a twin on the ground."""
        return self.slower - self.faster


class Stay(NamedTuple):
    """A flight's time by some instant, and its orbit; None where no one height describes it."""

    flight: Flight
    span: Span
    orbit: Orbit | None


class Estimate(NamedTuple):
    """An estimate by the least and the most time it can be.

    Orbits and sunrises are counts, shares parts of one, the twin's clock seconds by which the
    flyer has aged less; there, ``slower`` and ``faster`` are its two parts by the least time.
    """

    kind: EstimateKind
    low: float
    high: float
    slower: float = 0.0
    faster: float = 0.0


def stays_by(flights: Iterable[Flight], at: Instant) -> tuple[Stay, ...]:
    """Return what has been flown by ``at``."""
    return tuple(
        Stay(one, one.span(at), None if one.up.orbit_km is None else Orbit(one.up.orbit_km))
        for one in flights
        if one.has_begun(at)
    )


def may_be_told(flights: Iterable[Flight]) -> bool:
    """Say whether a flight may be put in other words; one that ended in death may not."""
    return all(one.end is not End.DIED for one in flights)


def estimates(stays: Sequence[Stay]) -> tuple[Estimate, ...]:
    """Return every estimate there is for these stays together, each at its own height."""
    total = Span.total(one.span for one in stays)
    orbits = [(one.span, one.orbit) for one in stays if one.orbit is not None]

    def over(rate: Callable[[Orbit], float]) -> tuple[float, float]:
        least = sum(span.seconds * rate(orbit) for span, orbit in orbits)
        return least, sum(span.seconds_max * rate(orbit) for span, orbit in orbits)

    def share(days: float) -> tuple[float, float]:
        return total.seconds / (days * DAY), total.seconds_max / (days * DAY)

    shares = (
        Estimate(EstimateKind.MARS, *share(MARS_DAYS)),
        Estimate(EstimateKind.STAY, *share(STAY_DAYS)),
    )
    if not orbits or len(orbits) < len(stays):
        return shares
    rounds = over(_orbits_a_second)
    twin = sorted(over(_younger))  # beyond a height of half a radius it is older, not younger
    return (
        Estimate(EstimateKind.ORBITS, *rounds),
        Estimate(EstimateKind.KILOMETRES, *over(_km_a_second)),
        Estimate(EstimateKind.SUNRISES, *rounds),
        *shares,
        Estimate(EstimateKind.TWIN, twin[0], twin[1], over(_slower)[0], over(_faster)[0]),
    )


def _orbits_a_second(orbit: Orbit) -> float:
    return 1 / orbit.period


def _km_a_second(orbit: Orbit) -> float:
    return orbit.speed / 1_000


def _younger(orbit: Orbit) -> float:
    return orbit.younger


def _slower(orbit: Orbit) -> float:
    return orbit.slower


def _faster(orbit: Orbit) -> float:
    return orbit.faster


def rounded(value: float, figures: int) -> float:
    """Return ``value`` to so many significant figures, which is all that is known of it."""
    if not value:
        return 0.0
    return round(value, figures - 1 - math.floor(math.log10(abs(value))))
