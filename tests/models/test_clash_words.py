"""In what two missions differ, in words side by side."""

from __future__ import annotations

from countdown.core.flights import Person, Sex
from countdown.core.merging import Clash, merge
from countdown.core.own_missions import (
    OwnFlight,
    OwnMilestone,
    OwnMission,
    OwnVehicle,
    VehicleCorrection,
)
from countdown.core.ownership import FlightKey
from countdown.models.clash_words import Difference, differences, parts_in_words
from tests.fakes import catalogue_of, trip, vehicle, woman
from tests.own import moment, own_mission

FACTS = catalogue_of(trip(woman("Ada Aster"), vehicle("Up 1", "2029-10-01T00:00:00Z")))
SHIP = OwnVehicle("ark-1", "Ark 1", "Ark", moment("2027-03-01T12:00:05Z"), station="ISS")
MINE = own_mission(
    "ark",
    vehicles=(SHIP,),
    flights=(OwnFlight("ada-aster", "ark-1", "US"),),
    milestones=(OwnMilestone("Radio", moment("2027-04-12")),),
)


def clash_with(theirs: OwnMission) -> Clash:
    (clash,) = merge((MINE,), (theirs,)).clashes
    return clash


def told(**changed: object) -> list[Difference]:
    return differences(clash_with(MINE._replace(**changed)), FACTS)  # type: ignore[arg-type]


def test_of_one_vehicle_only_what_differs_is_told() -> None:
    later = SHIP._replace(launch=moment("2027-03-01T12:00:06Z"), station="")
    assert told(vehicles=(later,)) == [
        ("Own launches: Ark 1, Launch", "1 Mar 2027, 12:00:05 UTC", "1 Mar 2027, 12:00:06 UTC"),
        ("Own launches: Ark 1, Station", "ISS", "nothing"),
    ]


def test_what_only_one_of_them_says_is_told_with_all_it_says() -> None:
    pia = Person("pia", "Pia", Sex.FEMALE)
    landed = VehicleCorrection("up-1", landing=moment("2030-01-20"), note="On television")
    assert told(people=(pia,), flights=(), vehicle_corrections=(landed,)) == [
        ("New people: Pia", "not there", "Sex: Female"),
        ("Flights: Ada Aster · Ark 1", "For: US", "not there"),
        ("Corrected vehicles: Up 1", "not there", "Landing: 20 Jan 2030, Note: On television"),
    ]


def test_titles_days_and_flights_of_milestones_are_told() -> None:
    radio = MINE.milestones[0]._replace(flight=FlightKey("ada-aster", "up-1"))
    clash = clash_with(MINE._replace(title="Boat", milestones=(radio,)))
    assert parts_in_words(clash) == "Title and Milestones"
    assert differences(clash, FACTS) == [
        ("Title", "Ark", "Boat"),
        ("Milestones: Radio, Flight", "nothing", "Ada Aster · Up 1"),
    ]


def test_long_texts_are_told_from_where_they_part() -> None:
    mine, theirs = MINE._replace(note="x" * 200 + "one"), MINE._replace(note="x" * 200 + "two")
    ((_, said, other),) = differences(Clash("ark", mine, theirs, ("note",)), FACTS)
    assert (said, other) == ("…" + "x" * 16 + "one", "…" + "x" * 16 + "two")


def test_what_looks_the_same_is_told_apart() -> None:
    mine, theirs = MINE._replace(note="a  b"), MINE._replace(note="a b")
    ((_, said, other),) = differences(Clash("ark", mine, theirs, ("note",)), FACTS)
    assert said != other
    swapped = MINE._replace(vehicles=(SHIP, SHIP._replace(id="ark-2", name="Ark 2")))
    turned = swapped._replace(vehicles=swapped.vehicles[::-1])
    assert differences(Clash("ark", swapped, turned, ("vehicles",)), FACTS) == [
        ("Own launches", "in another order", "in another order")
    ]


def test_two_milestones_of_one_name_are_told_one_by_one() -> None:
    two = (*MINE.milestones, OwnMilestone("Radio", moment("2027-05")))
    later = (MINE.milestones[0]._replace(moment=moment("2027-04-13")), two[1])
    mine, theirs = MINE._replace(milestones=two), MINE._replace(milestones=later)
    found = differences(Clash("ark", mine, theirs, ("milestones",)), FACTS)
    assert found == [("Milestones: Radio, When", "12 Apr 2027", "13 Apr 2027")]
