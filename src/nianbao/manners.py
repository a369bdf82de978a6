"""By which rules is each document judged, and when does it fail the run?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from nianbao.engine.select import UnknownRuleError, chosen, is_named, named, require
from nianbao.errors import UserError
from nianbao.model.place import escape
from nianbao.model.record import Record
from nianbao.model.report import Blank
from nianbao.model.text import Text
from nianbao.plugins import Offer
from nianbao.rule import Confidence, Rule, Severity
from nianbao.settings.finding import Finder
from nianbao.settings.layers import Layer, Settings
from nianbao.settings.text import SettingsError
from nianbao.settings.values import Values, values_of

BUILTIN = "builtin"


class Manner(Record):
    """How a document is judged.

    Attributes:
        rules: the rules to run.
        blank: whether blanks count as 0 in sums.
        profile: the profile in force.
        fails_from: the least severity of a finding that fails the run; None: none does.
        mark: the settings as text, by which it is seen that they have changed.
    """

    rules: tuple[Rule, ...]
    blank: Blank
    profile: str
    fails_from: Severity | None
    mark: str = ""


class Manners:
    """Finds the manner of each document: its settings, with the command line on top.

    Args:
        offered: all rules that were loaded, with where they come from.
        asked: what the command line asks for.
        finder: finds settings; None: there are none.

    Raises:
        UserError: the command line or the settings of the run name a rule that there is not.
    """

    def __init__(self, offered: Sequence[Offer], asked: Layer, finder: Finder | None) -> None:
        self._offered, self._asked, self._finder = offered, asked, finder
        self._made: dict[tuple[object, ...], Manner] = {}
        self._judged: set[str] = set()
        every = [offer.item for offer in offered]
        require((*asked.entry.get("select", ()), *asked.entry.get("ignore", ())), every)
        settings = finder.run if finder else Settings()
        self._loaded = values_of((*settings.general, asked))
        self.run = self._of(settings, settings.general)

    def of(self, path: str) -> Manner:
        """Return the manner of a document.

        Raises:
            UserError: its settings cannot be used.
        """
        if self._finder is None:
            return self.run
        settings = self._finder.of(path)
        return self._of(settings, settings.at(path))

    def inside(self, path: str) -> str:
        """Return a path as seen from the folder of its settings, or from the working directory."""
        return (self._finder.of(path) if self._finder else Settings()).inside(path)

    def _of(self, settings: Settings, layers: Sequence[Layer]) -> Manner:
        key = (settings.path, *(layer.file + layer.pointer for layer in layers))
        if key not in self._made:
            self._judge(settings)
            self._made[key] = self._manner(values_of((*layers, self._asked)))
        return self._made[key]

    def _manner(self, values: Values) -> Manner:
        rules = self._available(values)
        if values.severity or values.messages:
            from nianbao.engine.overrides import changed  # noqa: PLC0415  # where there are any

            rules = changed(rules, values.severity, values.messages)
        # Selectors have been judged, among the rules of the layer that names them.
        picked = chosen(rules, values.select, values.ignore, judged=True)
        return Manner(
            rules=tuple(rule for rule in picked if _in_profile(rule, values.profile)),
            blank=cast("Blank", values.blank),
            profile=values.profile,
            fails_from=_fails_from(values),
            mark=repr(values),
        )

    def _available(self, values: Values) -> list[Rule]:
        """Return the rules of the package and of what the settings name, in the order of codes."""
        sources = {BUILTIN, *values.plugins, *values.rules}
        rules = (offer.item for offer in self._offered if offer.plugin in sources)
        return sorted(rules, key=lambda rule: rule.code)

    def _judge(self, settings: Settings) -> None:
        """See once that all that settings name is there."""
        if settings.path in self._judged or not settings.path:
            return
        for layer in settings.layers:
            self._judge_code(layer)
        rules = self._available(values_of((*settings.general, self._asked)))
        for layer in settings.layers:
            _judge_selectors(layer, rules)
            _judge_messages(layer, rules)
            _judge_once(layer, rules)
        self._judged.add(settings.path)

    def _judge_code(self, layer: Layer) -> None:
        """Refuse rules and plug-ins that the settings of the run have not brought in.

        To check a folder of others must load nothing that they name.
        """
        for key, loaded in (("rules", self._loaded.rules), ("plugins", self._loaded.plugins)):
            for number, name in enumerate(layer.entry.get(key, ())):
                if name not in loaded:
                    line = layer.line(f"/{key}/{number}")
                    raise SettingsError(_not_loaded(key), layer.file, line)


def _in_profile(rule: Rule, profile: str) -> bool:
    """Tell whether a rule is run in a profile: a gate is closed by nothing that guesses."""
    return profile != "gate" or rule.confidence is not Confidence.HEURISTIC


def _not_loaded(key: str) -> Text:
    return Text(
        f"{key} 只在当前文件夹（及其上层）的设置或 --settings 指定的设置里有效："
        "请在这个文件夹里运行，或用 --settings 指定设置文件",
        f"{key} counts only in the settings of the working directory or of --settings: "
        "run in this folder, or name the settings by --settings",
    )


def _fails_from(values: Values) -> Severity | None:
    if values.profile == "audit" or values.fail_on == "never":
        return None
    return Severity[values.fail_on.upper()]


def _judge_selectors(layer: Layer, rules: Sequence[Rule]) -> None:
    for selector, pointer in _selectors(layer.entry):
        try:
            require((selector,), rules)
        except UnknownRuleError as error:
            raise _placed(error, layer, pointer) from None


def _selectors(entry: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    for key in ("select", "ignore"):
        for number, selector in enumerate(entry.get(key, ())):
            yield selector, f"/{key}/{number}"
    for selector in entry.get("severity", ()):
        yield selector, f"/severity/{escape(selector)}"


def _judge_messages(layer: Layer, rules: Sequence[Rule]) -> None:
    if "messages" not in layer.entry:
        return
    from nianbao.engine.overrides import unknown_placeholder  # noqa: PLC0415  # as above

    for name, templates in layer.entry["messages"].items():
        pointer = f"/messages/{escape(name)}"
        try:
            rule = named(rules, name)
        except UnknownRuleError as error:
            raise _placed(error, layer, pointer) from None
        for language, template in templates.items():
            if fault := unknown_placeholder(rule, template):
                line = layer.line(f"{pointer}/{language}")
                raise SettingsError(fault, layer.file, line)


def _judge_once(layer: Layer, rules: Sequence[Rule]) -> None:
    """Refuse a rule that is set twice in one place, as by its code and by its name."""
    for key in ("severity", "messages"):
        names: dict[str, str] = {}
        for name in layer.entry.get(key, ()):
            rule = next((rule for rule in rules if is_named(rule, name)), None)
            other = names.setdefault(rule.code if rule else name.upper(), name)
            if other != name:
                line = layer.line(f"/{key}/{escape(name)}")
                raise SettingsError(_set_twice(key, other, name), layer.file, line)


def _set_twice(key: str, one: str, other: str) -> Text:
    return Text(
        f"{key} 里“{one}”和“{other}”是同一条规则（或同一类），只能写一次",
        f'in {key}, "{one}" and "{other}" are the same; only one of them can be set',
    )


def _placed(error: UserError, layer: Layer, pointer: str) -> SettingsError:
    """Return an error with the file and line that it comes from."""
    return SettingsError(error.reason, layer.file, layer.line(pointer))
