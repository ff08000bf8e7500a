"""What the display says of a ladder, and of how a record changes it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from countdown.core.flights import End
from countdown.core.ladders import Gap, ladder, moved
from countdown.core.moments import HOUR, MINUTE, Instant
from countdown.core.reigns import reigns
from countdown.models import fall_phrases, phrases
from countdown.models.display_words import HeadWords, head, telling_category
from countdown.models.ladder_list import rung_rows
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.climbs import Crossing
    from countdown.core.falls import Fall
    from countdown.core.flights import Flight
    from countdown.core.ladders import Ladder
    from countdown.core.ownership import Ownership
    from countdown.core.readings import Mission, Reading
    from countdown.core.records import Category
    from countdown.models.ladder_list import RungRow


class RungWords(NamedTuple):
    """A rung; ``key`` tells whose it is on two ladders."""

    key: tuple[str, str]
    row: RungRow


class LadderWords(NamedTuple):
    """Rungs by rank, none before a first launch; quiet for a flight that ended in death."""

    head: HeadWords
    rungs: tuple[RungWords, ...]
    is_quiet: bool = False

    @property
    def spoken(self) -> str:
        return ". ".join((*filter(None, self.head[:3]), *map(_spoken, self.rungs)))


class FallWords(NamedTuple):
    """A record as it falls: the rungs before it and after, and who held it since when."""

    head: HeadWords
    record: str
    detail: str
    held: str
    before: tuple[RungWords, ...]
    after: tuple[RungWords, ...]

    @property
    def spoken(self) -> str:
        return ". ".join(filter(None, (self.head.title, self.record, self.detail, self.held)))


def _spoken(rung: RungWords) -> str:
    return ", ".join(filter(None, rung.row[:4]))


def _worded(found: Ladder | None, own: Ownership) -> tuple[RungWords, ...]:
    if found is None:
        return ()
    rows = rung_rows(found.rungs, own, is_running=found.is_running)
    keys = ((rung.person.id, rung.flights[-1].up.id) for rung in found.rungs)
    return tuple(RungWords(key, row) for key, row in zip(keys, rows, strict=True))


def _to_the_second(found: Ladder | None, was: int, own: Ownership) -> tuple[RungWords, ...]:
    """Write figures to the second, and beside the own one which rank it ``was``."""
    if found is None:
        return ()
    told = []
    for rung, words in zip(found.rungs, _worded(found, own), strict=True):
        row = words.row._replace(figure=phrases.length(*rung.span))
        if row.is_own and was > rung.rank:
            row = row._replace(gap=tr("was {}").format(phrases.ordinal(was)))
        told.append(words._replace(row=row))
    return tuple(told)


def ladder_words(mission: Mission, reading: Reading, room: int) -> LadderWords:
    """Show the leader and ``room`` rungs about the flight, in the category that tells most."""
    title, flight, category = head(mission, reading), reading.flight, telling_category(reading)
    if flight is None or category is None:
        return LadderWords(title, ())
    name = category_title(mission.catalogue, category)
    title = title._replace(state=name, state_colour="text")
    minute = Instant(reading.at - reading.at % MINUTE)  # gaps are told to the minute
    asked = mission.catalogue, flight, category
    found = _ladder(*asked, max(minute, flight.launch.latest), room)
    if found is None or found.until <= reading.at:  # its order may be another by now
        found = _ladder(*asked, reading.at, room)
    quiet = flight.end is End.DIED
    return LadderWords(title, _worded(found, mission.catalogue.own), quiet)


def category_title(catalogue: Catalogue, category: Category) -> str:
    """Return ``Longest flight · United States``."""
    where = phrases.scope_name(catalogue, category.scope)
    return f"{phrases.category_name(category)} · {where}"


def fall_words(mission: Mission, reading: Reading, fall: Fall, room: int) -> FallWords:
    """Show what a fallen record changed."""
    crossing = fall.countdown.milestone.crossing
    flight = reading.flight
    assert crossing is not None
    assert flight is not None
    catalogue, category = mission.catalogue, crossing.category
    before = _ladder(catalogue, flight, category, Instant(crossing.at - 1), room)
    after = _ladder(catalogue, flight, category, Instant(crossing.at + 1), room)
    if after is not None:
        after = moved(after, flight, reading.at)
    was = next((one.rank for one in before.rungs if one.gap is Gap.OWN), 0) if before else 0
    since = fall_phrases.figure(fall) if fall.seconds <= HOUR else ""
    return FallWords(
        head(mission, reading)._replace(state=since, state_colour="accent"),
        phrases.milestone_title(catalogue, fall.countdown.milestone),
        fall_phrases.detail(fall),
        _held(catalogue, crossing),
        _to_the_second(before, was, catalogue.own),
        _to_the_second(after, was, catalogue.own),
    )


@lru_cache(maxsize=8)
def _ladder(
    catalogue: Catalogue, flight: Flight, category: Category, at: Instant, room: int
) -> Ladder | None:
    return ladder(catalogue, flight, category, at, room)


@lru_cache(maxsize=8)
def _held(catalogue: Catalogue, crossing: Crossing) -> str:
    """Say who held it until then, and since when."""
    before = [one for one in reigns(catalogue, crossing.category) if one.change.at < crossing.at]
    if not before:
        return ""
    change = before[-1].change
    return tr("{names} held it since {date}: {lasted}").format(
        names=phrases.listed([one.name for one in change.persons]),
        date=phrases.date_in_full(change.at),
        lasted=phrases.lasted(change.at, crossing.at),
    )
