"""From what was typed to a mission, or to what is wrong with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countdown.core.flights import Country
from countdown.core.ownership import FlightKey
from countdown.data.mission_files import mission_text, parse_missions
from countdown.models.mission_draft import FORMS, READING, ZONE, Holds, Part
from tests.models.drafts import draft, stated

LAUNCH = {"name": "Artemis III", "spacecraft": "Orion", "launch": "NET March 2027"}
HIDDEN = "There is a sign in it that cannot be seen: type it anew"


def test_a_launch_whose_crew_is_not_named_is_a_mission() -> None:
    mission = stated(draft("Our class flies along", vehicles=LAUNCH)).mission
    assert mission is not None
    assert mission.id == "ark"
    assert str(mission.stated_on) == "2026-11-22"
    (vehicle,) = mission.vehicles
    assert (vehicle.id, str(vehicle.launch)) == ("artemis-iii", "2027-03")
    assert vehicle.launch.no_earlier_than


@pytest.mark.parametrize(
    ("typed", "zone", "launch"),
    [
        ("27 March 2015 19:42", "", "2015-03-27T19:42Z"),
        ("Oct 29 2015 4:05 pm EDT", "", "2015-10-29T20:05Z"),
        ("2015-03-27T19:42:57Z", "Asia/Tokyo", "2015-03-27T19:42:57Z"),
        ("28 March 2015 01:42", "Asia/Qyzylorda", "2015-03-27T19:42Z"),
        ("March 2027", "Asia/Tokyo", "2027-03"),
    ],
)
def test_a_launch_is_understood_as_people_type_it(typed: str, zone: str, launch: str) -> None:
    mission = stated(draft(vehicles={**LAUNCH, "launch": typed, "launch" + ZONE: zone})).mission
    assert mission is not None
    assert str(mission.vehicles[0].launch) == launch


def test_a_time_at_a_clock_change_is_asked_about_and_the_answer_taken() -> None:
    typed = {**LAUNCH, "launch": "3 November 2030 1:30 am", "launch" + ZONE: "America/New_York"}
    assert "comes twice" in stated(draft(vehicles=typed)).troubles["vehicles[0].launch"]
    for reading, launch in (("0", "2030-11-03T05:30Z"), ("1", "2030-11-03T06:30Z")):
        answered = draft(vehicles={**typed, "launch" + READING: reading})
        mission = stated(answered).mission
        assert mission is not None
        assert str(mission.vehicles[0].launch) == launch


@pytest.mark.parametrize("part", Part)
def test_of_an_empty_row_each_field_that_is_needed_says_so(part: Part) -> None:
    needed = {f"{part}[0].{field.name}" for field in FORMS[part] if field.needed}
    found = stated(draft(**{part.value: {}}))
    assert found.mission is None
    assert set(found.troubles) == needed
    assert all(found.troubles.values())


def test_a_mission_without_a_title_is_none() -> None:
    assert stated(draft("  ")).troubles == {"title": "A mission needs a title"}


def test_somebody_who_is_not_found_is_told_by_name() -> None:
    flight = {"person": "Rick Deckard", "up": "=soyuz-tma-16m", "country": "US"}
    assert stated(draft(flights=flight)).troubles == {
        "flights[0].person": "Nothing here is called “Rick Deckard”"
    }


def test_what_was_removed_is_told_where_it_was_referred_to() -> None:
    flight = {"person": "~99", "up": "=soyuz-tma-16m", "country": "US"}
    assert stated(draft(flights=flight)).troubles == {
        "flights[0].person": "That is no longer in this mission"
    }


def test_a_highlight_of_a_flight_that_is_not_said_yet_waits_for_it() -> None:
    highlight = {"title": "Docks", "moment": "2027", "flight": "~1"}
    found = stated(draft(flights={}, highlights=highlight))
    assert "does not say who flies" in found.troubles["highlights[0].flight"]


def test_a_highlight_follows_the_flight_of_the_same_mission() -> None:
    flight = {"person": "=scott-kelly", "up": "=soyuz-tma-16m", "country": "US"}
    highlight = {"title": "Docks", "moment": "2015-03-28", "flight": "~1"}
    mission = stated(draft(flights=flight, highlights=highlight)).mission
    assert mission is not None
    assert mission.highlights[0].flight == FlightKey("scott-kelly", "soyuz-tma-16m")


def test_a_new_country_keeps_records_of_its_own() -> None:
    mission = stated(draft(countries={"name": "Ireland", "code": "IE"})).mission
    assert mission is not None
    assert mission.countries == (Country("IE", "Ireland", "IE"),)


@pytest.mark.parametrize(
    ("name", "wrong"), [("figure", "many"), ("figure", "0"), ("figure", "100000"), ("figure", "٣")]
)
def test_a_figure_is_a_whole_number(name: str, wrong: str) -> None:
    assert f"press[0].{name}" in stated(draft(press={name: wrong})).troubles


@pytest.mark.parametrize("wrong", ["March 2016", "NET 2016-03-02", "2016-03-02 04:26"])
def test_a_figure_of_the_press_is_as_of_a_day(wrong: str) -> None:
    found = stated(draft(press={"as_of": wrong}))
    assert found.troubles["press[0].as_of"] == "Type a day, such as 29 October 2015"


@pytest.mark.parametrize("sign", ["\N{RIGHT-TO-LEFT OVERRIDE}", "\x07", "\N{ZERO WIDTH SPACE}"])
def test_a_sign_that_cannot_be_seen_is_refused_in_its_field(sign: str) -> None:
    hidden = draft(f"Four{sign} years", vehicles={**LAUNCH, "station": f"I{sign}SS"})
    assert stated(hidden).troubles == {"title": HIDDEN, "vehicles[0].station": HIDDEN}


def test_two_of_one_name_and_one_in_other_letters_are_told_apart() -> None:
    names = ["Jane Doe", "Jane Doe", "Мария"]
    people = [{"name": name, "sex": "F"} for name in names]
    mission = stated(draft(people=people)).mission
    assert mission is not None
    assert [one.id for one in mission.people] == ["jane-doe", "jane-doe-2", "own"]


_TYPED = st.text(max_size=12) | st.text("aé \n\u202e", min_size=1).map(lambda text: text * 30)
_VALUES = {
    Holds.MOMENT: st.sampled_from(["2027", "NET March 2027", "27 March 2015 19:42", "soon"]),
    Holds.DAY: st.sampled_from(["2015-10-29", "29 Oct 2015", "NET 2016-01-01", "2015"]),
    Holds.PERSON: st.just("=scott-kelly"),
    Holds.VEHICLE: st.just("=soyuz-tma-16m"),
    Holds.FLIGHT: st.just("=scott-kelly soyuz-tma-16m"),
    Holds.COUNTRY: st.just("US"),
    Holds.CODE: st.sampled_from(["IE", "ie", "IRL"]),
    Holds.SEX: st.sampled_from(["F", "M"]),
    Holds.COUNTS: st.sampled_from(["career", "flight", "flights"]),
    Holds.FIGURE: st.sampled_from(["1", "99999", "100000", "-1"]),
    Holds.YES: st.sampled_from(["yes", ""]),
    Holds.WHETHER: st.sampled_from(["yes", "no", ""]),
}


@given(st.data(), st.sampled_from(Part), _TYPED)
def test_whatever_can_be_stated_can_be_written_to_a_file(
    data: st.DataObject, part: Part, title: str
) -> None:
    row = {
        field.name: data.draw(_VALUES.get(field.holds, _TYPED), field.name) for field in FORMS[part]
    }
    mission = stated(draft(title, **{part.value: row})).mission
    if mission is not None:
        written = mission_text((mission,))
        assert parse_missions(written.encode(), "a.mission").missions == (mission,)
