"""Whether a mail was copied already, by a try whose answer never came.

A server without MOVE copies first and marks afterwards; cut off in between, a
second copy would be made. So the target folder is looked into before: the same
size and the same header block are the same mail.
"""

from collections.abc import Sequence
from datetime import datetime

from intake.imap_gateway import CommandRefused, ImapGateway, Selected
from intake.imap_scan import HEADER_LIMIT, SIZE, day

LOOK = ["RFC822.SIZE", "INTERNALDATE"]
HEAD, HEAD_KEY = f"BODY.PEEK[HEADER]<0.{HEADER_LIMIT}>", b"BODY[HEADER]<0>"


def lying_there(gateway: ImapGateway, selected: Selected, uids: Sequence[int], target: str) -> set[int]:
    """Of these mails of the selected folder, those that lie in `target` too. The
    folder is selected again at the end; raises `CommandRefused` if it was
    numbered anew meanwhile."""
    looked = gateway.fetch(uids, LOOK) if uids else {}
    sizes = {uid: answer.get(SIZE) for uid, answer in looked.items()}
    dates = [at for a in looked.values() if isinstance(at := a.get(b"INTERNALDATE"), datetime)]
    if not dates:
        return set()
    heads = _heads(gateway, uids)
    gateway.select(target, readonly=True)
    there = gateway.search("SINCE", day(min(dates)))
    same = [
        u for u, a in (gateway.fetch(there, LOOK) if there else {}).items() if a.get(SIZE) in sizes.values()
    ]
    twins = set(_heads(gateway, same).values())
    if gateway.select(selected.name).uidvalidity != selected.uidvalidity:
        raise CommandRefused(f'{gateway.who()} numbered the folder "{selected.name}" anew.')
    return {uid for uid, head in heads.items() if head in twins}


def _heads(gateway: ImapGateway, uids: Sequence[int]) -> dict[int, object]:
    answers = gateway.fetch(uids, [HEAD]) if uids else {}
    return {uid: answer[HEAD_KEY] for uid, answer in answers.items() if HEAD_KEY in answer}
