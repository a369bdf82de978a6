"""What could not be checked in a document, in one line?"""

from nianbao.formatters.characters import clipped, harmless
from nianbao.model.text import Language, Text
from nianbao.result import Document

_REASONS = 3
_CODES = 5


def gaps(document: Document, language: Language) -> str:
    """Return how much could not be checked and why, the codes by reason, or ``""``."""
    total = len(document.not_checked)
    if not total:
        return ""
    codes = _by_reason(document, language)
    said = [_reason(why, list(rules)) for why, rules in codes.items()][:_REASONS]
    zh = "；".join(text.zh for text in said) + ("；等" if len(codes) > _REASONS else "")
    en = "; ".join(text.en for text in said) + ("; …" if len(codes) > _REASONS else "")
    return harmless(Text(f"{total} 项未能检查：{zh}", f"{total} not checked: {en}").get(language))


def _by_reason(document: Document, language: Language) -> dict[str, dict[str, None]]:
    """Return the codes for each reason, in the order met and each once."""
    codes: dict[str, dict[str, None]] = {}
    for rule, gap in document.not_checked:
        codes.setdefault(clipped(gap.reason.get(language)), {})[rule.code] = None
    return codes


def _reason(why: str, codes: list[str]) -> Text:
    more = len(codes) > _CODES
    zh = "、".join(codes[:_CODES]) + ("等" if more else "")
    en = ", ".join(codes[:_CODES]) + (" …" if more else "")
    return Text(f"{why}（{zh}）", f"{why} ({en})")
