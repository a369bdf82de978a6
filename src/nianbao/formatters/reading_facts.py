"""What was read of a document as a whole, said field by field?"""

from collections.abc import Iterator

from nianbao.formatters import reading_words as words
from nianbao.formatters.characters import clipped
from nianbao.formatters.reading_lines import colon, listed, position
from nianbao.model.reading import EncodingRead, Reading
from nianbao.model.record import Record
from nianbao.model.report import Organ, Period
from nianbao.model.text import Language, Text

_NOT_MET = Text("没有读到", "not met")


class Field(Record):
    """A name and what stands beside it."""

    name: Text
    said: str


def facts(reading: Reading, language: Language) -> Iterator[Field]:
    """Yield what was read of the document as a whole."""
    report = reading.report
    nothing = _NOT_MET.get(language)
    yield Field(Text("读取", "read"), _how(reading, language))
    yield Field(Text("标题", "title"), _placed("title", report.title, reading, language))
    yield Field(Text("机关", "organ"), _organ(report.organ, language) if report.organ else nothing)
    year = Text(f"{report.year}年", str(report.year)).get(language)
    yield Field(
        Text("年度", "year"), _sourced("year", year if report.year else "", reading, language)
    )
    yield Field(Text("版式", "edition"), _edition(reading, language))
    period = _period(report.period, language) if report.period else ""
    yield Field(Text("期限", "period"), _placed("period", period, reading, language))
    published = report.published.isoformat() if report.published else ""
    yield Field(Text("发布", "published"), _placed("published", published, reading, language))
    length = len(report.preface)
    preface = Text(f"{length} 字", f"{length} characters").get(language) if length else ""
    yield Field(Text("前言", "preface"), _placed("preface", preface, reading, language))
    if report.signature:
        yield Field(Text("落款", "signature"), clipped(report.signature))
    for text, address in report.links:
        yield Field(Text("链接", "link"), clipped(f"{text} {address}".strip()))


def _how(reading: Reading, language: Language) -> str:
    reader = words.READERS.get(reading.reader, Text(reading.reader, reading.reader))
    encoding = _encoding(reading.encoding)
    zh, en = f"{reader.zh}；编码 {encoding.zh}", f"{reader.en}; encoding {encoding.en}"
    if reading.rebuilt:
        zh, en = f"{zh}；{words.REBUILT.zh}", f"{en}; {words.REBUILT.en}"
    return Text(zh, en).get(language)


def _encoding(encoding: EncodingRead) -> Text:
    told = words.ENCODINGS[encoding.told]
    zh, en = f"{encoding.name}（{told.zh}", f"{encoding.name} ({told.en}"
    if encoding.declared:
        zh, en = f"{zh}；网页声明 {encoding.declared}", f"{en}; declared: {encoding.declared}"
    if encoding.replaced:
        zh = f"{zh}；{encoding.replaced} 个字符无法解码"
        en = f"{en}; characters that could not be decoded: {encoding.replaced}"
    return Text(f"{zh}）", f"{en})")


def _placed(key: str, text: str, reading: Reading, language: Language) -> str:
    """Return a fact with where it stands in front of it."""
    if not text:
        return _NOT_MET.get(language)
    span = reading.report.locate(f"/{key}")
    return position(span) + _sourced(key, clipped(text), reading, language)


def _sourced(key: str, text: str, reading: Reading, language: Language) -> str:
    if not text:
        return _NOT_MET.get(language)
    source = reading.sources.get(key, "")
    said = [words.SOURCES[source].get(language)] if source and source != "line" else []
    return listed([text, *said], language)


def _organ(organ: Organ, language: Language) -> str:
    known = (words.LEVELS.get(organ.level or ""), words.KINDS.get(organ.kind or ""))
    said = [text.get(language) for text in known if text]
    above = Text(f"上级 {organ.parent}", f"below {organ.parent}").get(language)
    return listed([clipped(organ.name), *said, *([above] if organ.parent else [])], language)


def _edition(reading: Reading, language: Language) -> str:
    edition = reading.report.edition
    if edition is None:
        return Text("看不出是哪一版", "cannot be told").get(language)
    name = Text(f"{edition.key}年版", f"{edition.key} edition").get(language)
    said = _sourced("edition", name, reading, language)
    deciding = reading.sources.get("edition", "")
    telling = [
        word for table in reading.tables if table.form.key == deciding for word in table.telling
    ]
    if not telling:
        return said
    return said + colon(language) + Text("、", ", ").get(language).join(telling)


def _period(period: Period, language: Language) -> str:
    days = [day.isoformat() if day else "?" for day in (period.start, period.end)]
    said = Text(f"{days[0]} 至 {days[1]}", f"{days[0]} to {days[1]}").get(language)
    problem = [words.PROBLEMS[period.problem].get(language)] if period.problem else []
    return listed([said, *([f"“{period.text}”"] if period.text else []), *problem], language)
