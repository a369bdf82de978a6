"""What does the page of the example look like? Draws docs/page.png.

Run it so: ``python -m tests.browser.picture``. It needs the browser of these tests. Other fonts
give other bytes, so no test compares them.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from nianbao.cli.main import main
from tests.browser.browser import Browser, started

_ROOT = Path(__file__).parents[2]
_EXAMPLE = "examples/shagou-2020.txt"
_SIZE = (1280, 1340)


def draw(browser: Browser, target: Path) -> None:
    """Write the picture of the page of the example."""
    with TemporaryDirectory() as folder:
        page = Path(folder, "结果.html")
        main(["check", str(_ROOT / _EXAMPLE), "--lang", "zh", "--format", f"html={page}"])
        text = page.read_text(encoding="utf-8").replace(f"{_ROOT}/", "")
        page.write_text(text, encoding="utf-8")
        browser.open(page, _SIZE)
        target.write_bytes(browser.screenshot(_SIZE, 0.75))


if __name__ == "__main__":
    browser = started()
    try:
        draw(browser, _ROOT / "docs/page.png")
    finally:
        browser.quit()
