"""What a display shows by itself: pages of missions in an order, and how long each stays."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final, NamedTuple

USUAL_SECONDS: Final = 20
"""How long a page stays where nothing else is asked for."""
MOST_SECONDS: Final = 3_600


class DisplayPage(StrEnum):
    """A page of the display, by name."""

    COUNTER = "counter"
    RECORD = "record"
    LADDER = "ladder"
    UP = "up"
    TIMELINE = "timeline"


class Slide(NamedTuple):
    """One page about one mission; ``mission`` is the key that it is remembered by."""

    page: DisplayPage
    mission: str


class Programme(NamedTuple):
    """Slides in their order, each for ``seconds``; 0 leaves the first one until somebody turns."""

    slides: tuple[Slide, ...] = ()
    seconds: int = USUAL_SECONDS

    @classmethod
    def of_missions(
        cls,
        missions: Iterable[str],
        pages: Iterable[DisplayPage] = DisplayPage,
        seconds: int = USUAL_SECONDS,
    ) -> "Programme":
        """Show some pages of one mission after another; who is in orbit only once."""
        slides: dict[Slide, None] = {}
        chosen = tuple(pages)
        keys = tuple(missions)
        for key in keys:
            for page in chosen:
                about = keys[0] if page is DisplayPage.UP else key
                slides.setdefault(Slide(page, about))
        return cls(tuple(slides), seconds)

    @property
    def missions(self) -> tuple[str, ...]:
        """The keys of the missions, each once, in their order."""
        return tuple(dict.fromkeys(one.mission for one in self.slides))

    @property
    def pages(self) -> tuple[DisplayPage, ...]:
        """The pages that are shown of any mission, each once, in their order."""
        return tuple(dict.fromkeys(one.page for one in self.slides))

    @property
    def lines(self) -> tuple[str, ...]:
        """The slides as lines of text, for `slides_of`."""
        return tuple(f"{page} {mission}" for page, mission in self.slides)


def slides_of(lines: Iterable[str]) -> tuple[Slide, ...]:
    """Read slides as they are remembered; a line that makes no sense is left out."""
    slides = []
    for line in lines:
        page, _, mission = " ".join(line.split()).partition(" ")
        if page in tuple(DisplayPage) and mission:
            slides.append(Slide(DisplayPage(page), mission))
    return tuple(slides)
