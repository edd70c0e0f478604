"""Headless Chromium from the system, with no way to the network, driven by selenium."""

from __future__ import annotations

import base64
import json
import shutil
from pathlib import Path
from typing import Any

from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

__all__ = ["Browser"]

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)


class Browser:
    """One browser with a profile of its own in ``profile``."""

    def __init__(self, profile: Path) -> None:
        options = ChromeOptions()
        options.binary_location = shutil.which("chromium") or "/usr/bin/chromium"
        for flag in (*_FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = Chrome(options=options, service=Service(shutil.which("chromedriver") or "/usr/bin/chromedriver"))
        self.driver.set_script_timeout(120)

    def open(
        self, page: Path, *, width: int = 1280, media: str = "", scheme: str = "light", script: bool = True
    ) -> None:
        """Open ``page`` on a screen ``width`` pixels wide, in a medium and a colour scheme."""
        self._send("Emulation.setScriptExecutionDisabled", value=not script)
        self._send("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self._send("Emulation.setEmulatedMedia", media=media, features=features)
        for name in ("browser", "performance"):
            self.driver.get_log(name)
        self.go(page.as_uri())

    def go(self, address: str) -> None:
        """Go to ``address``, and wait until all is there."""
        self.driver.get(address)
        # What loads files of its own may be handed over before they are there.
        WebDriverWait(self.driver, 30, 0.02).until(lambda _: self.run("return document.readyState") == "complete")

    def run(self, script: str, *arguments: object) -> Any:
        """What ``script`` returns."""
        return self.driver.execute_script(script, *arguments)

    def complaints(self) -> list[str]:
        """What the console says since the page was opened."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """Every address asked for since the page was opened."""
        sent = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        return [each["params"]["request"]["url"] for each in sent if each["method"] == "Network.requestWillBeSent"]

    def paper(self) -> bytes:
        """The page as PDF, on A4 by its own rules."""
        printed = self._send("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        return base64.b64decode(printed["data"])

    def quit(self) -> None:
        """Close it."""
        self.driver.quit()

    def _send(self, command: str, **parameters: object) -> Any:
        return self.driver.execute_cdp_cmd(command, parameters)
