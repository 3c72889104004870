"""A secret address that others have seen is secret no more, and is renewed.

The owner is told in the digest, and reads the new one by `./run check`: an
address that is worth renewing is not sent around by mail.
"""

import logging
from dataclasses import replace

from intake.mail import InboundMail
from intake.sender import secret_seen
from shell.keys import renew_secret
from shell.remarks import kept
from shell.workshop import Workshop
from store.port import Batch
from tasks.letters import Remark

log = logging.getLogger("handoff")
TOLD = (
    'Your secret address stood beside other recipients in "{}", so it has to be a new one.'
    " `./run check` shows the one that counts."
)
NOT_YET = "Your secret address could not be renewed ({}): whoever saw it can open tasks as you."


def renew_if_seen(shop: Workshop, mail: InboundMail) -> None:
    """Renew it, told first: killed in between, the mail is read again, and the
    owner is told twice rather than never. An old one is no address any more,
    so one mail renews it once."""
    owner = secret_seen(mail, shop.desk.ring, shop.desk.identity)
    if owner not in shop.house.people:
        return
    now = shop.clock()
    try:
        shop.store.commit(Batch(remarks=(kept(now, Remark(owner, TOLD.format(mail.subject[:80]))),)))
        ring = renew_secret(shop.config.key_file, shop.desk.ring, owner)
    except OSError as trouble:
        words = NOT_YET.format(trouble.strerror)
        shop.store.commit(Batch(remarks=(kept(now, Remark(owner, words)),)))
        log.warning(
            "the secret address of %s was seen by others and could not be renewed: %s", owner, trouble
        )
        return
    shop.desk = replace(shop.desk, ring=ring)
    log.info("renewed the secret address of %s: it stood beside other recipients", owner)
