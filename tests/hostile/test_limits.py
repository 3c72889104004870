"""Any mail up to 1 MB is read within the worker's own limits, in less than 256 MB.

The worst shapes that we could think of, each filled up to 1 MB and read by the
real worker. A mail that is held for its form (a cap) is an answer, too; one
that had to be given up for time or memory is not.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from intake.worker import Worker
from tests.intake.mails import ARRIVED

MB = 1024 * 1024
PEAK = 256 * MB
HEAD = "From: Ann <ann@example.com>\r\nTo: tasks@example.com\r\nSubject: x\r\nMessage-ID: <1@e.example>\r\n"
GIVEN_UP = "too long or too much"


def filled(unit: str, size: int = MB, end: str = "") -> str:
    return (unit * (size // len(unit.encode()) + 1))[:size] + end


def text(unit: str, kind: str = "text/plain") -> bytes:
    head = f"{HEAD}MIME-Version: 1.0\r\nContent-Type: {kind}; charset=utf-8\r\n\r\n"
    return (head + filled(unit, MB - len(head))).encode()


def html(unit: str) -> bytes:
    return text(unit, "text/html")


def text_of_two(opens: str, closes: str) -> bytes:
    times = MB // 2 // (len(opens) + len(closes))  # half of it: more than that of one part is not read
    return html(opens * times + closes * times + " " * (MB // 2))


def field(name: str, unit: str, size: int = MB) -> bytes:
    return f"{name}: {filled(unit, size)}\r\n{HEAD}\r\nbody\r\n".encode()


def encoded(kind: str, encoding: str, unit: str) -> bytes:
    head = f"{HEAD}MIME-Version: 1.0\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    return (head + filled(unit, MB - len(head))).encode("latin-1")


def parts(unit: str, boundary: str = "b") -> bytes:
    head = f"{HEAD}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary={boundary}\r\n\r\n"
    return (head + filled(unit, MB - len(head))).encode()


def deep(levels: int) -> bytes:
    lines = [HEAD + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b0\r\n"]
    lines += [f"--b{n}\r\nContent-Type: multipart/mixed; boundary=b{n + 1}\r\n" for n in range(levels)]
    return ("\r\n".join(lines) + "\r\n" + filled("x" * 70 + "\r\n")).encode()[:MB]


def attached(levels: int) -> bytes:
    inner = HEAD + "\r\n" + filled("Deep words.\r\n", MB - levels * 300)
    for _ in range(levels):
        inner = f"{HEAD}MIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n{inner}"
    return inner.encode()


SHAPES: dict[str, Callable[[], bytes]] = {
    # HTML
    "cells": lambda: html("<td>"),
    "rows and cells": lambda: html("<table><tr><td>a</td>"),
    "nested tags": lambda: html("<div>"),
    "nested blockquotes": lambda: html("<blockquote>x"),
    "nested lists": lambda: html("<ul><li>a"),
    "tables opened, then closed": lambda: text_of_two("<table>", "</table>"),
    "divs opened, then closed": lambda: text_of_two("<div>", "</div>"),
    "quotes opened, then closed": lambda: text_of_two("<blockquote>x", "</blockquote>"),
    "lists opened, then closed": lambda: text_of_two("<ul>", "</ul>"),
    "links opened, then closed": lambda: text_of_two("<a href=x>", "</a>"),
    "struck, then not": lambda: text_of_two("<s>x", "</s>"),
    "pre": lambda: html("<pre>\n"),
    "enriched": lambda: text("<td>", "text/enriched"),
    "open angles": lambda: html("<"),
    "attributes without end": lambda: html('<a href="'),
    "many attributes": lambda: html("<p a=b c=d e='f' "),
    "comments": lambda: html("<!--x"),
    "declarations": lambda: html("<!["),
    "entities": lambda: html("&amp;#x41;&#99999999999;"),
    "scripts": lambda: html("<script>a</script "),
    "styles": lambda: html("<style>p{}</style><p style='display:none'>"),
    "links": lambda: html('<a href="http://e.example/x">y</a> '),
    # text
    "On": lambda: text("On "),
    "On, a line each": lambda: text("On Mon, Nov 30, 2026 at 9:12 AM Ann wrote\r\n"),
    "quotes": lambda: text("> > > > > "),
    "quote lines": lambda: text(">\r\n"),
    "header lines": lambda: text("From: a\r\nSent: b\r\n\r\n"),
    "dates": lambda: text("by Friday 5pm, Dec 4 or 2026-12-04 17:00 PST "),
    "numbers": lambda: text("1234567890 "),
    "card numbers": lambda: text("4539 1488 0343 6467 "),
    "passwords": lambda: text("password: "),
    "tokens": lambda: text("tasks+t42-joy-1-abcdefghijklmnop@example.com "),
    "commands": lambda: text("done\r\n[x] 1\r\neta: Friday\r\n"),
    "list items": lambda: text("1. a\r\n"),
    "one long word": lambda: text("a"),
    "one long line of spaces": lambda: text(" "),
    "empty lines": lambda: text("\r\n"),
    "dashes": lambda: text("-"),
    "underscores": lambda: text("_____\r\n"),
    "combining marks": lambda: text("a\u0301\u0302"),
    "direction marks": lambda: text("\u202e\u2066"),
    "emoji": lambda: text("\U0001f468\u200d\U0001f469\u200d\U0001f467"),
    "NUL": lambda: text("\x00"),
    "flowed": lambda: text("word \r\n", "text/plain; format=flowed"),
    # headers
    "one header of 1 MB": lambda: field("X-Long", "x "),
    "folded header": lambda: field("X-Long", "x\r\n "),
    "many headers": lambda: (filled("X-A: b\r\n") + HEAD + "\r\nbody").encode(),
    "a head without end": lambda: (HEAD + filled("X-A: b\r\n")).encode(),
    "encoded words": lambda: field("Subject", "=?"),
    "encoded words, whole": lambda: field("Subject", "=?utf-8?q?=41?= "),
    "encoded words under the cap": lambda: field("Subject", "=?utf-8?b?QUJD?= ", 15_000),
    "half encoded words under the cap": lambda: field("Subject", "=?utf-8?q?", 15_000),
    "References": lambda: field("References", "<1@e.example> "),
    "References under the cap": lambda: field("References", "<1@e.example> ", 15_000),
    "half References under the cap": lambda: field("References", "<", 15_000),
    "20 000 addresses": lambda: field("Cc", "a@e.example, "),
    "addresses under the cap": lambda: field("Cc", "a@e.example, ", 15_000),
    "comments in addresses": lambda: field("Cc", "(", 15_000),
    "groups": lambda: field("Cc", "g:a@e.example;,", 15_000),
    "backslashes": lambda: field("To", '"\\', 900),
    "From of quotes": lambda: field("From", '"', 1000),
    "verdicts": lambda: field("Authentication-Results", "mx; dmarc=pass (", 15_000),
    "dates in the head": lambda: field("Date", "Mon, ", 15_000),
    "parameters": lambda: field("Content-Type", "text/plain; a*0*=utf-8''x; ", 15_000),
    "Received": lambda: (filled("Received: from a by b;\r\n", 90_000) + HEAD + "\r\nb").encode(),
    # bodies
    "base64 garbage": lambda: encoded("text/plain", "base64", "%$\xff="),
    "base64": lambda: encoded("text/plain", "base64", "QUJD"),
    "base64 lines": lambda: encoded("application/pdf", "base64", "QUJD" * 18 + "\r\n"),
    "equals signs": lambda: encoded("text/plain", "quoted-printable", "="),
    "soft breaks": lambda: encoded("text/plain", "quoted-printable", "=\r\n"),
    "quoted bytes": lambda: encoded("text/html", "quoted-printable", "=3C"),
    "uuencode": lambda: encoded("text/plain", "x-uuencode", "begin 644 a\r\nM" + "A" * 60 + "\r\n"),
    "UTF-16": lambda: encoded("text/plain; charset=utf-16", "8bit", "\xd8\x00"),
    "UTF-7": lambda: encoded("text/plain; charset=utf-7", "7bit", "+AAAA-"),
    "an unknown charset": lambda: encoded("text/plain; charset=x-evil", "8bit", "\xff\xfe"),
    "escapes of ISO-2022": lambda: encoded("text/plain; charset=iso-2022-jp", "7bit", "\x1b$B\x1b(B"),
    # parts
    "boundaries": lambda: parts("--b\r\n"),
    "closed boundaries": lambda: parts("--b--\r\n"),
    "boundary words": lambda: parts("boundary=x; "),
    "dashes for boundaries": lambda: parts("--"),
    "199 parts": lambda: parts("--b\r\nContent-Type: text/plain\r\n\r\n" + "x" * 5300 + "\r\n"),
    "199 alternatives": lambda: parts(
        "--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\n\r\nx\r\n--c\r\n"
        "Content-Type: text/html\r\n\r\n" + "<td>" * 2600 + "\r\n--c--\r\n"
    ),
    "199 html parts": lambda: parts("--b\r\nContent-Type: text/html\r\n\r\n" + "<td>" * 1330 + "\r\n"),
    "many files": lambda: parts("--b\r\nContent-Disposition: attachment; filename=x\r\n\r\ny\r\n"),
    "20 deep": lambda: deep(20),
    "60 deep": lambda: deep(60),
    "attached 19 deep": lambda: attached(19),
    "attached 200 deep": lambda: attached(200),
    "calendars": lambda: text("BEGIN:VEVENT\r\n", "text/calendar"),
    "reports": lambda: text("Final-Recipient: rfc822; a@b\r\n", "message/delivery-status"),
}


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    # Judged by the worker's own two seconds of CPU, which on a free machine is less than its five
    # of wall; on a busy one the wall would judge the machine.
    with Worker(wall_limit=timedelta(seconds=40)) as running:
        yield running


def peak(pid: int) -> int:
    """The most memory that the process ever had in hand, in octets."""
    status = Path(f"/proc/{pid}/status").read_text()
    (line,) = [each for each in status.splitlines() if each.startswith("VmHWM:")]
    return int(line.split()[1]) * 1024


@pytest.mark.parametrize("shape", SHAPES)
def test_the_worst_megabyte_is_read_within_the_limits(worker: Worker, shape: str) -> None:
    raw = SHAPES[shape]()
    assert len(raw) <= MB + 1000
    mail = worker.parse(raw, ARRIVED)
    assert GIVEN_UP not in mail.trouble, mail.trouble
    if worker.pid is not None:
        assert peak(worker.pid) < PEAK
