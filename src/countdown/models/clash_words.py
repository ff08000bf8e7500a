"""In what two missions differ that clash, side by side and in words."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from countdown.core.own_missions import OwnMission
from countdown.models.draft_words import part_title
from countdown.models.mission_draft import Part
from countdown.models.phrases import listed, tr
from countdown.models.statement_words import LONGEST, Names, field_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from countdown.core.catalogue import Catalogue
    from countdown.core.merging import Clash

_BEFORE: Final = 16
"""Signs that are shown of a long text before two of them part."""
_NO_FACTS: Final = frozenset(("id", "title", "name", "person", "up", "vehicle", "words"))
"""What a statement is known by."""


class Difference(NamedTuple):
    """What two missions do not both say: about what, and what each of them says."""

    about: str
    mine: str
    theirs: str


def parts_in_words(clash: Clash) -> str:
    """Say in which parts two missions differ."""
    return listed([_field(name) for name in clash.fields])


def _field(name: str) -> str:
    return part_title(Part(name)) if name in set(Part) else field_words(name)


def differences(clash: Clash, catalogue: Catalogue) -> list[Difference]:
    """Return all that two missions say otherwise, or that only one of them says."""
    mine, theirs = (Names(catalogue, [one]) for one in (clash.mine, clash.theirs))
    found = []
    for name in clash.fields:
        said = getattr(clash.mine, name), getattr(clash.theirs, name)
        if OwnMission._field_defaults.get(name) == ():
            found += _of_statements(_field(name), said, (mine, theirs))
        else:
            found.append(Difference(_field(name), *_apart(name, said, (mine, theirs))))
    return found


def _of_statements(
    part: str, said: Sequence[tuple[Any, ...]], names: Sequence[Names]
) -> list[Difference]:
    """Pair the statements about one subject: of two that differ only that is told."""
    mine, theirs = (
        _by_subject([one for one in ours if one not in others], known)
        for ours, others, known in zip(said, reversed(said), names, strict=True)
    )
    found = []
    for subject in dict.fromkeys((*mine, *theirs)):
        pair = mine.get(subject), theirs.get(subject)
        about = f"{part}: {subject[0]}"
        if pair[0] is None or pair[1] is None:
            words = [
                _facts(one, known) if one is not None else tr("not there")
                for one, known in zip(pair, names, strict=True)
            ]
            found.append(Difference(about, *words))
            continue
        for field in pair[0]._fields:
            values = [getattr(one, field) for one in pair]
            if values[0] != values[1]:
                words = _apart(field, values, names)
                found.append(Difference(f"{about}, {field_words(field)}", *words))
    if not found:
        found = [Difference(part, tr("in another order"), tr("in another order"))]
    return found


def _by_subject(statements: Sequence[Any], names: Names) -> Mapping[tuple[str, int], Any]:
    """Find statements by their subject; of several with the same one, by their number."""
    found: dict[tuple[str, int], Any] = {}
    for one in statements:
        subject, number = names.subject(one), 0
        while (subject, number) in found:
            number += 1
        found[subject, number] = one
    return found


def _facts(statement: Any, names: Names) -> str:
    """Say all that a statement says of its subject."""
    said = [
        (field, names.value(field, value))
        for field, value in statement._asdict().items()
        if field not in _NO_FACTS and value is not False
    ]
    facts = [f"{field_words(field)}: {words}" for field, words in said if words]
    return ", ".join(facts) or tr("there")


def _apart(field: str, values: Sequence[Any], names: Sequence[Names]) -> list[str]:
    """Say two values so that it can be seen in what they differ."""
    texts = [one if isinstance(one, str) else "" for one in values]
    letters = enumerate(zip_longest(*texts))
    same = next((number for number, (one, other) in letters if one != other), 0)
    if same > LONGEST - _BEFORE:  # what is shown of both would be the same
        values = [f"…{one[same - _BEFORE :]}" for one in texts]
    words = [
        known.value(field, one) or tr("nothing") for known, one in zip(names, values, strict=True)
    ]
    if words[0] == words[1]:
        words = [f"{one} ({value})" for one, value in zip(words, values, strict=True)]
    return words
