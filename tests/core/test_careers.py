"""A career as a line over the years, beside the record."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from countdown.core.careers import curves, height_at
from countdown.core.moments import DAY
from countdown.core.records import Category, Kind
from tests.fakes import at

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue

NOON = at("2015-10-16T12:00:00Z")
US = Category(Kind.CAREER, "US")


def test_kellys_line_passes_382_days_and_ends_at_520(catalogue: Catalogue) -> None:
    found = curves(catalogue, catalogue.people["scott-kelly"], US, NOON)
    (line,) = found.lines
    assert found.seconds_at(NOON) // DAY == 382
    assert height_at(line, NOON) == found.seconds_at(NOON)
    assert line[-1][1] // DAY == 520
    assert [seconds for _, seconds in line] == sorted(seconds for _, seconds in line)


def test_fincke_held_the_us_record_until_kelly_did(catalogue: Catalogue) -> None:
    found = curves(catalogue, catalogue.people["scott-kelly"], US, NOON)
    for when, holder in (("2015-10-15T09:00:00Z", "mike-fincke"), ("2015-10-16", "scott-kelly")):
        reign = found.reign_at(at(when))
        assert reign is not None
        assert [one.person.id for one in reign.change.flights] == [holder]


def test_the_record_never_falls(catalogue: Catalogue) -> None:
    for kind in Kind:
        category = Category(kind, "world")
        found = curves(catalogue, catalogue.people["gennady-padalka"], category, NOON)
        line = found.record_line(NOON)
        figures = [seconds for _, seconds in line]
        # where a landing is known to the minute, the low ends of two holders may differ by one
        assert all(later >= one - 60 for one, later in pairwise(figures))
        assert line[-1][0] <= NOON


def test_compared_flight_by_flight_each_has_a_line_of_its_own(catalogue: Catalogue) -> None:
    category = Category(Kind.FLIGHT, "US")
    found = curves(catalogue, catalogue.people["scott-kelly"], category, NOON)
    assert len(found.lines) == 4
    assert all(line[0][1] == 0 for line in found.lines)
    assert found.seconds_at(NOON) // DAY == 202


@pytest.mark.parametrize("person", ["yuri-gagarin", "valentina-tereshkova", "laurel-b-clark"])
def test_short_careers_have_lines_too(catalogue: Catalogue, person: str) -> None:
    one = catalogue.people[person]
    country = catalogue.career(one)[0].country.records_with
    found = curves(catalogue, one, Category(Kind.CAREER, country), NOON)
    assert found.seconds_at(NOON) > 0
    assert found.first < found.last
