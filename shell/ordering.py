"""Orders from the command line, beside a running daemon or with none.

An order is left as a row. A running daemon takes it up in its next round; with
none running it is carried out now.
"""

from collections.abc import Mapping, Sequence

from shell import looking
from shell.context import Context
from shell.keys import load_keys
from shell.printing import err, out
from shell.renewing import KEY, SECRET
from shell.rounds import orders_and_releases
from shell.workshop import open_workshop
from store.lock import running
from store.port import Store
from store.reader import open_reader
from tasks.evolve import evolve

WORDS = {"pass-on": "pass on", "always": "always", "drop": "drop"}
OK, USAGE = 0, 64


def order_held(context: Context) -> int:
    """List held mail, or leave one word about it."""
    args = context.args
    store = open_reader(context.config.store_path / "handoff.db", evolve)
    try:
        if args.word == "list":
            looking.held_mail(store, context.config, json=args.json)
            return OK
        if not args.held:
            err(f"Say which mail: ./run held {args.word} H-7, or an address for all of its mail.")
            err("`./run held` lists what is held.")
            return USAGE
        numbers = _numbers(store, args.held)
        if not numbers:
            err(f"{args.held} is not held. `./run held` lists what is.")
            return USAGE
    finally:
        store.close()
    orders = [{"word": WORDS[args.word], "held": str(number)} for number in numbers]
    return _order(context, orders, f"{args.word} {', '.join(f'H-{number}' for number in numbers)}")


def _numbers(store: Store, held: str) -> list[int]:
    """The held mails that H-7 or a sender's address names; oldest first."""
    if "@" in held:
        return [row.number for row in store.held_rows() if row.address == held.lower()]
    number = held.upper().removeprefix("H-")
    known = number.isdigit() and store.held(int(number)) is not None
    return [int(number)] if known else []


def order_renewal(context: Context) -> int:
    """Leave the order to renew the signing key, or an owner's secret address."""
    args, owners = context.args, [owner.key for owner in context.config.house.owners()]
    ring = load_keys(context.config.key_file, may_make=False)
    if args.what == "key":
        words = {"word": KEY, "leaving": str(ring.current), "at_once": "yes" if args.at_once else ""}
        return _order(context, [words], "renew key")
    if args.person not in owners:
        err(f"Say whose: ./run renew secret-address OWNER. The owners are {', '.join(owners)}.")
        return USAGE
    leaving = str(ring.secret_epoch(args.person))
    words = {"word": SECRET, "person": args.person, "leaving": leaving}
    return _order(context, [words], f"renew secret-address {args.person}")


def _order(context: Context, orders: Sequence[Mapping[str, str]], said: str) -> int:
    path = context.config.store_path / "handoff.db"
    if not running(path):
        return _now(context, orders)
    store = open_reader(path, evolve)
    try:
        for words in orders:
            store.leave_order(words, context.clock())
    finally:
        store.close()
    out(f"Left for the running daemon: {said}.")
    return OK


def _now(context: Context, orders: Sequence[Mapping[str, str]]) -> int:
    shop = open_workshop(context.config, context.clock)
    try:
        for words in orders:
            shop.store.leave_order(words, context.clock())
        for answer in orders_and_releases(shop):
            out(f"{answer}. Letters go out when Handoff runs next.")
    finally:
        shop.close()
    return OK
