"""Whole sentences about figures of days: what each rule counts, since when, and what to quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countdown.core.durations import Rule, calendar_age
from countdown.core.explanations import Counts, Edge, Figure
from countdown.core.flights import Sex
from countdown.core.moments import DAY, HOUR, Instant
from countdown.core.press import PressCounts
from countdown.models import phrases
from countdown.models.phrases import TO, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from countdown.core.catalogue import Catalogue
    from countdown.core.explanations import Match, Reckoning, Standing
    from countdown.core.flights import Flight, Person
    from countdown.core.press import PressAnswer, PressFigure


def rule_name(rule: Rule) -> str:
    return {
        Rule.ELAPSED: tr("Elapsed"),
        Rule.NTH_DAY: tr("Nth day"),
        Rule.CALENDAR_DATES: tr("Calendar dates"),
        Rule.CALENDAR_AGE: tr("Calendar age"),
    }[rule]


def rule_explanation(rule: Rule) -> str:
    """Return the rule's one line, as the core has it in English."""
    return {
        Rule.ELAPSED: tr("complete days: a day counts once its 24 hours are over"),
        Rule.NTH_DAY: tr("the day that is running: elapsed time, rounded up"),
        Rule.CALENDAR_DATES: tr("dates on the calendar, launch date and last date both counted"),
        Rule.CALENDAR_AGE: tr("years, months and days since launch, as a birthday is counted"),
    }[rule]


def of_sex(person: Person, his: str, her: str) -> str:
    """Choose the sentence that fits a person."""
    return her if person.sex is Sex.FEMALE else his


def figure_text(figure: Figure) -> str:
    """Return ``383``, or ``236–237`` where that is all that is known."""
    if figure.least == figure.most:
        return phrases.number(figure.least)
    return f"{phrases.number(figure.least)}{TO}{phrases.number(figure.most)}"


def instant_text(at: Instant) -> str:
    """Write an instant to the second; it is UTC."""
    return tr("{date}, {time}").format(date=phrases.date(at), time=phrases.clock_time(at))


def edge_text(edge: Edge) -> str:
    """Write when a figure turns, in UTC, as exactly as that is known."""
    first, last = edge
    if last is None:
        return tr("{}, if at all").format(phrases.date(first))
    if first == last:
        return instant_text(first)
    if last - first < HOUR:
        minute = phrases.clock_time(first)[: -len(":00")]
        return tr("{date}, {time}").format(date=phrases.date(first), time=minute)
    dates = (phrases.date(first), phrases.date(Instant(last - 1)))
    return dates[0] if dates[0] == dates[1] else f"{dates[0]} {TO} {dates[1]}"


def since_text(standing: Standing) -> str:
    return tr("since {}").format(edge_text(standing.since))


def until_text(standing: Standing) -> str:
    """Say how long a figure stands; some no longer change."""
    if standing.until is None:
        return tr("no longer changes")
    return tr("until {}").format(edge_text(standing.until))


def answers(
    person: Person, figure: int, day: Instant, matches: Sequence[Match], shown: Flight | None
) -> list[str]:
    """Say in plain words which rules give ``figure`` on the UTC date of ``day``.

    ``shown`` is the flight that needs no name, being in sight.
    """
    told = [one for one in matches if one.reckoning.flight or len(one.reckoning.flights) > 1]
    if told:
        told.sort(key=lambda one: (one.reckoning.counts is not Counts.FLIGHT, one.since))
        return [_answer(person, figure, one, shown) for one in told]
    sentence = tr("None of the rules gives {figure} on {date}.")
    return [sentence.format(figure=phrases.number(figure), date=phrases.date(day))]


def _answer(person: Person, figure: int, match: Match, shown: Flight | None) -> str:
    reckoning = match.reckoning
    sentence = _rule_sentence(person, reckoning).format(
        figure=phrases.number(figure),
        nth=phrases.ordinal(figure),
        before=phrases.number(figure - 1),
        where=_where(reckoning, shown),
    )
    if (when := _when(match)) != "":
        sentence = tr("{sentence} ({when})").format(sentence=sentence, when=when)
    if match.certain:
        return sentence
    doubt = tr("Perhaps, as a launch or landing is not known exactly: {}")
    return doubt.format(sentence)


