"""What all tests share: the real servers, and how a test says that it needs one.

    @pytest.mark.needs("postfix", "swaks")

names programs. Where one is not on this machine the test is skipped with the
package that holds it. Where CI is set, a skipped test is a failed one: a bar
that nobody tries is no bar.

Under PYTHONDONTWRITEBYTECODE each start of the daemon compiles all that it imports,
seconds of work, and the tests start it hundreds of times: it is not heeded here.
"""

import os
import shutil
import sys
from collections.abc import Generator

import pytest

from tests.sweeping import LINES

pytest_plugins = ["tests.servers.fixtures"]

PACKAGES = {"dovecot": "dovecot-imapd dovecot-lmtpd"}  # where it is not the program's own name
SERVER_FOLDERS = "/usr/sbin:/usr/local/sbin:/sbin"  # outside many people's PATH

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs(*programs): real programs that the test starts by itself")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for line in LINES:  # what a sweep found, in figures
        terminalreporter.write_line(line)


def missing(item: pytest.Item) -> list[str]:
    """The programs that this test needs and the machine does not have."""
    path = os.pathsep.join((os.environ.get("PATH", ""), SERVER_FOLDERS))
    needed = [program for mark in item.iter_markers("needs") for program in mark.args]
    return [program for program in needed if shutil.which(program, path=path) is None]


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    if lacking := missing(item):
        packages = " ".join(PACKAGES.get(program, program) for program in lacking)
        pytest.skip(f"{', '.join(lacking)} not here: apt-get install {packages}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("CI"):
        report.outcome = "failed"
        report.longrepr = f"skipped, which in CI counts as failed: {reason(report.longrepr)}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if report.skipped and os.environ.get("CI"):
        report.outcome = "failed"
        report.longrepr = f"a whole file skipped, which in CI counts as failed: {reason(report.longrepr)}"
    return report


def reason(skipped: object) -> str:
    """pytest keeps (file, line, "Skipped: reason")."""
    return str(skipped[2]) if isinstance(skipped, tuple) else str(skipped)
