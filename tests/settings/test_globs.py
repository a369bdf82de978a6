"""Globs name files and folders."""

import pytest

from nianbao.settings.globs import glob_fault, matches


@pytest.mark.parametrize(
    ("glob", "path"),
    [
        ("x.html", "x.html"),
        ("x.html", "a/b/x.html"),
        ("*.html", "a/x.html"),
        ("old", "a/old/b/x.html"),
        ("old/", "a/old/b/x.html"),
        ("20[12]?", "2024/x.html"),
        ("/x.html", "x.html"),
        ("./x.html", "x.html"),
        ("a/x.html", "a/x.html"),
        ("a/b", "a/b/c/x.html"),
        ("a/*", "a/x.html"),
        ("a/*", "a/b/x.html"),
        ("a/*/x.html", "a/b/x.html"),
        ("a/**", "a/b/c/x.html"),
        ("a/**/x.html", "a/x.html"),
        ("a/**/x.html", "a/b/c/x.html"),
        ("**/b/x.html", "b/x.html"),
        ("**/b/x.html", "a/b/b/x.html"),
        ("**/b/**/c/*.html", "a/b/d/b/c/e/c/x.html"),
        ("**", "x.html"),
        (".", "a/x.html"),
        ("县/年报*", "县/年报2024.html"),
        ("x.html", "../x.html"),
    ],
)
def test_it_matches(glob: str, path: str) -> None:
    assert matches(glob, path)


@pytest.mark.parametrize(
    ("glob", "path"),
    [
        ("x.html", "x.htm"),
        ("X.html", "x.html"),
        ("/x.html", "a/x.html"),
        ("b/x.html", "a/b/x.html"),
        ("a/*/x.html", "a/x.html"),
        ("a/*/x.html", "a/b/c/x.html"),
        ("a/*.html", "a/x.json"),
        ("a/**/y.html", "a/b/x.html"),
        ("old", "older/x.html"),
        ("a/b/c", "a/b"),
        ("", "x.html"),
        ("/a/", "b/a/x.html"),
    ],
)
def test_it_does_not(glob: str, path: str) -> None:
    assert not matches(glob, path)


def test_no_glob_is_slow() -> None:
    assert not matches("**/a/" * 200 + "b", "a/" * 2000 + "c")
    assert not matches("*a" * 100 + "b", "a" * 200)


@pytest.mark.parametrize("glob", ["[a", "a/[b/c].html", "x[", "[]", "[!]", "[ab]c[d", "[]a"])
def test_a_bracket_that_is_not_closed_is_a_fault(glob: str) -> None:
    fault = glob_fault(glob)
    assert fault is not None
    assert f"“{glob}”" in fault.zh


@pytest.mark.parametrize("glob", ["a*", "[ab]*.html", "[!a]", "[]]x", "[!]]x", "[[]a", "a]b", ""])
def test_other_globs_have_no_fault(glob: str) -> None:
    assert glob_fault(glob) is None
