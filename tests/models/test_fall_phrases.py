"""What the windows say when Kelly passes Fincke."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.core.falls import fall_in
from countdown.core.readings import Mission, read
from countdown.models import fall_phrases
from tests.fakes import at

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.falls import Fall


def fall_at(catalogue: Catalogue, now: str) -> Fall:
    found = fall_in(read(Mission.of_person(catalogue, catalogue.people["scott-kelly"]), at(now)))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("now", "figure"),
    [
        ("2015-10-15T09:01:19Z", "42 s"),
        ("2015-10-15T09:02:01Z", "0 s"),
        ("2015-10-15T09:02:02Z", "record, +00:00:01"),
        ("2015-10-15T09:07:13Z", "record, +00:05:12"),
        ("2015-10-15T10:02:01Z", "record, +01:00:00"),
    ],
)
def test_the_last_minute_counts_seconds_alone_and_a_record_counts_on(
    catalogue: Catalogue, now: str, figure: str
) -> None:
    assert fall_phrases.figure(fall_at(catalogue, now)) == figure


def test_it_says_whose_record_it_is_and_who_held_it(catalogue: Catalogue) -> None:
    fall = fall_at(catalogue, "2015-10-15T09:02:30Z")
    headline = fall_phrases.headline(catalogue, fall)
    assert headline == "Scott Kelly: Most time in all · United States"
    assert fall_phrases.detail(fall) == "passes Mike Fincke, 381 d 15:08:08"
