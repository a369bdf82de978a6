"""What a short script does: add up table 三 of each page in a folder.

Run as ``python sum_with_soup.py PARSER FOLDER``; exit code 1 when a page does not add up.
"""
# mypy: disable-error-code="import-not-found"

import sys
from pathlib import Path

from bs4 import BeautifulSoup

_COLUMNS = 7


def text_of(path: Path) -> str:
    """Return the text of a page; left to itself, BeautifulSoup misreads pages in GBK."""
    data = path.read_bytes()
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("gb18030")


def requests_table(page: str, parser: str) -> dict[str, list[int]]:
    """Return the rows of table 三 by their labels."""
    rows = {}
    for line in BeautifulSoup(page, parser).find_all("tr"):
        if line.find("table"):
            continue
        cells = [cell.get_text(strip=True) for cell in line.find_all(["td", "th"])]
        labels, values = cells[:-_COLUMNS], cells[-_COLUMNS:]
        words = "".join(labels)
        if words and not words.isdigit() and all(value.isdigit() for value in values):
            rows[words] = [int(value) for value in values]
    return rows


def adds_up(rows: dict[str, list[int]]) -> bool:
    """Tell whether the rows and columns of table 三 add up."""
    received, carried_in, *results, total, carried_out = rows.values()
    for column in range(_COLUMNS):
        if sum(row[column] for row in results) != total[column]:
            return False
        if received[column] + carried_in[column] != total[column] + carried_out[column]:
            return False
    return all(sum(row[:-1]) == row[-1] for row in rows.values())


def main() -> int:
    """Print the pages that do not add up."""
    parser, folder = sys.argv[1:]
    wrong = [
        path
        for path in sorted(Path(folder).iterdir())
        if not adds_up(requests_table(text_of(path), parser))
    ]
    for path in wrong:
        print(path)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
