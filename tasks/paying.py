"""`paid`, and what takes it back."""

from language.meaning import Command
from tasks import events as e
from tasks.draft import Draft
from tasks.events_parts import PaymentUnsaid
from tasks.intents import Arrival
from tasks.talk import Outcome


def paid(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    """The open bills are paid, or the amount that the owner names."""
    task = draft.task(number)
    open_bills = [b for b in task.bills if b.paid_at is None]
    if not open_bills and not command.arg:
        return Outcome("not done: no bill is open on this task", loud=True)
    amount = command.arg or ", ".join(b.amount for b in open_bills)
    draft.record(number, e.BillPaid(amount))
    return Outcome(f"noted as paid: {amount}", loud=True, undo="unpaid" if open_bills else "")


def unpaid(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    """Takes back the last `paid`: its bills are open again."""
    before = draft.task(number)
    last = max((b.paid_at for b in before.bills if b.paid_at), default=None)
    if last is None:
        return Outcome("not done: no bill of this task is noted as paid", loud=True)
    amount = ", ".join(b.amount for b in before.bills if b.paid_at == last)
    draft.record(number, PaymentUnsaid())
    return Outcome(f"open again: {amount}", loud=True)
