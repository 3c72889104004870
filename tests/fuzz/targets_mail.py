"""Targets: everything that reads the bytes of a mail, before anybody is believed."""

import email
import re
from contextlib import suppress

from intake.authres import parse as parse_results
from intake.authres import raw_fields, verdict
from intake.body import read_body
from intake.bounce import read_report
from intake.decode import header_text, one_line, text_of
from intake.dkim_check import dkim_check
from intake.guard import check_raw, head_of
from intake.html import text_of_html
from intake.html_answers import announced, text_with_answers
from intake.kind_away import back_at
from intake.labels import safe_label
from intake.ledgerkey import ledger_key, signed_key
from intake.parse import parse
from intake.parse_addresses import plain_address, read_addresses
from intake.parse_head import parse_head
from intake.worker_frames import answer_frame, read_answer, read_request, request_frame
from shell.safe_copy import safe_copy
from tests.fuzz import holding
from tests.fuzz.holding import check
from tests.fuzz.target import NOON, Target, parted, raw_text
from tests.fuzz.target import text_of as plain_text
from wire.addresses import bare, display, read_from
from wire.encoded import decode_words, encode_words

_HALVES = re.compile("[\ud800-\udfff]")


def _parse(data: bytes) -> None:
    """Parsed, sound, and the same on the other side of the worker's pipe."""
    found = parse(data, NOON)
    holding.mail(found)
    check(read_answer(answer_frame(found)[8:]) == found, "another mail came out of the pipe")
    check(read_request(request_frame(data, NOON)[8:]) == (data, NOON), "another mail went in")


def _head(data: bytes) -> None:
    holding.mail(parse_head(data, NOON, "too large"))
    check(data.startswith(head_of(data)), "a head from elsewhere")
    holding.one_line(check_raw(data) or "")


def _header(data: bytes) -> None:
    holding.writable(header_text(data), text_of(data), text_of(data[8:], plain_text(data[:8])))
    holding.one_line(one_line(header_text(data), 120), 120)


def _words(data: bytes) -> None:
    text = raw_text(data)
    decode_words(text)
    words = encode_words(text)
    check(all(len(word) <= 62 and word.isascii() and word.isprintable() for word in words), "words", words)
    check(decode_words(" ".join(words)) == _HALVES.sub("\ufffd", text), "not what was encoded", text)


def _addresses(data: bytes) -> None:
    for name, address in read_addresses(data):
        holding.one_line(name)
        holding.address(address)
    if plain := plain_address(data):
        check([each for _, each in read_addresses(data)] == [plain], "two readings", data)


def _from(data: bytes) -> None:
    """One address, in its normal form; and what we write of it reads back."""
    values = [raw_text(each) for each in data.split(b"\xfe")[:3]]
    found = read_from(values)
    if found is None:
        return
    name, address = found
    holding.one_line(name)
    check(len(values) == 1 and bare(address) == address, "not one normal address", found)
    again = read_from([display(name, address)])
    check(again is None or again[1] == address, "another address was written", (found, again))


def _results(data: bytes) -> None:
    """One result in parts, and the verdict on a whole mail's."""
    found = parse_results(raw_text(data))
    check(found is None or found.authserv_id == found.authserv_id.lower(), "an id", found)
    fields = raw_fields(data, "authentication-results")
    check(all("\n" not in field for field in fields), "a folded field", fields)
    said = verdict(fields, "mx.example.com", "joy@example.net")
    check(said in ("pass", "fail", "none"), "a verdict", said)
    if said == "pass":
        check("mx.example.com" in fields[0].lower() and "pass" in fields[0].lower(), "from nowhere", fields)
    verdict([raw_text(data)], "", "joy@example.net", topmost_without_id=True)


def _dkim(data: bytes) -> None:
    """The mail, and the key record that its signer's DNS gives, both from the sender."""
    mail, record = parted(data)
    check(dkim_check(mail, "joy@example.net", NOON, lambda _: record) in ("pass", "none"), "a verdict")


def _html(data: bytes) -> None:
    html = plain_text(data)
    text = text_of_html(html)
    holding.writable(text, text_with_answers(html, "red"), text_with_answers(html, "any"))
    check(announced(html) == announced(html), "two colours")


def _bounce(data: bytes) -> None:
    with suppress(ValueError, LookupError, AttributeError, TypeError, AssertionError):
        message = email.message_from_bytes(data)  # what it raises is held by `parse`
    if check_raw(data) is None:
        report = read_report(message, read_body(message))
        for line in (report.recipient, report.status, report.reason, *report.original_ids):
            holding.one_line(line)


def _away(data: bytes) -> None:
    back = back_at(plain_text(data), NOON)
    check(back is None or (back.tzinfo is not None and back.date() >= NOON.date()), "back before today", back)


def _label(data: bytes) -> None:
    for text in (raw_text(data), plain_text(data)):
        holding.label(safe_label(text_of(text.encode("utf-8", "surrogateescape"))))


def _keys(data: bytes) -> None:
    """The road and its line ends make no other mail; another body does."""
    key = ledger_key(data)
    if b"\r\r\n" not in data:  # which no road carries (RFC 5321, section 2.3.8)
        check(key == ledger_key(data.replace(b"\r\n", b"\n")), "line ends made another mail")
    check(
        key == ledger_key(b"Received: from x\r\n\tby y\r\n" + data) or data[:1] in (b" ", b"\t"), "the road"
    )
    check(len(signed_key(data)) in (0, 64), "a signed key")


def _answer(data: bytes) -> None:
    """A worker that was taken over says anything at all."""
    with suppress(ValueError, KeyError, TypeError, AttributeError):
        read_answer(data)


def _copy(data: bytes) -> None:
    """The anonymiser: what it writes is a mail again, or it says that it cannot."""
    if check_raw(data) is None:
        with suppress(ValueError, LookupError, AttributeError, RecursionError):
            holding.mail(parse(safe_copy(data, b"salt"), NOON))


_ROWS = (
    ("parse", _parse, "mail"),
    ("head", _head, "mail"),
    ("header", _header, "header"),
    ("words", _words, "header"),
    ("addresses", _addresses, "address"),
    ("from", _from, "address"),
    ("results", _results, "results"),
    ("dkim", _dkim, "dkim"),
    ("html", _html, "html"),
    ("bounce", _bounce, "mail"),
    ("away", _away, "text"),
    ("label", _label, "name"),
    ("ledger", _keys, "mail"),
    ("answer", _answer, "answer"),
    ("copy", _copy, "mail"),
)
MAIL = tuple(Target(*row) for row in _ROWS)
