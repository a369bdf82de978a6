"""What does one sentence say of its figures, clause by clause?"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nianbao.model.passages import has_any
from nianbao.model.report import Organ
from nianbao.prose.clauses import Clause, Sentence, clauses
from nianbao.prose.competence import never_reviews
from nianbao.prose.frames import Frame, ends_in_another_year
from nianbao.prose.governing import governed, hear_topic, narrows, together
from nianbao.prose.mentions import Mention
from nianbao.prose.nouns import UNKNOWN, act_of, is_remedy, noun_of, noun_of_topic
from nianbao.prose.numbers import Figure
from nianbao.prose.phrases import NOTHING, Context, Means, counted, denied
from nianbao.prose.topics import REMEDIES, RESULTS, topic_of
from nianbao.prose.words import roles

if TYPE_CHECKING:
    from nianbao.prose.respective import Named

_RESPECTIVE = "分别"
_REQUESTS = ("公开申请", "依申请", "申请公开", "办理结果")
_POOLED = (["received", "carried_in"], ["got", "carried_in"])
_EACH = ("均", "全部", "都")
_OF_REMEDIES = ("/sections/review_litigation", "/sections/requests")
# What is left out, or called by another name, is no other thing.
_BESIDE = ("不含", "不包括", "除", "以下简称")


class Paragraph:
    """A paragraph on its way through its sentences.

    Attributes:
        place, text, organ: the text it stands in, made plain, and whose report it is.
        noun: what its heading says it is about.
        frame: what the sentences so far were about.
    """

    __slots__ = ("frame", "noun", "organ", "place", "text")

    def __init__(self, place: str, text: str, organ: Organ | None, noun: str, frame: Frame) -> None:
        self.place, self.text, self.organ, self.noun, self.frame = place, text, organ, noun, frame


def heard(
    paragraph: Paragraph, sentence: Sentence, figures: tuple[Figure, ...]
) -> tuple[Mention, ...]:
    """Return what a sentence says of figures, and remember for the next what it was about."""
    words = paragraph.text[sentence.start : sentence.stop]
    if paragraph.frame.noun == UNKNOWN and paragraph.noun:
        paragraph.frame.noun = paragraph.noun
    if not figures and not has_any(words, NOTHING):
        names_requests = has_any(words, _REQUESTS)
        paragraph.frame = Frame("request" if names_requests else paragraph.frame.noun)
        return ()
    hearing = _Hearing(paragraph, words)
    found = tuple(hearing.mentions(sentence, figures))
    paragraph.frame = Frame(hearing.frame.noun)
    paragraph.frame.told = hearing.frame.told
    if found:
        # Where it counts the same thing, the next sentence goes on with the same organ and year.
        paragraph.frame.scope = found[0].scope
        paragraph.frame.this_year = found[0].this_year
    return found


class _Hearing:
    """One sentence on its way through its clauses."""

    def __init__(self, paragraph: Paragraph, words: str) -> None:
        self.paragraph, self.text, self.words = paragraph, paragraph.text, words
        # The paragraph gets another behind this sentence.
        self.frame = paragraph.frame
        if not words.lstrip().startswith("其中"):
            self.frame.told = ""
        self.outer: list[tuple[Frame, str, int]] = []
        self.before, self.begin = "", 0
        self.last = ""
        self.remedy: Mention | None = None
        self.denies = False
        self.topics: list[str] = []
        self.named: dict[int, Named] = {}

    def mentions(self, sentence: Sentence, figures: tuple[Figure, ...]) -> Iterator[Mention]:
        """Yield what its clauses say."""
        if _RESPECTIVE in self.words:
            from nianbao.prose.respective import respective  # noqa: PLC0415  # for few sentences

            self.named = respective(self.text, sentence.start, figures)
        for number, clause in enumerate(clauses(self.text, sentence)):
            if clause.mark:
                self._enter(clause.mark)
            words = self.text[clause.start : clause.stop]
            self.frame.hear(words, self.paragraph.organ, first=number == 0)
            within = [each for each in figures if clause.start <= each.start < clause.stop]
            if within:
                yield from self._counted(clause, within)
                self.before, self.denies = "", False
            elif words:
                yield from self._denied(clause, words)
                self.before, self.begin = words, clause.start
                self.frame.narrowed = self.frame.narrowed or narrows(words)
            self.last = words

    def take_noun(self, words: str) -> None:
        """Take in that words without figures speak of requests."""
        if has_any(words, _REQUESTS):
            self.frame.noun = "request"

    def _enter(self, mark: str) -> None:
        """Keep what a bracket interrupts, for the words behind it."""
        if mark in "（(【":
            self.outer.append((self.frame.copy(), self.before, self.begin))
            self.before = ""
            if ends_in_another_year(self.last):
                self.frame.this_year, self.frame.timed = False, True
        elif mark in "）)】" and self.outer:
            inner = self.before
            self.frame, self.before, self.begin = self.outer.pop()
            self.before += inner if self.before and _adds(inner) else ""

    def _counted(self, clause: Clause, figures: list[Figure]) -> Iterator[Mention]:
        start = clause.start
        context: Context | None = Context(clause.mark, self.before)
        for number, figure in enumerate(figures):
            end = figures[number + 1].start if number + 1 < len(figures) else clause.stop
            if named := self.named.get(figure.start):
                self._take_noun_of(named)
                yield self._mention(named.start, named.words, roles(named.words), figure)
            else:
                head, tail = self.text[start : figure.start], self.text[figure.stop : end]
                means, is_joined = counted(head, tail, context)
                yield self._mention(self.begin if is_joined else start, head, means, figure)
            start, context = figure.stop, None

    def _take_noun_of(self, named: "Named") -> None:
        """Take in that one of several names counts requests: then all of them do."""
        topics = [topic_of(roles(name) or ("?",), "") for name in named.names]
        if any(topic and noun_of_topic(topic) == "request" for topic in topics):
            self.frame.noun = "request"

    def _denied(self, clause: Clause, words: str) -> Iterator[Mention]:
        """Yield what a clause without a figure says there is none of."""
        if mention := self._all_of_them(clause, words):
            yield mention
            return
        goes_on = clause.mark == "、" and self.denies
        means = None
        if goes_on or has_any(words, NOTHING):
            means = denied(words, Context(clause.mark, self.before), goes_on=goes_on)
        self.denies = means is not None
        if means is None:
            self.take_noun(words)
            return
        nothing = Figure(clause.stop, clause.stop, 0, "")
        mention = self._mention(clause.start, words, means, nothing)
        if mention.topic:
            yield mention

    def _all_of_them(self, clause: Clause, words: str) -> Mention | None:
        """Return what came of all reviews or lawsuits just told (行政复议3件，均维持)."""
        told = self.remedy
        plain = words.strip().removeprefix("结果").replace("均为", "均", 1)
        if told is None or not plain.startswith(_EACH):
            return None
        means = roles(plain)
        if means is None or len(means) > 1 or means[0] not in RESULTS:
            return None
        all_ = Figure(clause.stop, clause.stop, told.value, "", told.exact)
        return self._mention(told.start, words, means, all_)

    def _mention(self, start: int, head: str, means: Means | None, figure: Figure) -> Mention:
        frame = self.frame
        if self.text[max(0, start - 1) : start] != "、":
            frame.verb = head, means
        before = self.topics[-1] if self.topics else ""
        topic = self._topic(means, head) if means is not None else ""
        hear_topic(frame, head, topic, means)
        self._start_anew(topic)
        mention = Mention(
            start, figure.stop, figure.start, head, means, topic, figure.value, figure.unit,
            figure.exact, frame.scope, frame.this_year, frame.part, len(self.outer), frame.noun,
        )  # fmt: skip
        is_listed = self.text[figure.start - len(head) - 1 : figure.start - len(head)] == "、"
        noun = noun_of(mention, is_listed=is_listed) or frame.noun
        self.remedy = None
        if topic in REMEDIES:
            noun = together(frame.noun, before, topic) or noun
            self.remedy = mention if topic == noun and figure.unit else None
        frame.noun = noun
        frame.act = act_of(topic) or frame.act
        return mention

    def _topic(self, means: Means, head: str) -> str:
        topic = topic_of(self._against_it(means), self.frame.noun, self.frame.act)
        if topic:
            topic = governed(topic, head, self.words, self.frame)
        if not means and self.topics[-2:] in _POOLED:
            topic = "pool"
        self.topics.append(topic)
        return topic if not is_remedy(topic) or self._is_about_disclosure() else ""

    def _against_it(self, means: Means) -> Means:
        """Leave out that remedies were received, where the organ cannot be the one to hear them."""
        if "got" not in means or not {"review", "litigation"}.intersection(means):
            return means
        hears = "review" in means and not never_reviews(self.paragraph.organ)
        return means if hears else tuple(each for each in means if each != "got")

    def _is_about_disclosure(self) -> bool:
        """Tell whether remedies are those against disclosure: others are none of this report."""
        return "无关" not in self.words and (
            self.paragraph.place in _OF_REMEDIES
            or self.frame.noun in ("request", *REMEDIES)
            or "信息公开" in self.words
        )

    def _start_anew(self, topic: str) -> None:
        """Forget whose figures the last sentence told where this one counts something else."""
        if topic and noun_of_topic(topic) != self.frame.noun:
            if not self.frame.owned:
                self.frame.scope = "own"
            if not self.frame.timed:
                self.frame.this_year = True


def _adds(inner: str) -> bool:
    """Tell whether the words in a bracket say more of what is counted (予以公开（含部分公开）)."""
    return not inner.startswith(_BESIDE) and not any(map(str.isdecimal, inner))
