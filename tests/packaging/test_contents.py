"""What do the wheel and the sdist hold?"""

import tarfile
from email.parser import Parser
from pathlib import PurePosixPath
from zipfile import ZipFile

from nianbao.declarative.files import rule_files
from nianbao.declarative.loader import digest_of
from tests.packaging.conftest import Built
from tests.packaging.environments import ROOT, Environment, tracked

_DATA = "nianbao/_data/"


def test_the_wheel_holds_exactly_the_rules_and_schemas_of_the_repository(built: Built) -> None:
    rules = {name for name in tracked("rules") if name.endswith(".yaml")}
    schemas = {name for name in tracked("schemas") if name.endswith(".schema.json")}
    compiled = {"compiled/index.json", "compiled/texts.json"}
    held = {name for name in ZipFile(built.wheel).namelist() if name.startswith(_DATA)}
    assert held == {_DATA + name for name in rules | schemas | compiled}
    assert rules
    assert len(schemas) == 8


def test_the_wheel_holds_nothing_else_but_the_package_and_its_metadata(built: Built) -> None:
    names = {name for name in ZipFile(built.wheel).namelist() if not name.startswith(_DATA)}
    package = {name.removeprefix("src/") for name in tracked("src")}
    metadata = {name for name in names if PurePosixPath(name).parts[0].endswith(".dist-info")}
    assert names - metadata == package
    assert {PurePosixPath(name).name for name in metadata} == {
        "METADATA",
        "WHEEL",
        "RECORD",
        "entry_points.txt",
        "LICENSE",
    }


def test_data_in_the_wheel_is_that_of_the_repository(built: Built) -> None:
    wheel = ZipFile(built.wheel)
    for name in wheel.namelist():
        if name.startswith((_DATA + "rules", _DATA + "schemas")):
            assert wheel.read(name) == (ROOT / name.removeprefix(_DATA)).read_bytes(), name


def test_the_compiled_rules_are_made_from_the_rule_files(
    installed: Environment, built: Built
) -> None:
    code = "from nianbao.declarative.loader import builtin_digest; print(builtin_digest())"
    digest = digest_of(text for _, text in rule_files(ROOT / "rules"))
    assert installed.python(code, cwd=built.wheel.parent).strip() == digest


def test_the_sdist_holds_all_that_building_and_testing_need(built: Built) -> None:
    with tarfile.open(built.sdist) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    wanted = tracked("src", "rules", "schemas", "examples", "tests", "benchmarks", "docs")
    files = {"pyproject.toml", "hatch_build.py", "LICENSE", "README.md", "PKG-INFO"}
    assert (wanted | files) <= held
    assert held <= wanted | files | tracked("*.md", ".gitignore")


def test_the_metadata_names_the_program_and_what_it_needs(built: Built) -> None:
    wheel = ZipFile(built.wheel)
    (path,) = (name for name in wheel.namelist() if name.endswith("/METADATA"))
    metadata = Parser().parsestr(wheel.read(path).decode())
    lines = metadata.get_all("Requires-Dist", [])
    extra = {
        name: {line.partition(">")[0] for line in lines if line.endswith(f"; extra == '{name}'")}
        for name in ("audit", "dask")
    }
    needed = {line.partition(">")[0] for line in lines if ";" not in line}
    assert needed == {"jsonschema", "lxml", "pluggy", "pyyaml", "rich"}
    assert extra == {"audit": {"datasketch", "numpy", "openpyxl"}, "dask": {"distributed"}}
    assert len(lines) == len(needed) + sum(map(len, extra.values()))
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "MIT"
    scripts = wheel.read(path.replace("METADATA", "entry_points.txt")).decode()
    assert "nianbao = nianbao.cli.main:main" in scripts
