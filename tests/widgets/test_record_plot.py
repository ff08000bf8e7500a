"""The time line's geometry: whatever the chain and the size, nothing is written over another."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF

from countdown.core.moments import DAY, Instant
from countdown.core.records import WOMEN, WORLD, Category, Kind
from countdown.core.reigns import Reign, reigns
from countdown.widgets.record_plot import Drawing, Measures, draw, height_at
from tests.chains import FIRST_LAUNCH, chain_of
from tests.fakes import at

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue

CAREER = Category(Kind.CAREER, WORLD)
NOW = at("2026-11-22T09:30:15Z")
WIDTHS = (560, 760, 1080, 1600, 3000)
HEIGHTS = (90, 160, 300, 700)


def measures(text_height: float = 14) -> Measures:
    """Letters all of one width, wider where bold."""
    return Measures(
        text_height,
        6,
        lambda text: len(text) * text_height * 0.55,
        lambda text: len(text) * text_height * 0.6,
    )


def drawn(
    chain: tuple[Reign, ...], when: Instant, width: float, height: float, text_height: float = 14
) -> Drawing:
    come = [one for one in chain if one.change.at <= when][::-1]
    names = [" & ".join(person.name for person in one.change.persons) for one in come]
    return draw(come, names, when, QSizeF(width, height), measures(text_height))


def assert_nothing_is_written_over_another(drawing: Drawing, size: QSizeF) -> None:
    sheet = QRectF(QPointF(0, 0), size).adjusted(-0.01, -0.01, 0.01, 0.01)
    ticks = [tick.words for tick in (*drawing.times, *drawing.lengths)]
    rects = [*(label.rect for label in drawing.labels), *ticks]
    for one, other in combinations(rects, 2):
        assert not one.intersects(other), (one, other)
    for label in drawing.labels:
        assert drawing.area.left() <= label.rect.left()
        assert label.rect.right() <= drawing.area.right()
        assert sheet.contains(label.rect)
        # The line never falls, so what lies above it at its right end lies above it.
        for x in (label.rect.left(), label.rect.center().x(), label.rect.right()):
            assert height_at(line_of(drawing), x) >= label.rect.bottom() - 0.01, label.text
    for tick in drawing.times:
        assert sheet.contains(tick.words)


def line_of(drawing: Drawing) -> list[QPointF]:
    return [point for course in reversed(drawing.courses) for point in course]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("height", HEIGHTS)
@pytest.mark.parametrize(
    "category",
    [
        CAREER,
        Category(Kind.FLIGHT, WORLD),
        Category(Kind.FLIGHT, WOMEN),
        Category(Kind.CAREER, "US"),
        Category(Kind.FLIGHT, "CN"),
        Category(Kind.CAREER, "MT"),
        Category(Kind.CAREER, "AE"),
    ],
)
def test_the_real_chains(
    catalogue: Catalogue, category: Category, width: float, height: float
) -> None:
    drawing = drawn(reigns(catalogue, category), NOW, width, height)
    assert_nothing_is_written_over_another(drawing, QSizeF(width, height))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("count", [1, 2, 60])
def test_chains_of_one_of_two_and_of_sixty_holders(count: int, width: float) -> None:
    drawing = drawn(reigns(chain_of(count), CAREER), NOW, width, 240)
    assert len(drawing.courses) == count
    assert_nothing_is_written_over_another(drawing, QSizeF(width, 240))
    assert drawing.labels[0].row == 0, "the holder now is always named"


@given(
    st.integers(1, 60),
    st.integers(DAY, 900 * DAY),
    st.integers(60, 40 * DAY),
    st.integers(0, 60_000),
    st.floats(300, 3_000),
    st.floats(70, 900),
    st.floats(8, 40),
)
def test_any_chain_at_any_instant_and_size(
    count: int, apart: int, longer: int, days: int, width: float, height: float, text: float
) -> None:
    chain = reigns(chain_of(count, apart=apart, longer=longer), CAREER)
    when = Instant(FIRST_LAUNCH + days * DAY)
    drawing = drawn(chain, when, width, max(height, 6 * text), text)
    assert_nothing_is_written_over_another(drawing, QSizeF(width, max(height, 6 * text)))
    xs = [point.x() for point in line_of(drawing)]
    assert xs == sorted(xs)


def test_a_step_is_as_high_as_the_mark() -> None:
    chain = reigns(chain_of(2), CAREER)
    drawing = drawn(chain, at("1970-01-01"), 1_000, 300)
    now, before = drawing.courses
    floor = drawing.area.bottom()
    assert (floor - before[-1].y()) / (floor - now[-1].y()) == pytest.approx(5 / 10)
    assert now[0] == before[-1]
    assert now[-1].x() == pytest.approx(drawing.area.right())


def test_the_axis_covers_some_time_even_as_the_first_one_is_launched() -> None:
    drawing = drawn(reigns(chain_of(1), CAREER), FIRST_LAUNCH, 600, 200)
    assert drawing.seconds_per_pixel > 0
    assert drawing.courses[0][0] == drawing.courses[0][-1]


def test_beyond_its_ends_a_line_goes_on_level() -> None:
    line = [QPointF(0, 10), QPointF(10, 0)]
    assert [height_at(line, x) for x in (-5, 0, 5, 10, 99)] == [10, 10, 5, 0, 0]
