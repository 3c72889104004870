"""One SMTP transaction: one mail, one recipient, and how far it came.

Before the final dot nothing was taken, and after it nobody can know: so the
dot is sent by itself, and the stage is kept where a broken line leaves it.
"""

import re
from collections.abc import Callable

from outbound.posted import Posted, Result
from outbound.smtp_line import Line, SmtpSettings
from outbound.verdict import Stage, judge, one_line
from wire.addresses import a_labels

SLOW_LINK = 16 * 1024  # bytes a second that a large letter must reach
BARE_EOL = re.compile(rb"\r\n|\r|\n")


class Transaction:
    """One mail to one recipient. `stage` tells how far it came; it reaches DOT
    only when the final dot was handed to the network."""

    def __init__(self, line: Line, settings: SmtpSettings) -> None:
        self._line = line
        self._settings = settings
        self.stage = Stage.MAIL

    def run(self, envelope_from: str, to: str, body: bytes) -> Posted:
        """Carry it out. Raises OSError or SMTPException when the line breaks;
        then `stage` says what that means."""
        line = self._line
        options = _options(line, envelope_from, to, body)
        if trouble := _cannot(line, options, len(body)):
            return Posted(Result.DEAD, 0, trouble)
        steps: tuple[tuple[Stage, tuple[int, ...], Callable[[], tuple[int, bytes]]], ...] = (
            (Stage.MAIL, (250,), lambda: line.mail(_ascii_domain(envelope_from), options)),
            (Stage.RCPT, (250, 251, 252), lambda: line.rcpt(_ascii_domain(to))),
            (Stage.DATA, (354,), lambda: line.docmd("DATA")),
        )
        for stage, expected, step in steps:
            self.stage = stage
            with line.within(self._settings.timeout):
                code, words = step()
            if code not in expected:
                return judge(stage, code, words.decode("utf-8", "replace"))
        return self._send(body)

    def _send(self, body: bytes) -> Posted:
        line, s = self._line, self._settings
        with line.within(s.timeout + len(body) / SLOW_LINK):
            send: Callable[[bytes], None] = line.send
            send(body)
            send(b".\r\n")
        self.stage = Stage.DOT
        line.patience(s.dot_timeout)
        with line.within(s.dot_timeout):
            code, words = line.getreply()
        line.patience(s.timeout)
        said = words.decode("utf-8", "replace")
        return (
            Posted(Result.SENT, code, one_line(said)) if 200 <= code < 300 else judge(self.stage, code, said)
        )


def dotted(raw: bytes) -> bytes:
    """The message as it crosses the line (RFC 5321, section 4.5.2): CRLF at every
    end of line, because a bare one lets a text smuggle in commands, and a dot
    before every line that begins with one. The final dot is not in it."""
    body = BARE_EOL.sub(b"\r\n", raw)
    if not body.endswith(b"\r\n"):
        body += b"\r\n"
    return re.sub(rb"(?m)^\.", b"..", body)


def _cannot(line: Line, options: list[str], octets: int) -> str:
    """One sentence if this server says beforehand that it will not take it."""
    if 0 < line.largest < octets:
        return f"The letter has {octets} bytes, and the server takes at most {line.largest}."
    if "SMTPUTF8" in options and not line.has_extn("smtputf8"):
        return "The address has letters beyond ASCII, which the server cannot write to (RFC 6531)."
    return ""


def _options(line: Line, envelope_from: str, to: str, body: bytes) -> list[str]:
    options = [f"SIZE={len(body)}"] if line.has_extn("size") else []
    if not body.isascii() and line.has_extn("8bitmime"):
        options.append("BODY=8BITMIME")
    if not (_ascii_domain(envelope_from) + _ascii_domain(to)).isascii():
        options.append("SMTPUTF8")
    return options


def _ascii_domain(address: str) -> str:
    local, at, domain = address.rpartition("@")
    return f"{local}{at}{a_labels(domain) or domain}"
