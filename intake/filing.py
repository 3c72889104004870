"""Mails are put into folders: in batches, and never with a plain EXPUNGE.

The ledger decided and committed before; this is tidiness. So every step may be
cut off and done again: what is not at its place any more counts as done.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from intake.filing_twins import lying_there
from intake.imap_gateway import ImapGateway, Selected
from intake.source import Move, Moved, ServerAway, Spot

BATCH = 100
# Our mark on a mail that was copied, so that a second try does not copy it again.
FILED = "$HandoffFiled"
LEFT_MARKED = "copied; the original stays marked as deleted, because the server cannot remove one mail alone"


def file_mails(gateway: ImapGateway, plan: Sequence[Move]) -> list[Moved]:
    """Carry out the plan, one answer for each move in its order. Never raises
    once begun: what a server that goes away has not done is answered not ok."""
    answers: dict[Spot, Moved] = {}
    trouble = ""
    for (folder, _, to_folder), spots in _groups(plan).items():
        for batch in _batches(spots):
            try:
                done = [] if trouble else _file_batch(gateway, folder, to_folder, batch)
            except ServerAway as away:
                done = [Moved(spot, ok=False, detail=str(away)) for spot in batch]
                trouble = "" if gateway.connected else str(away)
            answers.update((moved.place, moved) for moved in done)
    return [answers.get(move.place, Moved(move.place, ok=False, detail=trouble)) for move in plan]


def _groups(plan: Sequence[Move]) -> Mapping[tuple[str, int, str], list[Spot]]:
    groups: dict[tuple[str, int, str], list[Spot]] = {}
    for move in plan:
        groups.setdefault((move.place.folder, move.place.uidvalidity, move.to_folder), []).append(move.place)
    return groups


def _batches(spots: Sequence[Spot]) -> Iterator[Sequence[Spot]]:
    return (spots[i : i + BATCH] for i in range(0, len(spots), BATCH))


def _file_batch(gateway: ImapGateway, folder: str, to_folder: str, spots: Sequence[Spot]) -> list[Moved]:
    target = gateway.name_of(to_folder)
    gateway.make(target)
    selected = gateway.select(folder)
    if selected.uidvalidity != spots[0].uidvalidity:
        return [Moved(s, ok=False, gone=True, detail="the folder was numbered anew") for s in spots]
    if target == folder:
        return [Moved(s, ok=True, detail="it lies there already") for s in spots]
    here = set(gateway.search("UID", ",".join(str(s.uid) for s in spots)))
    uids = [s.uid for s in spots if s.uid in here]
    told, detail = _put(gateway, selected, uids, target) if uids else (b"", "")
    places = copied_to(told)
    return [_answer(s, s.uid in here, places.get(s.uid), target, detail) for s in spots]


def _answer(spot: Spot, here: bool, place: tuple[int, int] | None, target: str, detail: str) -> Moved:
    if not here:
        return Moved(spot, ok=False, gone=True, detail="it is not at its place any more")
    if place is None or detail:
        return Moved(spot, ok=True, detail=detail)
    return Moved(spot, ok=True, new=replace(spot, folder=target, uidvalidity=place[0], uid=place[1]))


def _put(gateway: ImapGateway, selected: Selected, uids: list[int], target: str) -> tuple[bytes, str]:
    """Move by the best way this server has; the COPYUID code and a remark."""
    if gateway.can("MOVE"):
        return gateway.move(uids, target), ""
    told = b""
    done = _copied_before(gateway, selected, uids)
    done |= lying_there(gateway, selected, [uid for uid in uids if uid not in done], target)
    if fresh := [uid for uid in uids if uid not in done]:
        told = gateway.copy(fresh, target)
    gateway.flag(uids, "\\Deleted", *([FILED] if selected.keywords else []))
    if gateway.can("UIDPLUS"):
        gateway.expunge(uids)
        return told, ""
    return told, LEFT_MARKED


def _copied_before(gateway: ImapGateway, selected: Selected, uids: list[int]) -> set[int]:
    """Mails that bear our mark: copied by a try that was cut off."""
    if not selected.keywords:
        return set()
    return set(gateway.search("UID", ",".join(map(str, uids)), "KEYWORD", FILED, "DELETED"))


def copied_to(code: bytes) -> dict[int, tuple[int, int]]:
    """Read a COPYUID code (RFC 4315, section 3): old UID -> (UIDVALIDITY, new UID).
    An empty or broken code gives nothing."""
    words = code.decode("ascii", "replace").split()
    if len(words) != 3 or not words[0].isdigit():
        return {}
    old, new = _expand(words[1]), _expand(words[2])
    if len(old) != len(new):
        return {}
    return {o: (int(words[0]), n) for o, n in zip(old, new, strict=True)}


def _expand(uid_set: str) -> list[int]:
    uids: list[int] = []
    for part in uid_set.split(","):
        first, _, last = part.partition(":")
        if not first.isdigit() or (last and not last.isdigit()):
            return []
        low, high = sorted((int(first), int(last or first)))
        if high - low > BATCH:  # more than we ever asked for
            return []
        uids.extend(range(low, high + 1))
    return uids
