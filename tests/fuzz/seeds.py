"""First inputs of each target: our own mails, our own case rows, and pieces that ever hurt.

Nothing here is fetched. What a run found stands in tests/fuzz/corpus/<target>/,
one file each, named after what it broke.
"""

import json
import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from imaplib import Int2AP
from pathlib import Path

from bench.linear import FLOODS
from intake.parse import parse
from intake.worker_frames import answer_frame
from store.codec import encode
from tests.fuzz.target import NOON
from tests.fuzz.targets_house import RING, TAGS_FROM
from tests.hostile.fuzzer import ATOMS, Fuzzer
from tests.shell.office import CONFIG
from tests.store.rows import accepted, fold, held_mail, letter, mail, opened
from wire.tokens import Purpose, message_id, mint, sign

HERE = Path(__file__).parent
TESTS = HERE.parent
PIECES = tuple(dict.fromkeys(each.encode("utf-8", "surrogateescape") for each in (*ATOMS, *FLOODS)))


def _mails() -> list[bytes]:
    made = [Fuzzer(n).mail("joy@example.net", "tasks@example.com", "", "") for n in range(12)]
    return [file.read_bytes() for file in sorted((TESTS / "mails").glob("*.eml"))] + made


def _lines(pattern: str, every: int = 12) -> list[bytes]:
    """Every twelfth row of the case files."""
    files = sorted((TESTS / "language" / "cases").glob(pattern))
    rows = [line for file in files for line in file.read_bytes().splitlines() if line[:1] not in b"#@="]
    return [row.split(b"|", 1)[-1].split(b"=>")[0].replace(b"\\n", b"\n").strip() for row in rows[::every]]


def _replies() -> list[bytes]:
    text = b"\n".join(file.read_bytes() for file in sorted((TESTS / "intake" / "cases").glob("*.txt")))
    return [each.partition(b"\n\n")[2].partition(b"\n=> ")[0] for each in text.split(b"\n=== ")[::3]]


def _headers() -> list[bytes]:
    fuzzer = Fuzzer(1)
    return [fuzzer.header().encode("utf-8", "surrogateescape") for _ in range(30)] + list(PIECES)


def _addresses() -> list[bytes]:
    return [
        b"Joy Santos <joy@example.net>",
        b'"Santos, Joy" <joy@example.net>, ben@example.org (Ben)',
        b"=?utf-8?q?Jo=C3=A3o?= <joy@example.net>",
        b"Team: joy@example.net, ben@example.org;",
        b"<@a.example,@b.example:joy@example.net>",
        b'"joy@example.net" <eve@evil.example>',
        "joy@bücher.example".encode(),
        b"mailto:joy@example.net",
        *(f"{Fuzzer(n).name()} <joy@example.net>".encode("utf-8", "surrogateescape") for n in range(20)),
    ]


def _results() -> list[bytes]:
    field = b"Authentication-Results: mx.example.com; "
    return [
        field + b"dmarc=pass header.from=example.net",
        field + b'dkim=pass (a (b) c) header.d=example.net; spf=fail reason="a\\"b" smtp.mailfrom=x@y',
        field + b"dmarc=fail header.from=example.net\r\nAuthentication-Results: mx.example.com; none",
        b"Authentication-Results: dmarc=pass header.from=example.net",
        b"mx.example.com 1; dmarc=pass header.from=example.net",
    ]


def _dkim() -> list[bytes]:
    """Signatures with the right shape; whether they hold is another test's."""
    fields = (
        b"From: joy@example.net\r\nTo: t@example.com\r\nSubject: x\r\nDate: Mon, 30 Nov 2026 20:00:00 +0000"
    )
    tags = b"v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.net; s=k; h=from:to:subject:date:message-id; "
    signed = b"bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; b=YQ=="
    record = b"v=DKIM1; k=rsa; p=MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAL"
    mail = b"DKIM-Signature: " + tags + signed + b"\r\n" + fields + b"\r\nMessage-ID: <a@b>\r\n\r\n"
    return [mail + b"\xfe" + record, mail.replace(b"rsa", b"ed25519") + b"\xfev=DKIM1; k=ed25519; p=YQ=="]


def _html() -> list[bytes]:
    whole = [raw.partition(b"\n\n")[2] for raw in _mails() if b"text/html" in raw]
    return whole + [b"<p style='color:red'>Yes</p><blockquote><p>Which?</p></blockquote>", *PIECES[::4]]


def _tokens() -> list[bytes]:
    token = mint(Purpose.TASK, "joy", RING, 12)
    tag, mid = sign(token, RING), message_id(token, "abcdef0123", RING, "example.com")
    return [
        each.encode() for each in (tag, mid, f"tasks+{tag}@example.com", "tasks+joy@example.com", "[T-12]")
    ]


