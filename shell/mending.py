"""An address that bounced was mended in the config: seen once, after a start."""

from shell.books import batch_of
from shell.views import view_of
from shell.workshop import Workshop
from tasks.decide import decide
from tasks.intents import Mended


def mend(shop: Workshop) -> None:
    """Let chases go on where nothing arrived and letters have another address
    now. The people are read from the config at start, so once is enough."""
    if shop.mended:
        return
    people = shop.house.people
    cut = (t for t in shop.store.open_tasks() if t.cut_off_at and t.contractor in people)
    numbers = tuple(t.number for t in cut if people[t.contractor].address != t.cut_off_from)
    if numbers:
        now, intent = shop.clock(), Mended(numbers)
        view = view_of(shop.store, shop.house, intent, now)
        shop.store.commit(batch_of(decide(view, intent, now), view, shop.desk, now))
    shop.mended = True
