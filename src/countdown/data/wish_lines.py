"""What a second start says to the running app, and what it is answered: a line of JSON each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from countdown.core.errors import CountdownError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import NoReturn

MOST_BYTES: Final = 64 * 1024
"""A longer line is refused, before it is read."""

_SCHEMA: Final = 1


class BadLineError(CountdownError):
    """A line that is no wish or no answer; ``field`` is what is wrong, ``line`` for all of it."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


def wish_line(wish: Mapping[str, object]) -> bytes:
    """Return the line for a wish of plain JSON values.

    Raises:
        BadLineError: it is too long.
    """
    return _line({"schema": _SCHEMA, "wish": wish})


def read_wish(line: bytes, kinds: Mapping[str, type]) -> dict[str, object]:
    """Return the fields of ``kinds`` that are wished for; others and empty ones are left out.

    A kind is ``str``, ``bool`` or ``float``; a whole number is a ``float`` too.

    Raises:
        BadLineError: it is no wish, or one of another schema, or a field is of another kind.
    """
    said = _read(line)
    wish = said.get("wish")
    if not isinstance(wish, dict):
        raise BadLineError("wish")
    fields: dict[str, object] = {}
    for name, kind in kinds.items():
        value = wish.get(name)
        if kind is float and type(value) is int:
            value = _as_float(name, value)
        if value is None:
            continue
        if type(value) is not kind:
            raise BadLineError(f"wish.{name}")
        fields[name] = value
    return fields


def answer_line(verdict: str, detail: str = "") -> bytes:
    """Return the line for an answer; a detail that is too long for it is cut.

    Raises:
        BadLineError: the verdict is too long.
    """
    return _line({"schema": _SCHEMA, "verdict": verdict, "detail": detail[:1000]})


def read_answer(line: bytes) -> tuple[str, str]:
    """Return the verdict and its detail.

    Raises:
        BadLineError: it is no answer, or one of another schema.
    """
    said = _read(line)
    verdict, detail = said.get("verdict"), said.get("detail", "")
    if not isinstance(verdict, str):
        raise BadLineError("verdict")
    if not isinstance(detail, str):
        raise BadLineError("detail")
    return verdict, detail


def _line(content: Mapping[str, object]) -> bytes:
    line = json.dumps(content, allow_nan=False).encode() + b"\n"
    if len(line) > MOST_BYTES:
        raise BadLineError("line")
    return line


def _read(line: bytes) -> dict[str, object]:
    try:
        said = json.loads(line, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise BadLineError("line") from None
    if not isinstance(said, dict):
        raise BadLineError("line")
    if type(said.get("schema")) is not int or said["schema"] != _SCHEMA:
        raise BadLineError("schema")
    return said


def _as_float(name: str, number: int) -> float:
    try:
        return float(number)
    except OverflowError:
        raise BadLineError(f"wish.{name}") from None


def _refuse(constant: str) -> NoReturn:
    """Say no to ``NaN`` and ``Infinity``, which are no JSON."""
    raise ValueError(constant)
