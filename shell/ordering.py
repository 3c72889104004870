"""`held`: the operator's word on held mail, beside a running daemon or alone."""

from shell import looking
from shell.context import Context
from shell.printing import err, out
from shell.rounds import orders_and_releases
from shell.workshop import open_workshop
from store.lock import running
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
            err(f"Say which mail, for example: ./run held {args.word} H-7. `./run held` lists what is held.")
            return 64
        number = args.held.upper().removeprefix("H-")
        if not number.isdigit() or store.held(int(number)) is None:
            err(f"{args.held} is not held. `./run held` lists what is.")
            return 64
        words = {"word": WORDS[args.word], "held": number}
        if running(path):
            store.leave_order(words, context.clock())
            out(f"Left for the running daemon: {args.word} H-{number}.")
            return 0
    finally:
        store.close()
    return _now(context, words)


def _now(context: Context, words: dict[str, str]) -> int:
    shop = open_workshop(context.config, context.clock)
    try:
        shop.store.leave_order(words, context.clock())
        for answer in orders_and_releases(shop):
            out(f"{answer}. Letters go out when Handoff runs next.")
    finally:
        shop.close()
    return 0
