"""What a mail would have its reader fetch is never fetched, and never sent on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from outbound.filters import linked
from tests.hostile.kit import BEN, EVE, JOY, STEPHANIE, Siege, besieged, raw_mail
from tests.shell.office import Got, at, kinds

TRACKER = "trk.example"
REMOTE = """<html><head><link rel=stylesheet href="http://trk.example/a.css"><base href="http://trk.example/">
<meta http-equiv=refresh content="0;url=http://trk.example/m"><style>@import url(http://trk.example/i.css);
body{background:url(http://trk.example/b.png)}</style></head><body background="http://trk.example/bg.png">
<p>WORDS</p><img src="http://trk.example/p.gif" alt="a picture"><img srcset="http://trk.example/2 2x">
<div style="background:url('http://trk.example/d.png')">More words.</div>
<a href="javascript:alert(1)">press</a> <a href="data:text/html,x">here</a> <a href="file:///etc/passwd">now</a>
<a href="&#106;avascript:1">or</a> <a href=" java\tscript:1">else</a> <a href="//trk.example/x">go</a>
<iframe src="http://trk.example/f"></iframe><video poster="http://trk.example/v" src="http://trk.example/w">
</video><svg><image href="http://trk.example/s"/></svg><object data="http://trk.example/o"></object>
<input type=image src="http://trk.example/in"><embed src="http://trk.example/e"><form action="http://trk.example/q">
<button formaction="http://trk.example/q">b</button></form></body></html>"""
HTML = "text/html; charset=utf-8"


@pytest.fixture
def siege(tmp_path: Path) -> Iterator[Siege]:
    with besieged(tmp_path) as opened:
        yield opened
        opened.survived()


def remote(words: str) -> str:
    return REMOTE.replace("WORDS", words)


def clean(letters: list[Got]) -> None:
    """`round` has looked at tags and attributes; here the name itself is looked for."""
    assert letters
    for letter in letters:
        for part in letter.message.walk():
            payload = part.get_payload(decode=True)
            assert not isinstance(payload, bytes) or TRACKER.encode() not in payload
            assert not isinstance(payload, bytes) or b"javascript:" not in payload.lower()


def test_of_a_task(siege: Siege) -> None:
    siege.put(raw_mail(body=remote("Make it by Friday."), kind=HTML))
    letters = siege.round()
    assert kinds(letters) == [("joy", "assignment"), ("stephanie", "receipt")]
    assert "More words." in letters[0].text
    clean(letters)


@pytest.mark.parametrize("words", ["question: which one?", "done", "It goes well.", "blocked: no key"])
def test_of_an_answer(siege: Siege, words: str) -> None:
    assignment, _ = siege.begin()
    head = f"In-Reply-To: {assignment['Message-ID']}"
    proof = "Authentication-Results: mx.example.com; dmarc=pass header.from=example.net"
    raw = raw_mail(JOY, assignment.reply_to, "Re: it", remote(words), kind=HTML, head=head, proof=proof)
    siege.put(raw)
    clean([*siege.round(), *siege.office.pass_time(at(2026, 12, 1, 16))])


def test_of_an_owners_answer_that_is_passed_on(siege: Siege) -> None:
    _, receipt = siege.begin()
    head = f"In-Reply-To: {receipt['Message-ID']}"
    siege.put(raw_mail(STEPHANIE, receipt.reply_to, "Re: it", remote("Please hurry."), kind=HTML, head=head))
    letters = siege.round()
    assert ("joy", "relay") in kinds(letters)
    clean(letters)


@pytest.mark.parametrize("sender", [EVE, "Stephanie Miller <s@evil.example>", STEPHANIE, BEN])
def test_of_held_mail_in_a_knock_and_in_the_digest(siege: Siege, sender: str) -> None:
    siege.put(raw_mail(sender, "tasks@example.com", "Job", remote("Do this by Friday."), kind=HTML, proof=""))
    knocks = siege.round()
    siege.begin()
    clean([*knocks, *siege.office.pass_time(at(2026, 12, 1, 16))])


MARKS = [
    chr(n) for n in (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x61C, 0xFEFF)
]


@pytest.mark.parametrize("mark", MARKS, ids=[f"{ord(mark):04x}" for mark in MARKS])
def test_a_link_ends_before_a_mark_that_nobody_sees(mark: str) -> None:
    """`https://evil.example/<202e>gro.knab` reads as another address."""
    html = str(linked(f"See https://evil.example/{mark}gro.knab now"))
    assert 'href="https://evil.example/"' in html and html.count("href=") == 1


@pytest.mark.parametrize(
    "link", ["javascript:x", "data:text/html,x", "file:///etc", "ftp://x.example", "//x.example"]
)
def test_only_web_addresses_become_links(link: str) -> None:
    assert "href" not in linked(f"See {link} now")
