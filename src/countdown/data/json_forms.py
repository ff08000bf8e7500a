"""Forms that JSON is read by: one table gives the reader, the writer and the JSON Schema.

A reader notes everything that is wrong, each with its path, and never stops at the first; what it
returns is meant only when nothing was noted.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections import Counter
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from countdown.core.errors import Problem
from countdown.core.own_missions import HIDDEN
from countdown.data.errors import shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_Value = TypeVar("_Value")

MOST_PROBLEMS: Final = 100
"""So many are told of one file: enough to see what it is."""

_LINE: Final = rf"^[^{HIDDEN}]*$"
_LINES: Final = rf"^(?:[^{HIDDEN}]|\n)*$"


class TooManyProblemsError(Exception):
    """There is no use in reading on."""


class Check:
    """What is wrong with a file so far; of one from a newer version, what is not known is left.

    ``line`` is where what is read stands, in a file that has lines.
    """

    def __init__(self, file: str, *, is_newer: bool = False) -> None:
        self._file = file
        self.is_newer = is_newer
        self.line: int | None = None
        self.problems: list[Problem] = []

    def note(self, path: str, value: object, reason: str) -> None:
        """Note one thing wrong.

        Raises:
            TooManyProblemsError: it was the last that is told.
        """
        self.problems.append(Problem(self._file, self.line, path, shown(value), reason))
        if len(self.problems) >= MOST_PROBLEMS:
            raise TooManyProblemsError


class JsonObject(dict[str, object]):
    """An object as it stands in a file; ``twice`` are the keys that it has more than once."""

    __slots__ = ("twice",)

    def __init__(self, pairs: Sequence[tuple[str, object]] = ()) -> None:
        super().__init__(pairs)
        self.twice: Sequence[str] = ()
        if len(self) < len(pairs):
            counted = Counter(key for key, _ in pairs)
            self.twice = [key for key, count in counted.items() if count > 1]


class Form(ABC, Generic[_Value]):
    """How one kind of value stands in JSON."""

    @abstractmethod
    def read(self, value: object, path: str, check: Check) -> _Value | None:
        """Return what ``value`` means, or note what is wrong with it."""

    @abstractmethod
    def write(self, value: _Value) -> object:
        """Return the value as JSON."""

    @abstractmethod
    def schema(self, named: dict[str, object]) -> dict[str, object]:
        """Return what a JSON Schema says of it; what has a name of its own goes to ``named``."""


class Text(Form[str]):
    """Text of one line, or of several; nothing in it can hide, or turn round what follows it."""

    def __init__(
        self, most: int, *, least: int = 0, lines: bool = False, pattern: str = "", form: str = ""
    ) -> None:
        self._most = most
        self._least = least
        self._allowed = pattern or (_LINES if lines else _LINE)
        self._matches = re.compile(self._allowed).fullmatch
        self._reason = form or "has a control or direction character"

    def read(self, value: object, path: str, check: Check) -> str | None:
        if not isinstance(value, str):
            check.note(path, value, "must be a text")
        elif len(value) > self._most:
            check.note(path, value, f"is longer than {self._most} signs")
        elif self._least and not value.strip():
            check.note(path, value, "must not be empty")
        elif self._matches(value) is None:
            check.note(path, value, self._reason)
        else:
            return value
        return None

    def write(self, value: str) -> object:
        return value

    def schema(self, _named: dict[str, object]) -> dict[str, object]:
        found: dict[str, object] = {"type": "string", "maxLength": self._most}
        patterns = [self._allowed, r"\S"] if self._least else [self._allowed]
        found["allOf"] = [{"pattern": one} for one in patterns]
        return found


class Whole(Form[int]):
    """A whole number between two others."""

    def __init__(self, least: int, most: int) -> None:
        self._least = least
        self._most = most

    def read(self, value: object, path: str, check: Check) -> int | None:
        if type(value) is int and self._least <= value <= self._most:  # true is an int as well
            return value
        check.note(path, value, f"must be a whole number from {self._least} to {self._most}")
        return None

    def write(self, value: int) -> object:
        return value

    def schema(self, _named: dict[str, object]) -> dict[str, object]:
        return {"type": "integer", "minimum": self._least, "maximum": self._most}


class Flag(Form[bool]):
    """True or false."""

    def read(self, value: object, path: str, check: Check) -> bool | None:
        if isinstance(value, bool):
            return value
        check.note(path, value, "must be true or false")
        return None

    def write(self, value: bool) -> object:
        return value

    def schema(self, _named: dict[str, object]) -> dict[str, object]:
        return {"type": "boolean"}


class OneOf(Form[_Value]):
    """One of a few words, each with what it means."""

    def __init__(self, choices: Mapping[str, _Value]) -> None:
        self._choices = choices
        self._words = {value: word for word, value in choices.items()}

    def read(self, value: object, path: str, check: Check) -> _Value | None:
        if isinstance(value, str) and value in self._choices:
            return self._choices[value]
        check.note(path, value, f"must be one of {', '.join(self._choices)}")
        return None

    def write(self, value: _Value) -> object:
        return self._words[value]

    def schema(self, _named: dict[str, object]) -> dict[str, object]:
        return {"enum": list(self._choices)}


class Many(Form[tuple[_Value, ...]]):
    """A list of one kind of thing; where ``unique`` names a field, no two have the same."""

    def __init__(self, form: Form[_Value], *, unique: str = "") -> None:
        self._form = form
        self._unique = unique

    def read(self, value: object, path: str, check: Check) -> tuple[_Value, ...] | None:
        if not isinstance(value, list):
            check.note(path, value, "must be a list")
            return None
        found = []
        seen: set[object] = set()
        for index, one in enumerate(value):
            read = self._form.read(one, f"{path}[{index}]", check)
            if read is None:
                continue
            key = getattr(read, self._unique) if self._unique else None
            if key is not None and key in seen:
                check.note(f"{path}[{index}].{self._unique}", key, "is there twice")
            seen.add(key)
            found.append(read)
        return tuple(found)

    def write(self, value: tuple[_Value, ...]) -> object:
        return [self._form.write(one) for one in value]

    def schema(self, named: dict[str, object]) -> dict[str, object]:
        return {"type": "array", "items": self._form.schema(named)}


class Record(Form[_Value]):
    """An object whose fields are those of a ``NamedTuple``; those with a default may be missing."""

    def __init__(self, make: type[_Value], **fields: Form[Any]) -> None:
        self._make = make
        self._fields = fields
        self._defaults: Mapping[str, object] = make._field_defaults  # type: ignore[attr-defined]

    def read(self, value: object, path: str, check: Check) -> _Value | None:
        if not isinstance(value, JsonObject):
            check.note(path, value, "must be an object")
            return None
        noted = len(check.problems)
        for name in value.twice:
            check.note(_joined(path, name), value[name], "is there twice")
        found: dict[str, object] = {}
        for name, form in self._fields.items():
            if name in value:
                found[name] = form.read(value[name], _joined(path, name), check)
            elif name not in self._defaults:
                check.note(_joined(path, name), "", "is missing")
        if not check.is_newer:
            for name in value.keys() - self._fields.keys():
                check.note(_joined(path, name), "", "is no field that is known here")
        return self._make(**found) if len(check.problems) == noted else None

    def write(self, value: _Value) -> object:
        return {
            name: form.write(getattr(value, name))
            for name, form in self._fields.items()
            if name not in self._defaults or getattr(value, name) != self._defaults[name]
        }

    def schema(self, named: dict[str, object]) -> dict[str, object]:
        name = self._make.__name__
        if name not in named:
            named[name] = {
                "description": (self._make.__doc__ or "").partition("\n")[0],
                "type": "object",
                "additionalProperties": False,
                "required": [one for one in self._fields if one not in self._defaults],
                "properties": {key: form.schema(named) for key, form in self._fields.items()},
            }
        return {"$ref": f"#/$defs/{name}"}


def _joined(path: str, name: str) -> str:
    return f"{path}.{name[:40]}" if path else name[:40]
