"""The middle of the main window: the mission's page, or one of those beside it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget

from countdown.windows.mission_page import MissionPage

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from countdown.core.catalogue import Catalogue
    from countdown.core.clocks import Clock
    from countdown.core.flights import Vehicle
    from countdown.core.readings import Mission, Reading
    from countdown.widgets.look import Look
    from countdown.windows.section import Page


class PageKey(StrEnum):
    """The pages: each but the mission's is imported and made when it is first turned to."""

    MISSION = "mission"
    UP = "up"
    VEHICLE = "vehicle"
    RECORDS = "records"


class PageStack(QStackedWidget):
    """Shows readings to the page that is in sight.

    Signals:
        moment_chosen, subject_chosen: as those of a `Section`.
        live_chosen: the way back to now is taken.
        turned: another page is in sight.
    """

    moment_chosen = Signal(object, object)
    subject_chosen = Signal(object)
    live_chosen = Signal()
    turned = Signal()

    def __init__(self, catalogue: Catalogue, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._look = look
        self._clock: Clock | None = None
        self._last: tuple[Mission, Reading] | None = None
        self.key = PageKey.MISSION
        self.mission = MissionPage(look)
        self._made: dict[PageKey, Page] = {}
        self.vehicle: Vehicle | None = None
        """The last one whose page was turned to."""
        self._scroll = QScrollArea()
        self._scroll.setWidget(self.mission)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # With room for it at all times, nothing moves when what is below makes it needed.
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.addWidget(self._scroll)
        self._connect(self.mission)
        placed = QTimer(self, singleShot=True, interval=0)  # once a section has its place
        placed.timeout.connect(self._scroll_to_section)
        self.mission.section_turned.connect(placed.start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.mission.set_room(self.height())

    def _scroll_to_section(self) -> None:
        """Have the section in sight that was asked for."""
        self._scroll.verticalScrollBar().setValue(self.mission.sections.y())

    @property
    def _all(self) -> list[MissionPage | Page]:
        return [self.mission, *self._made.values()]

    def _connect(self, page: MissionPage | Page) -> None:
        page.moment_chosen.connect(self.moment_chosen)
        page.subject_chosen.connect(self.subject_chosen)
        page.mark.live_chosen.connect(self.live_chosen)

    def set_look(self, look: Look) -> None:
        self._look = look
        for page in self._all:
            page.set_look(look)

    def turn_to(self, key: PageKey) -> None:
        """Put a page into sight, up to date."""
        self.key = key
        if key is PageKey.MISSION:
            self.setCurrentIndex(0)
        else:
            self.setCurrentWidget(self._page(key))
        if self._last is not None:
            self._show(*self._last)
        self.turned.emit()

    def toggle(self, key: PageKey) -> None:
        """Turn to a page, or from it back to the mission."""
        self.turn_to(PageKey.MISSION if self.key is key else key)

    def show_vehicle(self, vehicle: Vehicle) -> None:
        """Turn to the page of a vehicle."""
        from countdown.windows.vehicle_page import VehiclePage

        page = self._page(PageKey.VEHICLE)
        assert isinstance(page, VehiclePage)
        self.vehicle = vehicle
        page.show_vehicle(vehicle)
        self.turn_to(PageKey.VEHICLE)

    def show_reading(self, mission: Mission, reading: Reading) -> None:
        """Show a mission at one instant, or the instant alone on the pages of everybody."""
        self._last = (mission, reading)
        self._show(mission, reading)

    def show_clock(self, clock: Clock) -> None:
        """Say on every page which clock runs."""
        self._clock = clock
        for page in self._all:
            page.mark.show_clock(clock)

    def _show(self, mission: Mission, reading: Reading) -> None:
        if self.key is PageKey.MISSION:
            page = self.mission
            page.show_reading(mission, reading)
            page.mark.show_instant(reading.at)
        else:
            self._made[self.key].show_instant(reading.at)

    def _page(self, key: PageKey) -> Page:
        if key not in self._made:
            page = self._made[key] = _make(key, self._catalogue, self._look)
            self._connect(page)
            if self._clock is not None:
                page.mark.show_clock(self._clock)
            self.addWidget(page)
        return self._made[key]


def _make(key: PageKey, catalogue: Catalogue, look: Look) -> Page:
    match key:
        case PageKey.UP:
            from countdown.windows.up_page import UpPage

            return UpPage(catalogue, look)
        case PageKey.VEHICLE:
            from countdown.windows.vehicle_page import VehiclePage

            return VehiclePage(catalogue, look)
        case PageKey.RECORDS:
            from countdown.windows.records_page import RecordsPage

            return RecordsPage(catalogue, look)
        case PageKey.MISSION:
            raise ValueError(key)
