"""Letters go out by SMTP, one recipient in each transaction.

The post knows on which side of the final dot it stood when something broke:
before it nothing was taken, after it nobody can know. Its callers only look at
the `Result`.
"""

import contextlib
import re
import smtplib
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from outbound.posted import Posted, Result
from outbound.smtp_line import Line, SmtpSettings, Unready, open_line
from outbound.transaction import Transaction, dotted
from outbound.verdict import Stage, judge
from wire.login_gate import LoginGate, in_words

__all__ = ["Posted", "Poster", "Result", "SmtpSettings", "Unready"]

IDLE_FOR = 30.0  # seconds; servers close a line that is quiet for minutes, at their leisure
CLOSED = (0, 421)  # no reply, or a goodbye (RFC 5321, section 3.8): the line is gone
# What ends an SMTP command or an address early.
BREAKS = re.compile(r"[\x00-\x20\x7f<>]")


class Poster:
    """Posts letters. The line is kept between posts until `close`."""

    def __init__(self, settings: SmtpSettings, gate: LoginGate | None = None) -> None:
        self._settings = settings
        self._gate = gate or LoginGate(_uptime)
        self._line: Line | None = None
        self._used = 0.0
        self._last = Posted(Result.RETRY, 0, "The mail server was not asked yet.")

    def post(self, envelope_from: str, to: str, raw: bytes) -> Posted:
        """Post one message (CRLF lines) to one recipient. Raises nothing but what
        the settings' `password` raises.

        A line kept from the letter before may have died meanwhile: then, and
        only before DATA, the letter is tried once more on a new one.
        """
        if trouble := _unsendable(envelope_from, to):
            return Posted(Result.DEAD, 0, trouble)
        kept = self._line is not None and time.monotonic() - self._used < IDLE_FOR
        try:
            posted, stage = self._try(envelope_from, to, raw)
            if kept and stage is Stage.MAIL and posted.code in CLOSED:
                self.close()
                posted, _ = self._try(envelope_from, to, raw)
        except Unready as unready:
            return replace(unready.posted, offered=False)
        return posted

    def check(self) -> Sequence[str]:
        """Log in, send nothing, and say in sentences what works. Raises `Unready`."""
        line, s = self._open(), self._settings
        how = {"tls": "TLS", "starttls": "STARTTLS", "none": "no TLS, this machine only"}[s.security]
        login = f"logged in to {s.host}:{s.port} as {s.user}" if s.user else f"connected to {s.host}:{s.port}"
        limit = f"mails of up to {line.largest // 1_000_000} MB" if line.largest else "mails of any size"
        self.close()
        return [f"SMTP: {login} ({how}).", f"SMTP: the server takes {limit}."]

    def close(self) -> None:
        """End the line; the next `post` opens a new one."""
        line, self._line = self._line, None
        if line is not None:
            # what was taken stays taken, even if QUIT finds nobody
            with contextlib.suppress(OSError, smtplib.SMTPException), line.within(5.0):
                line.quit()
            line.let_go()

    def _open(self) -> Line:
        if self._line is not None and time.monotonic() - self._used < IDLE_FOR:
            return self._line
        self.close()
        if (rest := self._gate.closed_for()) > timedelta():
            detail = f"{self._last.detail.rstrip('.')}. Next try in {in_words(rest)}."
            raise Unready(Posted(self._last.result, self._last.code, detail))
        try:
            self._line = open_line(self._settings)
        except Unready as unready:
            self._last = unready.posted
            refused = unready.posted.result is Result.ACCOUNT and unready.posted.code
            (self._gate.was_refused if refused else self._gate.was_away)()
            raise
        self._gate.was_let_in()
        self._used = time.monotonic()
        return self._line

    def _try(self, envelope_from: str, to: str, raw: bytes) -> tuple[Posted, Stage]:
        """One transaction, and the stage at which it ended."""
        line = self._open()
        work = Transaction(line, self._settings)
        try:
            posted = work.run(envelope_from, to, dotted(raw))
        except (OSError, smtplib.SMTPException) as broken:
            self.close()
            words = f"The mail server went away at {work.stage}: {str(broken).rstrip('.')}."
            return judge(work.stage, 0, words), work.stage
        self._used = time.monotonic()
        if posted.code in CLOSED:
            self.close()
        elif posted.result is not Result.SENT:
            self._reset(line)
        return posted, work.stage

    def _reset(self, line: Line) -> None:
        try:
            with line.within(self._settings.timeout):
                line.rset()
        except (OSError, smtplib.SMTPException):
            self.close()


def _unsendable(envelope_from: str, to: str) -> str:
    """One sentence if an address may not stand in an SMTP command; else ""."""
    if "@" not in to or BREAKS.search(to):
        return f"{to!r} is not an address that letters can go to."
    if envelope_from and BREAKS.search(envelope_from):
        return f"{envelope_from!r} is not an address that letters can come from."
    return ""


def _uptime() -> datetime:
    """A clock for a gate that need not outlive this process."""
    return datetime(2000, 1, 1, tzinfo=UTC) + timedelta(seconds=time.monotonic())
