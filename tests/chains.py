"""Catalogues in which one flyer after another takes the record, as many as a test needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countdown.core.flights import Vehicle
from countdown.core.moments import DAY, Instant, Moment
from tests.fakes import at, catalogue_of, person, trip

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue

FIRST_LAUNCH = at("1961-04-12T06:07:00Z")


def chain_of(count: int, *, apart: int = 400 * DAY, longer: int = 5 * DAY) -> Catalogue:
    """Launch flyer after flyer, ``apart`` seconds from each other; each stays ``longer``."""
    trips = []
    for number in range(1, count + 1):
        launch = Instant(FIRST_LAUNCH + (number - 1) * apart)
        landing = Moment.exact(Instant(launch + number * longer))
        craft = Vehicle(
            f"craft-{number}", f"Craft {number}", "Testcraft", Moment.exact(launch), landing
        )
        trips.append(trip(person(f"Flyer Number {number}"), craft))
    return catalogue_of(*trips)
