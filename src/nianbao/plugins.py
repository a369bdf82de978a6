"""Where do rules, readers and formatters come from?

Built-in ones enter by the same hooks as those of a third party. A plug-in is an entry point of the
group ``nianbao``; it is loaded only when settings or the command line name it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

import pluggy

from nianbao.errors import UserError, guess
from nianbao.model.record import Record
from nianbao.model.text import Text
from nianbao.protocols import Formatter, Reader
from nianbao.rule import Rule

PROJECT = "nianbao"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)

Item = TypeVar("Item")


class PluginError(UserError):
    """A plug-in that cannot be used.

    Attributes:
        plugin: its name, or the folder of rules that takes its place.
    """

    def __init__(self, reason: Text, plugin: str) -> None:
        super().__init__(reason)
        self.plugin = plugin


class Hooks:
    """What a plug-in may offer."""

    @hookspec
    def nianbao_rules(self) -> Sequence[Rule]:  # type: ignore[empty-body]  # a specification
        """Return rules."""

    @hookspec
    def nianbao_readers(self) -> Sequence[Reader]:  # type: ignore[empty-body]
        """Return readers."""

    @hookspec
    def nianbao_formatters(self) -> Sequence[Formatter]:  # type: ignore[empty-body]
        """Return formatters."""


class Offer(Record):
    """Something a plug-in offers, and which plug-in it is."""

    plugin: str
    item: Any


def build_plugins(builtin: object, names: Iterable[str]) -> pluggy.PluginManager:
    """Return the plug-ins: the built-in one and those named.

    Raises:
        PluginError: a plug-in is not installed, does not load, or has a hook that there is not.
    """
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(Hooks)
    manager.register(builtin, "builtin")
    for name in dict.fromkeys(names):
        _register(manager, name)
    return manager


def _register(manager: pluggy.PluginManager, name: str) -> None:
    try:
        manager.register(_loaded(name), name)
        manager.check_pending()
    except PluginError:
        raise
    except Exception as error:  # noqa: BLE001  # a plug-in may come from anyone
        raise PluginError(_broken(name, error), name) from None


def _loaded(name: str) -> object:
    from importlib.metadata import entry_points  # noqa: PLC0415  # 18 ms, for plug-ins alone

    points = {point.name: point for point in entry_points(group=PROJECT)}
    if name not in points:
        near = guess(name, list(points))
        raise PluginError(
            Text(f"没有安装插件“{name}”{near.zh}", f'no plug-in "{name}" is installed{near.en}'),
            name,
        )
    plugin: object = points[name].load()
    return plugin


def _broken(name: str, error: Exception) -> Text:
    what = f"{type(error).__name__}: {error}".splitlines()[0]
    return Text(f"插件“{name}”不能使用：{what}", f'plug-in "{name}" cannot be used: {what}')


def offers(manager: pluggy.PluginManager, hook: str) -> Iterator[Offer]:
    """Yield what each plug-in offers for a hook, the built-in one first.

    Raises:
        PluginError: the hook of a plug-in fails.
    """
    caller = getattr(manager.hook, hook)
    for implementation in caller.get_hookimpls():
        name = implementation.plugin_name
        try:
            items = tuple(implementation.function())
        except Exception as error:
            if name == "builtin":
                raise
            raise PluginError(_broken(name, error), name) from None
        yield from (Offer(name, item) for item in items)


def unique(found: Iterable[Offer], key: Callable[[Any], str], what: Text) -> dict[str, Any]:
    """Return what is offered by its key.

    Raises:
        PluginError: two plug-ins offer the same.
    """
    by_key: dict[str, Offer] = {}
    for offer in found:
        name = key(offer.item)
        if name in by_key:
            one, other = (_giver(each.plugin, what) for each in (by_key[name], offer))
            raise PluginError(
                Text(
                    f"{what.zh} {name} 重复：{one.zh}和 {other.zh}都提供了它",
                    f"{what.en} {name} comes from both {one.en} and {other.en}",
                ),
                offer.plugin,
            )
        by_key[name] = offer
    return {name: offer.item for name, offer in by_key.items()}


def _giver(plugin: str, what: Text) -> Text:
    """Return what people call a plug-in; our own has no name that they know."""
    if plugin == "builtin":
        return Text(f"内置{what.zh}", f"the built-in {what.en}s")
    return Text(f"{plugin} ", plugin)
