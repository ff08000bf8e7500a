"""What a typed moment was taken for, in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from countdown.core.errors import CountdownError
from countdown.core.typed_moments import Doubtful, Understood
from countdown.models.moment_words import (
    USUAL_ZONES,
    doubt_words,
    read_moment,
    trouble_with,
    understood,
    zone_label,
    zone_names,
    zone_of,
)


def said(text: str, zone: str = "UTC") -> str:
    found = read_moment(text, zone)
    assert isinstance(found, Understood)
    return understood(found, zone)


@pytest.mark.parametrize(
    ("typed", "zone", "words"),
    [
        ("2015-03-27T19:42:57Z", "UTC", "27 Mar 2015, 19:42:57 UTC"),
        ("27 March 2015 19:42", "UTC", "27 Mar 2015, 19:42 UTC"),
        ("28 March 2015 01:42", "Asia/Qyzylorda", "27 Mar 2015, 19:42 UTC · 28 Mar 2015, 01:42 "),
        ("Oct 29 2015 4:05 pm EDT", "America/New_York", "29 Oct 2015, 20:05 UTC · 16:05 New York"),
        ("29 October 2015", "Asia/Tokyo", "29 Oct 2015, a day of UTC"),
        ("March 2027", "UTC", "March 2027, the whole month"),
        ("NET March 2027", "UTC", "no earlier than March 2027, the whole month"),
        ("NET 27 March 2027 19:42", "UTC", "no earlier than 27 Mar 2027, 19:42 UTC"),
        ("2027", "UTC", "2027, the whole year"),
    ],
)
def test_a_moment_is_said_as_exactly_as_it_was_typed(typed: str, zone: str, words: str) -> None:
    assert said(typed, zone).startswith(words)


@pytest.mark.parametrize(
    ("typed", "question", "readings"),
    [
        ("3 Nov 2030 1:30 am", "comes twice", ("05:30 UTC · 01:30", "06:30 UTC · 01:30")),
        ("10 Mar 2030 2:30 am", "does not come", ("06:30 UTC · 01:30", "07:30 UTC · 03:30")),
    ],
)
def test_a_clock_change_to_come_is_asked_about_as_one_that_was(
    typed: str, question: str, readings: tuple[str, str]
) -> None:
    found = read_moment(typed, "America/New_York")
    assert isinstance(found, Doubtful)
    assert question in doubt_words(found)
    for one, words in zip(found.readings, readings, strict=True):
        assert words in understood(one, "America/New_York")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("1 May 2031 4 pm CST", "“CST” is no one zone"),
        ("1 May 1831", "Only 1900 to 2199"),
        ("soon", "Not understood"),
        ("31 February 2027", "Not understood"),
    ],
)
def test_why_a_text_is_no_moment_is_said(typed: str, why: str) -> None:
    with pytest.raises(CountdownError) as refused:
        read_moment(typed, "UTC")
    assert why in trouble_with(refused.value)


def test_in_german_the_day_comes_first_and_the_months_are_german() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    try:
        assert read_moment("3.4.2016", "UTC") == read_moment("2016-04-03", "UTC")
        assert read_moment("3. Oktober 2016", "UTC") == read_moment("2016-10-03", "UTC")
    finally:
        QLocale.setDefault(before)


def test_the_zones_of_mission_controls_come_first_and_each_zone_once() -> None:
    names = zone_names()
    assert tuple(names[: len(USUAL_ZONES)]) == USUAL_ZONES
    assert len(names) == len(set(names)) == len({zone_label(name) for name in names})
    assert all(name == "UTC" or zone_of(name) is not zone_of("UTC") for name in names)


def test_a_zone_is_found_by_its_place() -> None:
    assert zone_label("UTC") == "UTC"
    assert zone_label("America/New_York") == "New York · America"
    assert zone_label("America/Argentina/Buenos_Aires") == "Buenos Aires · America/Argentina"


def test_a_zone_that_this_machine_does_not_know_is_utc() -> None:
    assert zone_of("Mars/Olympus_Mons") is zone_of("UTC")
    assert zone_of("../../etc/passwd") is zone_of("UTC")
