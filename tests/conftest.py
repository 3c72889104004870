"""What all tests share: the real servers, and how a test says that it needs one.

    @pytest.mark.needs("postfix", "swaks")

names programs. Where one is not on this machine the test is skipped with the
package that holds it. Where CI is set, a skipped test is a failed one: a bar
that nobody tries is no bar.

PYTHONDONTWRITEBYTECODE has each start of the daemon compile all that it imports,
two seconds of work. Where it is set, the tests keep what is compiled in a folder
of their own, and the checkout stays as it is.
"""

import atexit
import os
import shutil
import sys
import tempfile
from collections.abc import Generator

import pytest

pytest_plugins = ["tests.servers.fixtures"]

PACKAGES = {"dovecot": "dovecot-imapd dovecot-lmtpd"}  # where it is not the program's own name
SERVER_FOLDERS = "/usr/sbin:/usr/local/sbin:/sbin"  # outside many people's PATH


def keep_what_is_compiled() -> None:
    """In one folder for this run; the workers of pytest-xdist find it in their environment."""
    if not os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
        return
    folder = tempfile.mkdtemp(prefix="handoff-pycache-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix = folder
    sys.dont_write_bytecode = False


keep_what_is_compiled()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs(*programs): real programs that the test starts by itself")


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
