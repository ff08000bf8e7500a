"""What every test may use. No Qt here: the tests of core and data run without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from countdown.data.catalogue_files import load_catalogue
from countdown.data.resources import bundled_catalogue

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue

# The same examples every time, so that a green tree stays green; for new ones, run pytest with
# --hypothesis-profile=search.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile(
    "search", deadline=None, max_examples=2_000, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Return the real catalogue, as it comes with the app."""
    return load_catalogue(bundled_catalogue())
