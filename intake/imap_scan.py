"""Which mails of a folder are new to us, at little cost in each round.

The first look searches by date; later ones only beyond the last mail that is
dealt with. \\Seen plays no part: a mail that somebody read is as new to us.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from intake.imap_gateway import Answer, ImapGateway
from intake.mail import RawMail
from intake.source import Known

SIZE = b"RFC822.SIZE"
LOOK_BATCH = 200  # sizes and dates are small
FETCH_BATCH = 10  # as fast as larger ones, and little to do again after a cut
WHOLE_LIMIT = 20 * 1024 * 1024
HEAD = 256 * 1024
HEADER_LIMIT = 64 * 1024
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(slots=True)
class Mark:
    """How far a folder is dealt with: nothing at or below `floor` is new;
    `passed` are mails that are too old or not ours; `shown` is all that the
    last look found; `more`: it stopped at its limit."""

    since: datetime
    floor: int = 0
    passed: set[int] = field(default_factory=set)
    shown: set[int] = field(default_factory=set)
    more: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What one knows of a mail before fetching it."""

    uid: int
    size: int
    arrived_at: datetime
    in_sent: bool


class FolderScan:
    """One folder of one account. Marks are kept by UIDVALIDITY, in memory only."""

    def __init__(self, gateway: ImapGateway, folder: str, in_sent: bool = False) -> None:
        self._gateway = gateway
        self._folder = folder
        self._in_sent = in_sent
        self._marks: dict[int, Mark] = {}

    def fetch(self, known: Known, wanted: Callable[[bytes], bool] | None, limit: int) -> Iterator[RawMail]:
        """Yield at most `limit` new mails, by ascending UID."""
        validity = self._gateway.select(self._folder).uidvalidity
        mark = self._mark(validity, known.since)
        fresh = self._unknown(mark, known, validity)
        count = 0
        for seen in self._look(fresh, mark, wanted, validity):
            mark.more = count + len(seen) > limit
            for raw in self._bodies(seen[: limit - count], validity):
                count += 1
                yield raw
            if mark.more or count >= limit:
                mark.more = mark.more or seen[-1].uid != fresh[-1]
                return

    def has_news(self) -> bool:
        """True if the folder, now selected, has mail that the last look did not see."""
        validity = self._gateway.select(self._folder).uidvalidity
        mark = self._marks.get(validity)
        if mark is None or mark.more:
            return True
        return any(uid not in mark.shown for uid in self._beyond(mark.floor))

    def _mark(self, validity: int, since: datetime) -> Mark:
        mark = self._marks.get(validity)
        if mark is None or mark.since != since:
            mark = Mark(since)
        self._marks = {validity: mark}
        return mark

    def _beyond(self, floor: int) -> list[int]:
        # "n:*" names the last mail even when n is past it (RFC 3501, section 6.4.8)
        return [uid for uid in self._gateway.search("UID", f"{floor + 1}:*") if uid > floor]

    def _unknown(self, mark: Mark, known: Known, validity: int) -> list[int]:
        found = self._beyond(mark.floor) if mark.floor else self._gateway.search("SINCE", day(mark.since))
        mark.shown, mark.more = set(found), False
        fresh = [uid for uid in found if uid not in mark.passed]
        if fresh:
            places = known.known_uids(self._gateway.settings.name, self._folder, validity)
            fresh = [uid for uid in fresh if uid not in places]
        mark.floor = fresh[0] - 1 if fresh else max(found, default=mark.floor)
        mark.passed = {uid for uid in mark.passed if uid > mark.floor}
        return fresh

    def _look(
        self, uids: Sequence[int], mark: Mark, wanted: Callable[[bytes], bool] | None, validity: int
    ) -> Iterator[list[Seen]]:
        """Batches of mails that are young enough and ours."""
        items = ["RFC822.SIZE", "INTERNALDATE"]
        if self._gateway.can("X-GM-EXT-1"):
            items.append("X-GM-LABELS")
        for some in _chunks(uids, LOOK_BATCH):
            answers = self._fetch(some, items, validity)
            seen = [self._seen(uid, answers[uid], mark.since) for uid in some if SIZE in answers.get(uid, {})]
            young = [s for s in seen if s.arrived_at >= mark.since]
            mark.passed.update({s.uid for s in seen} - {s.uid for s in young})
            if ours := young if wanted is None else self._ours(young, mark, wanted, validity):
                yield ours

    def _ours(
        self, seen: Sequence[Seen], mark: Mark, wanted: Callable[[bytes], bool], validity: int
    ) -> list[Seen]:
        item, key = f"BODY.PEEK[HEADER]<0.{HEADER_LIMIT}>", b"BODY[HEADER]<0>"
        headers = {uid: a.get(key) for uid, a in self._fetch([s.uid for s in seen], [item], validity).items()}
        judged = {uid: wanted(header) for uid, header in headers.items() if isinstance(header, bytes)}
        mark.passed.update(uid for uid, ours in judged.items() if not ours)
        return [s for s in seen if judged.get(s.uid)]

    def _bodies(self, seen: Sequence[Seen], validity: int) -> Iterator[RawMail]:
        for some in _by_weight(seen):
            if some[0].size > WHOLE_LIMIT:
                item, key, octets = f"BODY.PEEK[]<0.{HEAD}>", b"BODY[]<0>", HEAD
            else:
                item, key, octets = "BODY.PEEK[]", b"BODY[]", sum(s.size for s in some)
            answers = self._fetch([s.uid for s in some], [item], validity, octets)
            for one in some:
                raw = answers.get(one.uid, {}).get(key)
                if isinstance(raw, bytes):  # else it vanished, which the server does not say
                    yield self._raw_mail(one, raw, validity)

    def _seen(self, uid: int, answer: Answer, since: datetime) -> Seen:
        size, at, labels = (answer.get(k) for k in (SIZE, b"INTERNALDATE", b"X-GM-LABELS"))
        arrived = _utc(at, since) if isinstance(at, datetime) else since
        # Gmail keeps one copy of a mail to oneself; its label says that it was sent from here.
        sent_here = isinstance(labels, tuple) and b"\\Sent" in labels
        return Seen(uid, size if isinstance(size, int) else 0, arrived, self._in_sent or sent_here)

    def _raw_mail(self, seen: Seen, raw: bytes, validity: int) -> RawMail:
        return RawMail(
            raw=raw,
            arrived_at=seen.arrived_at,
            account=self._gateway.settings.name,
            folder=self._folder,
            uidvalidity=validity,
            uid=seen.uid,
            in_sent=seen.in_sent,
            whole=seen.size <= WHOLE_LIMIT,
            size=max(seen.size, len(raw)),
        )

    def _fetch(
        self, uids: Sequence[int], items: Sequence[str], validity: int, octets: int = 0
    ) -> dict[int, Answer]:
        """FETCH in this very folder, though others were selected in between."""
        elsewhere = self._gateway.in_hand != self._folder
        if elsewhere and self._gateway.select(self._folder).uidvalidity != validity:
            return {}
        return dict(self._gateway.fetch(uids, items, octets)) if uids else {}


def _utc(at: datetime, instead: datetime) -> datetime:
    """The moment in UTC; a zone or a year that no calendar has gives `instead`."""
    try:
        return at.astimezone(UTC)
    except (ValueError, OverflowError):
        return instead


def day(since: datetime) -> str:
    """The date for SINCE (RFC 3501, section 6.4.4), a day early: the server compares
    dates without their zone, and what is too old is told apart afterwards."""
    on = (since.astimezone(UTC) - timedelta(days=1)).date()
    return f"{on.day:02d}-{MONTHS[on.month - 1]}-{on.year:04d}"


def _chunks(uids: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    return (uids[i : i + size] for i in range(0, len(uids), size))


def _by_weight(seen: Sequence[Seen]) -> Iterator[list[Seen]]:
    """Batches of at most ten mails and 20 MB; a larger mail goes alone."""
    batch: list[Seen] = []
    for one in seen:
        if batch and (len(batch) == FETCH_BATCH or sum(s.size for s in batch) + one.size > WHOLE_LIMIT):
            yield batch
            batch = []
        batch.append(one)
    if batch:
        yield batch
