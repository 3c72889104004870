"""Which hosts are this very machine: the only ones a password goes to in clear."""

import ipaddress


def is_loopback(host: str) -> bool:
    """True for localhost and literal loopback addresses (RFC 6761, section 6.3)."""
    if host.rstrip(".").lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
