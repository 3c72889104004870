"""Addresses and hosts as a config may name them.

An address is kept in the form in which mail is compared: lower case, the
domain in its IDNA form (`bücher.example` is `xn--bcher-kva.example`), so that a
look-alike is never taken for the real one.
"""

import re

from settings.readers import scalar

_LOCAL = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}", re.ASCII)
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", re.ASCII)
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


def domain_form(domain: str) -> str | None:
    """The IDNA form of a domain, in lower case; None if it is none."""
    try:
        plain = domain.lower().encode("idna").decode("ascii")
    except UnicodeError:
        return None
    labels = plain.split(".")
    good = len(plain) <= 253 and all(_LABEL.fullmatch(label) for label in labels)
    return plain if good else None


def address_form(written: str) -> str | None:
    """A bare address in the form that is compared (RFC 5321, 4.1.2, without
    quoted local parts); None if it is none."""
    local, at, domain = written.strip().lower().rpartition("@")
    plain = domain_form(domain)
    good = at and plain and "." in plain and _LOCAL.fullmatch(local)
    dots = local.startswith(".") or local.endswith(".") or ".." in local
    return f"{local}@{plain}" if good and not dots else None


def _host(written: str) -> str | None:
    numbers = re.fullmatch(r"[0-9a-f:]{2,39}", written.lower()) and ":" in written
    return written.lower() if numbers else domain_form(written)


def is_loopback(host: str) -> bool:
    """True if the host is this very machine, so that nobody can listen in."""
    return host in LOOPBACK or bool(re.fullmatch(r"127(\.\d{1,3}){3}", host))


def _host_and_port(written: str) -> str | None:
    name, _, port = written.rpartition(":")
    good = _host(name.strip("[]")) and port.isascii() and port.isdigit() and 0 < int(port) < 65536
    return written.lower() if good else None


address = scalar(address_form, "a mail address", "Only the address, without the name: joy@example.com")
host = scalar(_host, "the name of a server", "Only the name, without port or protocol: imap.example.com")
server = scalar(_host_and_port, "a server and its port", "For example 127.0.0.1:5300")
