"""Every mission that is typed, and what is kept of it: all that can be done, without a picture."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from countdown.core.moments import Moment, as_datetime, instant
from countdown.core.overlays import with_sound
from countdown.models.draft_check import Finding, check_drafts
from countdown.models.draft_history import Desktop, DraftHistory
from countdown.models.mission_draft import KNOWN, OWN, Draft, Part, Row, copied, draft_of
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from countdown.core.catalogue import Catalogue
    from countdown.core.clocks import Clock
    from countdown.core.own_missions import OwnMission


_FEW: Final = 1_000
"""Of so many statements, all are checked with each letter and nobody notices."""
_PAUSE_MS: Final = 300
"""So long after the last letter typing has stopped."""
_WAYS_DOWN: Final = ((Part.VEHICLES, "landing"), (Part.FLIGHTS, "up"))
"""What decides whether who went up on a launch of the user's comes down on it."""


class DraftBook(QObject):
    """Checks all drafts after each change, done, undone or done again.

    Where that takes longer than a letter may, what is known of them is told once typing stops;
    who asks earlier has them checked then.

    ``kept`` are the missions as they were last saved, by id, and ``ids`` those of the drafts by
    their keys.

    Signals:
        changed: the drafts, or what is known of them, are others.
        typed: something was typed into the open one, of which ``changed`` will tell.
    """

    changed = Signal()
    typed = Signal()

    def __init__(self, catalogue: Catalogue, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue, self._clock = catalogue, clock
        self._keys = count(1)
        self.kept: dict[str, OwnMission] = {}
        self.ids: dict[int, str] = {}
        self._findings: dict[int, Finding] | None = None
        self._began: dict[int, Draft] = {}
        """The drafts of what is kept, as they were before anything was typed into them."""
        self._left_out: frozenset[str] | None = None
        self._is_typing = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.history = DraftHistory(Desktop(), self)
        self.history.changed.connect(self._take_change)

    def start(self, missions: Sequence[OwnMission]) -> None:
        """Begin anew with the missions that are kept."""
        self._begin(missions, [], set())

    def take_kept(self, missions: Sequence[OwnMission]) -> tuple[OwnMission, ...]:
        """Take what somebody else has saved; what is typed or deleted, and not saved, stays so.

        Returned is what was saved otherwise and is typed otherwise too.
        """
        before = dict(self.kept)
        gone = {own for own in self.gone() if before[own] in missions}
        typed = [draft for draft in self.drafts if self.is_other(draft)]
        self._begin(missions, typed, gone)
        mine = {self.ids.get(draft.key) for draft in typed if self.is_other(draft)}
        return tuple(one for one in missions if one.id in mine and before.get(one.id) != one)

    def _begin(
        self, missions: Sequence[OwnMission], typed: Sequence[Draft], gone: Collection[str]
    ) -> None:
        """Open what is kept, but for what is typed in the place of it and what is deleted."""
        drafts = {own: one for one in typed if (own := self.ids.get(one.key)) is not None}
        fresh = {
            one.id: draft_of(one, self._keys)
            for one in missions
            if one.id not in drafts and one.id not in gone
        }
        began = {one.key: self._began[one.key] for one in typed if one.key in self._began}
        self._began = began | {one.key: one for one in fresh.values()}
        drafts |= fresh
        self._keep(missions)
        placed = [drafts[own] for own in self.kept if own in drafts]
        placed += [one for one in typed if self.ids.get(one.key) not in self.kept]
        self.ids.clear()
        self.ids |= {one.key: own for own, one in drafts.items()}
        keys, chosen = [one.key for one in placed], self.history.desktop.chosen
        if chosen not in keys:
            chosen = keys[0] if keys else None
        self.history.start(Desktop(tuple(placed), chosen))

    def _keep(self, missions: Iterable[OwnMission]) -> None:
        self.kept.clear()
        self.kept |= {one.id: one for one in missions}
        self._left_out = None

    @property
    def drafts(self) -> tuple[Draft, ...]:
        return self.history.desktop.drafts

    @property
    def draft(self) -> Draft | None:
        """The mission that is open."""
        return self.history.desktop.draft

    # What is known of the drafts

    def today(self) -> Moment:
        """Return the day that what is typed is stated on."""
        return Moment.parse(as_datetime(instant(self._clock.now())).date().isoformat())

    @property
    def findings(self) -> Mapping[int, Finding]:
        """What is known of each draft, by its key."""
        if self._findings is None:
            self._findings = check_drafts(
                self._catalogue, self.drafts, self.ids, self.kept, self.today()
            )
        return self._findings

    def _take_change(self) -> None:
        self._findings = None
        statements = sum(len(rows) for one in self.drafts for rows in one.rows.values())
        if self._is_typing and statements > _FEW:
            self._pause.start()
            self.typed.emit()
        else:
            self.tell()

    def tell(self) -> None:
        """Tell of changes now, without waiting for a pause."""
        self._pause.stop()
        self.changed.emit()

    @property
    def troubles(self) -> int:
        """How many things are wrong in all drafts."""
        return sum(len(one.troubles) for one in self.findings.values())

    @property
    def bars_saving(self) -> bool:
        """Say whether something is wrong that was not so when it was kept."""
        wrong = [one for one in self.drafts if self.findings[one.key].troubles]
        return any(self.is_other(one) or not self._is_left_out(one) for one in wrong)

    def _is_left_out(self, draft: Draft) -> bool:
        """Say whether what is kept of it contradicts the catalogue, or the rest of what is kept."""
        if self._left_out is None:
            missions = tuple(self.kept.values())
            _, conflicts = with_sound(self._catalogue, missions)
            self._left_out = frozenset(missions[one.mission].id for one in conflicts)
        return self.ids.get(draft.key) in self._left_out

    def next_trouble(self, last: tuple[int, str] | None) -> tuple[int, str] | None:
        """Return the key of a draft and the path of what is wrong there.

        It is what follows ``last``, in turn; else the first of the draft that is open, or of all.
        """
        wrong = [(key, path) for key, one in self.findings.items() for path in one.troubles]
        if last in wrong:
            return wrong[(wrong.index(last) + 1) % len(wrong)]
        here = [one for one in wrong if one[0] == self.history.desktop.chosen]
        return next(iter((*here, *wrong)), None)

    def is_kept(self, draft: Draft) -> bool:
        """Say whether something of it was saved."""
        return self.ids.get(draft.key) in self.kept

    def is_other(self, draft: Draft) -> bool:
        """Say whether it is other than it was kept."""
        mission = self.findings[draft.key].mission
        if mission is None:
            return draft != self._began.get(draft.key)
        return self._differs(mission)

    def _differs(self, mission: OwnMission) -> bool:
        kept = self.kept.get(mission.id)
        return kept is None or mission._replace(stated_on=kept.stated_on) != kept

    def unsaved(self) -> tuple[OwnMission, ...]:
        """Return every mission that is other than it was kept, and can be stated."""
        missions = (one.mission for one in self.findings.values())
        return tuple(one for one in missions if one is not None and self._differs(one))

    def gone(self) -> list[str]:
        """Return the ids of what is kept and has no draft any more."""
        here = {self.ids.get(draft.key) for draft in self.drafts}
        return [one for one in self.kept if one not in here]

    @property
    def has_changes(self) -> bool:
        """Say whether something would be lost on closing."""
        return any(map(self.is_other, self.drafts)) or bool(self.gone())

    def to_keep(self) -> tuple[OwnMission, ...]:
        """Return what is to be saved, as it is stated today."""
        return tuple(one._replace(stated_on=self.today()) for one in self.unsaved())

    def mark_kept(self, changed: Sequence[OwnMission]) -> None:
        """Take what was to be saved as kept from now on, and what is gone as gone."""
        gone = self.gone()
        self.ids |= {key: one.mission.id for key, one in self.findings.items() if one.mission}
        kept = self.kept | {one.id: one for one in changed}
        self._keep([one for own, one in kept.items() if own not in gone])
        self._began = {one.key: one for one in self.drafts}
        self.tell()

    def stated(self) -> tuple[OwnMission, ...]:
        """Return all missions as they are typed by now."""
        return tuple(one for draft in self.drafts if (one := self._as_typed(draft)) is not None)

    def to_export(self) -> dict[int, OwnMission]:
        """Return all missions as they would be saved now, by the keys of their drafts."""
        saved = {one.id: one for one in self.to_keep()}
        stated = ((draft.key, self._as_typed(draft)) for draft in self.drafts)
        return {key: saved.get(one.id, one) for key, one in stated if one is not None}

    def _as_typed(self, draft: Draft) -> OwnMission | None:
        """What a draft states, or where that makes no sense yet what it was made from."""
        return self.findings[draft.key].mission or draft.origin

    # Deeds

    def new(self) -> None:
        """Begin a mission."""
        self._take_in(Draft(next(self._keys), "", "", {}))

    def duplicate(self) -> None:
        """Begin a mission with what the open one says."""
        if (draft := self.draft) is not None:
            title = tr("{} (copy)").format(draft.title)
            self._take_in(copied(draft, title, self._keys))

    def _take_in(self, draft: Draft) -> None:
        self.history.change(Desktop((*self.drafts, draft), draft.key))

    def delete(self) -> None:
        """Take the open mission away; that can be undone, even after it is saved."""
        chosen = self.history.desktop.chosen
        place = next((n for n, one in enumerate(self.drafts) if one.key == chosen), 0)
        left = tuple(one for one in self.drafts if one.key != chosen)
        following = left[min(place, len(left) - 1)].key if left else None
        self.history.change(Desktop(left, following))

    def take(self, missions: Sequence[OwnMission]) -> None:
        """Take in missions from elsewhere, unsaved; one that is here becomes as they say."""
        typed = {one.key: self._as_typed(one) for one in self.drafts}
        here = {one.id: key for key, one in typed.items() if one is not None}
        drafts, chosen = list(self.drafts), self.history.desktop.chosen
        for mission in missions:
            draft = draft_of(mission, self._keys)
            if (key := here.get(mission.id)) is not None:
                draft = draft._replace(key=key)
                drafts = [draft if one.key == key else one for one in drafts]
            else:
                drafts.append(draft)
            self.ids[draft.key] = mission.id
            chosen = draft.key
        self.history.change(Desktop(tuple(drafts), chosen))

    # What is typed into the open mission

    def head(self, name: str, text: str) -> None:
        """Take another ``title`` or ``note``."""
        if (draft := self.draft) is not None:
            changed = draft._replace(title=text) if name == "title" else draft._replace(note=text)
            self._change(changed, f"{draft.key} {name}")

    def edit(self, key: int, name: str, value: str) -> None:
        """Take another value into the field of a row."""
        if (draft := self.draft) is None:
            return
        changed = draft.with_value(key, name, value)
        part, _, row = changed.row(key)
        if part is Part.FLIGHTS and name == "person" and value.startswith(KNOWN):
            changed = self._with_country(changed, row)
        if (part, name) in _WAYS_DOWN:
            changed = _with_ways_down(changed, draft)
        self._change(changed, f"{key} {name}")

    def _with_country(self, draft: Draft, row: Row) -> Draft:
        """Fill in whom somebody flew for the last time, where nothing is said yet."""
        person = self._catalogue.people.get(row.value("person").removeprefix(KNOWN))
        career = self._catalogue.career(person) if person is not None else ()
        if not career or row.value("country"):
            return draft
        return draft.with_value(row.key, "country", career[-1].country.code)

    def make(self, key: int, name: str, part: Part, called: str) -> int:
        """Make a person or a launch for a field to refer to; return its key."""
        draft = self.draft
        assert draft is not None
        row = Row(next(self._keys), {"name": called})
        self._change(draft.with_row(part, row).with_value(key, name, f"{OWN}{row.key}"))
        return row.key

    def add(self, part: Part) -> int:
        """Add an empty row, and return its key."""
        draft = self.draft
        assert draft is not None
        row = Row(next(self._keys), {})
        self._change(draft.with_row(part, row))
        return row.key

    def remove(self, key: int) -> None:
        """Take a row away."""
        if (draft := self.draft) is not None:
            self._change(draft.without_row(key))

    def _change(self, draft: Draft, field: str = "") -> None:
        self._is_typing = bool(field)
        self.history.change(self.history.desktop.with_draft(draft), field)
        self._is_typing = False


def _with_ways_down(draft: Draft, before: Draft) -> Draft:
    """Fill in that who goes up on a launch of the draft comes down on it, as it gets a landing.

    Whoever is said to come down otherwise does; without a landing nobody comes down any more.
    """
    landed, landed_before = _landed(draft), _landed(before)
    ups = {row.key: row.value("up") for row in before.of(Part.FLIGHTS)}
    for row in draft.of(Part.FLIGHTS):
        up, down = row.value("up"), row.value("down")
        is_new = up not in landed_before or ups.get(row.key) != up
        if up in landed and is_new and not down:
            draft = draft.with_value(row.key, "down", up)
        elif down == up and up in landed_before - landed:
            draft = draft.with_value(row.key, "down", "")
    return draft


def _landed(draft: Draft) -> set[str]:
    """Return the draft's own launches that have a landing, as fields refer to them."""
    rows = draft.of(Part.VEHICLES)
    return {f"{OWN}{row.key}" for row in rows if row.value("landing").strip()}
