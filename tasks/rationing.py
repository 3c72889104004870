"""How often an owner is written to about held mail: each time, once for many,
or not at all.

Whoever floods us, or answers us by a program, must not make us flood an owner.
What gets no letter stands in the digest.
"""

from tasks.draft import Draft
from tasks.hours import local
from tasks.intents import Arrival, Evidence, Many
from wire.caps import KNOCKS_A_DAY, LOOP_LETTERS_A_DAY, LOOP_LETTERS_AN_HOUR

PROVEN = frozenset({Evidence.A_T, Evidence.A, Evidence.T_A})
MORE = (
    "More of them are held without a letter each; pass on lets in only this one. "
    "See the next digest, or ./run held"
)


def spent(letters: tuple[int, int]) -> bool:
    """Whether the letters that such mail may provoke in the last hour, or day, are used up."""
    return letters[0] >= LOOP_LETTERS_AN_HOUR or letters[1] >= LOOP_LETTERS_A_DAY


def rationed(draft: Draft, mail: Arrival, owner: str, reason: str, many: Many | None) -> tuple[bool, str]:
    """Whether a mail that would knock does, and the reason to be told with it.

    A proven mail always does. Unproven ones of a registered person do up to
    the day's limit, those of other addresses up to their budget; a flood or a
    loop, and what is over a limit, knocks once a day; so does a loop with the
    owner, who may be no loop at all. What was forged in a name takes no notice
    away from the one who bears it.
    """
    proven = mail.sender.evidence in PROVEN
    if proven and many is None:
        return True, reason
    day = local(draft.now, draft.house.people[owner]).date()
    today = sum(slot.startswith(f"knock:{owner}:{day}:") for slot in draft.view.slots)
    budget = not mail.sender.person and spent(draft.view.provoked)
    if many is None and today < KNOCKS_A_DAY and not budget:
        draft.slot(f"knock:{owner}:{day}:{today + 1}")
        return True, reason
    whose = mail.sender.address if many or budget else owner
    if many is Many.LOOP and owner == mail.sender.person:
        whose = f"{owner}:{'proven' if proven else 'unproven'}"
    slot = f"many:{day}:{whose}"
    if slot in draft.view.slots:
        return False, reason
    draft.slot(slot)
    return True, f"{reason}. {MORE}"
