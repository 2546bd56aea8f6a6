"""A Chromium that is on this machine already, to look at pages with; without one the tests are skipped."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
QUIET_START = (
    "--no-sandbox",  # a test machine is often root, which Chromium refuses otherwise
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@contextmanager
def started_browser() -> Iterator[Browser]:
    """One browser, for all tests of a module."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("no Chromium or Chrome on this machine to look at pages with")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=QUIET_START)
        yield browser
        browser.close()
