"""What is built and installed once for all tests of packaging."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.packaging.environments import PLUGIN, Environment, build, make


class Built(NamedTuple):
    """The files that a release consists of."""

    wheel: Path
    sdist: Path


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build wheel and sdist."""
    return Built(*build(tmp_path_factory.mktemp("dist")))


@pytest.fixture(scope="session")
def installed(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """Install the wheel, and beside it the example plug-in, into a fresh environment."""
    return make(tmp_path_factory.mktemp("wheel"), built.wheel, PLUGIN)
