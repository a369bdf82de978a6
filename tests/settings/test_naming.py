"""An error of a plug-in or of a folder of rules is placed where the settings name it."""

import os

from nianbao.errors import UserError
from nianbao.model.text import Text
from nianbao.plugins import PluginError
from nianbao.settings.layers import Layer
from nianbao.settings.naming import where_named

_FOLDER = os.path.abspath("county")
_TEXT = 'plugins = ["plain",\n  "mine"]\nrules = ["county"]\n'
_ENTRY = {"plugins": ["plain", "mine"], "rules": [_FOLDER]}
_LAYER = Layer(_ENTRY, "nianbao.toml", _TEXT)
_REASON = Text("不能使用", "cannot be used")


def _placed(error: UserError, *layers: Layer) -> tuple[str, str]:
    placed = where_named(error, layers)
    return placed.where, placed.reason.zh


def test_a_plug_in() -> None:
    assert _placed(PluginError(_REASON, "mine"), _LAYER) == ("nianbao.toml:2", "不能使用")


def test_a_fault_in_a_rule_file_stays_there_and_says_who_named_the_folder() -> None:
    path = os.path.join(_FOLDER, "a.yaml")
    error = where_named(UserError(_REASON, path, 7), (_LAYER,))
    assert error.where == f"{path}:7"
    assert error.reason == Text(
        "不能使用（规则文件夹由 nianbao.toml:3 指定）",
        "cannot be used (the folder of rules is named in nianbao.toml:3)",
    )


def test_a_folder_that_cannot_be_read_is_placed_in_the_settings() -> None:
    error = where_named(UserError(_REASON, _FOLDER), (_LAYER,))
    assert error.where == "nianbao.toml:3"
    assert error.reason == Text(f"{_FOLDER}：不能使用", f"{_FOLDER}: cannot be used")


def test_a_folder_that_offers_what_another_does() -> None:
    assert _placed(PluginError(_REASON, _FOLDER), _LAYER) == ("nianbao.toml:3", "不能使用")


def test_the_nearest_settings_that_name_it_count() -> None:
    far = Layer({"plugins": ["mine"]}, "far.toml", 'plugins = ["mine"]\n')
    assert _placed(PluginError(_REASON, "mine"), far, _LAYER)[0] == "nianbao.toml:2"
    assert _placed(PluginError(_REASON, "mine"), _LAYER, far)[0] == "far.toml:1"


def test_what_no_settings_name_stays_as_it_is() -> None:
    # The name of a neighbour begins with that of the folder.
    for error in (PluginError(_REASON, "other"), UserError(_REASON, _FOLDER + "-2", 1)):
        where = error.where
        assert _placed(error, _LAYER) == (where, "不能使用")
