"""Why a file from outside was refused, in this language, and what to do about it."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from countdown.models.phrases import tr

_GAP: Final = re.escape("{}")


def reason_words(reason: str) -> str:
    """Say a reason and what to do about it; one that is not known here stands as it is."""
    for template, words in _words().items():
        if (found := _pattern(template).fullmatch(reason)) is not None:
            return words.format(*found.groups())
    return reason


@cache
def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(re.escape(template).replace(_GAP, "(.*)"), re.DOTALL)


def _words() -> dict[str, str]:
    """What is said for each reason, where ``{}`` stands for what differs; the first one counts."""
    return {**_of_values(), **_of_moments(), **_of_references(), **_of_tables(), **_of_files()}


def _of_values() -> dict[str, str]:
    return {
        "must not be empty": tr("this is empty; fill it in"),
        "is missing": tr("this is missing; add it"),
        "must be a text": tr("this must be a text"),
        "is longer than {} signs": tr("this has more than {} signs; shorten it"),
        "has a control or direction character": tr(
            "there is a sign in it that cannot be seen; type it anew"
        ),
        "must be made of a-z, 0-9 and single hyphens": tr(
            "an id is made of a–z, 0–9 and single hyphens, like “example-1”"
        ),
        "must be two capital letters": tr("write two capital letters, like “US”"),
        "must be a whole number from {} to {}": tr("this must be a whole number from {} to {}"),
        "must be true or false": tr("this must be true or false"),
        "must be one of {}": tr("this must be one of: {}"),
        "must be a list": tr("this must be a list"),
        "must be an object": tr("this must be an object"),
        "is there twice": tr("this is there twice; leave one of them"),
        "is no field that is known here": tr("there is no such field; take it away"),
    }


def _of_moments() -> dict[str, str]:
    return {
        "is outside 1900 to 2200": tr("only 1900 to 2199 can be told"),
        "has no time zone; end it with Z": tr("the time has no zone; end it with Z for UTC"),
        "is no moment; {}": tr(
            "this is no moment; write it like 2015-03-27T19:42Z, 2015-03-27, 2015-03 or 2015"
        ),
        "is no interval of this precision": tr("the two do not go with the precision"),
        "must be a date, like {}": tr("write a date, like {}"),
        "does not go with the other end of the flight, {}": tr(
            "this does not go with the other end of the flight, {}"
        ),
        "is not within this flight": tr("this is outside the flight"),
        "overlaps this person's flight on {}": tr("{} is not known to be over by then"),
    }


def _of_references() -> dict[str, str]:
    nobody = tr("nobody is called that, neither in the catalogue nor in the file")
    no_vehicle = tr("no vehicle is called that, neither in the catalogue nor in the file")
    return {
        "is nobody in the catalogue or in the file": nobody,
        "is no vehicle in the catalogue or in the file": no_vehicle,
        "is no vehicle in the catalogue or in the table": no_vehicle,
        "is no country in the catalogue or in the file": tr("no country has that code"),
        "is no flight in the catalogue or in the file": tr("there is no such flight"),
        "is {} in the catalogue": tr("the catalogue has another one of that name: {}"),
        "is stated otherwise before: {}": tr("another statement says otherwise: {}"),
        "has no landing": tr("no landing of that vehicle is known; state it"),
        "needs the vehicle in which the flight ended under down": tr(
            "say under “down” on which vehicle the flight ended"
        ),
        "must be left out: the flight is over": tr(
            "the flight is over: there is no return to plan; take it away"
        ),
        "is a landing of a launch on which nobody is said to fly": tr(
            "nobody is said to fly on it"
        ),
    }


def _of_tables() -> dict[str, str]:
    return {
        "the columns must be {}, and may be {}": tr(
            "the first line must name the columns: {}; and it may name {}"
        ),
        "has more than {} flights, {}": tr("there are more than {} flights; part the table"),
        "has {} cells, not {}": tr("this line has {} cells, and not {} as the first line"),
        "is not CSV: {}": tr("this cannot be read as CSV ({}); look for a quotation mark"),
        "is {} in another row on this vehicle": tr(
            "another row says {} of this vehicle; let both say the same"
        ),
        "must be yes or empty": tr("write “yes”, or leave it empty"),
        "is there twice on this vehicle": tr("this person is there twice on the vehicle"),
        "must be F or M for who is not in the catalogue": tr(
            "write F or M for who is not in the catalogue"
        ),
        "must be empty: it is that of the vehicle down": tr(
            "leave this empty: the landing is that of the vehicle under “down”"
        ),
    }


def _of_files() -> dict[str, str]:
    newer = tr("it is from a newer version of the app; open it with that one")
    return {
        "there is no such file{}": tr("there is no such file"),
        "is no file": tr("this is no file"),
        "is no name of a file": tr("this is no name of a file"),
        "cannot be read: {}": tr("the disk says: {}"),
        "cannot be written: {}": tr("the disk says: {}"),
        "larger than {}, {}": tr("it is larger than {}; make it smaller, or several of it"),
        "is from a newer version of the app{}": newer,
        "is not UTF-8 text": tr("this is not text in UTF-8; save it as UTF-8"),
        "is not JSON: {}": tr("this is no mission file: {}"),
        "is not a JSON object": tr("this is no mission file"),
        "must be {}": tr("this must be {}"),
        "has half a sign, which no file can hold": tr("half a sign is in it; type it anew"),
        "is no backup: the missions are missing": tr("this is no backup: it has no missions"),
        "is neither a folder nor a zip or tar archive that can be read": tr("this is no backup"),
        "is a damaged zip archive": tr("the file is damaged; take another backup"),
        "is locked by a password": tr("it is locked by a password; unpack it first"),
        "is packed in a way not known here": tr("it is packed in a way that is not known here"),
        "is the app's own file: choose another name": tr(
            "that is where the app keeps its own; choose another name"
        ),
    }
