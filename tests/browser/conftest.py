"""A headless Chromium, for tests that are asked for by their folder alone."""

from collections.abc import Iterator

import pytest

from tests.browser.browser import Browser, started


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    running = started()
    yield running
    running.quit()
