"""The cases of tests/intake/cases, set out as whole mails, and whether they are read as they should be."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from intake.parse import parse
from tests.intake.mails import ARRIVED

CASES = Path(__file__).parent / "cases"
HEAD = (
    ("From", "Joy Santos <joy@y.example>"),
    ("To", "tasks@x.example"),
    ("Date", "Mon, 02 Mar 2026 16:00:00 +0000"),
    ("Message-ID", "<answer.1@y.example>"),
    ("Subject", "Re: [T-42] Sign"),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=utf-8"),
)
NOTE = "Joy, please make him an offer.\n\nThanks"
BILL = "Bill Client <bill@client.example>"
TITLE = "Sign for the van"
WHEN = "Wed, 25 Feb 2026 15:51:30 +0100"
WORDS = "Hello,\nhow much is a sign for our van?\n\nBill"
# How programs set out what they pass on: {title}, and the words for from, date, to and subject: f, d, t, s.
SHAPES = {
    "apple": "> {title}\n> \n> {f}: {bill}\n> {s}: {subject}\n> {d}: {when}\n> {t}: ann@x.example\n> \n"
    "{marked}",
    "outlook": "________________________________\n{f}: {bill}\n{d}: {when}\n{t}: Ann <ann@x.example>\n"
    "{s}: {subject}\n\n{words}",
    "gmail": "---------- {title} ---------\n{f}: {bill}\n{d}: {when}\n{s}: {subject}\n"
    "{t}: <ann@x.example>\n\n\n{words}",
    "thunderbird": "-------- {title} --------\n{s}: \t{subject}\n{d}: \t{when}\n{f}: \t{bill}\n"
    "{t}: \tann@x.example\n\n\n\n{words}",
    "yahoo": "   ----- {title} ----- {f}: {bill}{t}: \"ann@x.example\" <ann@x.example>{d}: {when}"
    "{s}: {subject}\n{words}",
    "mailru": "-------- {title} --------\n{f}: {bill}\n{t}: ann@x.example\n{d}: {when}\n"
    "{s}: {subject}\n\n{words}",
    "zoho": "============ {title} ============\n{f} : {bill}\n{t} : <ann@x.example>\n{d} : {when}\n"
    "{s} : {subject}\n============ {title} ============\n\n{words}",
    "proton": "------- {title} -------\n{f}: {bill}\n{d}: {when}\n{s}: {subject}\n"
    "{t}: ann@x.example\n\n{words}",
    "ionos": "> ---------- {title} ----------\n> {f}: {bill}\n> {t}: ann@x.example\n> {d}: {when}\n"
    "> {s}: {subject}\n> \n{marked}",
    "wrote": "{title}\n\n{words}",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A mail and what is to be read in it: `kind` and what the rest of its line and its lines say."""

    name: str
    raw: bytes
    kind: str
    want: str


def rows(name: str) -> Iterator[Row]:
    """The cases of cases/<name>.txt."""
    text = (CASES / f"{name}.txt").read_text(encoding="utf-8")
    yield from _forwards(text) if name == "forwards" else _blocks(text)


def _blocks(text: str) -> Iterator[Row]:
    for block in text.split("\n=== ")[1:]:
        name, _, rest = block.partition("\n")
        mail, _, wanted = rest.partition("\n=> ")
        kind, _, lines = wanted.partition("\n")
        head, _, body = mail.partition("\n\n") if not mail.startswith("\n") else ("", "", mail[1:])
        if kind == "reply":
            yield Row(name, _mail(head, body), kind, lines)
        else:
            yield Row(name, _mail(head, body), kind, "")


def _forwards(text: str) -> Iterator[Row]:
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        shape, prefix, title, f, d, t, s = (part.strip() for part in line.split("|"))
        marked = "\n".join(f"> {each}" for each in WORDS.split("\n"))
        body = SHAPES[shape].format(
            title=title, f=f, d=d, t=t, s=s, bill=BILL, when=WHEN, subject=TITLE, words=WORDS, marked=marked
        )
        raw = _mail(f"Subject: {prefix} {TITLE}", f"{NOTE}\n\n{body}\n")
        yield Row(f"{shape}: {title or f}", raw, "forward", NOTE)


def _mail(head: str, body: str) -> bytes:
    given = {line.partition(":")[0].lower() for line in head.splitlines()}
    more = "".join(f"{name}: {value}\n" for name, value in HEAD if name.lower() not in given)
    return f"{more}{head}\n\n{body}\n".replace("\n\n\n\n", "\n\n\n", 1).encode()


def found(row: Row) -> str:
    """What is read in the mail, in the words of the case; equal to `wanted` where it is right."""
    mail = parse(row.raw, ARRIVED)
    if row.kind == "reply":
        return _squeezed(mail.words.text)
    if row.kind == "forward":
        forward = mail.words.forward
        return f"{forward.sender} {_squeezed(forward.note)}" if forward else "no forward"
    report, back = mail.report, mail.away_until
    parts = {
        "bounce": [report.recipient, report.reason],
        "delay": [report.recipient],
        "away": [back.date().isoformat() if back else ""],
    }.get(mail.kind.value, [])
    if row.kind.split()[0] != mail.kind.value:
        parts = []
    asked = row.kind.split()[1:]
    told = [part if ask != "-" else "-" for part, ask in zip(parts, asked, strict=False)]
    return " ".join([mail.kind.value, *told])


def wanted(row: Row) -> str:
    if row.kind == "reply":
        return _squeezed(row.want)
    if row.kind == "forward":
        return f"bill@client.example {_squeezed(row.want)}"
    return row.kind


def _squeezed(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())
