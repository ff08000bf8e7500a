"""The themes: all there, and readable."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QColor, QPalette

from countdown.data.themes import theme_titles, theme_tokens
from countdown.widgets.look import COLOURS, SIZES, SPACES, Look, look_of

GROUNDS = ("ground", "panel", "raised")
TOKENS: dict[str, Any] = {
    "colours": dict.fromkeys(COLOURS, "#102030"),
    "sizes": dict.fromkeys(SIZES, 14),
    "spaces": dict.fromkeys(SPACES, 8),
}


def light(colour: QColor) -> float:
    """Return the relative luminance of a colour, as WCAG 2 defines it."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(look: Look, one: str, other: str) -> float:
    bright, dark = sorted((light(look.colour(one)), light(look.colour(other))), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.fixture(params=theme_titles())
def theme(request: pytest.FixtureRequest) -> Look:
    return look_of(theme_tokens(request.param))


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", ["text", "dim", "accent"])
def test_all_text_can_be_read_on_every_ground(theme: Look, text: str, ground: str) -> None:
    assert contrast(theme, text, ground) >= 4.5


def test_text_on_the_accent_can_be_read(theme: Look) -> None:
    assert contrast(theme, "on_accent", "accent") >= 4.5


@pytest.mark.parametrize("ground", ["track", "panel"])
@pytest.mark.parametrize("mark", ["bar", "accent"])
def test_bars_and_marks_stand_out(theme: Look, mark: str, ground: str) -> None:
    assert contrast(theme, mark, ground) >= 3


def test_a_theme_says_of_itself_what_it_is(theme: Look) -> None:
    assert theme.is_dark == (light(theme.colour("ground")) < light(theme.colour("text")))
    assert theme.palette().color(QPalette.ColorRole.Window) == theme.colour("ground")


def test_larger_names_are_larger_type_and_wider_gaps(theme: Look) -> None:
    for names, measure in ((SIZES, theme.size), (SPACES, theme.space)):
        pixels = [measure(name) for name in names]
        assert pixels == sorted(set(pixels))


@pytest.mark.parametrize("value", [None, "", "no colour", 7, "#12", ["#000000"]])
def test_a_theme_without_one_of_its_colours_is_refused(value: object) -> None:
    tokens = {**TOKENS, "colours": {**TOKENS["colours"], "dim": value}}
    with pytest.raises(ValueError, match=r"colours\.dim"):
        look_of(tokens)


@pytest.mark.parametrize("value", [None, 0, -4, "14", True, float("nan")])
@pytest.mark.parametrize("kind", ["sizes", "spaces"])
def test_a_theme_without_one_of_its_measures_is_refused(kind: str, value: object) -> None:
    tokens = {**TOKENS, kind: {**TOKENS[kind], "small": value}}
    with pytest.raises(ValueError, match=rf"{kind}\.small"):
        look_of(tokens)


def test_a_distance_is_never_nothing() -> None:
    look = look_of(TOKENS)._replace(scale=0.1)
    assert look.px(1) == 1
    assert look.px(100) == 10