def _rule_sentence(person: Person, reckoning: Reckoning) -> str:
    by_flight = reckoning.counts is Counts.CAREER_BY_FLIGHT
    match reckoning.rule:
        case Rule.ELAPSED if by_flight:
            return tr("{figure} = complete days, flight by flight: each rounded down, then added")
        case Rule.NTH_DAY if by_flight:
            return tr("{figure} = running days, flight by flight: each rounded up, then added")
        case Rule.CALENDAR_DATES if by_flight:
            return tr("{figure} = calendar dates, flight by flight: those of each flight, added")
        case Rule.ELAPSED:
            return tr("{figure} = complete days {where}: {figure} times 24 hours were over")
        case Rule.NTH_DAY:
            return of_sex(
                person,
                tr(
                    "{figure} = his {nth} day {where}: {before} days were complete, "
                    "the {nth} had begun"
                ),
                tr(
                    "{figure} = her {nth} day {where}: {before} days were complete, "
                    "the {nth} had begun"
                ),
            )
        case _:
            return tr("{figure} = calendar dates {where}: launch date and last date both counted")


def _where(reckoning: Reckoning, shown: Flight | None) -> str:
    flight = reckoning.flight
    if flight is None:
        return tr("in orbit in all")
    if shown is not None and flight.number == shown.number and flight.person == shown.person:
        return tr("of this flight")
    year = phrases.date(flight.launch.earliest)
    return tr("of the flight of {date} on {vehicle}").format(date=year, vehicle=flight.up.name)


def _when(match: Match) -> str:
    """Say in which part of its UTC date a figure is given; nothing for all of it."""
    starts, ends = match.since % DAY == 0, match.until % DAY == 0
    since, until = phrases.clock_time(match.since), phrases.clock_time(match.until)
    if match.until - match.since == DAY:
        return ""
    if starts:
        return tr("until {} UTC").format(until)
    if ends:
        return tr("from {} UTC").format(since)
    return tr("from {since} to {until} UTC").format(since=since, until=until)


def figure_sentence(catalogue: Catalogue, reckoning: Reckoning, at: Instant) -> str:
    """Return one sentence to quote: a figure with its rule, instant, data date and source."""
    figure = reckoning.figure(at)
    text = figure_text(figure)
    alone = figure.least == figure.most == 1
    match reckoning.rule:
        case Rule.NTH_DAY if reckoning.counts is not Counts.CAREER_BY_FLIGHT:
            said = tr("day {}").format(text)
            if figure.least == figure.most:
                said = tr("the {} day").format(phrases.ordinal(figure.least))
        case Rule.CALENDAR_DATES:
            said = (tr("{} calendar date") if alone else tr("{} calendar dates")).format(text)
        case _:
            said = (tr("{} day") if alone else tr("{} days")).format(text)
    return _quoted(catalogue, reckoning.flights, reckoning.counts, reckoning.rule, said, at)


def age_sentence(catalogue: Catalogue, flight: Flight, at: Instant) -> str:
    """Return the sentence to quote for a flight's calendar age."""
    said = age_text(flight, at)
    return _quoted(catalogue, (flight,), Counts.FLIGHT, Rule.CALENDAR_AGE, said, at)


def age_text(flight: Flight, at: Instant) -> str:
    """Return a flight's calendar age from the low end of its launch: a pair of days, if need be."""
    launch, stop = flight.launch.earliest, flight.stop
    least = calendar_age(launch, min(at, stop.earliest))
    most = calendar_age(launch, min(at, stop.last))
    if least[:2] != most[:2]:
        return f"{phrases.age(least)} {TO} {phrases.age(most)}"
    figure = figure_text(Figure(least.days, most.days))
    days = (tr("{} day") if least.days == most.days == 1 else tr("{} days")).format(figure)
    parts = (phrases.age(least._replace(days=0)), days if most.days or not any(least) else "")
    return ", ".join(filter(None, parts))


