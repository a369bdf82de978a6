"""Which cells of the tables does a topic of the text stand for?"""

from collections.abc import Iterator, Sequence
from functools import cache

from nianbao.editions import editions
from nianbao.model.edition import Form
from nianbao.model.record import Record
from nianbao.model.report import Report
from nianbao.prose.topics import APPLICANTS, DECISIONS, DOCUMENTS, OUTCOMES, REASONS, REMEDIES

_TOTAL = "/requests/results/total/total"
_RECEIVED = "/requests/received/total"
_CARRIED_IN = "/requests/carried_in/total"
_CARRIED_OUT = "/requests/carried_out/total"
_ROWS = {"received": _RECEIVED, "carried_in": _CARRIED_IN, "carried_out": _CARRIED_OUT}
_ACTS: dict[str, dict[str, tuple[str, ...]]] = {
    "2019": {
        "issue": ("made", "opened"),
        "open": ("opened", "open_total"),
        "total": ("open_total",),
    },
    "2021": {"issue": ("issued",), "repeal": ("repealed",), "force": ("in_force",)},
}
_REMEDIES = {
    "review": (("review",),),
    "direct": (("litigation_direct",),),
    "after": (("litigation_after_review",),),
    # Some reports call that 行政诉讼 which was brought without review, some that after it.
    "litigation": (
        ("litigation_direct", "litigation_after_review"),
        ("litigation_direct",),
        ("litigation_after_review",),
    ),
    "remedies": (("review", "litigation_direct", "litigation_after_review"),),
}
_RESULTS = {"upheld": "upheld", "corrected": "corrected", "result": "other", "pending": "pending"}
_LEGAL = (
    "commercial_enterprise",
    "research_institution",
    "public_welfare_organization",
    "legal_service_organization",
    "other",
)
# What these say leaves open which of several figures is meant.
LOOSE = frozenset({"got", "answered", "processed", "open"})


class Way(Record):
    """One way to read a topic: cells to add, and cells to take away."""

    cells: tuple[str, ...]
    less: tuple[str, ...] = ()


@cache
def table_of(topic: str) -> str:
    """Return the key of the table that a topic belongs to, or ``""``."""
    if topic.startswith((*DOCUMENTS, *DECISIONS, "fees")):
        return "disclosure"
    if topic.partition("_")[0] in REMEDIES:
        return "review_litigation"
    if topic in ("", "disclosed", "notices") or topic.startswith("handling_fee"):
        return ""
    return "requests"


def ways_of(report: Report, topic: str) -> tuple[Way, ...]:
    """Return the ways to read a topic, the plainest first; none where no cell holds it."""
    table = table_of(topic)
    form = report.form(table) if table else None
    return _known_ways(form.edition, table, topic) if form else ()


@cache
def _known_ways(edition: str, table: str, topic: str) -> tuple[Way, ...]:
    return tuple(_ways(editions()[edition].forms[table], topic))


def _ways(form: Form, topic: str) -> Iterator[Way]:
    if form.key == "review_litigation":
        yield from _of_remedies(topic)
    elif form.key == "disclosure":
        yield from _of_disclosure(form, topic)
    elif topic in (*OUTCOMES, *REASONS):
        yield Way(_outcome(form, topic))
    elif (applicant := topic.removesuffix("_done")) in APPLICANTS:
        yield from _of_applicants(applicant, is_done=applicant != topic)
    else:
        yield from _of_work(form, topic)


def _of_applicants(applicant: str, *, is_done: bool) -> Iterator[Way]:
    columns = _LEGAL if applicant == "legal" else (applicant,)
    received = _columns("received", columns)
    if is_done:
        yield Way(_columns("results/total", columns))
    yield Way(received)
    yield Way((*received, *_columns("carried_in", columns)))


def _columns(row: str, columns: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"/requests/{row}/{column}" for column in columns)


def _outcome(form: Form, topic: str) -> tuple[str, ...]:
    key = "other" if topic == "otherwise" else topic
    start = (
        f"/requests/results/{REASONS[topic]}/{topic}"
        if topic in REASONS
        else (f"/requests/results/{key}")
    )
    return tuple(
        f"{row.pointer}/total"
        for row in form.rows
        if row.pointer == start or row.pointer.startswith(f"{start}/")
    )


def _of_work(form: Form, topic: str) -> Iterator[Way]:
    if topic in _ROWS:
        yield Way((_ROWS[topic],))
        return
    if topic == "pool":
        yield Way((_RECEIVED, _CARRIED_IN))
        return
    if topic == "got":
        yield Way((_RECEIVED,))
        yield Way((_RECEIVED, _CARRIED_IN))
        return
    yield Way((_TOTAL,))
    if topic == "handled":
        yield Way((_TOTAL,), (_CARRIED_IN,))
    elif topic == "answered":
        yield Way((_TOTAL,), _outcome(form, "otherwise"))
        yield Way((_TOTAL,), (_CARRIED_IN,))
    elif topic == "processed":
        yield Way((_RECEIVED,))
        yield Way((_RECEIVED, _CARRIED_IN))
        yield Way((_TOTAL,), (_CARRIED_IN,))
    # Where a total is wrong, a rule on sums says so: the text may go by its parts.
    yield Way(tuple(cell for outcome in OUTCOMES for cell in _outcome(form, outcome)))


def _of_remedies(topic: str) -> Iterator[Way]:
    remedy, _, result = topic.partition("_")
    column = _RESULTS.get(result.rpartition("_")[2], "total")
    known = _REMEDIES[remedy]
    if remedy == "remedies" and result:
        # Behind reviews and lawsuits a result may be of both, or of the last alone.
        known = (*known, *_REMEDIES["litigation"], *_REMEDIES["review"])
    for groups in known:
        yield Way(tuple(f"/review_litigation/{group}/{column}" for group in groups))


def _of_disclosure(form: Form, topic: str) -> Iterator[Way]:
    if topic in DECISIONS:
        yield Way((f"/disclosure/{topic}/decisions",))
    elif topic == "fees":
        if form.edition != "2019":
            yield Way(("/disclosure/fees/amount",))
    else:
        kind = next(each for each in DOCUMENTS if topic.startswith(each))
        for column in _ACTS.get(form.edition, {}).get(topic.rpartition("_")[2], ()):
            yield Way((f"/disclosure/{kind}/{column}",))
