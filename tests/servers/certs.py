"""A certificate authority of our own, for servers on this machine."""

from dataclasses import dataclass
from pathlib import Path

import trustme


@dataclass(frozen=True, slots=True)
class Certs:
    """Paths: the authority to trust, and the server's chain and key."""

    ca: Path
    chain: Path
    key: Path


def make_certs(directory: Path, *names: str) -> Certs:
    """Issue one certificate for `names` (default: this machine's loopback names)."""
    directory.mkdir(parents=True, exist_ok=True)
    authority = trustme.CA()
    issued = authority.issue_cert(*(names or ("localhost", "127.0.0.1")))
    certs = Certs(directory / "ca.pem", directory / "server.pem", directory / "server.key")
    authority.cert_pem.write_to_path(str(certs.ca))
    certs.chain.write_bytes(b"".join(blob.bytes() for blob in issued.cert_chain_pems))
    certs.key.touch(mode=0o600)
    issued.private_key_pem.write_to_path(str(certs.key))
    return certs
