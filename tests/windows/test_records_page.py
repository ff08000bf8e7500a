"""The page of records: what it says, where it leads, and that it sleeps while nobody looks."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from countdown.core.moments import Instant
from countdown.core.records import WOMEN, WORLD, Category, Kind
from countdown.models import change_list, phrases
from countdown.models.change_list import ChangeRole
from countdown.widgets.record_line import PAD_PX
from countdown.windows.pieces import style_sheet
from countdown.windows.records_page import RecordsPage
from tests.chains import FIRST_LAUNCH, chain_of
from tests.fakes import at
from tests.windows.sight import button, place_in, press, rows, texts

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight
    from countdown.widgets.look import Look

CAREER, FLIGHT = Kind.CAREER, Kind.FLIGHT
NOW = at("2026-11-22T09:30:15Z")
KELLY_FIRST = at("2015-10-16T12:00:00Z")
OFFSCREEN = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
ROOMY, NARROW, LOW = (1080, 700), (640, 700), (545, 330)


class Page(NamedTuple):
    """A page in a window, and where it has led to."""

    page: RecordsPage
    window: QWidget
    led: list[tuple[Flight, Instant]]
    qapp: QApplication

    def turn_to(self, kind: Kind, scope: str, when: Instant | None = None) -> None:
        self.page.chooser.choose(Category(kind, scope))
        if when is not None:
            self.page.show_instant(when)
        self.qapp.processEvents()

    def resize(self, size: tuple[int, int]) -> None:
        self.window.resize(*size)
        self.page.resize(*size)
        self.qapp.processEvents()

    @property
    def said(self) -> list[str]:
        return texts(self.page)

    def holders(self) -> list[str]:
        return rows(self.page.holders.list)


@pytest.fixture
def page(catalogue: Catalogue, look: Look, shown: list[QWidget], qapp: QApplication) -> Page:
    window = QWidget()
    window.setStyleSheet(style_sheet(look))
    page = RecordsPage(catalogue, look, window)
    led: list[tuple[Flight, Instant]] = []
    page.moment_chosen.connect(lambda flight, when: led.append((flight, when)))
    shown.append(window)
    opened = Page(page, window, led, qapp)
    opened.resize(ROOMY)
    page.show_instant(KELLY_FIRST)
    window.show()
    qapp.processEvents()
    return opened


def test_the_us_career_record_on_16_october_2015_is_kellys(page: Page) -> None:
    page.turn_to(CAREER, "US")
    assert page.holders()[:2] == ["Scott Kelly", "Mike Fincke"]
    assert rows(page.page.ranking.list)[:2] == ["Scott Kelly", "Mike Fincke"]
    for text in ("Holder now", "Scott Kelly", "382 d", "since 15 Oct 2015, 09:02 UTC"):
        assert text in page.said
    assert any(one.startswith("passes Mike Fincke, 381 d") for one in page.said)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize(
    ("scope", "name"), [(WORLD, "World"), (WOMEN, "Women"), ("RU", "Russia & Soviet Union")]
)
def test_a_category_is_chosen_by_name(page: Page, kind: Kind, scope: str, name: str) -> None:
    page.turn_to(kind, scope, NOW)
    assert page.page.chooser.scope.currentText() == name
    assert page.page.chooser.category == Category(kind, scope)
    assert page.holders()


def test_every_country_is_offered_by_name_and_in_order(page: Page, catalogue: Catalogue) -> None:
    box = page.page.chooser.scope
    names = [box.itemText(place) for place in range(box.count()) if box.itemData(place)]
    assert names[:2] == ["World", "Women"]
    assert len(names) == 2 + len(catalogue.records.countries)
    assert "Russia & Soviet Union" in names
    assert names[2:] == sorted(names[2:], key=lambda one: one.replace("ü", "u").lower())


def test_the_keyboard_is_enough_to_choose(page: Page) -> None:
    page.page.chooser.scope.setFocus()
    QTest.keyClicks(page.page.chooser.scope, "Chi")
    assert page.page.chooser.category == Category(CAREER, "CN")
    page.page.chooser.kind.setFocus()
    QTest.keyClick(page.page.chooser.kind, Qt.Key.Key_Down)
    assert page.page.chooser.category == Category(FLIGHT, "CN")


@pytest.mark.parametrize(
    ("scope", "sentence"),
    [
        (WORLD, "Nobody has flown by then"),
        (WOMEN, "No woman has flown by then"),
        ("MT", "Nobody has flown for Malta by then"),
    ],
)
def test_before_anybody_flew_it_says_so(page: Page, scope: str, sentence: str) -> None:
    page.turn_to(CAREER, scope, at("1960-01-01"))
    assert sentence in page.said
    assert not page.page.line.isVisible()
    assert not page.page.holders.list.isVisible()
    page.page.show_instant(NOW)
    assert sentence not in page.said
    assert page.page.line.isVisible()


def test_a_first_and_only_holder_has_a_page_too(page: Page) -> None:
    page.turn_to(CAREER, "MT", NOW)
    assert page.holders() == ["Chun Wang"]
    assert "the first holder" in page.said


def test_a_double_click_on_a_holder_leads_to_the_flight_at_that_moment(
    page: Page, catalogue: Catalogue
) -> None:
    page.turn_to(CAREER, WORLD)
    view = page.page.holders.list
    place = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.led == []
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    padalka = catalogue.career(catalogue.people["gennady-padalka"])[-1]
    assert [flight for flight, _ in page.led] == [padalka]
    assert padalka.is_up(page.led[0][1])
    assert abs(page.led[0][1] - at("2015-06-28T23:00:00Z")) < 60


def test_enter_in_the_ranking_leads_to_a_flight_as_it_is_or_as_it_ended(
    page: Page, catalogue: Catalogue
) -> None:
    page.turn_to(CAREER, "US")
    view = page.page.ranking.list
    for row in range(2):
        view.setCurrentIndex(view.model().index(row, 0))
        QTest.keyClick(view, Qt.Key.Key_Return)
    kelly = catalogue.career(catalogue.people["scott-kelly"])[-1]
    fincke = next(
        flight
        for flight in reversed(catalogue.career(catalogue.people["mike-fincke"]))
        if flight.has_begun(KELLY_FIRST)
    )
    assert page.led == [(kelly, KELLY_FIRST), (fincke, fincke.stop.latest)]


def test_a_click_on_the_line_leads_there_and_the_list_follows(page: Page) -> None:
    page.turn_to(CAREER, WORLD)
    drawing = page.page.line.drawing
    assert drawing is not None
    change = drawing.courses[1][0].toPoint() + QPoint(PAD_PX, PAD_PX // 2)
    QTest.mouseClick(page.page.line, Qt.MouseButton.LeftButton, pos=change)
    assert [flight.person.name for flight, _ in page.led] == ["Sergei Krikalev"]
    assert page.page.holders.list.currentIndex().row() == 1
    assert "Sergei Krikalev" in page.said
    assert any(one.endswith("holders") for one in page.said)


def test_a_chosen_row_is_put_into_words(page: Page) -> None:
    page.turn_to(CAREER, WORLD)
    page.page.holders.list.setCurrentIndex(page.page.holders.list.model().index(1, 0))
    assert "Sergei Krikalev" in page.said
    assert any("held 9 years, 10 months" in one for one in page.said)


def test_where_there_is_room_all_is_shown_and_elsewhere_a_switch_chooses(page: Page) -> None:
    assert page.page.holders.isVisible()
    assert page.page.ranking.isVisible()
    assert not page.page.switch.isVisible()
    page.resize(NARROW)
    assert page.page.line.isVisible()
    assert page.page.holders.isVisible()
    assert not page.page.ranking.isVisible()
    press(page.page.switch, "Ranking now")
    assert page.page.ranking.isVisible()
    assert not page.page.holders.isVisible()
    page.resize(LOW)
    assert not page.page.line.isVisible()
    press(page.page.switch, "Time line")
    assert page.page.line.isVisible()
    assert not page.page.ranking.isVisible()
    assert not button(page.page.switch, "Save…").isVisible()


@pytest.mark.parametrize(
    ("size", "scale"),
    [
        ((380, 290), 0.85), (LOW, 0.85), ((560, 700), 0.85), (NARROW, 0.85), (ROOMY, 1.0),
        ((3200, 1900), 2.0),
    ],
)  # fmt: skip
def test_no_part_leaves_the_page_or_lies_on_another(
    page: Page, look: Look, size: tuple[int, int], scale: float
) -> None:
    page.page.set_look(look._replace(scale=scale))
    page.turn_to(FLIGHT, "RU", NOW)
    page.resize(size)
    whole = page.page.rect()
    parts = [
        page.page.chooser, page.page.mark, page.page.caption, page.page.line, page.page.switch,
        page.page.holders, page.page.ranking,
    ]  # fmt: skip
    places = [place_in(page.page, one) for one in parts if one.isVisible()]
    for number, place in enumerate(places):
        assert whole.contains(place)
        assert not any(place.intersects(other) for other in places[number + 1 :])


def test_an_ordinary_second_asks_the_records_nothing(
    page: Page, monkeypatch: pytest.MonkeyPatch, catalogue: Catalogue
) -> None:
    page.turn_to(CAREER, "US")

    def never(*_anything: object) -> None:
        raise AssertionError("asked on an ordinary second")

    monkeypatch.setattr(type(catalogue.records), "standings", never)
    monkeypatch.setattr(change_list, "reigns", never)
    monkeypatch.setattr(phrases, "between", never)
    for second in range(200):
        page.page.show_instant(Instant(KELLY_FIRST + second))


def test_while_it_is_hidden_it_does_nothing_and_catches_up_when_it_is_shown(
    page: Page, monkeypatch: pytest.MonkeyPatch, catalogue: Catalogue
) -> None:
    page.turn_to(CAREER, "US")
    page.page.hide()
    with monkeypatch.context() as patch:
        patch.setattr(type(catalogue.records), "standings", None)
        patch.setattr(change_list, "reigns", None)
        page.page.show_instant(NOW)
        page.page.chooser.choose(Category(FLIGHT, WOMEN))
        page.page.show_instant(at("1990-01-01"))
    assert page.holders()[0] == "Scott Kelly"
    page.page.show()
    page.qapp.processEvents()
    assert page.holders()[0] == "Svetlana Savitskaya"


@OFFSCREEN
def test_the_holder_changes_before_ones_eyes(
    look: Look, shown: list[QWidget], qapp: QApplication
) -> None:
    page = RecordsPage(chain_of(3), look)
    shown.append(page)
    page.resize(*ROOMY)
    met = Instant(FIRST_LAUNCH + 405 * 86_400)
    page.show_instant(Instant(met - 1))
    page.show()
    qapp.processEvents()
    assert "Flyer Number 1" in texts(page)
    page.show_instant(met)
    assert "Flyer Number 2" in texts(page)
    assert rows(page.holders.list) == ["Flyer Number 2", "Flyer Number 1"]
    page.show_instant(Instant(met - 1))
    assert rows(page.holders.list) == ["Flyer Number 1"]
    assert page.holders.list.model().index(0, 0).data(ChangeRole.IS_NOW)


def test_the_clock_is_marked_as_on_every_page(page: Page) -> None:
    page.turn_to(CAREER, WORLD)
    assert "16 Oct 2015  12:00:00 UTC" in page.said
    page.page.show_instant(Instant(KELLY_FIRST + 1))
    assert "16 Oct 2015  12:00:01 UTC" in page.said


def test_copying_takes_the_list_that_has_the_focus(page: Page) -> None:
    page.turn_to(CAREER, WORLD)
    page.page.holders.list.setFocus()
    QTest.keyClick(page.page.holders.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    table = list(csv.DictReader(StringIO(QGuiApplication.clipboard().text(), newline="")))
    assert table[-1]["names"] == "Gennady Padalka"
    assert "copied" in page.said
    page.page.ranking.list.setFocus()
    QTest.keyClick(page.page.ranking.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    ranked = list(csv.DictReader(StringIO(QGuiApplication.clipboard().text(), newline="")))
    assert ranked[0]["name"] == "Gennady Padalka"
    assert ranked[0]["at"] == "2015-10-16T12:00:00Z"


@OFFSCREEN
def test_saving_asks_for_a_file_and_writes_the_list(page: Page, tmp_path: Path) -> None:
    page.turn_to(FLIGHT, "US")
    press(page.page.ranking, "Save…")
    (dialog,) = page.page.findChildren(QFileDialog)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert dialog.selectedFiles()[0].endswith("ranking-flight-us-2015-10-16.csv")
    target = tmp_path / "mine.csv"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    lines = target.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("rank,person,name,launch")
    assert lines[1].startswith("1,michael-lopez-alegria,Michael López-Alegría,2006-09-18T")
    assert "saved as mine.csv" in page.said


@OFFSCREEN
def test_what_cannot_be_saved_is_said_plainly(page: Page, tmp_path: Path) -> None:
    (tmp_path / "<b>folder.csv").mkdir()
    page.page.holders.keeper.save_as(str(tmp_path / "<b>folder.csv"))
    (box,) = page.page.findChildren(QMessageBox)
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert box.text().startswith("<b>folder.csv cannot be written")
    box.close()


def test_everything_that_can_be_used_has_a_name(page: Page) -> None:
    page.turn_to(CAREER, WORLD)
    chooser = page.page.chooser
    assert chooser.kind.accessibleName() == "What is compared"
    assert chooser.scope.accessibleName() == "Among whom"
    assert page.page.holders.list.accessibleName() == "Holders through time"
    assert page.page.ranking.list.accessibleName() == "Ranking now"
    assert "Gennady Padalka" in page.page.line.accessibleName()
    for name in ("Copy", "Save…"):
        assert "CSV" in button(page.page, name).accessibleName()


def test_tab_goes_from_the_top_to_the_bottom(page: Page) -> None:
    page.turn_to(CAREER, WORLD)
    page.page.chooser.kind.setFocus()
    visited = []
    for _ in range(9):
        visited.append(page.qapp.focusWidget())
        page.page.focusNextChild()
    parts = [page.page.chooser.scope, page.page.line, page.page.holders.list]
    assert [one for one in visited if one in parts] == parts


def test_both_themes_are_taken(page: Page, look: Look) -> None:
    page.turn_to(CAREER, WORLD)
    before = page.page.grab().toImage()
    page.page.set_look(look._replace(colours={**look.colours, "text": "#00ff00"}))
    assert page.page.grab().toImage() != before
