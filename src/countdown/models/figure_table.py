"""All rules of counting side by side: the words of each figure, found anew only when it turns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from countdown.core.durations import Rule
from countdown.core.explanations import (
    Counts,
    age_standing_since,
    reckonings,
    standing_since,
)
from countdown.models import phrases, sentences
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.explanations import Figure, Standing
    from countdown.core.flights import Flight
    from countdown.core.moments import Instant


class Place(NamedTuple):
    """Where a figure stands: what is counted, by which rule."""

    counts: Counts
    rule: Rule


PLACES: Final = (
    *(Place(Counts.FLIGHT, rule) for rule in Rule),
    Place(Counts.CAREER, Rule.ELAPSED),
    Place(Counts.CAREER, Rule.NTH_DAY),
    *(Place(Counts.CAREER_BY_FLIGHT, rule) for rule in Rule if rule is not Rule.CALENDAR_AGE),
)
"""A sum of flights has no dates of its own, and no age."""


class Words(NamedTuple):
    """A figure, and since when and until when it stands."""

    figure: str
    since: str
    until: str


class FigureTable:
    """The figures of one flight and its flyer's career, second by second.

    Their edges take some halving, and are looked for when a figure turns.
    """

    def __init__(self, catalogue: Catalogue, flight: Flight) -> None:
        self.catalogue = catalogue
        self.flight = flight
        career = catalogue.career(flight.person)
        found = [one for one in reckonings(career) if one.flight in (None, flight)]
        self._reckonings = {Place(one.counts, one.rule): one for one in found}
        self._kept: dict[Place, tuple[Figure | str, Words]] = {}

    def words(self, at: Instant) -> dict[Place, Words]:
        """Return every figure that the flight and the career have at ``at``."""
        return {place: self._words(place, at) for place in PLACES}

    def _words(self, place: Place, at: Instant) -> Words:
        figure = self._figure(place, at)
        kept = self._kept.get(place)
        if kept is None or kept[0] != figure:
            text = figure if isinstance(figure, str) else sentences.figure_text(figure)
            standing = self._standing(place, at)
            kept = self._kept[place] = (
                figure,
                Words(text, sentences.since_text(standing), sentences.until_text(standing)),
            )
        return kept[1]

    def _figure(self, place: Place, at: Instant) -> Figure | str:
        if (reckoning := self._reckonings.get(place)) is not None:
            return reckoning.figure(at)
        return sentences.age_text(self.flight, at)

    def _standing(self, place: Place, at: Instant) -> Standing:
        if (reckoning := self._reckonings.get(place)) is not None:
            return standing_since(reckoning, at)
        return age_standing_since(self.flight, at)

    def sentence(self, place: Place, at: Instant) -> str:
        """Return a figure as one sentence to quote."""
        if (reckoning := self._reckonings.get(place)) is not None:
            return sentences.figure_sentence(self.catalogue, reckoning, at)
        return sentences.age_sentence(self.catalogue, self.flight, at)

    def title(self, counts: Counts) -> str:
        """Say what is counted."""
        return {
            Counts.FLIGHT: tr("This flight"),
            Counts.CAREER: tr("Career, exact total"),
            Counts.CAREER_BY_FLIGHT: tr("Career, flight by flight"),
        }[counts]

    def note(self, counts: Counts, at: Instant) -> str:
        """Say how it is put together."""
        if counts is Counts.FLIGHT:
            return self.flight.up.name
        if counts is Counts.CAREER_BY_FLIGHT:
            return tr("each flight rounded by itself, then added up")
        flown = sum(one.has_begun(at) for one in self.catalogue.career(self.flight.person))
        return phrases.counted(
            flown, tr("{} flight, rounded once"), tr("{} flights added up, then rounded once")
        )
