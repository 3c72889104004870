"""Looking up our own letters and mails for the steps that place a mail."""

from dataclasses import dataclass

from intake.mail import InboundMail
from store.port import OutboxRow, Store
from tasks.intents import LetterRef
from wire.addresses import Identity
from wire.tokens import Keyring, read_message_id


@dataclass(frozen=True, slots=True)
class StoreLookups:
    """What `route` asks, answered by the store."""

    store: Store

    def letter(self, key: str) -> LetterRef | None:
        return self.store.letter(key)

    def task_of_mail(self, mid: str) -> tuple[int, str] | None:
        found = self.store.task_of_mail(mid)
        return (found.task, found.person) if found else None

    def last_letter(self, person: str, task: int) -> LetterRef | None:
        return self.store.last_letter(person, task)


def letter_behind(mail: InboundMail, store: Store, ring: Keyring, identity: Identity) -> OutboxRow | None:
    """The letter a delivery report is about: believed only if it carries a
    Message-ID that we signed and a letter that we wrote, and none of another task."""
    ids = dict.fromkeys((*mail.report.original_ids, mail.in_reply_to, *mail.references))
    signed = (read_message_id(mid, ring, identity.domain) for mid in ids)
    found = [row for each in signed if each and (row := store.outbox_row(each[1]))]
    return found[0] if len({row.ref.task for row in found}) == 1 else None