def _imap() -> list[bytes]:
    """A whole visit as an honest server would answer it."""
    dice = random.Random(TAGS_FROM)  # noqa: S311  as imaplib draws it
    tag = Int2AP(dice.randint(4096, 65535)).decode()
    said = [
        "* OK [CAPABILITY IMAP4rev1] hello",
        f"* CAPABILITY IMAP4rev1 MOVE UIDPLUS\r\n{tag}0 OK done",
        f"{tag}1 OK [CAPABILITY IMAP4rev1 MOVE UIDPLUS NAMESPACE X-GM-EXT-1] in",
        "* 1 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* FLAGS (\\Seen)\r\n* OK [PERMANENTFLAGS (\\Seen \\*)] x\r\n"
        f"{tag}2 OK [READ-WRITE] done",
        f"* CAPABILITY IMAP4rev1 MOVE UIDPLUS NAMESPACE X-GM-EXT-1\r\n{tag}3 OK done",
        f"* SEARCH 3 5\r\n{tag}4 OK done",
        '* 1 FETCH (UID 3 RFC822.SIZE 10 INTERNALDATE "30-Nov-2026 20:00:00 +0000")\r\n' + f"{tag}5 OK done",
        f"* 1 FETCH (UID 3 BODY[HEADER]<0> {{6}}\r\nA: b\r\n)\r\n{tag}6 OK done",
        f"* 1 FETCH (UID 3 BODY[] {{10}}\r\nA: b\r\n\r\nxy)\r\n{tag}7 OK done",
        f'* NAMESPACE (("" "/")) NIL NIL\r\n{tag}8 OK done',
        f'* LIST (\\Sent) "/" Sent\r\n* LIST () "/" "Handoff/Joy"\r\n{tag}9 OK done',
        f"* OK [UIDVALIDITY 7] x\r\n* 1 EXISTS\r\n{tag}10 OK done",
        f"* SEARCH 3\r\n{tag}11 OK done",
        f"{tag}12 OK [COPYUID 7 3 9] done",
        f"* 0 EXISTS\r\n{tag}13 OK done",
        f"* SEARCH\r\n{tag}14 OK done",
    ]
    whole = ["\r\n".join(said[:n]) + "\r\n" for n in range(1, len(said) + 1)]
    return [each.encode() for each in whole]


def _smtp() -> list[bytes]:
    """A whole posting, with each way to log in."""
    after = b"250 ok\r\n250 ok\r\n354 go on\r\n250 2.0.0 taken\r\n"
    hello = b"220 mail\r\n250-mail\r\n250-SIZE 1000000\r\n250-8BITMIME\r\n250 AUTH "
    logins = (b"PLAIN\r\n235 in\r\n", b"LOGIN\r\n334 VXNlcg==\r\n334 UGFzcw==\r\n235 in\r\n")
    cram = b"CRAM-MD5\r\n334 PDFAeD4=\r\n235 in\r\n"
    return [hello + login + after for login in (*logins, cram)] + [
        b"220 x\r\n502 what\r\n250 x\r\n",
        b"421 away\r\n",
    ]


def _keys() -> list[bytes]:
    kept = {"current": 2, "keys": {"1": "ab" * 32, "2": "cd" * 32}, "secret_epochs": {"joy": 2}}
    kept |= {"retired": {"1": "2026-11-01T00:00:00+00:00"}, "instance": "ab12"}
    return [json.dumps(kept).encode(), b"{}", b'{"current": 1, "keys": {"1": "00"}}']


def _codec() -> list[bytes]:
    task = fold(opened(1).facts)
    rows = [
        task,
        held_mail(1),
        replace(letter("a"), raw=b""),
        mail("b"),
        *(f.event for f in accepted(task).facts),
    ]
    return [type(row).__name__.encode() + b"\xfe" + encode(row).encode() for row in rows]


_MADE: Mapping[str, Callable[[], list[bytes]]] = {
    "mail": _mails,
    "text": lambda: _replies() + list(PIECES[::5]),
    "header": _headers,
    "address": _addresses,
    "results": _results,
    "dkim": _dkim,
    "html": _html,
    "name": lambda: [*PIECES[::2], b"plan.pdf", b"../../etc/passwd", b"a" * 300 + b".pdf"],
    "answer": lambda: [answer_frame(parse(raw, NOON))[8:] for raw in _mails()[::6]],
    "reply": _replies,
    "words": lambda: _lines("words_*.txt"),
    "due": lambda: _lines("due_*.txt"),
    "brief": lambda: _lines("brief_*.txt"),
    "zone": lambda: [b"America/Los_Angeles", b"Etc/GMT+8", b"UTC", b"", b"../x", b"Europe/"],
    "token": _tokens,
    "imap": _imap,
    "smtp": _smtp,
    "copyuid": lambda: [b"7 3 9", b"7 3:5,8 9:11,20", b"7 1:99999999 1:99999999"],
    "config": lambda: [CONFIG.encode(), (TESTS.parent / "config.example.yaml").read_bytes()[:4000]],
    "keys": _keys,
    "codec": _codec,
}


@cache
def made(seeds: str) -> tuple[bytes, ...]:
    """The first inputs of this name, always the same and in the same order."""
    return tuple(_MADE[seeds]())


def found(target: str) -> Mapping[str, bytes]:
    """What earlier runs found for this target: name of the case -> its bytes."""
    return {file.name: file.read_bytes() for file in sorted((HERE / "corpus" / target).glob("*"))}
