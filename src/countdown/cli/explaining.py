"""The commands that say why: who held a record since when, and which rule gives a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countdown.cli import forms, texts
from countdown.cli.arguments import moment_option, whole_option
from countdown.cli.commands import as_of, print_answer
from countdown.core.durations import Rule
from countdown.core.explanations import Counts, explain
from countdown.core.history import history
from countdown.core.moments import DAY, Instant, iso
from countdown.core.records import Kind

if TYPE_CHECKING:
    import argparse

    from countdown.core.catalogue import Catalogue
    from countdown.core.explanations import Match
    from countdown.core.history import Change

_MOST_DAYS = 100_000
_RULES = {
    Rule.ELAPSED: "elapsed: complete days",
    Rule.NTH_DAY: "nth day: elapsed, rounded up",
    Rule.CALENDAR_DATES: "calendar dates, launch and last date both counted",
}


def show_history(options: argparse.Namespace, catalogue: Catalogue, at: Instant) -> int:
    """Every change of holder in a category by ``at``."""
    category = catalogue.records.category(Kind(options.category), options.scope)
    changes = history(catalogue, category, at)
    form = forms.answer(catalogue, at, **forms.history_form(category, changes))
    lines = [f"{texts.category_text(category)}, {as_of(catalogue, at)}"]
    lines += [_change_line(one) for one in changes]
    return print_answer(options, form, lines)


def _change_line(change: Change) -> str:
    holders = texts.listed([person.name for person in change.persons])
    when = texts.span_of_instants(change.at, change.at_latest)
    mark = texts.seconds_text(change.mark_seconds)
    if change.is_first:
        how = "the first"
    elif not change.passes:
        how = f"level at {mark}"
    else:
        left = "no longer with" if change.stay else "past"
        how = f"{left} {texts.listed([person.name for person in change.passes])}, {mark}"
    return f"  {when}  {holders}, {how}"


def show_explanation(options: argparse.Namespace, catalogue: Catalogue, at: Instant) -> int:
    """Which rules of counting give a figure of days on the UTC date of ``at``."""
    person = catalogue.find_person(options.who)
    figure = whole_option("FIGURE", options.figure, 0, _MOST_DAYS)
    landing = moment_option(options.landing) if options.landing is not None else None
    matches = explain(catalogue, person, figure, at, landing)
    form = forms.answer(
        catalogue,
        at,
        person=forms.person_form(catalogue, person, at),
        figure=figure,
        matches=[forms.match_form(one) for one in matches],
    )
    date = iso(at)[:10]
    lines = [f"{person.name}, {figure} days on {date} (UTC); facts as of {catalogue.data_date}"]
    lines += [_match_line(one) for one in matches] or [
        "  none of the rules of counting gives this figure on that date"
    ]
    return print_answer(options, form, lines)


def _match_line(match: Match) -> str:
    reckoning = match.reckoning
    what = {Counts.CAREER: "career", Counts.CAREER_BY_FLIGHT: "career, flight by flight"}.get(
        reckoning.counts, ""
    )
    if reckoning.flight is not None:
        what = f"flight of {str(reckoning.flight.launch)[:10]}, {reckoning.flight.up.name}"
    day_long = match.until - match.since == DAY
    when = "all day" if day_long else f"{iso(match.since)[11:]} to {_time(match.until)}"
    doubt = "" if match.certain else "  (may be)"
    return f"  {what}  {_RULES[reckoning.rule]}  {when}{doubt}"


def _time(until: Instant) -> str:
    return "24:00:00Z" if until % DAY == 0 else iso(until)[11:]
