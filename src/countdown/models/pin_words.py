"""What a pinned window says of one mission: little, and all of it at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from countdown.core.readings import Phase
from countdown.models import crew_phrases, fall_phrases, mission_phrases, phrases
from countdown.models.next_words import next_words
from countdown.models.phrases import TO, tr

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.durations import Span
    from countdown.core.falls import Fall
    from countdown.core.readings import Mission, Reading


class PinWords(NamedTuple):
    """A counter, or the time until a launch, and what comes next or how it ended.

    A launch that is not known to the day stands in ``days`` itself, without ``unit`` and clock.
    ``is_live`` says that ``figure`` is still to come; ``detail`` is for who asks.
    """

    name: str
    career: str
    days: str
    unit: str
    clock: str
    spoken: str
    title: str
    figure: str
    detail: str
    is_live: bool
    doubt: str


class BannerWords(NamedTuple):
    """A record that falls, and the mark that it passes."""

    headline: str
    mark: str


def pin_words(mission: Mission, reading: Reading, fall: Fall | None) -> PinWords:
    """Say all that there is room for; ``fall`` is that of the reading."""
    coming = next_words(mission.catalogue, reading, fall)
    title, figure, detail = coming.title, coming.figure, coming.detail
    flight = reading.flight
    if flight is None:
        digits = _until_launch(reading)
        figure = "" if coming.figure == digits[0] else coming.target or coming.figure
    else:
        digits = _digits(reading.flight_counter.span, beat=reading.phase is Phase.IN_ORBIT)
        if reading.phase is not Phase.IN_ORBIT:
            title, figure, detail = coming.caption, crew_phrases.day_of(flight.stop), coming.title
        if reading.phase is Phase.LANDING_UNCONFIRMED:
            figure = coming.detail
    return PinWords(
        mission_phrases.title(mission, reading),
        _career(mission, reading),
        *digits,
        title,
        figure,
        detail,
        bool(coming.figure),
        mission_phrases.doubt(reading),
    )


def _until_launch(reading: Reading) -> tuple[str, str, str, str]:
    event = reading.next_event
    if event is None:
        return TO, "", "", ""
    span, when = phrases.span_to_go(event), event.milestone.moment
    if span is None:
        month = phrases.moment(when._replace(no_earlier_than=False)) if when is not None else ""
        return month, "", "", month
    days, unit, clock, spoken = _digits(span)
    sign = tr("T+ {}") if event.is_past else tr("T− {}")
    return sign.format(days), unit, clock, sign.format(spoken)


def _digits(span: Span, *, beat: bool = False) -> tuple[str, str, str, str]:
    """Days, their unit, the clock, and all as words."""
    return (
        phrases.days_figure(span),
        tr("d"),
        phrases.clock_figure(span.seconds, span.precision, beat=beat),
        phrases.spoken(span),
    )


def banner_words(catalogue: Catalogue, fall: Fall) -> BannerWords:
    """Say whose record falls, and whom it passes."""
    return BannerWords(fall_phrases.headline(catalogue, fall), fall_phrases.detail(fall))


def _career(mission: Mission, reading: Reading) -> str:
    """The whole career, where it is more than this flight."""
    total = reading.career_counter.span
    if mission.person is None or total == reading.flight_counter.span:
        return ""
    return tr("career {} d").format(phrases.days_figure(total))
