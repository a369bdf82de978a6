"""A headless Chromium, for tests that are asked for by their folder alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.browser import Browser, started

_FOLDER = Path(__file__).parent


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave the folder out unless the command line names it: it needs a browser."""
    asked = any(
        Path(config.invocation_params.dir, argument.partition("::")[0]).resolve()
        in (
            collection_path,
            *collection_path.parents[: len(collection_path.relative_to(_FOLDER).parts) + 1],
        )
        for argument in config.args
    )
    return None if asked else True


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    running = started()
    yield running
    running.quit()
