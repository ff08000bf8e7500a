"""What a calendar says of milestones, and what is said of the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countdown.core.explanations import Edge
from countdown.core.flights import Flight
from countdown.core.moments import Precision
from countdown.core.readings import Phase
from countdown.models import own_words, phrases
from countdown.models.countdown_phrases import sureness
from countdown.models.phrases import counted, tr
from countdown.models.sentences import edge_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from countdown.core.agenda import Appointment
    from countdown.core.catalogue import Catalogue
    from countdown.core.moments import Moment
    from countdown.core.readings import Mission, Reading


def title(mission: Mission) -> str:
    """Name a calendar among others."""
    return tr("{}: milestones").format(mission.name)


def said(catalogue: Catalogue, reading: Reading, one: Appointment) -> tuple[str, str]:
    """Say of whom and what a milestone is in a line, and all else that is known in several."""
    about = one.about
    name = about.person.name if isinstance(about, Flight) else about.name
    what = phrases.milestone_title(catalogue, one.milestone)
    summary = tr("{name}: {what}").format(name=name, what=what)
    return summary, "\n".join(filter(None, _lines(catalogue, reading, one)))


def _lines(catalogue: Catalogue, reading: Reading, one: Appointment) -> Iterator[str]:
    milestone, about = one.milestone, one.about
    yield phrases.milestone_detail(milestone)
    sure = sureness(milestone, is_planned=one.tentative)
    yield tr("Time: {}").format(", ".join(filter(None, (_when(one.moment), sure))))
    if isinstance(about, Flight):
        launch, vehicle = tr("Launch: {vehicle}, {date}"), about.up.name
    else:
        launch, vehicle = tr("Launch: {vehicle}, {date}; crew not named"), about.name
    yield launch.format(vehicle=vehicle, date=_when(about.launch))
    known = (
        tr("Facts as of {}, not confirmed since") if reading.unconfirmed else tr("Facts as of {}")
    )
    yield known.format(phrases.moment(reading.data_date))
    if milestone.own is not None:
        sources = [own_words.milestone(catalogue, about, milestone)]
    else:
        sources = [catalogue.title, *own_words.told(catalogue, about)]
    yield tr("Source: {}").format("; ".join(sources))


def _when(moment: Moment) -> str:
    """Write a moment as exactly as it is known, in UTC alone: calendars are read anywhere."""
    if moment.precision > Precision.DAY:
        return phrases.moment(moment)
    text = edge_text(Edge(moment.earliest, moment.latest))
    if moment.precision < Precision.DAY:
        text = tr("{} UTC").format(text)
    return tr("no earlier than {}").format(text) if moment.no_earlier_than else text


def saved(count: int, file: str, reading: Reading) -> str:
    """Say how many milestones a file has been given, and what it has not."""
    written = counted(count, tr("{} milestone"), tr("{} milestones"))
    return "\n".join(
        (
            tr("{milestones} written to {file}.").format(milestones=written, file=file),
            tr("What was past on {}, or has no time yet, is left out.").format(
                phrases.date_and_time(reading.at)
            ),
        )
    )


def nothing(mission: Mission, reading: Reading) -> str:
    """Say why there is nothing to put into a calendar."""
    reason = _why(reading)
    if mission.name:
        reason = tr("{name}: {reason}").format(name=mission.name, reason=reason)
    return f"{tr('There is nothing to put into a calendar.')}\n{reason}."


def _why(reading: Reading) -> str:
    flight, coming = reading.flight, reading.next_launch
    if reading.phase is Phase.LANDING_UNCONFIRMED:
        return tr("the facts are too old to say whether the flight goes on")
    if flight is not None and flight.landing is not None and flight.is_over:
        ended = phrases.moment(flight.landing)
        return tr("the flight ended {}, and no other is known").format(ended)
    if flight is None and coming is not None:
        planned = phrases.moment(coming.launch)
        return tr("the launch was planned for {}, and nothing is known of it since").format(planned)
    return tr("no time of anything to come is known")
