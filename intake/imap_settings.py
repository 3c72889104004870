"""How to reach an IMAP server, and what would be unsafe to try.

Everything else in this room takes a checked `ImapSettings`: no unverified TLS
and no password in clear beyond this machine.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from wire.hosts import is_loopback

SECURITY = ("tls", "starttls", "none")


@dataclass(frozen=True, slots=True)
class ImapSettings:
    """One mailbox. `security` is "tls" (from the first byte), "starttls" (never
    goes on in clear) or "none" (this machine only). `password` is asked at each
    login, so that a command or file may change it. `sent` is a folder name,
    "auto" to look for it, or "" for none. `ca_file` is added to the trusted
    authorities. `timeout` is the limit of one command in seconds. `account`
    names the mailbox in the ledger; the user's name if empty."""

    host: str
    port: int
    security: str
    user: str
    password: Callable[[], str]
    folder: str = "INBOX"
    sent: str = "auto"
    account: str = ""
    ca_file: Path | None = None
    idle: bool = True
    timeout: float = 60.0

    @property
    def name(self) -> str:
        """The account as the ledger knows it."""
        return self.account or self.user


def why_unsafe(settings: ImapSettings) -> str:
    """One sentence if these settings would show the password; else ""."""
    if settings.security not in SECURITY:
        return f'The IMAP security is "{settings.security}", but must be one of {", ".join(SECURITY)}.'
    if settings.security == "none" and not is_loopback(settings.host):
        return (
            f'IMAP without TLS is allowed on this machine only, and "{settings.host}" is another. '
            "Use tls (port 993) or starttls (port 143)."
        )
    return ""
