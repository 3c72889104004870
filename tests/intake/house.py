"""A small house for the tests of proof and route: one owner, two contractors."""

from datetime import UTC, datetime

from intake.mail import InboundMail, RawMail
from tasks.people import House, Person
from wire.addresses import Identity, read_from
from wire.tokens import Keyring, Purpose, message_id, mint, sign, tagged

OWNER, CONTRACTOR = frozenset({"owner"}), frozenset({"contractor"})
HOUSE = House(
    {
        "stephanie": Person(
            "stephanie", "Stephanie Hill", OWNER, ("stephanie@example.com", "steph@example.net")
        ),
        "joy": Person("joy", "Joy Lim", CONTRACTOR, ("joy@example.org", "joy.lim@example.net")),
        "sam": Person("sam", "Sam Ode", CONTRACTOR, ("sam@example.org",)),
    }
)
RING = Keyring({1: b"k" * 32}, current=1)
US = Identity("tasks@example.com")
NOW = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)
BOSS, JOY, SAM = "stephanie@example.com", "joy@example.org", "sam@example.org"
EVIL = "evil@example.edu"
KEY = "0123456789abcdef0123"


def token_address(purpose: Purpose, person: str, number: int = 0) -> str:
    return tagged(US.address, sign(mint(purpose, person, RING, number), RING))


def letter_id(purpose: Purpose, person: str, number: int = 0, key: str = KEY) -> str:
    return message_id(mint(purpose, person, RING, number), key, RING, US.domain)


def mail(
    sender: str = BOSS,
    to: tuple[str, ...] = ("tasks@example.com",),
    cc: tuple[str, ...] = (),
    subject: str = "Fence",
    in_reply_to: str = "",
    references: tuple[str, ...] = (),
    headers: tuple[tuple[str, str], ...] = (),
) -> InboundMail:
    """A parsed mail; `sender` may be a whole From value."""
    read = read_from([sender])
    return InboundMail(
        message_id="<1@client.example>",
        from_addresses=(read[1],) if read else (),
        from_name=read[0] if read else "",
        from_agrees=read is not None,
        to=to,
        cc=cc,
        subject=subject,
        in_reply_to=in_reply_to,
        references=references,
        headers=headers,
    )


def raw(sender: str = BOSS, above: str = "", in_sent: bool = False, whole: bool = True) -> RawMail:
    """The bytes that go with it: `above` are header lines that the road added."""
    text = f"{above}From: {sender}\r\nTo: tasks@example.com\r\nSubject: Fence\r\n\r\nPaint it.\r\n"
    return RawMail(text.encode(), NOW, in_sent=in_sent, whole=whole)
