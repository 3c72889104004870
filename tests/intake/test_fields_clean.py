"""Controls inside a field's value: what is shown of it later is one line, or nothing."""

import pytest

from intake.parse import parse
from intake.parse_addresses import read_addresses
from tests.intake.mails import ARRIVED, raw, read


def test_an_address_with_a_control_is_none() -> None:
    """It can be nobody's, and would stand in a digest and in the log."""
    mail = read("controls-in-fields")
    assert mail.from_addresses == ()
    assert not mail.from_agrees
    assert mail.cc == ("ben@third.example",)


def test_the_labels_of_a_part_are_one_line() -> None:
    (part,) = read("controls-in-fields").parts
    assert (part.media_type, part.content_id) == ("image/p ng", "[31mone")


@pytest.mark.parametrize(
    "mark", ["\x7f", "\x80", "\x9f", "\x1b", "\u202e", "\u2066", "\u200b", "\ufeff", "\u00ad"]
)
def test_no_mark_that_nobody_sees_stands_in_an_address(mark: str) -> None:
    assert read_addresses(f"Eve <e{mark}ve@evil.example>".encode()) == []
    assert read_addresses(f"eve@ev{mark}il.example, joy@example.net".encode()) == [("", "joy@example.net")]


@pytest.mark.parametrize(
    "mark", [b"\x00", b"\x1b", b"\x7f", b"\xc2\x9f", "\u202e".encode(), "\u200b".encode()]
)
def test_no_mark_that_nobody_sees_stands_in_a_bounce(mark: bytes) -> None:
    """Whoever can write a bounce chooses the recipient that the owner is told of."""
    octets = raw("bounce-standard")
    report = parse(octets.replace(b"joy@santos", b"jo" + mark + b"y@santos"), ARRIVED).report
    assert report.recipient.isprintable()
    assert "@santos.example" in report.recipient
    report = parse(octets.replace(b"<t42.letter@", b"<t42." + mark + b"letter@"), ARRIVED).report
    assert all(each.isprintable() for each in report.original_ids)
