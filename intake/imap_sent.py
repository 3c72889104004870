"""Which of our own letters lie in the Sent folder of the account.

Providers that keep there what they send are the only witness of a letter that
went out while the line broke. The question holds our own Message-IDs only.
"""

from collections.abc import Sequence

from intake.imap_gateway import ImapGateway

ITEM, KEY = "BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]", b"BODY[HEADER.FIELDS (MESSAGE-ID)]"
LOOKED_AT = 20  # mails; a server that ignores HEADER names them all


def lying_in_sent(gateway: ImapGateway, message_ids: Sequence[str]) -> frozenset[str] | None:
    """Those of these Message-IDs that lie in the Sent folder; None where there
    is no such folder. Raises `ServerAway`."""
    sent = gateway.sent()
    if not sent:
        return None
    gateway.select(sent, readonly=True)
    return frozenset(mid for mid in message_ids if _lies_here(gateway, mid))


def _lies_here(gateway: ImapGateway, message_id: str) -> bool:
    """Whether the selected folder holds it. The search is not believed alone."""
    found = gateway.search("HEADER", "Message-ID", message_id)[-LOOKED_AT:]
    answers = gateway.fetch(found, [ITEM]) if found else {}
    fields = (answer.get(KEY) for answer in answers.values())
    return any(isinstance(field, bytes) and message_id.encode() in field for field in fields)
