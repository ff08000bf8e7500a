"""``.mission`` files: one or more missions as a user states them, in JSON.

A file is read whole or refused whole, with the path of each thing that is wrong; one from a newer
version of the app is read as far as it is understood, and never written.
"""

from __future__ import annotations

import json
import stat
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from countdown.core.errors import FileProblemsError, Problem
from countdown.core.own_claims import ConflictKind
from countdown.data.errors import refused, shown
from countdown.data.json_forms import Check, JsonObject, TooManyProblemsError
from countdown.data.mission_forms import MISSIONS

if TYPE_CHECKING:
    from pathlib import Path

    from countdown.core.own_claims import Conflict
    from countdown.core.own_missions import OwnMission

SCHEMA: Final = 1
SUFFIX: Final = ".mission"
MAX_BYTES: Final = 1024 * 1024
"""The most that a file may have; it is looked at before anything is read."""

Migration = Callable[[JsonObject], JsonObject]
MIGRATIONS: Final[Mapping[int, Migration]] = {}
"""For each schema before this one, what makes it the next: nothing but a function of the content.

The first time the schema changes, its first entry is ``{1: …}``.
"""

_TOO_LARGE: Final = "larger than 1 MiB, the most a mission file may be"
_LONGEST_NUMBER: Final = 15
_KEYS: Final = ("schema", "missions")


class NewerFileError(FileProblemsError):
    """A file of a newer version of the app, which this one cannot read, and must not touch."""


class MissionFile(NamedTuple):
    """What a file has; ``is_newer`` where it is of a newer app, which alone may write it."""

    missions: tuple[OwnMission, ...]
    is_newer: bool = False


def load_missions(path: Path) -> MissionFile:
    """Read a mission file.

    Raises:
        FileProblemsError: with everything that is wrong, each with its path, value and reason.
    """
    return parse_missions(read_capped(path), str(path))


def read_capped(path: Path) -> bytes:
    """Return the content of a file, which is never larger than a mission file may be.

    Raises:
        FileProblemsError: there is none, it cannot be read, or it is larger.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a device or a pipe may never end
            raise refused(str(path), "is no file")
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise refused(str(path), "there is no such file") from None
    except OSError as error:
        raise refused(str(path), f"cannot be read: {error.strerror or error}") from None
    except ValueError:  # a NUL in the name
        raise refused(str(path), "is no name of a file") from None
    if len(raw) > MAX_BYTES:
        raise refused(str(path), _TOO_LARGE)
    return raw


def parse_missions(raw: bytes, file: str) -> MissionFile:
    """Read the content of a mission file; ``file`` is what errors call it.

    Raises:
        FileProblemsError: with everything that is wrong; a `NewerFileError` where that is all.
    """
    content = _json(raw, file)
    schema = content.get("schema")
    if type(schema) is not int or schema < 1:
        reason = f"must be {SCHEMA}" if "schema" in content else "is missing"
        raise refused(file, reason, field="schema", value=shown(content.get("schema", "")))
    check = Check(file, is_newer=schema > SCHEMA)
    try:
        found = _missions(migrated(content, schema), check)
    except TooManyProblemsError:
        found = None
    if check.is_newer and (found is None or check.problems):
        reason = "is from a newer version of the app, and cannot be read by this one"
        raise NewerFileError((Problem(file, None, "schema", str(schema), reason),))
    if found is None or check.problems:
        raise FileProblemsError(tuple(check.problems))
    return MissionFile(found, check.is_newer)


def migrated(
    content: JsonObject, schema: int, migrations: Mapping[int, Migration] = MIGRATIONS
) -> JsonObject:
    """Bring content of an older schema to the present one, step by step."""
    while schema in migrations:
        content = migrations[schema](content)
        schema += 1
    return content


def _missions(content: JsonObject, check: Check) -> tuple[OwnMission, ...] | None:
    for key in content.twice:
        check.note(key[:40], content[key], "is there twice")
    if not check.is_newer:
        for key in content.keys() - set(_KEYS):
            check.note(key[:40], "", "is no field that is known here")
    if "missions" not in content:
        check.note("missions", "", "is missing")
        return None
    return MISSIONS.read(content["missions"], "missions", check)


def _json(raw: bytes, file: str) -> JsonObject:
    if len(raw) > MAX_BYTES:
        raise refused(file, _TOO_LARGE)
    try:
        content: object = json.loads(
            raw.decode("utf-8-sig"),
            object_pairs_hook=JsonObject,
            parse_int=_whole,
            parse_constant=_no_number,
        )
    except UnicodeDecodeError as error:
        value = raw[error.start : error.end].hex()
        raise refused(file, "is not UTF-8 text", value=value) from None
    except (ValueError, RecursionError) as error:
        why = "nested too deeply" if isinstance(error, RecursionError) else error
        raise refused(file, f"is not JSON: {why}") from None
    if not isinstance(content, JsonObject):
        raise refused(file, "is not a JSON object")
    return content


def _whole(digits: str) -> int | float:
    """A number so long that no field has room for it is none that is whole."""
    return int(digits) if len(digits) <= _LONGEST_NUMBER else float(digits)


def _no_number(name: str) -> object:
    raise ValueError(f"{name} is no number in JSON")


def mission_text(missions: tuple[OwnMission, ...]) -> str:
    """Write missions as a file has them; what is returned can be read, and says the same.

    Raises:
        FileProblemsError: they cannot stand in a file, or not together.
    """
    content = {"schema": SCHEMA, "missions": MISSIONS.write(missions)}
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    try:
        raw = text.encode()
    except UnicodeEncodeError as error:
        value = text[error.start : error.end].encode("unicode_escape").decode()
        raise refused("", "has half a sign, which no file can hold", value=value) from None
    if parse_missions(raw, "").missions != missions:
        raise refused("", "would be read as something else")
    return text


def conflict_problem(file: str, conflict: Conflict) -> Problem:
    """Say, as of a file, that one of its statements cannot stand over the catalogue."""
    place = f"missions[{conflict.mission}].{conflict.path}"
    reason = _REASONS[conflict.kind].format(other=conflict.other)
    return Problem(file, None, place, conflict.value, reason)


_REASONS: Final = {
    ConflictKind.UNKNOWN_PERSON: "is nobody in the catalogue or in the file",
    ConflictKind.UNKNOWN_VEHICLE: "is no vehicle in the catalogue or in the file",
    ConflictKind.UNKNOWN_COUNTRY: "is no country in the catalogue or in the file",
    ConflictKind.UNKNOWN_FLIGHT: "is no flight in the catalogue or in the file",
    ConflictKind.TAKEN: "is {other} in the catalogue",
    ConflictKind.STATED_TWICE: "is stated otherwise before: {other}",
    ConflictKind.NOT_AFTER_LAUNCH: "does not go with the other end of the flight, {other}",
    ConflictKind.OVERLAPS: "overlaps this person's flight on {other}",
    ConflictKind.NOT_LANDED: "has no landing",
    ConflictKind.DIED_NOWHERE: "needs the vehicle in which the flight ended under down",
    ConflictKind.IS_OVER: "must be left out: the flight is over",
    ConflictKind.NO_CREW: "is a landing of a launch on which nobody is said to fly",
    ConflictKind.NOT_WITHIN: "is not within this flight",
}
