"""When Kelly passes Fincke, the main window tells it for a minute, and counts on for an hour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.core.falls import fall_in
from countdown.core.readings import Mission, read
from countdown.data.wishes import Wish
from countdown.windows.record_banner import RecordBanner
from tests.fakes import at
from tests.windows.sight import texts

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.falls import Fall
    from tests.qt_fixtures import OpenApp

MINUTE_OF_IT = "2015-10-15T09:02:20Z"


@pytest.fixture
def fall(catalogue: Catalogue) -> Fall:
    mission = Mission.of_person(catalogue, catalogue.people["scott-kelly"])
    found = fall_in(read(mission, at(MINUTE_OF_IT)))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ("2015-10-15T09:01:19Z", "42 s"),
        (MINUTE_OF_IT, "record, +00:00:19"),
        ("2015-10-15T09:07:13Z", "record, +00:05:12"),
    ],
)
def test_what_comes_next_counts_seconds_and_then_on(
    open_app: OpenApp, catalogue: Catalogue, now: str, told: str
) -> None:
    app = open_app(now, Wish(person=catalogue.people["scott-kelly"]))
    shown = texts(app.window)
    assert told in shown
    assert "Most time in all · United States" in shown
    assert "passes Mike Fincke, 381 d 15:08:08" in shown


def test_the_band_is_there_in_its_minute_alone(
    open_app: OpenApp, catalogue: Catalogue, fall: Fall
) -> None:
    app = open_app(MINUTE_OF_IT, Wish(person=catalogue.people["gennady-padalka"]))
    app.window.show_fall(fall)
    banner = app.window.findChild(RecordBanner)
    assert isinstance(banner, RecordBanner)
    assert banner.isVisible()
    assert texts(banner)[1] == "Scott Kelly: Most time in all · United States"
    app.window.show_fall(None)
    assert not banner.isVisible()


def test_a_window_that_never_saw_a_record_has_no_band(open_app: OpenApp) -> None:
    app = open_app(MINUTE_OF_IT)
    app.window.show_fall(None)
    assert app.window.findChild(RecordBanner) is None
