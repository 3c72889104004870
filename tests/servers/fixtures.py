"""Fixtures that start real servers, once for the whole run; a pytest plugin.

Where a server is absent the test is skipped with the reason; where CI is set
that is a failure.
"""

import os
from collections.abc import Iterator

import pytest

from tests.servers.sink import Sink
from tests.servers.stack import Stack, lacking, running_stack


def need_servers(why_not: str) -> None:
    """Go on if `why_not` is empty; else skip, or fail where CI is set."""
    if why_not and os.environ.get("CI"):
        pytest.fail(why_not, pytrace=False)
    if why_not:
        pytest.skip(why_not)


@pytest.fixture(scope="session")
def stack() -> Iterator[Stack]:
    """Dovecot, Postfix and the sink. Shared: a test uses folders, subjects or
    users of its own, or `clean_stack`."""
    need_servers(lacking())
    with running_stack() as running:
        yield running


@pytest.fixture
def clean_stack(stack: Stack) -> Stack:
    """The shared stack with all mailboxes emptied and the sink cleared."""
    return cleaned(stack)


@pytest.fixture
def stack_without_results() -> Iterator[Stack]:
    """A stack of its own whose server writes no Authentication-Results."""
    need_servers(lacking())
    with running_stack(results=False) as running:
        yield running


@pytest.fixture(scope="session")
def dovecot_stack() -> Iterator[Stack]:
    """Dovecot and the sink alone, which also run without root."""
    need_servers(lacking(mta=False))
    with running_stack(mta=False) as running:
        yield running


@pytest.fixture
def sink() -> Iterator[Sink]:
    """A fresh outside world."""
    running = Sink()
    yield running
    running.stop()


def cleaned(stack: Stack) -> Stack:
    for user in stack.users:
        empty(stack, user)
    stack.sink.clear()
    return stack


def empty(stack: Stack, user: str) -> None:
    """Remove every mail and every folder but INBOX and Sent."""
    folders = stack.mailbox(user)
    with stack.imap(user) as client:
        for name in folders:
            if name not in ("INBOX", "Sent"):
                client.delete(f'"{name}"')
            elif client.select(f'"{name}"')[0] == "OK":
                client.store("1:*", "+FLAGS.SILENT", "\\Deleted") if folders[name] else None
                client.expunge()
                client.unselect()
