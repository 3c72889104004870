"""What stands around the parts of a mail is somebody's words too (RFC 2046, section 5.1.1)."""

import pytest

from shell.safe_copy import safe_copy

MAIL = """From: joy@santos.example
Subject: Scan
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

Dear Mr Zyxwvut, this lies before the first part: é.
--b
Content-Type: multipart/alternative; boundary=c

Zyxwvut again.
--c
Content-Type: text/plain; charset=utf-8

Hello Zyxwvut.
--c--
And Zyxwvut below.
--b--
Yours, Zyxwvut.
"""


@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_words_before_and_after_the_parts_are_replaced(charset: str) -> None:
    copy = safe_copy(MAIL.encode(charset), b"salt")
    assert b"Zyxwvut" not in copy
    assert copy.count(b"\n--") == MAIL.count("\n--")
