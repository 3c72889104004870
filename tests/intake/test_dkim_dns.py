"""Looking up a DKIM key, at a name server of the test's own."""

import socket
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from dnslib import QTYPE, RR, TXT
from dnslib.server import BaseResolver, DNSLogger, DNSServer

from intake.dkim_check import TxtLookup, dkim_check, dns_txt
from tests.intake.signing import record, sign
from tests.intake.test_dkim import BOSS, NOW, written

RECORDS = {
    "key1._domainkey.example.com.": [record()],
    "twice._domainkey.example.com.": [record(), record(before="t=s; ")],
    "beside._domainkey.example.com.": [b"v=spf1 -all", record()],
    "other._domainkey.example.com.": [b"v=spf1 -all"],
}


class Zone(BaseResolver):  # type: ignore[misc]  # untyped library
    """Answers TXT questions from the table; long records in pieces of 255 octets."""

    def resolve(self, request: RR, handler: object) -> RR:
        reply = request.reply()
        for octets in RECORDS.get(str(request.q.qname), []):
            pieces = [octets[i : i + 255] for i in range(0, len(octets), 255)]
            reply.add_answer(RR(request.q.qname, QTYPE.TXT, rdata=TXT(pieces)))
        return reply


@pytest.fixture(scope="module")
def lookup() -> Iterator[TxtLookup]:
    server = DNSServer(Zone(), address="127.0.0.1", port=0, logger=DNSLogger("-request,-reply"))
    server.start_thread()
    yield dns_txt(server=("127.0.0.1", server.server.server_address[1]))
    server.stop()
    server.server.server_close()


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("key1._domainkey.example.com", record()),
        ("beside._domainkey.example.com", record()),
        ("twice._domainkey.example.com", None),
        ("other._domainkey.example.com", None),
        ("none._domainkey.example.com", None),
        ("", None),
        ("..", None),
        ("a" * 64 + ".example.com", None),
    ],
)
def test_the_one_key_of_a_name(lookup: TxtLookup, name: str, found: bytes | None) -> None:
    assert lookup(name) == found


def test_a_mail_is_proven_by_a_key_from_dns(lookup: TxtLookup) -> None:
    assert dkim_check(sign(written(), NOW), BOSS, NOW, lookup) == "pass"


def test_a_silent_name_server_costs_its_limit_and_no_more() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as silent:
        silent.bind(("127.0.0.1", 0))
        lookup = dns_txt(timedelta(seconds=0.3), silent.getsockname())
        began = time.monotonic()
        assert lookup("key1._domainkey.example.com") is None
        assert time.monotonic() - began < 2
