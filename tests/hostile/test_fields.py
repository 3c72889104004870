"""Ten thousand hostile subjects, names, ids, file names and content types through the
whole road: no header, no command, no active page, no path and no crash comes of them.

The ordinary suite plays a sample; `./run test --sweep` plays all of them.
"""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from tests.hostile.fields import MARK, Fields
from tests.hostile.kit import CONTROL, Siege, besieged
from tests.servers.served import served
from tests.shell.office import Got
from tests.sweeping import LINES, Try, failed, failures, processes, seconds_for, swept, this_time

KINDS = ("subjects", "names", "ids", "files", "types")
REGISTERED = {"stephanie@example.com", "joy@example.net", "ben@example.org", "olivia@example.com"}
PASSES = "Authentication-Results: mx.example.com; dmarc=pass header.from={}"
BATCH = 25
OFFICES = range(1, 16)  # 30 000 values, 10 000 of them ids, 3 000 and more of each kind
OURS = re.compile(r"(?:\"[^\"]*\" )?<?tasks(?:\+[a-z0-9_.-]+)?@example\.com>?")
# All that we ever say to an IMAP server here, after its tag. A folder's name is ours, a UID a number.
FOLDER = r'"(?:INBOX|Handoff/Held|Handoff/Joy Santos|Handoff/Ben Okafor|Handoff/[A-Z][a-z]{2,15})"'
SAID = re.compile(
    r'CAPABILITY|NAMESPACE|LOGOUT|LOGIN tasks \.\.\.|LIST "" "\*"|(?:SELECT|CREATE|SUBSCRIBE) '
    + FOLDER
    + r"|UID SEARCH (?:SINCE [0-9]{2}-[A-Z][a-z]{2}-[0-9]{4}|UID [0-9,]+(?::\*)?)"
    + r"|UID FETCH [0-9,]+ \((?:RFC822\.SIZE INTERNALDATE|BODY\.PEEK\[\])\)|UID MOVE [0-9,]+ "
    + FOLDER
)
OUR_FILES = re.compile(
    r"config\.yaml|handoff-data(?:/(?:in-hand|secret\.key|handoff\.db(?:\.lock|-wal|-shm)?"
    r"|spool(?:/(?:unfinished|mail|file)(?:/[0-9a-f]{2}){0,2}(?:/[0-9a-f]{64})?)?))?"
)


def _next(fields: Fields, letters: list[Got]) -> bytes:
    """From the owner for a contractor, in answer to a letter, or from a stranger."""
    way = fields.dice.random()
    if way < 0.4 or not letters:
        to = fields.dice.choice(("tasks+joy@example.com", "tasks+ben@example.com", "tasks@example.com"))
        return fields.mail("stephanie@example.com", to, PASSES.format("example.com"))
    if way < 0.8:
        letter = fields.dice.choice(letters[-60:])
        proof = PASSES.format(letter.to.partition("@")[2])
        return fields.mail(letter.to, letter.reply_to, proof, letter["Message-ID"])
    return fields.mail("eve@evil.example", "tasks@example.com", "")


def _play(folder: Path, seed: int, mails: int) -> tuple[Counter[str], Counter[str]]:
    """Values drawn and letters written, by kind."""
    fields, letters = Fields(seed), list[Got]()
    with besieged(folder) as siege:
        for start in range(0, mails, BATCH):
            for _ in range(min(BATCH, mails - start)):
                siege.put(_next(fields, letters))
            letters += siege.round()
            siege.office.now += timedelta(hours=7)
        letters += siege.round()
        for letter in letters:
            _is_ours(letter)
        _lines_are_lines(siege)
        siege.survived()
    return fields.drawn, Counter(letter.kind for letter in letters)


def _is_ours(letter: Got) -> None:
    """Beside `sound`, which looked at each header line: the fields say what we say."""
    assert letter.to in REGISTERED
    for name in ("From", "Reply-To"):
        assert letter.message[name] is None or OURS.fullmatch(letter[name]), letter[name]
    assert MARK not in f"{letter['To']}{letter['Message-ID']}{letter['Content-Type']}"
    parts = [part for part in letter.message.walk() if not part.is_multipart()]
    assert [part.get_content_type() for part in parts[:2]] == ["text/plain", "text/html"]
    assert all(part.get_content_disposition() for part in parts[2:])
    assert not any(part.defects for part in letter.message.walk())
    assert all(not line.startswith(MARK) for line in letter.text.splitlines()), letter.text


