"""What is known of all drafts together: the missions they state, what is wrong, what is agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from countdown.core.overlays import with_sound
from countdown.core.own_missions import id_for
from countdown.models.draft_words import conflict_words
from countdown.models.mission_draft import Part
from countdown.models.mission_stating import state

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from countdown.core.catalogue import Catalogue
    from countdown.core.moments import Moment
    from countdown.core.own_missions import OwnMission
    from countdown.models.mission_draft import Draft, Row


class Finding(NamedTuple):
    """What is known of one draft: the mission that it states, None where it states none.

    ``troubles`` has by path, such as ``flights[0].up``, why it cannot stand; ``agreed`` are the
    paths of what the catalogue says by now as well.
    """

    mission: OwnMission | None
    troubles: Mapping[str, str]
    agreed: frozenset[str] = frozenset()


def check_drafts(
    catalogue: Catalogue,
    drafts: Sequence[Draft],
    ids: Mapping[int, str],
    taken: Collection[str],
    today: Moment,
) -> dict[int, Finding]:
    """State every draft, and lay those that can be stated over the catalogue.

    ``ids`` are those of the drafts that are kept, by their keys; the others get new ones, none of
    them ``taken``.
    """
    used = {*taken, *ids.values()}
    found: dict[int, Finding] = {}
    for draft in drafts:
        own = ids.get(draft.key) or id_for(draft.title, used)
        used.add(own)
        stated = state(draft, own, today)
        found[draft.key] = Finding(stated.mission, stated.troubles)
    sound = [(draft, one) for draft in drafts if (one := found[draft.key].mission) is not None]
    overlay, conflicts = with_sound(catalogue, [mission for _, mission in sound])
    wrong: dict[int, dict[str, str]] = {}
    for conflict in conflicts:
        about = wrong.setdefault(sound[conflict.mission][0].key, {})
        about.setdefault(conflict.path, conflict_words(conflict))
    laid = [draft for draft, _ in sound if draft.key not in wrong]
    agreed: dict[int, set[str]] = {}
    for agreement in overlay.agreements:
        draft = laid[agreement.mission]
        if _is_typed(draft, agreement.path):
            agreed.setdefault(draft.key, set()).add(agreement.path)
    for key, troubles in wrong.items():
        found[key] = found[key]._replace(troubles=troubles)
    for key, paths in agreed.items():
        found[key] = found[key]._replace(agreed=frozenset(paths))
    return found


def row_at(draft: Draft, path: str) -> tuple[Row, str] | None:
    """Return the row that a path leads to, and the name of its field; None for the draft's own."""
    place, _, name = path.partition(".")
    part, _, index = place.rstrip("]").partition("[")
    return (draft.of(Part(part))[int(index)], name) if index else None


def _is_typed(draft: Draft, path: str) -> bool:
    """Say whether it was the user who stated it: a landing states the vehicle that landed too."""
    found = row_at(draft, path)
    return found is not None and (not found[1] or bool(found[0].value(found[1])))
