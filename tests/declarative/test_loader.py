"""The built-in rules are compiled once, kept in the user's cache, and read from there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from nianbao.builtin import Builtin
from nianbao.declarative.files import rule_files
from nianbao.declarative.loader import builtin_digest, compiled, digest_of, write_compiled
from nianbao.resources import data_dir

_SCRIPT = """
from pathlib import Path
import sys
from nianbao.declarative import loader
if len(sys.argv) > 1:
    loader.is_checkout = lambda: False
    loader.data_dir = lambda name: Path(sys.argv[1])
rules, digest = loader.builtin_rules(lambda name: lambda report: ())
assert digest == loader.builtin_digest()
print(digest, *(rule.code for rule in rules))
print(rules[0].texts().title.en)
print("yaml" in sys.modules)
"""


def _run(home: Path, *arguments: str) -> tuple[list[str], str, str]:
    """Return digest and codes of the built-in rules, a title, and whether YAML was read."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(home), "HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, *arguments],
        env=environment,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    first, title, used = done.stdout.splitlines()
    return first.split(), title, used


def _folder(home: Path) -> Path:
    (folder,) = (home / "nianbao" / "rules").iterdir()
    return folder


_FILES = list(rule_files(data_dir("rules")))
_FRESH = compiled(_FILES)
_CODES = sorted(yaml.safe_load(text)["code"] for _, text in _FILES)


def test_compiled_rules_are_those_of_the_files() -> None:
    assert [entry["code"] for entry in _FRESH.entries] == _CODES == list(_FRESH.texts())
    assert _FRESH.digest == builtin_digest()
    assert len(_FRESH.digest) == 64


def test_texts_are_kept_apart() -> None:
    texts = {"title", "why", "fix", "message", "basis", "examples"}
    assert not any(texts & set(entry) for entry in _FRESH.entries)
    assert all(set(words) == texts for words in _FRESH.texts().values())


def test_the_words_of_a_rule_are_built_once() -> None:
    rules = Builtin().nianbao_rules()
    assert [rule.code for rule in rules if rule.texts() is not rule.texts()] == []


def test_a_build_does_without_the_schema() -> None:
    assert compiled(_FILES, judged=False).entries == _FRESH.entries


def test_the_digest_depends_on_every_character() -> None:
    (path, text), *rest = _FILES
    assert compiled([(path, text + "\n"), *rest]).digest != _FRESH.digest
    assert digest_of(["ab", "c"]) != digest_of(["a", "bc"])


def test_the_cache_is_written_once_and_read_then(tmp_path: Path) -> None:
    first = _run(tmp_path)
    assert first == ([builtin_digest(), *_CODES], first[1], "True")
    written = {path.name: path.stat().st_mtime_ns for path in _folder(tmp_path).iterdir()}
    assert sorted(written) == ["index.json", "texts.json"]
    assert _run(tmp_path) == (first[0], first[1], "False")
    assert {path.name: path.stat().st_mtime_ns for path in _folder(tmp_path).iterdir()} == written


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"digest": "x"}'])
def test_a_broken_cache_is_written_anew(tmp_path: Path, content: str) -> None:
    first = _run(tmp_path)
    (_folder(tmp_path) / "index.json").write_text(content, encoding="utf-8")
    assert _run(tmp_path) == first


def test_a_cache_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert _run(tmp_path / "file")[0] == [builtin_digest(), *_CODES]


def test_a_wheel_holds_compiled_rules(tmp_path: Path) -> None:
    write_compiled(_FRESH, tmp_path / "compiled")
    codes, title, used = _run(tmp_path, str(tmp_path / "compiled"))
    assert (codes, used) == ([builtin_digest(), *_CODES], "False")
    assert title
    assert not (tmp_path / "nianbao").exists()
