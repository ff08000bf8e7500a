"""What the windows say comes next, or of how a mission ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from countdown.core.readings import Phase
from countdown.models import fall_phrases, own_words, phrases
from countdown.models.countdown_phrases import is_planned, sureness
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.falls import Fall
    from countdown.core.milestones import Milestone
    from countdown.core.readings import Countdown, Reading


class NextWords(NamedTuple):
    """Without a ``figure`` nothing is to come; ``detail`` then says since when."""

    caption: str
    title: str
    detail: str = ""
    figure: str = ""
    target: str = ""


def next_words(catalogue: Catalogue, reading: Reading, fall: Fall | None) -> NextWords:
    """Say what comes next; of a record that falls (`fall_in` the reading), how far it is."""
    flight = reading.flight
    if fall is not None:
        return _record_words(catalogue, fall)
    event = reading.next_event
    if event is not None:
        words = event_words(catalogue, event.milestone, reading)
        return counted(words, event)
    if flight is None:
        return NextWords(tr("Next"), tr("Nothing announced"))
    if reading.phase is Phase.IN_ORBIT:
        return NextWords(tr("Next"), tr("Return"), figure=tr("not announced"))
    caption = phrases.phase_name(reading.phase)
    vehicle = flight.down.name if flight.down else flight.up.name
    if reading.phase is Phase.LANDING_UNCONFIRMED:
        known = tr("facts as of {}").format(phrases.moment(reading.data_date))
        return NextWords(caption, vehicle, known)
    ended = phrases.moment(flight.landing) if flight.landing else ""
    return NextWords(caption, vehicle, ended)


def _record_words(catalogue: Catalogue, fall: Fall) -> NextWords:
    milestone = fall.countdown.milestone
    return NextWords(
        tr("Record") if fall.countdown.is_past else tr("Next"),
        phrases.milestone_title(catalogue, milestone),
        fall_phrases.detail(fall),
        fall_phrases.figure(fall),
        phrases.target_time(milestone),
    )


def event_words(catalogue: Catalogue, milestone: Milestone, reading: Reading) -> NextWords:
    """Say of a milestone to come what is the same whatever the time is."""
    detail = phrases.milestone_detail(milestone)
    doubt = sureness(milestone, is_planned=is_planned(reading))
    stated = own_words.milestone(catalogue, reading.next_launch or reading.flight, milestone)
    parts = (doubt, stated, detail) if milestone.own is not None else (detail, doubt, stated)
    return NextWords(
        tr("Next"),
        phrases.milestone_title(catalogue, milestone),
        "  ·  ".join(filter(None, parts)),
        target=phrases.target_time(milestone),
    )


def counted(words: NextWords, event: Countdown) -> NextWords:
    """Add how far it is; a target that says no more than that is left out."""
    caption, title, detail, _, target = words
    figure = phrases.to_go(event)
    return NextWords(caption, title, detail, figure, "" if target == figure else target)
