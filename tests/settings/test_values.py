"""Layers of settings amount to values, and each value has a source."""

from pathlib import Path

from nianbao.settings.effective import settings_of
from nianbao.settings.layers import Layer, Settings
from nianbao.settings.values import values_of


def test_defaults() -> None:
    values = values_of(())
    assert (values.select, values.ignore, values.rules, values.plugins) == ((), (), (), ())
    assert (values.severity, values.messages) == ({}, {})
    assert (values.profile, values.fail_on, values.blank, values.lang) == (
        "author",
        "error",
        "zero",
        "",
    )


_FAR = Layer(
    {
        "select": ["SUM"],
        "ignore": ["SUM001"],
        "severity": {"VAL": "info", "SUM": "off"},
        "messages": {"SUM001": {"zh": "一", "en": "one"}, "SUM002": {"zh": "二"}},
        "profile": "gate",
        "lang": "en",
        "rules": ["/a", "/b"],
        "plugins": ["x"],
    },
    "far.toml",
    'select = ["SUM"]\n\nprofile = "gate"\n',
)
_NEAR = Layer(
    {
        "select": [],
        "severity": {"VAL": "error"},
        "messages": {"SUM001": {"zh": "甲"}},
        "profile": "audit",
        "fail-on": "never",
        "blank": "strict",
        "rules": ["/b", "/c"],
    },
    "near.toml",
    "\nselect = []\n[severity]\nVAL = 'error'\n",
)


def test_the_nearer_beats_the_farther() -> None:
    values = values_of((_FAR, _NEAR))
    assert (values.select, values.ignore) == ((), ("SUM001",))
    assert list(values.severity.items()) == [("SUM", "off"), ("VAL", "error")]
    assert values.messages == {"SUM002": {"zh": "二"}, "SUM001": {"zh": "甲", "en": "one"}}
    assert (values.profile, values.fail_on, values.blank, values.lang) == (
        "audit",
        "never",
        "strict",
        "en",
    )
    assert (values.rules, values.plugins) == (("/a", "/b", "/c"), ("x",))


def test_each_value_has_its_source() -> None:
    asked = Layer({"fail-on": "info"})
    found = {each.key: (each.value, each.source) for each in settings_of((_FAR, _NEAR, asked))}
    assert found == {
        "select": ([], "file"),
        "ignore": (["SUM001"], "file"),
        "severity.SUM": ("off", "file"),
        "severity.VAL": ("error", "file"),
        "messages.SUM001.zh": ("甲", "file"),
        "messages.SUM001.en": ("one", "file"),
        "messages.SUM002.zh": ("二", "file"),
        "profile": ("audit", "file"),
        "fail-on": ("info", "command-line"),
        "blank": ("strict", "file"),
        "lang": ("en", "file"),
        "rules./a": ("/a", "file"),
        "rules./b": ("/b", "file"),
        "rules./c": ("/c", "file"),
        "plugins.x": ("x", "file"),
    }
    lines = {
        each.key: (each.layer.file if each.layer else "", each.line)
        for each in settings_of((_FAR, _NEAR, asked))
    }
    assert lines["select"] == ("near.toml", 2)
    assert lines["severity.VAL"] == ("near.toml", 4)
    assert lines["fail-on"] == ("", None)


def test_without_layers_all_are_defaults() -> None:
    assert [(each.key, each.source) for each in settings_of(())] == [
        (key, "default")
        for key in ("select", "ignore", "profile", "fail-on", "blank", "lang", "rules", "plugins")
    ]


def test_overrides_apply_by_path(tmp_path: Path) -> None:
    whole, old = Layer({}, "x"), Layer({}, "x", pointer="/overrides/0", paths=("none", "old/*"))
    settings = Settings(str(tmp_path / "nianbao.toml"), (whole, old))
    assert settings.general == (whole,)
    assert settings.at(str(tmp_path / "old" / "x.html")) == (whole, old)
    assert settings.at(str(tmp_path / "new" / "x.html")) == (whole,)
    assert settings.at(str(tmp_path.parent / "old" / "x.html")) == (whole,)


def test_a_path_outside_the_folder_is_seen_from_the_working_directory(tmp_path: Path) -> None:
    settings = Settings(str(tmp_path / "ci" / "strict.toml"))
    assert settings.inside(str(tmp_path / "ci" / "a" / "x.html")) == "a/x.html"
    assert settings.inside("old/x.html") == "old/x.html"
    assert settings.inside("../x.html") == "../x.html"
    assert Settings().inside("old/./x.html") == "old/x.html"
