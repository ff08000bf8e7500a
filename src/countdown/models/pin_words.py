"""What a pinned window says of one mission: little, and all of it at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from countdown.core.falls import MINUTE, fall_in, quiet_until
from countdown.core.moments import DAY, FIRST, Instant, Precision
from countdown.core.readings import Phase, read
from countdown.core.steady import steady_until
from countdown.models import crew_phrases, fall_phrases, mission_phrases, phrases
from countdown.models.leading import lead, spoken
from countdown.models.next_words import next_words
from countdown.models.phrases import TO, tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from countdown.core.catalogue import Catalogue
    from countdown.core.durations import Span
    from countdown.core.falls import Fall
    from countdown.core.readings import Countdown, Mission, Reading


class PinWords(NamedTuple):
    """A counter, or the time until a launch, and what comes next or how it ended.

    ``by_you`` says that the flight, or the launch, is the user's or corrected.

    A launch that is not known to the day stands in ``days`` itself, without ``unit`` and clock.
    ``is_live`` says that ``figure`` is still to come; ``detail`` is for who asks. A clock that
    ``is_apart`` counts otherwise than ``days`` does.
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
    is_apart: bool = False
    by_you: str = ""


class BannerWords(NamedTuple):
    """A record that falls, and the mark that it passes."""

    headline: str
    mark: str


def pin_words(mission: Mission, reading: Reading, fall: Fall | None) -> PinWords:
    """Say all that there is room for; ``fall`` is that of the reading."""
    coming = next_words(mission.catalogue, reading, fall)
    title, figure, detail = coming.title, coming.figure, coming.detail
    flight, is_apart = reading.flight, False
    if flight is None:
        digits = _until_launch(reading)
        if reading.next_event is reading.launch:
            figure = "" if coming.figure == digits[0] else coming.target or coming.figure
    else:
        led = lead(reading.flight_counter, beat=reading.phase is Phase.IN_ORBIT)
        is_apart = led.is_apart
        digits = (
            led.days,
            led.unit if is_apart else tr("d"),
            led.clock,
            spoken(led, reading.flight_counter.span),
        )
        if reading.phase is not Phase.IN_ORBIT and reading.next_event is None:
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
        is_apart,
        mission_phrases.by_you(mission, reading),
    )


def _until_launch(reading: Reading) -> tuple[str, str, str, str]:
    launch = reading.launch
    if launch is None:
        return TO, "", "", ""
    span, when = phrases.span_to_go(launch), launch.milestone.moment
    if span is None:
        month = phrases.moment(when._replace(no_earlier_than=False)) if when is not None else ""
        return month, "", "", month
    sign = tr("T+ {}") if launch.is_past else tr("T− {}")
    clock = phrases.clock_figure(span.seconds, span.precision)
    return (
        sign.format(phrases.days_figure(span)),
        tr("d"),
        clock,
        sign.format(phrases.spoken(span)),
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


class _Run(NamedTuple):
    """A text that ends in a clock, which runs by ``step`` each second."""

    stem: str
    seconds: int
    step: int
    precision: Precision
    beat: bool

    @classmethod
    def of(cls, text: str, span: Span, step: int, *, beat: bool = False) -> _Run | None:
        """Find the clock of a span at the end of a text; None where it is elsewhere."""
        clock = phrases.clock_figure(span.seconds, span.precision, beat=beat)
        if not text.endswith(clock):
            return None
        return cls(text.removesuffix(clock), span.seconds, step, span.precision, beat)

    def after(self, seconds: int) -> str:
        """Return the text so many seconds later, in the same minute."""
        now = self.seconds + self.step * seconds
        return self.stem + phrases.clock_figure(now, self.precision, beat=self.beat)


def _run_to(text: str, countdown: Countdown | None) -> _Run | None:
    """A text that counts down, or one that stands still where it ends in no clock."""
    to_go = phrases.span_to_go(countdown) if countdown is not None else None
    if to_go is None or countdown is None:
        return _Run(text, 0, 0, Precision.DAY, beat=False)
    return _Run.of(text, to_go, 1 if countdown.is_past else -1)


class PinReader:
    """Reads a mission anew where something may happen, and in between lets the seconds run.

    What it says is at every instant what `pin_words` says of that instant's reading.
    """

    def __init__(self, mission: Mission) -> None:
        self.mission = mission
        self.fall: Fall | None = None
        self._words: PinWords | None = None
        self._since = self._until = FIRST
        self._clock: _Run | None = None
        self._figure: _Run | None = None

    def words(self, at: Instant) -> PinWords:
        """Return what to show at an instant; `fall` is then the record that falls at it."""
        words, clock, figure = self._words, self._clock, self._figure
        if words is None or clock is None or figure is None or not self._since <= at < self._until:
            return self._read(at)
        passed = at - self._since
        return words._replace(clock=clock.after(passed), figure=figure.after(passed))

    def _read(self, at: Instant) -> PinWords:
        reading = read(self.mission, at, with_ranks=False)
        self.fall = fall_in(reading)
        words = pin_words(self.mission, reading, self.fall)
        self._words, self._since = words, at
        self._until = at if self.fall is not None else self._same_until(reading)
        event, launch = reading.next_event, reading.launch
        if reading.flight is None:
            self._clock = _run_to(words.clock, launch)
            self._figure = _run_to(words.figure, event if event is not launch else None)
        else:
            running = reading.phase is Phase.IN_ORBIT
            span = reading.flight_counter.span
            self._clock = _Run.of(words.clock, span, int(running), beat=running)
            self._figure = _run_to(words.figure, event)
        return words

    def _same_until(self, reading: Reading) -> Instant:
        """Until when nothing but seconds changes: the next minute, or what happens before."""
        at = reading.at
        ends: list[int] = [quiet_until(reading), steady_until(self.mission, reading)]
        for total in (reading.flight_counter.span, reading.career_counter.span):
            ends += (at + MINUTE - seconds % MINUTE for seconds in total[:2])
            ends += (at + DAY - (seconds - 1) % DAY for seconds in total[:2])  # the next nth day
        for one in (reading.next_event, reading.launch):
            ends += (at + seconds for seconds in _until_minutes(one))
        return Instant(min(ends))


def _until_minutes(countdown: Countdown | None) -> Iterator[int]:
    """Seconds until either figure of a countdown has another minute."""
    if countdown is None or countdown.seconds is None or countdown.seconds_max is None:
        return
    for seconds in (countdown.seconds, countdown.seconds_max):
        rest = seconds % MINUTE
        yield MINUTE - rest if countdown.is_past else rest + 1


def line(mission: Mission, reading: Reading) -> str:
    """Say it in one line, to the minute: ``Scott Kelly · 202 d 16:17 · T− 12 d 16:05``."""
    parts = [mission_phrases.title(mission, reading)]
    if reading.flight is not None:
        parts.append(phrases.length(*_to_the_minute(reading.flight_counter.span)))
    event = reading.next_event
    if event is not None:
        span = phrases.span_to_go(event)
        sign = tr("T+ {}") if event.is_past else tr("T− {}")
        if span is None:
            parts.append(phrases.to_go(event))
        else:
            parts.append(sign.format(phrases.length(*_to_the_minute(span))))
    elif reading.phase is not Phase.IN_ORBIT:
        parts.append(phrases.phase_name(reading.phase))
    return " · ".join(parts)


def _to_the_minute(span: Span) -> Span:
    return span._replace(precision=max(span.precision, Precision.MINUTE))
