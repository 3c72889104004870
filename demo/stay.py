"""`./run demo --stay`: the week is over, and a real mail client may take part.

The server stays up, the daemon works as `./run run` does, and the demo's clock
goes on from where the week ended, second by second.
"""

import threading

from demo.cast import ADDRESS, OWNER, PLAYERS
from demo.post import Delivery
from demo.stage import Stage
from shell.printing import out
from shell.working import work


def say_how(stage: Stage) -> None:
    """Print how to reach the server, and what to try."""
    server = stage.server
    out("\nThe server stays up, and the clock of the demo goes on from Friday, 17:00.")
    out("Set up any mail client with one of these people (no TLS, plain login):")
    out(f"  IMAP  {server.host} port {server.imap_port}    SMTP  {server.host} port {server.smtp_port}")
    passwords = {a.user: a.password for a in server.accounts}
    for player in PLAYERS:
        out(f"  {player.address:24} user {player.user:10} password {passwords[player.user]}")
    out(f"  {ADDRESS:24} user {'tasks':10} password {passwords['tasks']}    (the house itself)")
    out("Or from a terminal:")
    out(
        f"  swaks --server {server.host}:{server.smtp_port} --au {OWNER.user} --ap {passwords[OWNER.user]} \\"
    )
    out(f"    --from {OWNER.address} --to tasks+joy@example.test --header 'Subject: Window sign' \\")
    out("    --body 'Please write the words for a window sign. Due Wednesday 5pm.'")
    out("Ctrl-C ends it.\n")


def stay_up(stage: Stage, stop: threading.Event, *, quiet: bool) -> None:
    """Work in real time until `stop` is set; each mail is told as it comes."""
    stage.clock.run()
    if not quiet:
        stage.server.tell(lambda delivery: out(_line(delivery)))
    work(stage.shop, stop)


def _line(delivery: Delivery) -> str:
    at = f"{OWNER.local(delivery.at):%a %H:%M}"
    return f"  {at}  {delivery.sender} -> {delivery.to}"
