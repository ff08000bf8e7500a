"""What a start of the app asks for, and how a second start hands it to the first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from countdown.core.clocks import FASTEST, SLOWEST
from countdown.core.errors import CountdownError
from countdown.core.moments import Instant, iso, parse_instant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Person


class Wish(NamedTuple):
    """What a start was asked for; what is None comes from the last time."""

    person: Person | None = None
    at: Instant | None = None
    speed: float | None = None
    on_this_day: bool = False
    theme: str | None = None
    display: bool = False
    screen: str | None = None
    pin: bool = False
    files: tuple[str, ...] = ()
    """Mission files to open, as absolute paths."""

    @property
    def asks_for_time(self) -> bool:
        """It names a clock of its own."""
        return self.at is not None or self.speed is not None or self.on_this_day


KINDS: Final[Mapping[str, type]] = {
    "person": str,
    "at": str,
    "speed": float,
    "on_this_day": bool,
    "theme": str,
    "display": bool,
    "screen": str,
    "pin": bool,
    "files": str,
}
"""The fields of a wish as plain values, as `as_fields` returns them."""


_BETWEEN_FILES: Final = "\0"
"""What no name of a file has."""


class BadWishError(CountdownError):
    """A field that no start of this app writes."""

    def __init__(self, field: str, value: object) -> None:
        super().__init__(f"{field}: {value!r:.80}")
        self.field = field


def as_fields(wish: Wish) -> dict[str, object]:
    """Return a wish as plain values, those that are asked for alone."""
    fields: dict[str, object] = {
        name: value for name, value in wish._asdict().items() if value not in (None, False, ())
    }
    if wish.person is not None:
        fields["person"] = wish.person.id
    if wish.at is not None:
        fields["at"] = iso(wish.at)
    if wish.files:
        fields["files"] = _BETWEEN_FILES.join(wish.files)
    return fields


def from_fields(catalogue: Catalogue, fields: Mapping[str, Any]) -> Wish:
    """Return the wish of fields whose values are of `KINDS`.

    Raises:
        BadWishError: a value names what is not there, or is out of bounds.
    """
    read = dict(fields)
    if not SLOWEST <= read.get("speed", SLOWEST) <= FASTEST:
        raise BadWishError("speed", read["speed"])
    if "person" in read:
        if read["person"] not in catalogue.people:
            raise BadWishError("person", read["person"])
        read["person"] = catalogue.people[read["person"]]
    if "at" in read:
        try:
            read["at"] = parse_instant(read["at"])
        except CountdownError:
            raise BadWishError("at", read["at"]) from None
    if "files" in read:
        read["files"] = tuple(read["files"].split(_BETWEEN_FILES))
    return Wish(**read)
