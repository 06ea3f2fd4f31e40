"""Chromium, and a site for it to walk through."""

import os
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from playwright.sync_api import sync_playwright

from community.demonstration import ACCOUNTS, make_accounts
from moviemeter.bootstrap import find_chromium

WATCH = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) =>
    window.refused.push(`${event.violatedDirective} ${event.blockedURI}`));
"""

# Playwright keeps an event loop running, which Django would take for async code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="module")
def browser():
    program = find_chromium()
    assert program, "The browser tests need Chromium; make test installs it."
    connection.close()
    with sync_playwright() as playwright:
        # Chromium's own sandbox does not work for root, nor in most containers.
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox"]
        )
        yield browser
        # While this loop runs Django keeps a connection apart from the one before.
        connection.close()
        browser.close()


@pytest.fixture(scope="session")
def static_files():
    call_command("collectstatic", interactive=False, verbosity=0, skip_checks=True)


@pytest.fixture
def site(static_files, live_server):
    """The address of a site with its static files and its Content-Security-Policy."""
    return live_server.url


@pytest.fixture
def page(browser, site):
    """A tab, in which any complaint of the browser's console fails the test."""
    complaints = []
    page = browser.new_page(base_url=site)
    page.on("console", lambda said: complaints.append(said) if bad(said) else None)
    # Playwright takes functions only, not a method of a built-in list.
    page.on("pageerror", lambda error: complaints.append(error))  # noqa: PLW0108
    yield page
    page.close()
    assert not [str(complaint) for complaint in complaints]


def bad(said):
    return said.type in {"error", "warning"}


@pytest.fixture
def desk(page):
    """An editor's tab, in which any refusal of the policy fails the test."""
    make_accounts()
    page.add_init_script(WATCH)
    account = ACCOUNTS[1]
    page.goto("/beheer/")
    page.fill("[name=username]", account.username)
    page.fill("[name=password]", account.password)
    page.click("[type=submit]")
    page.wait_for_selector("text=Alles op het bureau")
    yield page
    assert page.evaluate("window.refused") == []
