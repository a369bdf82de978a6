"""Do tests that need more than Python wait until they are asked for?"""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.browser.conftest import pytest_ignore_collect

_ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    ("named", "is_left_out"),
    [
        ("tests", True),
        ("tests/formatters", True),
        ("tests/browser", None),
        ("tests/browser/", None),
        ("tests/browser/test_page.py::test_tables_fit_a_telephone", None),
    ],
)
def test_the_browser_is_started_only_where_its_folder_is_named(
    named: str, *, is_left_out: bool | None
) -> None:
    config: Any = SimpleNamespace(invocation_params=SimpleNamespace(dir=_ROOT), args=[named])
    assert pytest_ignore_collect(config) is is_left_out
