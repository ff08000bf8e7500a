"""Figures that the press has printed, and the rules of counting that give them."""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from countdown.core.flights import Flight, Person, Vehicle
from countdown.core.moments import Moment

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.explanations import Match


class PressCounts(StrEnum):
    """What a source says it counts."""

    CAREER = "career"
    FLIGHT = "flight"
    FLIGHTS = "flights"
    """Not days: how many times somebody has flown."""


class PressFigure(NamedTuple):
    """A figure as sources gave it on a date; ``words`` say in ours what it was said to be.

    It is told on the page of one flight, that of ``page`` up on ``page_vehicle``; ``note`` says
    what the rules of counting cannot.
    """

    person: Person
    counts: PressCounts
    figure: int
    as_of: Moment
    words: str
    source: str
    page: Person
    page_vehicle: Vehicle
    note: str = ""


class PressAnswer(NamedTuple):
    """The rules that give a figure on its UTC date, maybe none.

    ``flight_number`` is that of the flight in progress on that day, or of the last one.
    """

    press: PressFigure
    matches: tuple["Match", ...]
    flight_number: int

    @property
    def is_given(self) -> bool:
        """Say whether the app counts to the same figure."""
        if self.press.counts is PressCounts.FLIGHTS:
            return self.press.figure == self.flight_number
        return bool(self.matches)


def told_with(catalogue: "Catalogue", flight: Flight) -> tuple[PressFigure, ...]:
    """Return the figures that are told on a flight's page."""
    return tuple(
        one
        for one in catalogue.press
        if (one.page.id, one.page_vehicle.id) == (flight.person.id, flight.up.id)
    )


def answer(catalogue: "Catalogue", press: PressFigure) -> PressAnswer:
    """Find what gives a figure on the UTC date that the press gave it for."""
    from countdown.core.explanations import Counts, explain  # a catalogue is read without it

    day, after = press.as_of.earliest, press.as_of.latest
    flights = [one for one in catalogue.career(press.person) if one.launch.earliest < after]
    if press.counts is PressCounts.FLIGHTS:
        return PressAnswer(press, (), len(flights))
    is_flight = press.counts is PressCounts.FLIGHT
    matches = tuple(
        match
        for match in explain(catalogue, press.person, press.figure, day)
        if (match.reckoning.counts is Counts.FLIGHT) is is_flight
    )
    return PressAnswer(press, matches, len(flights))
