"""`check` reads what came from the owners' devices, and says what each proves,
whether plus addresses arrive, and whether answers keep our Message-IDs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from shell.probing import newest, probed
from tasks.letters import Filed
from tests.shell.office import CONFIG, Office, one

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
PROBE = "tasks+check@example.com"
IPHONE, OUTLOOK = "X-Mailer: iPhone Mail (22F76)", "X-Mailer: Microsoft Outlook 16.0"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    two = CONFIG.replace("[stephanie@example.com]", "[stephanie@example.com, s@icloud.example]")
    opened = Office(tmp_path, two, one_process=True)
    yield opened
    opened.close()


def told(office: Office) -> str:
    return "\n".join(words for _, words in probed(office.shop, newest(office.shop)))


def test_a_probe_is_no_task_and_brings_no_letter(office: Office) -> None:
    office.mail(STEPHANIE, PROBE, "probe", "from my phone, by Friday", headers=IPHONE)
    assert office.letters() == []
    assert list(office.shop.store.tasks()) == []
    assert [row.filed for row in office.shop.store.ledger_of(0)] == [Filed.NOTE]


def test_a_strangers_probe_is_held_like_any_mail(office: Office) -> None:
    office.mail("Eve <eve@evil.example>", PROBE, "probe", "by Friday")
    assert office.letters() == []
    assert [row.filed for row in office.shop.store.ledger_of(0)] == [Filed.HELD]
    assert "evil.example" not in told(office)


@pytest.mark.parametrize("taken_up", [True, False], ids=["in the ledger", "in the inbox"])
def test_each_device_is_named_with_its_proof(office: Office, *, taken_up: bool) -> None:
    office.mail(STEPHANIE, PROBE, "probe", "x", headers=IPHONE)
    office.mail(STEPHANIE, PROBE, "probe", "y", headers=OUTLOOK, proven=False)
    fails = "Authentication-Results: mx.example.com; dmarc=fail header.from=icloud.example"
    office.mail("S <s@icloud.example>", PROBE, "probe", "z", headers=fails, proven=False)
    if taken_up:
        office.letters()
    lines = told(office).splitlines()
    assert [line for line in lines if "iPhone Mail" in line and line.endswith("proven.")]
    assert [line for line in lines if "Outlook" in line and "nothing proves it" in line]
    assert [line for line in lines if "s@icloud.example" in line and "failed" in line]
    assert any("Plus addresses arrive" in line for line in lines)


def test_an_address_that_sent_no_probe_is_asked_for(office: Office) -> None:
    office.mail(STEPHANIE, PROBE, "probe", "x")
    office.letters()
    assert "s@icloud.example" in told(office) and PROBE in told(office)


def test_message_ids_that_answers_keep(office: Office) -> None:
    office.mail(STEPHANIE, "tasks+joy@example.com", "Logo", "By Friday.")
    office.reply(one(office.letters(), "assignment"), "ok")
    office.letters()
    assert "Message-IDs survive" in told(office)


def test_message_ids_that_a_provider_rewrites(office: Office) -> None:
    office.mail(STEPHANIE, "tasks+joy@example.com", "Logo", "By Friday.")
    letter = one(office.letters(), "assignment")
    office.mail("joy@example.net", letter.reply_to, "Re: Logo", "ok", answers="<0100018f@ses.example>")
    office.letters()
    assert "Message-IDs are rewritten" in told(office)


def test_before_anything_came(office: Office) -> None:
    words = told(office)
    assert "not seen yet" in words and PROBE in words
