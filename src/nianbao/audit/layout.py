"""How is the store laid out?"""

from collections.abc import Iterator

from nianbao.editions import editions
from nianbao.model.edition import Edition

# "nian" in ASCII: by this a store is told from any other SQLite file.
APPLICATION = 0x6E69616E
VERSION = 3

_TABLES = """
CREATE TABLE documents (
    path TEXT PRIMARY KEY, content TEXT NOT NULL, reading TEXT NOT NULL,
    mark TEXT NOT NULL, status TEXT NOT NULL, reader TEXT NOT NULL, encoding TEXT NOT NULL,
    organ TEXT NOT NULL, level TEXT, kind TEXT, parent TEXT NOT NULL, year INTEGER,
    published TEXT NOT NULL, edition TEXT NOT NULL, is_mixed INTEGER NOT NULL,
    sums_up INTEGER NOT NULL, is_whole INTEGER NOT NULL, problem TEXT NOT NULL, gaps TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE facts (path TEXT PRIMARY KEY, packed BLOB NOT NULL, sketch BLOB NOT NULL);
CREATE TABLE findings (
    path TEXT NOT NULL, scope TEXT NOT NULL, number INTEGER NOT NULL, family TEXT NOT NULL,
    rule TEXT NOT NULL, severity INTEGER NOT NULL, fingerprint TEXT NOT NULL, data TEXT NOT NULL,
    PRIMARY KEY (path, scope, family, number)
) WITHOUT ROWID;
CREATE INDEX findings_by_group ON findings (scope, family);
CREATE TABLE groups (
    scope TEXT NOT NULL, family TEXT NOT NULL, digest TEXT NOT NULL,
    PRIMARY KEY (scope, family)
) WITHOUT ROWID;
CREATE TABLE gaps (
    path TEXT NOT NULL, scope TEXT NOT NULL, family TEXT NOT NULL, data TEXT NOT NULL,
    PRIMARY KEY (path, scope, family)
) WITHOUT ROWID;
CREATE INDEX gaps_by_group ON gaps (scope, family);
CREATE TABLE lives (
    fingerprint TEXT PRIMARY KEY, rule TEXT NOT NULL, path TEXT NOT NULL, organ TEXT NOT NULL,
    year INTEGER, state TEXT NOT NULL, since INTEGER NOT NULL, data TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE TABLE runs (
    number INTEGER PRIMARY KEY, as_of TEXT NOT NULL, version TEXT NOT NULL, rules TEXT NOT NULL,
    inputs TEXT NOT NULL
);
"""
# What a finding said stays with its life, so that it can be told when it is fixed.
_LAST_WORDS = """
CREATE TRIGGER last_words AFTER DELETE ON findings BEGIN
    UPDATE lives SET data = OLD.data WHERE fingerprint = OLD.fingerprint;
END
"""


def statements() -> Iterator[str]:
    """Yield the statements that make an empty store."""
    yield from filter(str.strip, _TABLES.split(";"))
    yield _LAST_WORDS
    for key, edition in editions().items():
        columns = ", ".join(f'"{pointer}" NUMERIC' for pointer in columns_of(edition))
        yield f"CREATE TABLE {cells_table(key)} (path TEXT PRIMARY KEY, {columns})"
    yield f"PRAGMA application_id = {APPLICATION}"
    yield f"PRAGMA user_version = {VERSION}"


def columns_of(edition: Edition) -> Iterator[str]:
    """Yield the pointers of what a wide row holds.

    Of each cell it holds the number; of each table, whether all its cells are counts.
    """
    yield from map("/{}".format, edition.forms)
    yield from (pointer for _, _, pointer in edition.cells())


def cells_table(edition: str) -> str:
    """Return the table with the cells of an edition: a row a report."""
    return f"cells_{edition}"
