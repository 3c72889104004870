"""What changed in the config about people who have open tasks: an address that bounced
was mended, or somebody is there no more. Seen once, after a start."""

from shell.books import batch_of
from shell.views import view_of
from shell.workshop import Workshop
from tasks.decide import decide
from tasks.gone import gone_slot, has_left
from tasks.intents import Mended
from tasks.model import Task


def mend(shop: Workshop) -> None:
    """Let chases go on where nothing arrived and letters have another address
    now; tell whose contractor is gone. The people are read from the config at start, so once is enough."""
    if shop.mended:
        return
    people = shop.house.people
    cut = (t for t in shop.store.open_tasks() if t.cut_off_at and t.contractor in people)
    numbers = tuple(t.number for t in cut if people[t.contractor].address != t.cut_off_from)
    gone = tuple(t.number for t in shop.store.open_tasks() if has_left(t, shop.house) and not _told(shop, t))
    if numbers or gone:
        now, intent = shop.clock(), Mended(numbers, gone)
        view = view_of(shop.store, shop.house, intent, now)
        shop.store.commit(batch_of(decide(view, intent, now), view, shop.desk, now))
    shop.mended = True


def _told(shop: Workshop, task: Task) -> bool:
    return gone_slot(task) in shop.store.slots(gone_slot(task))
