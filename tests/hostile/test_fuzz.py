"""Two thousand mails of random hostility through the whole road: every letter
that follows is sound, nothing stops, nothing is lost, and no secret gets out."""

import json
import re
from base64 import b32encode, b64encode
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from intake.ledgerkey import ledger_key
from tests.hostile.fuzzer import Fuzzer
from tests.hostile.kit import CONTROL, Siege, besieged
from tests.shell.office import Got

PASSES = "Authentication-Results: mx.example.com; dmarc=pass header.from={}"
BATCH, MAILS, OFFICES = 25, 500, 4
REGISTERED = {"stephanie@example.com", "joy@example.net", "ben@example.org", "olivia@example.com"}
OTHERS = re.compile(rb"(?<![\w.+-])(?:ben@example\.org|olivia@example\.com)|Okafor|Olivia|-ben-1-")


def _next_mail(fuzzer: Fuzzer, letters: list[Got]) -> bytes:
    """Fresh from the owner, in answer to a letter, or from a stranger."""
    dice = fuzzer.dice
    way = dice.random()
    if way < 0.45 or not letters:
        to = dice.choice(("tasks+joy@example.com", "tasks+ben@example.com", "tasks@example.com"))
        return fuzzer.mail("stephanie@example.com", to, "", PASSES.format("example.com"))
    if way < 0.85:
        letter = dice.choice(letters[-60:])
        more = f"In-Reply-To: {letter['Message-ID']}\r\nReferences: {fuzzer.id()} {letter['Message-ID']}"
        return fuzzer.mail(letter.to, letter.reply_to, more, PASSES.format(letter.to.partition("@")[2]))
    return fuzzer.mail("eve@evil.example", "tasks@example.com", f"In-Reply-To: {fuzzer.id()}", "")


def _secrets(siege: Siege) -> list[bytes]:
    keys = siege.office.shop.desk.ring.keys.values()
    return [
        form for k in keys for form in (k, k.hex().encode(), b64encode(k)[:40], b32encode(k).lower()[:40])
    ]


@pytest.mark.parametrize("seed", range(OFFICES))
def test_random_hostile_mail_harms_nobody(tmp_path: Path, seed: int) -> None:
    fuzzer, letters = Fuzzer(seed), list[Got]()
    with besieged(tmp_path) as siege:
        for _ in range(MAILS // BATCH):
            for _ in range(BATCH):
                siege.put(_next_mail(fuzzer, letters))
            letters += siege.round()
            siege.office.now += timedelta(hours=5)
        letters += siege.round()
        kinds = Counter(letter.kind for letter in letters)
        assert len(kinds) >= 9 and len(letters) > MAILS // 2, kinds
        assert {letter.to for letter in letters} <= REGISTERED
        _nothing_secret(siege, letters)
        _words_are_plain(siege)
        _names_are_labels(siege)
        siege.survived()


def _nothing_secret(siege: Siege, letters: list[Got]) -> None:
    """No key in any letter or log; no contractor learns of the others."""
    secrets = _secrets(siege)
    for letter in letters:
        assert not any(secret in letter.raw for secret in secrets)
        if letter.to == "joy@example.net":
            assert not OTHERS.search(letter.raw), letter.text
    said = "\n".join(siege.log).encode()
    assert not any(secret in said for secret in secrets)


def _words_are_plain(siege: Siege) -> None:
    """What is shown in lists and digests is one line, and can be written down."""
    for held in siege.store.held_rows():
        for words in (held.subject, held.name, held.address, held.reason):
            assert not CONTROL.search(words), (held.number, words)
        held.text.encode()
    for raw in siege.delivered:
        row = siege.store.ledger(ledger_key(raw))
        assert row is not None and not CONTROL.search(row.message_id), row
        for words in (row.subject, row.address, row.reason):
            assert not CONTROL.search(words), words
        json.dumps(row.why, ensure_ascii=False).encode()


def _names_are_labels(siege: Siege) -> None:
    for task in siege.store.tasks():
        assert not CONTROL.search(task.title)
        task.brief.encode()
        for file in task.files:
            assert not CONTROL.search(file.name) and not set("/\\") & set(file.name), file.name
    spool = siege.office.config.store_path / "spool"
    kept = [path.name for path in spool.rglob("*") if path.is_file()]
    assert len(kept) >= len(set(siege.delivered))
    assert [name for name in kept if not set(name) <= set("0123456789abcdef")] == []
