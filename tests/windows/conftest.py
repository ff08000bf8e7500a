"""Lends the fixtures for Qt to the tests beside this file."""

from tests.qt_fixtures import look, nothing_left_running, open_app, qapp, shown

__all__ = ["look", "nothing_left_running", "open_app", "qapp", "shown"]
