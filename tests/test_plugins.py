"""Plug-ins offer rules, readers and formatters by the same hooks as the package itself."""

from collections.abc import Callable, Sequence
from importlib import metadata

import pytest

from nianbao.builtin import Builtin, known_function
from nianbao.model.text import Text
from nianbao.plugins import Offer, PluginError, build_plugins, hookimpl, offers, unique
from nianbao.protocols import Canvas
from nianbao.result import Result
from nianbao.rule import Rule
from tests.invented import as_json, check, data, read, rule

_WORDS = ("two\nlines",)


def _nothing(_report: object) -> tuple[()]:
    return ()


class _Mine:
    """A plug-in with one rule."""

    @hookimpl
    def nianbao_rules(self) -> Sequence[Rule]:
        """Return one rule."""
        return (rule(_nothing, "XYZ001"),)


class _Failing:
    """A plug-in whose hook fails."""

    @hookimpl
    def nianbao_rules(self) -> Sequence[Rule]:
        """Fail."""
        raise ZeroDivisionError(*_WORDS)


class _Mistyped:
    """A plug-in with a hook that there is not."""

    @hookimpl
    def nianbao_rulez(self) -> Sequence[Rule]:
        """Return nothing."""
        return ()


class _Point:
    """An entry point that gives what a test says."""

    def __init__(self, name: str, load: Callable[[], object]) -> None:
        self.name, self.load = name, load


def _broken() -> object:
    raise ImportError(*_WORDS)


@pytest.fixture(autouse=True)
def _installed(monkeypatch: pytest.MonkeyPatch) -> None:
    points = [
        _Point("mine", _Mine),
        _Point("failing", _Failing),
        _Point("mistyped", _Mistyped),
        _Point("broken", _broken),
    ]
    monkeypatch.setattr(
        metadata, "entry_points", lambda group: points if group == "nianbao" else []
    )


def _refused(name: str) -> str:
    with pytest.raises(PluginError) as caught:
        list(offers(build_plugins(Builtin(), [name]), "nianbao_rules"))
    assert caught.value.reason.en
    return caught.value.reason.zh


def test_the_built_in_one_comes_first() -> None:
    found = list(offers(build_plugins(Builtin(), ["mine"]), "nianbao_rules"))
    assert {offer.plugin for offer in found} == {"builtin", "mine"}
    assert "XYZ001" in [offer.item.code for offer in found if offer.plugin == "mine"]


def test_a_plug_in_is_not_loaded_unless_it_is_named() -> None:
    found = list(offers(build_plugins(Builtin(), []), "nianbao_rules"))
    assert {offer.plugin for offer in found} == {"builtin"}


def test_a_plug_in_named_twice_is_loaded_once() -> None:
    found = list(offers(build_plugins(Builtin(), ["mine", "mine"]), "nianbao_rules"))
    assert len([offer for offer in found if offer.plugin == "mine"]) == 1


def test_a_plug_in_that_is_not_installed() -> None:
    assert _refused("mien") == "没有安装插件“mien”，是否想写“mine”？"


def test_a_plug_in_that_does_not_load() -> None:
    assert _refused("broken") == "插件“broken”不能使用：ImportError: two"


def test_a_plug_in_with_a_mistyped_hook() -> None:
    assert "nianbao_rulez" in _refused("mistyped")


def test_a_plug_in_whose_hook_fails() -> None:
    assert _refused("failing") == "插件“failing”不能使用：ZeroDivisionError: two"


def test_an_error_of_our_own_is_no_plug_in_error() -> None:
    with pytest.raises(ZeroDivisionError):
        list(offers(build_plugins(_Failing(), []), "nianbao_rules"))


def test_two_plug_ins_that_offer_the_same() -> None:
    found = [Offer("a", "x"), Offer("b", "y"), Offer("c", "x")]
    assert list(unique(found[:2], str, Text("规则", "rule"))) == ["x", "y"]
    with pytest.raises(PluginError) as caught:
        unique(found, str, Text("规则", "rule"))
    assert caught.value.reason == (
        "规则 x 重复：a 和 c 都提供了它",
        "rule x comes from both a and c",
    )


def test_what_the_package_itself_offers() -> None:
    builtin = Builtin()
    assert [reader.name for reader in builtin.nianbao_readers()] == ["html", "json", "text"]
    formatters = {each.name: each.for_machines for each in builtin.nianbao_formatters()}
    assert formatters.keys() >= {"table", "json", "html"}
    assert [name for name, for_machines in formatters.items() if not for_machines] == ["table"]
    assert len(builtin.nianbao_rules()) == 103


@pytest.mark.parametrize("name", ["table", "json"])
def test_formatters_render(name: str) -> None:
    formatter = next(each for each in Builtin().nianbao_formatters() if each.name == name)
    result = Result((check(as_json(data()), ".json"),), "0", "0")
    text = formatter.render(result, Canvas("zh"))
    assert "invented.json" in text
    assert text.endswith("\n")


def test_functions_of_python_rules() -> None:
    stray = {"/requests/extra_rows": [{"after": "", "label": "", "cells": [None]}]}
    report = read(as_json(data(stray)), ".json")
    (hit,) = known_function("stray_empty_row")(report)
    assert hit.at == "/requests/extra_rows/0"


@pytest.mark.parametrize("name", ["nothing", "a.b", "os", "", "stray-empty-row"])
def test_functions_that_are_not_there(name: str) -> None:
    with pytest.raises(LookupError):
        known_function(name)
