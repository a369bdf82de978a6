"""Which findings are new, still open, fixed or back since the run before?"""

from collections.abc import Iterable

from nianbao.audit.store import Store
from nianbao.result import State

# A finding is fixed where the rule was asked again, on a report that was read, and is silent.
_FIXED = """
UPDATE lives SET state = 'fixed', since = :run WHERE state != 'fixed'
AND fingerprint NOT IN (SELECT fingerprint FROM findings)
AND rule IN (SELECT code FROM asked)
AND (path = '' OR EXISTS (
    SELECT 1 FROM documents WHERE status = 'read' AND (documents.path = lives.path
    OR (documents.organ = lives.organ AND documents.year = lives.year))
))
"""
_OPEN = """
UPDATE lives SET state = 'open' WHERE state IN ('new', 'reopened')
AND fingerprint IN (SELECT fingerprint FROM findings)
"""
_REOPENED = """
UPDATE lives SET state = 'reopened', since = :run WHERE state = 'fixed'
AND fingerprint IN (SELECT fingerprint FROM findings)
"""
_NEW = """
INSERT INTO lives (fingerprint, rule, path, organ, year, state, since)
SELECT fingerprint, rule, path, coalesce(organ, ''), year, 'new', :run
FROM findings LEFT JOIN documents USING (path)
WHERE fingerprint NOT IN (SELECT fingerprint FROM lives)
GROUP BY fingerprint
"""
_COUNTED = """
SELECT state, count(*) FROM lives WHERE (state = 'fixed' AND since = ?)
OR fingerprint IN (SELECT fingerprint FROM findings) GROUP BY state
"""
# What a finding said that is still there stands with it.
_FORGOTTEN = """
UPDATE lives SET data = '' WHERE data != ''
AND fingerprint IN (SELECT fingerprint FROM findings)
"""
STATES: tuple[State, ...] = ("new", "open", "fixed", "reopened")


def age(store: Store, run: int, asked: Iterable[str]) -> None:
    """Bring the lives of all findings up to this run, within a transaction.

    Args:
        store: holds the findings of this run and the lives of all.
        run: its number.
        asked: the codes of the rules that were asked.
    """
    store.do("CREATE TEMP TABLE IF NOT EXISTS asked (code TEXT PRIMARY KEY)")
    store.do("DELETE FROM asked")
    store.do_all("INSERT INTO asked VALUES (?)", ((code,) for code in asked))
    store.do(_OPEN)
    for statement in (_FIXED, _REOPENED, _NEW):
        store.do(statement, {"run": run})
    store.do(_FORGOTTEN)


def counted(store: Store, run: int) -> dict[str, int]:
    """Return how many findings are in each state, of those fixed the ones of this run."""
    counts = dict(store.rows(_COUNTED, (run,)))
    return {state: counts.get(state, 0) for state in STATES}