def _quoted(
    catalogue: Catalogue,
    flights: Sequence[Flight],
    counts: Counts,
    rule: Rule,
    said: str,
    at: Instant,
) -> str:
    flown = [one for one in flights if one.has_begun(at)]
    vehicles = phrases.listed([one.up.name for one in flown])
    if counts is Counts.FLIGHT:
        where = tr("in the flight up on {}").format(vehicles)
    else:
        many = phrases.counted(len(flown), tr("{} flight"), tr("{} flights"))
        where = tr("in all, {flights}").format(flights=many)
    if counts is Counts.CAREER_BY_FLIGHT:
        where = tr("{where}, each counted by itself").format(where=where)
    sentence = tr(
        "{name}'s time in orbit ({where}) came to {figure} on {at} UTC, counted as {rule} "
        "({explanation}); {facts}."
    )
    return sentence.format(
        name=flights[0].person.name,
        where=where,
        figure=said,
        at=instant_text(at),
        rule=rule_name(rule).lower(),
        explanation=rule_explanation(rule),
        facts=facts_text(catalogue, flown, at),
    )


def facts_text(catalogue: Catalogue, flights: Sequence[Flight], at: Instant) -> str:
    """Say of when and from where the facts about ``flights`` are."""
    keys = {key for one in flights for key in one.up.source.split("+")} - {""}
    names = {
        "mcdowell": tr("Jonathan McDowell's tables"),
        "press": tr("press reports"),
        "published": tr("published durations"),
    }
    source = catalogue.title
    if keys:
        after = phrases.listed([names.get(key, key) for key in sorted(keys)])
        source = tr("{catalogue} after {sources}").format(catalogue=source, sources=after)
    doubted = catalogue.is_unconfirmed(at) and any(not one.is_over for one in flights)
    facts = tr("facts as of {date}, not confirmed since, from {source}")
    if not doubted:
        facts = tr("facts as of {date}, from {source}")
    return facts.format(date=phrases.moment(catalogue.data_date), source=source)


def press_title(press: PressFigure) -> str:
    """Say what a source counted, of whom, and for when."""
    figure = phrases.number(press.figure)
    counted = {
        PressCounts.CAREER: tr("{} days in all"),
        PressCounts.FLIGHT: tr("{} days in one flight"),
        PressCounts.FLIGHTS: tr("{} flights"),
    }[press.counts].format(figure)
    return tr("{figure} · {name}, {date}").format(
        figure=counted, name=press.person.name, date=phrases.date(press.as_of.earliest)
    )


def press_said(press: PressFigure) -> str:
    return tr("{source}: {words}").format(source=press.source, words=press.words)


def press_answers(answer: PressAnswer, shown: Flight | None) -> list[str]:
    """Say which rules give a figure of the press on its date, or that none does."""
    press = answer.press
    if press.counts is PressCounts.FLIGHTS:
        number = phrases.ordinal(answer.flight_number)
        he, she = tr("By flights it is his {}."), tr("By flights it is her {}.")
        lines = [of_sex(press.person, he, she).format(number)]
        if not answer.is_given:
            lines.insert(0, tr("None does."))
        lines = [" ".join(lines)]
    elif not answer.matches:
        lines = [tr("None does.")]
    else:
        day = press.as_of.earliest
        lines = answers(press.person, press.figure, day, answer.matches, shown)
    return [*lines, press.note] if press.note else lines


def press_sentence(catalogue: Catalogue, answer: PressAnswer) -> str:
    """Return one sentence to quote: a figure of the press with the rules that give it."""
    press = answer.press
    career = [one for one in catalogue.career(press.person) if one.has_begun(press.as_of.earliest)]
    return tr("{title} ({said}): {answers}; {facts}.").format(
        title=press_title(press),
        said=press_said(press),
        answers="; ".join(one.rstrip(".") for one in press_answers(answer, None)),
        facts=facts_text(catalogue, career, press.as_of.earliest),
    )
