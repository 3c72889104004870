"""Addresses and hosts as a config may name them.

An address is kept in the very form in which mail is compared, so that a
look-alike is never taken for the real one.
"""

import re
from ipaddress import ip_address

from settings.readers import scalar
from wire.addresses import a_labels, bare


def address_form(written: str) -> str | None:
    """The normal form of an address; None if it is none. A domain without a
    dot is a slip of the pen, but for localhost."""
    plain = bare(written)
    domain = plain.rpartition("@")[2] if plain else ""
    return plain if "." in domain or domain == "localhost" else None


def _host(written: str) -> str | None:
    numbers = re.fullmatch(r"[0-9a-f:]{2,39}", written.lower()) and ":" in written
    return written.lower() if numbers else a_labels(written)


def _address_and_port(written: str) -> tuple[str, int] | None:
    name, _, port = written.rpartition(":")
    try:
        number = str(ip_address(name.removeprefix("[").removesuffix("]")))
    except ValueError:
        return None
    good = re.fullmatch(r"[0-9]{1,5}", port) and 0 < int(port) < 65536
    return (number, int(port)) if good else None


address = scalar(address_form, "a mail address", "Only the address, without the name: joy@example.com")
host = scalar(_host, "the name of a server", "Only the name, without port or protocol: imap.example.com")
server = scalar(_address_and_port, "the address of a server and its port", "For example 127.0.0.1:5300")
