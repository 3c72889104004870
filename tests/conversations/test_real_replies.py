"""Answers as mail programs mangle them still find their thread."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conversations.business import Business, kinds, one, open_business
from tests.conversations.clients import JOY_AT_HOME, OURS, STEPHANIE, Letter, Mail
from tests.servers.stack import Stack

pytestmark = [pytest.mark.needs("dovecot", "postfix", "swaks"), pytest.mark.timeout(300)]

Mangle = Callable[[Mail], Mail]
MANGLED: dict[str, Mangle] = {
    "lost the plus address": lambda mail: replace(mail, to=OURS),
    "changed the Subject": lambda mail: replace(mail, subject="something I forgot"),
    "changed the Subject, lost the plus address": lambda mail: replace(mail, subject="oh", to=OURS),
    "lost References": lambda mail: replace(mail, references="", to=OURS),
    "lost In-Reply-To": lambda mail: replace(mail, in_reply_to="", to=OURS),
    "lost both": lambda mail: replace(mail, in_reply_to="", references=""),
    "from the second address": lambda mail: replace(mail, sender=JOY_AT_HOME),
    "from the second address, lost the plus address": lambda mail: replace(mail, sender=JOY_AT_HOME, to=OURS),
}


def two_tasks(business: Business) -> tuple[Letter, Letter]:
    """Two open tasks of Joy, so that nothing is found by being the only one."""
    found = []
    for title in ("Calldown list", "Logo for the van"):
        task = business.people.fresh(STEPHANIE, "tasks+joy@shop.test", title, f"{title}, please, by Friday.")
        found.append(one(business.write(task), "assignment"))
    return found[0], found[1]


def test_a_mangled_answer_is_in_its_thread(clean_stack: Stack, tmp_path: Path) -> None:
    with open_business(clean_stack, tmp_path) as business:
        first, _ = two_tasks(business)
        for name, mangle in MANGLED.items():
            mail = mangle(business.people.answer(first, f"question: which one? ({name})"))
            letters = business.write(mail)
            assert kinds(letters) == [("stephanie", "question")], name
            assert f"({name})" in letters[0].text
            assert letters[0]["X-Handoff-Task"] == "T-1", name
            assert mail.message_id in business.folders()["Handoff/Joy Santos"], name
        assert business.task(1).state == "in question"
        assert business.task(2).state == "handed over"
        rows = business.shop.store.ledger_of(1)
        assert len(rows) == 1 + len(MANGLED)
        assert len(business.tasks()) == 2
