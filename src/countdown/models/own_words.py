"""What is the user's and not the catalogue's, in words: a mark of two, and where it is stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countdown.core.flights import Flight, Person
from countdown.core.milestones import MilestoneKind
from countdown.core.moments import Moment
from countdown.core.ownership import NOTHING_OWN, Fact
from countdown.models import phrases
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Highlight, PlannedLaunch, Vehicle
    from countdown.core.milestones import Milestone
    from countdown.core.ownership import Agreed, Correction, Ownership, Value
    from countdown.core.press import PressFigure

    Subject = Flight | Vehicle | Person | PlannedLaunch

_ENDINGS = (Fact.LANDING, Fact.PLANNED_RETURN, Fact.DOWN, Fact.DIED)


def mark(own: Ownership, *subjects: Subject) -> str:
    """Return ``by you``, or ``corrected``; nothing of what the catalogue says by itself.

    Of several, such as the flights of a career, the first that is the user's has the word.
    """
    if own is NOTHING_OWN:
        return ""
    if any(map(own.is_own, subjects)):
        return tr("by you")
    return tr("corrected") if any(_corrections(own, one) for one in subjects) else ""


def marked(text: str, mark: str) -> str:
    """Put a mark behind a text."""
    return f"{text} · {mark}" if text and mark else text or mark


def told(catalogue: Catalogue, one: Subject) -> tuple[str, ...]:
    """Say in which mission something is stated, and what the catalogue has; each in a line."""
    own = catalogue.own
    if own is NOTHING_OWN:
        return ()
    mission = own.mission_of(one)
    stated = () if mission is None else (_stated(catalogue, mission),)
    corrections = (correction(catalogue, each) for each in _corrections(own, one))
    return (*stated, *corrections, *dict.fromkeys(_agreements(own, one)))


def milestone(
    catalogue: Catalogue, about: Flight | PlannedLaunch | None, milestone: Milestone
) -> str:
    """Say where a milestone is from, if its moment is the user's, or whom it passes is.

    ``about`` is the flight, or the launch that is waited for.
    """
    own = catalogue.own
    if own is NOTHING_OWN:
        return ""
    if milestone.own is not None:
        return _stated(catalogue, milestone.own.mission)
    if milestone.crossing is not None:
        passes = milestone.crossing.passes
        careers = (flight for person in passes for flight in catalogue.career(person))
        return tr("counts what is stated by you") if mark(own, *careers) else ""
    if about is None or milestone.kind is MilestoneKind.DAYS:
        return ""
    if (mission := own.mission_of(about)) is not None:
        return _stated(catalogue, mission)
    facts = (Fact.LAUNCH,) if milestone.kind is MilestoneKind.LAUNCH else _ENDINGS
    found = (one for one in _corrections(own, about) if one.fact in facts)
    return next((correction(catalogue, one) for one in found), "")


def fact(catalogue: Catalogue, told: Highlight | PressFigure | None) -> str:
    """Say where a highlight or a figure of the press is stated, if it is the user's."""
    if catalogue.own is NOTHING_OWN or told is None:
        return ""
    mission = catalogue.own.told.get(told)
    return "" if mission is None else _stated(catalogue, mission)


def correction(catalogue: Catalogue, one: Correction) -> str:
    """Say what is corrected, and what the catalogue has instead."""
    title = catalogue.own.titles.get(one.mission, "")
    what = _fact_name(one.fact)
    if one.catalogue is None:
        return tr("{what} by you in “{title}”; the catalogue has none").format(
            what=what, title=title
        )
    value = _value(catalogue, one.catalogue)
    if isinstance(one.catalogue, Moment) and value == _value(catalogue, one.own):
        from countdown.models.moment_words import to_the_second  # they differ by seconds

        value = to_the_second(one.catalogue)
    return tr("{what} by you in “{title}”; the catalogue has {value}").format(
        what=what, title=title, value=value
    )


def _stated(catalogue: Catalogue, mission: str) -> str:
    return tr("stated by you in “{}”").format(catalogue.own.titles.get(mission, ""))


def _corrections(own: Ownership, one: Subject) -> tuple[Correction, ...]:
    if isinstance(one, Person):
        return ()
    if not isinstance(one, Flight):
        return own.vehicle_corrections.get(one.id, ())
    found = own.corrections(one)
    if any(each.fact is Fact.LANDING for each in found):  # on what, goes without saying
        found = tuple(each for each in found if each.fact is not Fact.DOWN or each.catalogue)
    return found


def _agreements(own: Ownership, one: Subject) -> Iterator[str]:
    agreed: tuple[Agreed, ...] = ()
    if isinstance(one, Flight):
        agreed = own.agreements(one)
    elif not isinstance(one, Person):
        agreed = own.agreed.get(one.id, ())
    whole = {each.mission for each in agreed if each.fact is None}
    for fact, mission in agreed:
        title = own.titles.get(mission, "")
        if fact is None:
            yield tr("stated by you in “{}”; the catalogue says so too").format(title)
        elif mission not in whole:
            yield tr("{what} by you in “{title}”; the catalogue says so too").format(
                what=_fact_name(fact), title=title
            )


def _fact_name(fact: Fact) -> str:
    return {
        Fact.LAUNCH: tr("launch"),
        Fact.LANDING: tr("landing"),
        Fact.DOWN: tr("way down"),
        Fact.PLANNED_RETURN: tr("planned return"),
        Fact.DIED: tr("end of the flight"),
    }[fact]


def _value(catalogue: Catalogue, value: Value) -> str:
    """Write what the catalogue says."""
    if isinstance(value, Moment):
        return phrases.moment(value)
    if isinstance(value, str):
        vehicle = catalogue.vehicles.get(value)
        return vehicle.name if vehicle is not None else value
    return tr("died in flight") if value else tr("landed")
