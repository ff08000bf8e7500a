"""The command that looks ahead: which marks will be passed, and what if the return were another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countdown.cli import forms, texts
from countdown.cli.arguments import moment_option
from countdown.cli.commands import as_of, print_answer
from countdown.core.forecasts import NoCrossing, forecast
from countdown.core.moments import iso

if TYPE_CHECKING:
    import argparse

    from countdown.core.catalogue import Catalogue
    from countdown.core.forecasts import Forecast
    from countdown.core.moments import Instant


def show_forecast(options: argparse.Namespace, catalogue: Catalogue, at: Instant) -> int:
    """The marks a person will pass, with the return as known or as supposed."""
    person = catalogue.find_person(options.who)
    landing = moment_option(options.landing) if options.landing is not None else None
    ahead = forecast(catalogue, person, at, landing)
    reason = _reason(ahead)
    form = forms.answer(
        catalogue,
        at,
        person=forms.person_form(catalogue, person, at),
        **forms.forecast_form(ahead, reason),
    )
    ending = ahead.flight.known_return if ahead.flight else None
    until = f"; {f'return {ending}' if ending else texts.NOT_ANNOUNCED}" if ahead.flight else ""
    lines = [f"{person.name}, {as_of(catalogue, at)}{until}"]
    lines += [
        f"  {texts.milestone_time(one)}  {texts.milestone_text(one)}"
        f"{' (if still in orbit)' if one.if_still_in_orbit else ''}"
        for one in ahead.crossings
    ]
    lines += [
        f"  out of reach: {texts.category_text(one.category)}, "
        f"{texts.seconds_text(one.mark_seconds)}: "
        + (
            f"needs a return after {iso(one.needs_return_after)}"
            if one.needs_return_after is not None
            else "whoever is ahead is in orbit too"
        )
        for one in ahead.out_of_reach
    ]
    return print_answer(options, form, lines if reason is None else [*lines, f"  {reason}"])


def _reason(ahead: Forecast) -> str | None:
    match ahead.reason:
        case None:
            return None
        case NoCrossing.NEVER_FLOWN:
            return "has not been launched by then"
        case NoCrossing.FLIGHT_OVER:
            ended = ahead.flight.landing if ahead.flight else None
            return f"the flight ended {ended}: no mark falls without another one"
        case NoCrossing.RETURN_UNCONFIRMED:
            return "the facts are too old to say whether the flight goes on"
        case NoCrossing.NOTHING_AHEAD:
            return "no mark comes within reach of this flight"
