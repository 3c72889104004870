"""`held`: the operator's word on held mail, beside a running daemon or alone."""

from shell import looking
from shell.context import Context
from shell.printing import err, out
from shell.rounds import orders_and_releases
from shell.workshop import open_workshop
from store.lock import running
from store.port import Store
from store.reader import open_reader
from tasks.evolve import evolve

WORDS = {"pass-on": "pass on", "always": "always", "drop": "drop"}


def order_held(context: Context) -> int:
    """List held mail, or leave one word about it. A running daemon takes the
    order up in its next round; with none running it is carried out now."""
    args, path = context.args, context.config.store_path / "handoff.db"
    store = open_reader(path, evolve)
    try:
        if args.word == "list":
            looking.held_mail(store, context.config, json=args.json)
            return 0
        if not args.held:
            err(f"Say which mail: ./run held {args.word} H-7, or an address for all of its mail.")
            err("`./run held` lists what is held.")
            return 64
        numbers = _numbers(store, args.held)
        if not numbers:
            err(f"{args.held} is not held. `./run held` lists what is.")
            return 64
        orders = [{"word": WORDS[args.word], "held": str(number)} for number in numbers]
        if running(path):
            for words in orders:
                store.leave_order(words, context.clock())
            tags = ", ".join(f"H-{number}" for number in numbers)
            out(f"Left for the running daemon: {args.word} {tags}.")
            return 0
    finally:
        store.close()
    return _now(context, orders)


def _numbers(store: Store, held: str) -> list[int]:
    """The held mails that H-7 or a sender's address names; oldest first."""
    if "@" in held:
        return [row.number for row in store.held_rows() if row.address == held.lower()]
    number = held.upper().removeprefix("H-")
    known = number.isdigit() and store.held(int(number)) is not None
    return [int(number)] if known else []


def _now(context: Context, orders: list[dict[str, str]]) -> int:
    shop = open_workshop(context.config, context.clock)
    try:
        for words in orders:
            shop.store.leave_order(words, context.clock())
        for answer in orders_and_releases(shop):
            out(f"{answer}. Letters go out when Handoff runs next.")
    finally:
        shop.close()
    return 0
