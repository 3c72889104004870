"""Letters go out by SMTP, one recipient in each transaction."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from outbound.posted import Posted, Result

__all__ = ["Posted", "Poster", "Result", "SmtpSettings"]


@dataclass(frozen=True, slots=True)
class SmtpSettings:
    """One submission server. `security` is "tls" (from the first byte),
    "starttls" (never goes on in clear) or "none" (this machine only). An empty
    `user` means no login. `timeout` is the limit of one step in seconds;
    `dot_timeout` of the answer to the final dot, where RFC 5321 (4.5.3.2.6)
    wants ten minutes, because giving up there may double a letter."""

    host: str
    port: int
    security: str
    user: str = ""
    password: Callable[[], str] = lambda: ""
    ca_file: Path | None = None
    timeout: float = 60.0
    dot_timeout: float = 600.0


class Poster:
    """Posts letters. The connection is kept between posts until `close`."""

    def __init__(self, settings: SmtpSettings) -> None:
        self._settings = settings

    def post(self, envelope_from: str, to: str, raw: bytes) -> Posted:
        """Post one message (CRLF lines) to one recipient. Never raises."""
        raise NotImplementedError

    def check(self) -> Sequence[str]:
        """Log in, send nothing, and say in sentences what works. Raises `Unready`."""
        raise NotImplementedError

    def close(self) -> None:
        """End the connection; the next `post` opens a new one."""
