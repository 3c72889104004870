"""Looking up our own letters and mails for the steps that place a mail."""

from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message

from intake.mail import InboundMail
from store.port import OutboxRow, Store
from tasks.intents import LetterRef
from wire.addresses import Identity
from wire.tokens import Keyring, read_message_id

_TASKS = 5  # of which the newest letter is looked at


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


def words_of_letters(store: Store, person: str, task: int) -> str:
    """The words of our newest letters to a person: about this task, about no
    single one, and about their newest open ones."""
    newest = [t.number for t in store.open_tasks_of(person)][-_TASKS:]
    refs = (store.last_letter(person, number) for number in dict.fromkeys((task, 0, *newest)))
    rows = (store.outbox_row(ref.key) for ref in refs if ref)
    return "\n".join(text_of(message_from_bytes(row.raw)) for row in rows if row)


def text_of(message: Message) -> str:
    """The text part of one of our own letters."""
    for part in message.walk():
        if part.get_content_type() == "text/plain" and not part.get_filename():
            payload = part.get_payload(decode=True)
            assert isinstance(payload, bytes)
            return payload.decode("utf-8", "replace").replace("\r\n", "\n")
    return ""
