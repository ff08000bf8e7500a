"""What the speeds of a replay are called."""

from __future__ import annotations

import pytest

from countdown.core.clocks import FASTEST
from countdown.models.speed_phrases import SPEEDS, speed_name


def test_the_speeds_on_offer_have_short_names() -> None:
    assert [speed_name(one) for one in SPEEDS] == ["1×", "60×", "1 h/s", "1 d/s", "10 d/s"]


@pytest.mark.parametrize(
    ("speed", "name"), [(2.0, "2×"), (5_000.0, "5,000×"), (7_200.0, "2 h/s"), (FASTEST, "30 d/s")]
)
def test_any_other_speed_has_a_name_too(speed: float, name: str) -> None:
    assert speed_name(speed) == name


def test_no_speed_on_offer_is_beyond_the_fastest() -> None:
    assert max(SPEEDS) <= FASTEST
