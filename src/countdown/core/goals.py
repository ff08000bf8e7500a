"""What a flight leads to next: a record that it will take, or else the return."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countdown.core.climbs import climb
from countdown.core.flights import End
from countdown.core.milestones import Milestone, MilestoneKind, of_moment
from countdown.core.moments import END
from countdown.core.records import Kind, leg_of, seconds_by

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight
    from countdown.core.moments import Instant
    from countdown.core.records import Category


class Goals:
    """The records of one flight and its return, computed once for the whole of it.

    They are those among its `Prospects`, found much sooner: a list has a row for everybody
    in orbit. Records beyond what is believed of a flight are none, nor are those of a flight that
    ended in death.
    """

    def __init__(self, catalogue: Catalogue, flight: Flight) -> None:
        self._all: list[Milestone] = []
        if flight.end is End.DIED:
            return
        is_open = flight.known_return is None
        for category in catalogue.records.categories_of((flight,)):
            if not _is_in_reach(catalogue, flight, category):
                continue
            record = climb(catalogue, flight, category).record
            if record is not None and record.met < flight.stop.earliest:
                kind = MilestoneKind.RECORD
                self._all.append(
                    Milestone(kind, record.at, record.at_latest, is_open, crossing=record)
                )
        self._all.sort(key=lambda one: (one.at or 0, one.at_latest or 0))
        if not is_open:
            self._all.append(of_moment(MilestoneKind.RETURN, flight.known_return))

    def next(self, at: Instant) -> Milestone | None:
        """Return what comes next; None where neither a record nor a return is in sight."""
        return next((one for one in self._all if not one.is_past(at)), None)


def _is_in_reach(catalogue: Catalogue, flight: Flight, category: Category) -> bool:
    """Say quickly whether a flight ends above the best who had ended when it began."""
    most = flight.stop.latest - flight.launch.earliest
    if category.kind is Kind.CAREER:
        career = catalogue.career_in(flight.person, category)
        earlier = [leg_of(one) for one in career if one.number < flight.number]
        most += seconds_by(earlier, END)[1]
    for least, _, last_change, _ in reversed(catalogue.records.settled(category)):
        if last_change <= flight.launch.earliest:
            return least < most
    return True
