"""What a flight is in other words: each estimate as a card, and its formula with the numbers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QLocale

from countdown.core.durations import Span
from countdown.core.estimates import (
    EARTH_RADIUS_KM,
    LIGHT,
    MARS_DAYS,
    MU,
    STAY_DAYS,
    YEAR_DAYS,
    EstimateKind,
    estimates,
    rounded,
)
from countdown.core.moments import DAY, HOUR
from countdown.models import manners, phrases
from countdown.models.manners import MILE_KM
from countdown.models.phrases import TO, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from countdown.core.estimates import Estimate, Orbit, Stay

_ABOUT: Final = "≈ {}"
_LEAST_PERCENT: Final = 0.1
_MILLION: Final = 1_000_000


class Card(NamedTuple):
    """One estimate in words; ``share`` is for a bar, and ``formula`` are its lines."""

    kind: EstimateKind
    label: str
    figure: str
    words: str
    share: float | None
    formula: tuple[str, ...]


def cards(stays: Sequence[Stay]) -> tuple[Card, ...]:
    """Return every estimate of these stays, in order."""
    return tuple(_card(one, stays) for one in estimates(stays))


def left_out(stays: Sequence[Stay]) -> str:
    """Say what is left out, and why; nothing where all is there."""
    unknown = [one.flight.up.name for one in stays if one.orbit is None]
    if not unknown:
        return ""
    return tr(
        "No orbits, distance, sunrises or twin's clock: "
        "the catalogue has no one height above Earth for {}."
    ).format(phrases.listed(unknown))


def basis(stays: Sequence[Stay]) -> str:
    """Say in a line what the estimates are made from."""
    heights = _heights(stays, in_miles=manners.in_miles())
    if not heights:
        return tr("from the time in orbit")
    return tr("from the time in orbit, and a mean height of {}").format(heights)


def as_text(title: str, made: Sequence[Card]) -> str:
    """Return the cards as lines to copy, each said to be an estimate."""
    lines = [title]
    line = tr("{label}: {figure}, {words} (estimate: {formula})")
    for one in made:
        formula = "; ".join(one.formula[:2])
        lines.append(
            line.format(label=one.label, figure=one.figure, words=one.words, formula=formula)
        )
    return "\n".join(lines)


def label(kind: EstimateKind) -> str:
    return {
        EstimateKind.ORBITS: tr("Orbits"),
        EstimateKind.KILOMETRES: tr("Miles") if manners.in_miles() else tr("Kilometres"),
        EstimateKind.SUNRISES: tr("Sunrises"),
        EstimateKind.MARS: tr("To Mars and back"),
        EstimateKind.STAY: tr("A stay on a station"),
        EstimateKind.TWIN: tr("The twin's clock"),
    }[kind]


def _card(estimate: Estimate, stays: Sequence[Stay]) -> Card:
    kind = estimate.kind
    is_share = kind in (EstimateKind.MARS, EstimateKind.STAY)
    figure = _figure(estimate)
    return Card(
        kind,
        label(kind),
        figure,
        _words(estimate),
        rounded(estimate.low, 3) if is_share else None,
        _formula(estimate, stays, figure),
    )


def _words(estimate: Estimate) -> str:
    match estimate.kind:
        case EstimateKind.ORBITS:
            return tr("times around Earth")
        case EstimateKind.KILOMETRES:
            return tr("on the way around Earth")
        case EstimateKind.SUNRISES:
            return tr("sunrises, about one an orbit")
        case EstimateKind.MARS:
            return tr("of the three-year journey")
        case EstimateKind.STAY:
            return tr("of the usual six months")
        case EstimateKind.TWIN:
            if estimate.low + estimate.high < 0:
                return tr("older than the twin on the ground")
            return tr("younger than the twin on the ground")


def _figure(estimate: Estimate) -> str:
    """Return the estimate with its sign for about, a pair where that is all that is known."""
    low, high = estimate.low, estimate.high
    match estimate.kind:
        case EstimateKind.ORBITS:
            return _about("{}", _significant(low, 3, 1), _significant(high, 3, 1))
        case EstimateKind.SUNRISES:
            return _about("{}", _significant(low, 3, 0), _significant(high, 3, 0))
        case EstimateKind.KILOMETRES:
            return _distance(low, high)
        case EstimateKind.MARS | EstimateKind.STAY:
            if 100 * high < _LEAST_PERCENT:
                return tr("< {} %").format(_decimal(_LEAST_PERCENT, 1))
            percent = [_significant(100 * one, 3, 1) for one in (low, high)]
            return _about(tr("{} %"), *percent)
        case EstimateKind.TWIN:
            unit = _unit(high)
            return _about(unit.name, *(unit.write(abs(one)) for one in (low, high)))


def _distance(low_km: float, high_km: float) -> str:
    miles = manners.in_miles()
    low, high = ((one / MILE_KM if miles else one) for one in (low_km, high_km))
    if rounded(low, 3) < _MILLION:
        unit = tr("{} mi") if miles else tr("{} km")
        return _about(unit, _significant(low, 3, 0), _significant(high, 3, 0))
    unit = tr("{} million mi") if miles else tr("{} million km")
    return _about(unit, *(_significant(one / _MILLION, 3) for one in (low, high)))


def _about(unit: str, low: str, high: str) -> str:
    return _ABOUT.format(unit.format(low if low == high else f"{low}{TO}{high}"))


class _Unit(NamedTuple):
    """What a short time is written in, and how exactly."""

    name: str
    seconds: float
    decimals: int

    def write(self, seconds: float) -> str:
        return _decimal(seconds / self.seconds, self.decimals)


def _unit(seconds: float) -> _Unit:
    """Return milliseconds from one on, or else microseconds."""
    if abs(seconds) >= 0.999_5e-3:
        return _Unit(tr("{} ms"), 1e-3, 1)
    return _Unit(tr("{} µs"), 1e-6, 1 if abs(seconds) < 9.95e-6 else 0)


def _decimal(value: float, decimals: int) -> str:
    return QLocale().toString(value, "f", decimals)


def _significant(value: float, figures: int, most_decimals: int = 9) -> str:
    """Write so many significant figures, with no more decimals than said."""
    near = rounded(value, figures)
    if not near:
        return _decimal(0.0, 0)
    decimals = figures - 1 - math.floor(math.log10(abs(near)))
    return _decimal(near, min(max(0, decimals), most_decimals))


def _formula(estimate: Estimate, stays: Sequence[Stay], figure: str) -> tuple[str, ...]:
    general, put_in, sources = {
        EstimateKind.ORBITS: _orbits,
        EstimateKind.KILOMETRES: _kilometres,
        EstimateKind.SUNRISES: _sunrises,
        EstimateKind.MARS: _mars,
        EstimateKind.STAY: _stay,
        EstimateKind.TWIN: _twin,
    }[estimate.kind](estimate, stays)
    return (general, f"{put_in} {figure}", *sources)


_Lines = tuple[str, str, tuple[str, ...]]
"""The formula, the same with numbers put in, and where the constants come from."""


def _orbits(_estimate: Estimate, stays: Sequence[Stay]) -> _Lines:
    return tr("t ÷ T, with T = 2π √(a³ ÷ μ)"), _by_period(stays), _of_orbit(stays)


def _kilometres(_estimate: Estimate, stays: Sequence[Stay]) -> _Lines:
    orbit = _only_orbit(stays)
    put_in = _sum_of(stays)
    if orbit is not None:
        km = orbit.speed / 1_000
        miles = manners.in_miles()
        speed = tr("{} mi/s") if miles else tr("{} km/s")
        speed = speed.format(_decimal(km / MILE_KM if miles else km, 2))
        put_in = f"{speed} × {_time(stays)}"
    return tr("v · t, with v = √(μ ÷ a)"), put_in, _of_orbit(stays)


def _sunrises(_estimate: Estimate, stays: Sequence[Stay]) -> _Lines:
    dark = tr(
        "One an orbit is the rule. While the Sun stands far to the side of the orbit "
        "(a high beta angle) it may not set for days."
    )
    return tr("t ÷ T, one an orbit"), _by_period(stays), (dark,)


def _mars(_estimate: Estimate, stays: Sequence[Stay]) -> _Lines:
    source = tr("NASA gives up to three years for the journey there and back; a year is {} d.")
    return _share(tr("t ÷ 3 years"), _decimal(MARS_DAYS, 2), source, stays)


def _stay(_estimate: Estimate, stays: Sequence[Stay]) -> _Lines:
    source = tr("Crews of a station usually stay for half a year; a year is {} d.")
    return _share(tr("t ÷ half a year"), _decimal(STAY_DAYS, 3), source, stays)


def _share(formula: str, days: str, source: str, stays: Sequence[Stay]) -> _Lines:
    """The lines of a share of so many ``days``; ``source`` has a gap for those of a year."""
    whole = tr("{} d").format(days)
    return formula, f"{_time(stays)} ÷ {whole}", (source.format(_decimal(YEAR_DAYS, 2)),)


def _twin(estimate: Estimate, stays: Sequence[Stay]) -> _Lines:
    unit = _unit(estimate.high)
    parts = tr("speed {slower}, height {faster}:").format(
        slower="−" + unit.name.format(unit.write(estimate.slower)),
        faster="+" + unit.name.format(unit.write(estimate.faster)),
    )
    sources = tr("{orbit}; c = {light} km/s; v = √(μ ÷ a)").format(
        orbit=_of_orbit(stays)[0], light=phrases.number(round(LIGHT / 1_000))
    )
    ground = tr("The twin stands on an Earth at rest: its turning changes this by less than 1 %.")
    return tr("t · [v² ÷ 2c² − μ ÷ c² · (1 ÷ R − 1 ÷ a)]"), parts, (sources, ground)


def _by_period(stays: Sequence[Stay]) -> str:
    orbit = _only_orbit(stays)
    if orbit is None:
        return _sum_of(stays)
    minutes = tr("{} min").format(_decimal(orbit.period / 60, 1))
    return f"{_time(stays)} ÷ {minutes}"


def _sum_of(stays: Sequence[Stay]) -> str:
    return tr("summed over {} flights, each at its own height:").format(phrases.number(len(stays)))


def _of_orbit(stays: Sequence[Stay]) -> tuple[str, ...]:
    """Say what ``a`` and ``μ`` are."""
    pull = phrases.number(round(MU / 1e9))
    line = tr("a = R + {height}; R = {radius} km (mean); μ = {pull} km³/s² (WGS 84)")
    height = _heights(stays, in_miles=False)  # as its constants, which are given so
    return (line.format(radius=phrases.number(EARTH_RADIUS_KM), height=height, pull=pull),)


def _heights(stays: Sequence[Stay], *, in_miles: bool) -> str:
    """Return the heights of all these orbits; nothing where one of them is not known."""
    found = [one.orbit.height_km for one in stays if one.orbit is not None]
    if not found or len(found) < len(stays):
        return ""
    unit, one = (tr("{} mi"), MILE_KM) if in_miles else (tr("{} km"), 1)
    low, high = (phrases.number(round(height / one)) for height in (min(found), max(found)))
    return unit.format(low if low == high else f"{low}{TO}{high}")


def _only_orbit(stays: Sequence[Stay]) -> Orbit | None:
    """Return the orbit that all these stays share."""
    found = {one.orbit for one in stays}
    return found.pop() if len(found) == 1 else None


def _time(stays: Sequence[Stay]) -> str:
    """Write the time in orbit in four figures, which turn no sooner than the estimate does."""
    total = Span.total(one.span for one in stays)
    unit, seconds = (tr("{} d"), DAY) if total.seconds >= DAY else (tr("{} h"), HOUR)
    low, high = (_significant(one / seconds, 4, 2) for one in (total.seconds, total.seconds_max))
    return unit.format(low if low == high else f"{low}{TO}{high}")
