"""Of very many reports, are those told that may repeat one another, and few others?"""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from nianbao.model.facts import Facts
from nianbao.prose.duplicates import LEAST, likely_among
from nianbao.prose.shingles import likeness, whole_of
from tests.invented_years import facts

_TEXT = "本机关把惠农补贴名单贴到村务公开栏并请监督委员会每月检查一次更新是否及时"


@st.composite
def _reports(draw: st.DrawFn) -> list[Facts]:
    """Return reports of which each is the text but for a few letters."""
    reports = []
    for number in range(draw(st.integers(2, 5))):
        cut = draw(st.integers(0, len(_TEXT)))
        text = _TEXT * 5 + _TEXT[cut:] + draw(st.sampled_from(["", "会议", "培训"]))
        reports.append(facts(cells={"/sections/overview/text": text}, path=f"{number}"))
    return reports


@settings(max_examples=50, deadline=None)
@given(_reports())
def test_whatever_is_alike_is_likely(reports: list[Facts]) -> None:
    alike = {
        (one.path, other.path)
        for one, other in combinations(reports, 2)
        if likeness(whole_of(one), whole_of(other)) >= LEAST
    }
    assert alike <= set(likely_among(reports))


def test_what_shares_no_words_is_not_likely() -> None:
    other = {
        f"/sections/{key}/text": _TEXT[::-1] for key in ("overview", "problems", "other_matters")
    }
    assert list(likely_among([facts(path="a"), facts(cells=other, path="b")])) == []