def _lines_are_lines(siege: Siege) -> None:
    """What was kept is one line each; what lies on the disk has our own names."""
    for task in siege.store.tasks():
        assert not CONTROL.search(task.title)
        for file in task.files:
            assert not CONTROL.search(file.name) and not set("/\\") & set(file.name), file.name
    for held in siege.store.held_rows():
        assert not CONTROL.search(held.subject + held.name + held.address), held.number


def _disk_is_ours(office: Path, elsewhere: Path) -> None:
    """Nothing was written beside the config and the store, and there under our own names only."""
    found = [str(path.relative_to(office)) for path in office.rglob("*")]
    assert len(found) > 20
    assert [name for name in found if not OUR_FILES.fullmatch(name)] == []
    assert not list(elsewhere.iterdir())


@contextmanager
def _elsewhere(tmp_path: Path) -> Iterator[Path]:
    """The working folder while mails come in: a file with a path for a name would lie here."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    with chdir(folder):
        yield folder


def _attack(tmp_path: Path, seed: int, mails: int) -> Counter[str]:
    home = tmp_path / "office"
    home.mkdir()
    with _elsewhere(tmp_path) as elsewhere:
        drawn, letters = _play(home, seed, mails)
        assert all(drawn[kind] >= mails for kind in KINDS), drawn
        assert letters.total() >= mails // 2 and len(letters) >= 4, letters
        _disk_is_ours(home, elsewhere)
    return drawn


def attacked(folder: Path, seed: int) -> str:
    """For the sweep: 150 mails, some 2 000 values, 700 of them ids, 200 and more of each kind."""
    drawn = _attack(folder, seed, 150)
    assert drawn.total() > 2000
    return str(drawn.total())


def test_hostile_fields_stay_fields(tmp_path: Path) -> None:
    assert _attack(tmp_path, 0, 50).total() > 600


@pytest.mark.sweep
@pytest.mark.timeout(6000)
def test_ten_thousand_hostile_fields_stay_fields() -> None:
    offices = [Try(f"hostile office {seed}", attacked, (seed,)) for seed in OFFICES]
    with processes(2) as workers:
        tried = swept(this_time(offices), workers, seconds_for("hostile fields"), least=4, leave=0)
    drawn = sum(int(one.note or 0) for one in tried)
    LINES.append(
        f"hostile fields: {len(tried)} of {len(OFFICES)} offices, {drawn} values; "
        f"{failed(tried)} offices failed"
    )
    assert failures(tried) == ""


@pytest.mark.parametrize("seed", range(100, 102))
def test_no_field_reaches_a_command(tmp_path: Path, seed: int) -> None:
    """The real source and the real post on scripted servers, which wrote down what they heard."""
    fields, home = Fields(seed), tmp_path / "office"
    home.mkdir()
    with _elsewhere(tmp_path) as elsewhere, served(home, limit=20.0) as office:
        for _ in range(15):
            who = fields.dice.choice(("joy", "ben"))
            proof = PASSES.format("example.com")
            raw = fields.mail("stephanie@example.com", f"tasks+{who}@example.com", proof)
            office.mailroom.put(raw, office.now)
        office.mailroom.put(fields.mail("eve@evil.example", "tasks@example.com", ""), office.now)
        assert not office.after(1).trouble
        assert not office.after(30).trouble
        heard = office.imap.log
        assert [line for line in heard if not SAID.fullmatch(line)] == []
        assert sum(line.startswith("UID MOVE") for line in heard) >= 2
        taken = office.smtp.taken
        assert len(taken) >= 15 and {each.to for each in taken} <= REGISTERED
        assert {each.sender for each in taken} <= {"tasks@example.com"}
        _disk_is_ours(home, elsewhere)
