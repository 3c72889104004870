"""Little TLS servers with certificates that are right or wrong in one way."""

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import trustme

from tests.servers.certs import Certs, make_certs
from tests.servers.scripted import Talk

WRONG = ("wrong name", "wrong authority", "self-signed", "expired", "not yet valid")


def certs_of(kind: str, directory: Path) -> Certs:
    """Certificates for localhost, wrong in the way that `kind` says, or right
    ("good"). `ca` is the authority that the client is told to trust."""
    if kind == "wrong name":
        return make_certs(directory, "imap.elsewhere.example")
    own = make_certs(directory)
    if kind == "wrong authority":
        other = make_certs(directory / "other")
        return Certs(other.ca, own.chain, own.key)
    if kind == "self-signed":
        return _self_signed(directory)
    if kind in ("expired", "not yet valid"):
        return _at_another_time(kind, directory)
    return own


def _at_another_time(kind: str, directory: Path) -> Certs:
    now = datetime.now(UTC)
    day = timedelta(days=1)
    begins, ends = (now - 9 * day, now - day) if kind == "expired" else (now + day, now + 9 * day)
    authority = trustme.CA()
    issued = authority.issue_cert("localhost", "127.0.0.1", not_before=begins, not_after=ends)
    certs = Certs(directory / "ca.pem", directory / "server.pem", directory / "server.key")
    authority.cert_pem.write_to_path(str(certs.ca))
    certs.chain.write_bytes(b"".join(blob.bytes() for blob in issued.cert_chain_pems))
    issued.private_key_pem.write_to_path(str(certs.key))
    return certs


def _self_signed(directory: Path) -> Certs:
    """A server that shows an authority's own certificate as its own."""
    root = trustme.CA()
    certs = Certs(directory / "ca.pem", directory / "self.pem", directory / "self.key")
    root.cert_pem.write_to_path(str(certs.chain))
    root.private_key_pem.write_to_path(str(certs.key))
    return certs


def in_tls(talk: Talk, certs: Certs) -> Talk:
    """The same connection, from here on in TLS. Raises OSError where the client leaves."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certs.chain, certs.key)
    return Talk(context.wrap_socket(talk.sock, server_side=True))
