"""A reply address that stood beside other recipients is no secret any more.

An owner who answers to all shows others the own reply address, and the ids that
say as much. From then on they only tell where a mail belongs; who wrote it needs
another proof. That is committed with the mail that showed it.
"""

from collections.abc import Callable, Mapping

from intake.arrival import Found
from intake.mail import InboundMail, RawMail
from intake.route import other_readers, proofs
from intake.sender import weigh
from shell.workshop import Workshop
from store.port import Store
from tasks.by_address import disowned
from tasks.intents import Sender
from tasks.people import House
from wire.addresses import Identity
from wire.tokens import Purpose, Token

SHOWN = "shown:"  # meta: the owner and the task of a reply address that others have seen


def weighed(shop: Workshop, mail: InboundMail, raw: RawMail) -> Sender:
    """The sender of a mail, with what the store knows of reply addresses shown to others."""
    desk = shop.desk
    return weigh(
        mail, raw, desk.house, desk.ring, desk.identity, shop.trust, shop.txt, shown=shown_before(shop.store)
    )


def shown_before(store: Store) -> Callable[[Token], bool]:
    """Whether others have seen this token of an owner."""
    return lambda token: token.purpose is Purpose.TASK and _is_known(store, token)


def _is_known(store: Store, token: Token) -> bool:
    """Whether others stood beside it, or its owner said that words sent with it were not theirs."""
    return store.meta(_key(token)) is not None or bool(store.slots(disowned(token.person, token.number)))


def shows(shop: Workshop, found: Found) -> Mapping[str, str]:
    """What a mail adds to its batch where an owner's own token stands in it beside
    people who are no owners."""
    mail, sender, identity = found.mail, found.sender, shop.desk.identity
    person = shop.house.people.get(sender.person)
    if person is None or "owner" not in person.roles or not _seen_by_others(mail, shop.house, identity):
        return {}
    tokens = (proof.token for proof in proofs(mail, shop.desk.ring, identity))
    return {_key(t): "1" for t in tokens if t.person == sender.person and t.purpose is Purpose.TASK}


def _seen_by_others(mail: InboundMail, house: House, identity: Identity) -> bool:
    people = [house.person_at(address) for address in other_readers(mail, identity)]
    return any(person is None or "owner" not in person.roles for person in people)


def _key(token: Token) -> str:
    return f"{SHOWN}{token.person}:{token.number}"
