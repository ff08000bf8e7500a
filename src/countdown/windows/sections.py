"""The sections of the mission's page: a new one is one module and one line here.

Each is imported when it is first shown: what nobody looks at costs nothing.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from countdown.models.phrases import tr

if TYPE_CHECKING:
    from countdown.widgets.look import Look
    from countdown.windows.section import Section


class SectionKey(StrEnum):
    """The sections, in order."""

    NOW = "mission"
    CHART = "chart"
    HIGHLIGHTS = "highlights"
    RACE = "race"
    WORDS = "words"


def section_title(key: SectionKey) -> str:
    return {
        SectionKey.NOW: tr("Overview"),
        SectionKey.CHART: tr("Chart"),
        SectionKey.HIGHLIGHTS: tr("Highlights"),
        SectionKey.RACE: tr("Race"),
        SectionKey.WORDS: tr("In other words"),
    }[key]


def make_section(key: SectionKey, look: Look) -> Section:
    match key:
        case SectionKey.NOW:
            from countdown.windows.now_section import NowSection

            return NowSection(look)
        case SectionKey.CHART:
            from countdown.windows.chart_section import ChartSection

            return ChartSection(look)
        case SectionKey.HIGHLIGHTS:
            from countdown.windows.highlight_section import HighlightSection

            return HighlightSection(look)
        case SectionKey.RACE:
            from countdown.windows.race_section import RaceSection

            return RaceSection(look)
        case SectionKey.WORDS:
            from countdown.windows.words_section import WordsSection

            return WordsSection(look)
