"""Where a reply's plain words go: the third line of every letter.

The sentence is chosen by `compose_table.KINDS`; the few letters about several
tasks, or without anybody on the other side, say it differently.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from outbound.compose_table import KINDS, Side, Where
from outbound.compose_views import PersonView
from tasks.letters import Kind, Letter, items_in

# With nobody on the other side there is nobody to name.
ALONE: Mapping[Where, Where] = MappingProxyType(
    {
        Where.BRIEF: Where.BRIEF_ALONE,
        Where.PRIVATE: Where.PRIVATE_ALONE,
        Where.CONTRACTOR: Where.PRIVATE_ALONE,
        Where.CONTRACTOR_ANSWER: Where.PRIVATE_ALONE,
    }
)
FirstName = Callable[[str], str]
MONEY_ASKED = frozenset({"paid", "money", "bill"})


def where_words_go(
    letter: Letter,
    side: Side,
    owner: PersonView,
    contractor: PersonView,
    relay: str,
    first: FirstName = lambda key: "",
) -> str:
    """Return the sentence for this letter; `relay` is the owner's rule ("digest" or "all"),
    `first` gives the first name of an owner (a key; "" for nobody's)."""
    found = _where(letter, side, relay, owned=bool(owner.first))
    if not contractor.first:
        found = ALONE.get(found, found)
    return found.value.format(
        owner=_owners(letter, first) or owner.first or "the owner",
        contractor=contractor.first,
        tag=some_tag(letter),
    )


def _owners(letter: Letter, first: FirstName) -> str:
    """Whose tasks a letter is about, where they are of several owners: each word goes to its own."""
    keys = dict.fromkeys(item.task.owner for item in items_in(letter))
    found = [name for key in keys if (name := first(key))] if len(keys) > 1 else []
    return f"{', '.join(found[:-1])} or {found[-1]}, whose task it is" if len(found) > 1 else ""


def _where(letter: Letter, side: Side, relay: str, *, owned: bool) -> Where:
    row = KINDS[letter.kind]
    if side is Side.CONTRACTOR and letter.task and not owned:
        return Where.OWNERLESS
    if side is Side.CONTRACTOR:
        return _of_contractor(letter, row.contractor, relay)
    if side is Side.OTHER:
        return Where.BY_TAG if _decides_some(letter) else Where.PRIVATE_ALONE
    if letter.kind is Kind.TRANSCRIPT and letter.held:
        return Where.CODE if letter.asked.startswith("code:") else Where.HELD
    if letter.kind is Kind.CLARIFY and letter.asked != "review":
        return Where.UNTIL_CLEAR
    if letter.kind is Kind.TRANSCRIPT and letter.asked == "due":
        return Where.DATE
    if letter.kind is Kind.OWED and letter.asked in MONEY_ASKED:
        return Where.PRIVATE
    if (
        letter.task is None
        and row.owner in (Where.PRIVATE, Where.CONTRACTOR_ANSWER)
        and letter.facts.get("items")
    ):
        return Where.BY_TAG
    return row.owner


def _decides_some(letter: Letter) -> bool:
    """Whether one of the tasks in it is its reader's own."""
    return any(item.task.owner == letter.to for item in items_in(letter))


def _of_contractor(letter: Letter, where: Where, relay: str) -> Where:
    if where is not Where.OWNER:
        return where
    if letter.task is None and letter.facts.get("items"):
        return Where.OWNER_BY_TAG
    return Where.OWNER_AT_ONCE if relay == "all" else Where.OWNER


def some_tag(letter: Letter) -> str:
    """Name a task for the example in the sentence: the first one in the letter, if there is any."""
    if letter.task:
        return letter.task.tag
    items = letter.facts.get("items")
    if isinstance(items, tuple) and items:
        return str(items[0].task.tag)
    sections = getattr(letter.facts.get("digest"), "sections", ())
    tags = [line.tag for s in sections for line in s.lines if line.tag.startswith("T-")]
    return tags[0] if tags else "T-12"
