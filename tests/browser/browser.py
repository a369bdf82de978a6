"""How do tests open a page in Chromium, and ask what it shows?"""

import os
from base64 import b64decode
from pathlib import Path
from typing import Any

from selenium.webdriver import Chrome
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

WIDE, PHONE = (1440, 900), (390, 844)
ESCAPE = Keys.ESCAPE
_ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    # Any request but for files ends here.
    "--proxy-server=127.0.0.1:9",
)


class Browser:
    """A headless Chromium without a network."""

    def __init__(self, chromium: str, driver: str) -> None:
        options = Options()
        options.binary_location = chromium
        for argument in _ARGUMENTS:
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self._driver = Chrome(options=options, service=Service(driver))

    def quit(self) -> None:
        """End the browser."""
        self._driver.quit()

    def open(self, page: Path, size: tuple[int, int] = WIDE, scheme: str = "light") -> None:
        """Open a page at a size, in light or dark; what the console said before is forgotten."""
        self._driver.get("about:blank")
        self.console()
        width, height = size
        self._command(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": size == PHONE},
        )
        feature = {"name": "prefers-color-scheme", "value": scheme}
        self._command("Emulation.setEmulatedMedia", {"features": [feature]})
        self._driver.get(page.as_uri())

    def console(self) -> list[str]:
        """Return what the console said, errors and warnings alike."""
        return [str(entry["message"]) for entry in self._driver.get_log("browser")]  # type: ignore[no-untyped-call]

    def ask(self, script: str) -> Any:
        """Return what an expression gives in the page."""
        return self._driver.execute_script(f"return {script}")

    def one(self, selector: str) -> WebElement:
        """Return the first element for a selector."""
        return self._driver.find_element("css selector", selector)

    def press(self, keys: str) -> None:
        """Press keys where the focus is."""
        self._driver.switch_to.active_element.send_keys(keys)

    def shown(self, selector: str) -> int:
        """Return how many elements for a selector are not hidden."""
        return int(
            self.ask(
                f"[...document.querySelectorAll('{selector}')]"
                ".filter((one) => one.closest('[hidden]') === null).length"
            )
        )

    def pdf(self) -> bytes:
        """Print the page."""
        printed = self._command("Page.printToPDF", {"preferCSSPageSize": True})
        return b64decode(printed["data"])

    def screenshot(self, size: tuple[int, int], scale: float) -> bytes:
        """Return the top left of the page as PNG, made smaller."""
        width, height = size
        clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": scale}
        return b64decode(self._command("Page.captureScreenshot", {"clip": clip})["data"])

    def _command(self, name: str, arguments: dict[str, Any]) -> Any:
        return self._driver.execute_cdp_cmd(name, arguments)


def started() -> Browser:
    """Return the browser that the environment names, else the one that Debian installs."""
    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    driver = os.environ.get("CHROMEDRIVER", "/usr/bin/chromedriver")
    return Browser(chromium, driver)
