"""Whom we believe to be our mail server: one TLS context, and the sentences when it fails.

Mail in and mail out trust alike: a chain to a known authority, the very name
that the config gives, TLS 1.2 or newer. A server that fails one of these gets
neither password nor letter, and people read which of them it was.
"""

import ssl
from functools import lru_cache
from io import BufferedReader
from pathlib import Path
from socket import socket

# What OpenSSL found (x509_vfy.h, X509_V_ERR_...): certificate not yet valid, expired,
# self-signed or without a known issuer, of another host name or address.
_NOT_YET, _EXPIRED = 9, 10
_UNKNOWN = (2, 18, 19, 20, 21)
_OTHER_NAME = (62, 64)

UNSENT = "No password was sent."


class ClearAfterTls(OSError):
    """The server, or somebody between, spoke on in clear after its yes to STARTTLS."""


def trusting(ca_file: Path | None) -> ssl.SSLContext:
    """Return a context that verifies chain and host name, TLS 1.2 or newer.

    `ca_file` (PEM) is added to the authorities of this machine; a changed one
    is read anew. Raises OSError on a file that cannot be read.
    """
    return _kept(ca_file, ca_file.stat().st_mtime_ns if ca_file else 0)


@lru_cache(maxsize=8)
def _kept(ca_file: Path | None, _changed: int) -> ssl.SSLContext:
    """Kept, for reading the machine's authorities takes 70 ms."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if ca_file is not None:
        context.load_verify_locations(cafile=ca_file)
    return context


def refuse_early_words(sock: socket, file: BufferedReader | None) -> None:
    """Raise ClearAfterTls if bytes wait between a yes to STARTTLS and the handshake.

    Nobody may speak there; such bytes would be read as if they had come in TLS
    (RFC 3207, section 6; CVE-2011-0411 and its kin). Does not block.
    """
    if file is not None and has_unread(sock, file):
        raise ClearAfterTls("it spoke on in clear after STARTTLS")


def has_unread(sock: socket, file: BufferedReader) -> bool:
    """Tell whether bytes wait in the buffer of `file` or in its socket. Does not block."""
    limit = sock.gettimeout()
    sock.settimeout(0)
    try:
        return bool(file.peek(1))
    except ssl.SSLWantReadError:
        return False
    finally:
        sock.settimeout(limit)


def why_no_tls(trouble: BaseException, who: str, host: str, section: str) -> str:
    """Return one sentence or two on a connection that TLS did not protect; "" if TLS
    is not to blame. `who` begins the sentence; `section` is the config's
    ("mailbox", "smtp"), for what to do now. Never raises.
    """
    if isinstance(trouble, ssl.SSLCertVerificationError):
        found, fix = _certificate(trouble, host, section)
        return f"{who} could not prove who it is: {found}. {UNSENT} {fix}"
    if isinstance(trouble, ClearAfterTls):
        return (
            f"{who} spoke on in clear after STARTTLS, as somebody between would do. {UNSENT} "
            f"Use {section}.security: tls, or another network."
        )
    if isinstance(trouble, ssl.SSLError):
        return _no_handshake(trouble, who, section)
    return ""


def no_starttls(who: str, section: str) -> str:
    """Say that a server offers no STARTTLS, or somebody between took it out."""
    ports = "993" if section == "mailbox" else "465"
    return (
        f"{who} does not offer STARTTLS, or somebody between took it out. {UNSENT} "
        f"Try {section}.security: tls (port {ports})."
    )


def starttls_refused(who: str, said: str) -> str:
    """Say that a server answered STARTTLS with anything but yes."""
    return f"{who} refused STARTTLS: {said.rstrip('.')}. {UNSENT} It is tried again later."


def _certificate(trouble: ssl.SSLCertVerificationError, host: str, section: str) -> tuple[str, str]:
    match trouble.verify_code:
        case code if code in _OTHER_NAME:
            name = f"its certificate is for another name than {host}"
            return name, f"Write into {section}.host the name that your provider gives."
        case code if code in _UNKNOWN:
            return (
                "its certificate comes from an authority that this machine does not know",
                f"If the server is your own, let {section}.ca_file name its authority; if it is a "
                "provider's, somebody may stand between.",
            )
        case code if code == _EXPIRED:
            return (
                "its certificate has expired",
                "Look at the clock of this machine; if that is right, the server's people must renew it.",
            )
        case code if code == _NOT_YET:
            return "its certificate is not valid yet", "Look at the clock of this machine."
    return str(trouble.verify_message).rstrip("."), "Ask the server's people."


def _no_handshake(trouble: ssl.SSLError, who: str, section: str) -> str:
    if trouble.reason in ("WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE", "PACKET_LENGTH_TOO_LONG"):
        starttls = "143" if section == "mailbox" else "587"
        return (
            f"{who} does not speak TLS on this port. {UNSENT} If it is port {starttls}, use "
            f"{section}.security: starttls."
        )
    reason = (trouble.reason or "the handshake broke off").replace("_", " ").lower()
    return f"{who} and this machine agreed on no TLS: {reason}. {UNSENT}"
