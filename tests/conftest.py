"""What all tests share: how a test says that it needs a real server.

    @pytest.mark.needs("dovecot", "postfix")

names programs. Where one is not on this machine the test is skipped with the
package that holds it; where CI is set it fails, since a bar that is silently
skipped is no bar.
"""

import os
import shutil

import pytest

PACKAGES = {
    "dovecot": "dovecot-imapd dovecot-lmtpd",
    "postfix": "postfix",
    "swaks": "swaks",
}
SERVER_FOLDERS = "/usr/sbin:/usr/local/sbin:/sbin"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs(*programs): real servers that the test starts by itself")


def missing(item: pytest.Item) -> list[str]:
    """The programs that this test needs and the machine does not have."""
    path = os.pathsep.join((os.environ.get("PATH", ""), SERVER_FOLDERS))
    needed = [program for mark in item.iter_markers("needs") for program in mark.args]
    return [program for program in needed if shutil.which(program, path=path) is None]


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    lacking = missing(item)
    if not lacking:
        return
    packages = " ".join(PACKAGES.get(program, program) for program in lacking)
    sentence = f"{', '.join(lacking)} not here: apt-get install {packages}"
    if os.environ.get("CI"):
        pytest.fail(f"{sentence} (CI is set, so this is no reason to skip)", pytrace=False)
    pytest.skip(sentence)
