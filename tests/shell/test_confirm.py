"""Confirmation by one-time code: what is not proven is asked about once, at the
registered address, and a yes lets it take the ordinary road."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from tests.shell.office import CONFIG, Got, Office, at, kinds, one, run
from wire.tokens import Purpose, mint, sign, tagged

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
HOME = "Joy <joy@elsewhere.example>"
FRIDAY = "Call everyone by Friday."


def ask(office: Office, subject: str = "Calldown") -> Got:
    """A task of hers that nothing proves, and the question about it."""
    office.mail(STEPHANIE, "tasks+joy@example.com", subject, FRIDAY, proven=False)
    return one(office.letters(), "confirm")


def begin(office: Office, body: str = FRIDAY) -> tuple[Got, Got]:
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", body)
    letters = office.letters()
    return one(letters, "assignment"), one(letters, "receipt")


def state(office: Office, number: int = 1) -> str:
    task = office.shop.store.task(number)
    return task.state if task else "none"


def test_the_question_says_what_from_where_and_why(office: Office) -> None:
    letter = ask(office)
    state_of, asked, where = letter.text.splitlines()[:3]
    assert (
        state_of == 'A mail asks, in your name, for a new task, "Calldown". It waits, and nothing was done.'
    )
    assert "Reply yes" in asked and "nothing happens" in asked and "yes and no" in where
    assert "From: Stephanie Miller <stephanie@example.com>" in letter.text
    assert "Nothing proves the address" in letter.text and f"> {FRIDAY}" in letter.text
    assert letter.to == "stephanie@example.com" and letter["Auto-Submitted"] == "auto-generated"
    assert letter.subject == "[H-1] Yours? Calldown"


def test_yes_makes_the_task_once_and_no_letter_more(office: Office) -> None:
    letter = ask(office)
    office.reply(letter, "Yes, that was me.\n\nStephanie", proven=False)
    assert kinds(office.letters()) == [("joy", "assignment"), ("stephanie", "receipt")]
    office.reply(letter, "yes", proven=False)
    assert office.letters() == [] and len(list(office.shop.store.tasks())) == 1
    assert office.shop.store.history(1)[0].proof == "confirmed by code"


def test_no_drops_it(office: Office) -> None:
    letter = ask(office)
    office.reply(letter, "no", proven=False)
    assert office.letters() == [] and office.shop.store.held_rows() == []
    office.reply(letter, "yes", proven=False)
    assert "was dropped already" in one(office.letters(), "transcript").text
    assert list(office.shop.store.tasks()) == []


@pytest.mark.parametrize("way", ["address", "message id", "tapped"])
def test_the_code_works_by_its_address_and_by_its_message_id_alone(office: Office, way: str) -> None:
    letter = ask(office)
    if way == "tapped":
        office.mail(STEPHANIE, letter.reply_to, letter.subject, "yes", proven=False)
    else:
        office.reply(
            letter, "yes", proven=False, to="tasks@example.com" if way == "message id" else letter.reply_to
        )
    assert ("joy", "assignment") in kinds(office.letters())


def test_an_owner_without_any_proof_gets_along(office: Office) -> None:
    """No Authentication-Results, no DKIM, ever: one question for the fresh task,
    and from then on the reply addresses do."""
    letter = ask(office)
    office.reply(letter, "yes", proven=False)
    letters = office.letters()
    office.reply(one(letters, "receipt"), "due: Friday 3pm", proven=False)
    told = office.letters()
    assert ("joy", "due-changed") in kinds(told)
    office.reply(one(letters, "assignment"), "which list?", proven=False)
    office.reply(one(office.letters(), "question"), "The one from May.", proven=False)
    assert kinds(office.letters()) == [("joy", "relay")]
    office.reply(one(letters, "assignment"), "done", proven=False)
    office.reply(one(office.letters(), "review"), "approve", proven=False)
    told = office.letters()
    assert kinds(told) == [("joy", "approved"), ("stephanie", "transcript")]
    assert "approved. Undo: redo" in one(told, "transcript").text
    assert state(office) == "approved"


def test_five_tasks_in_an_hour_are_five_questions_and_five_tasks(office: Office) -> None:
    letters = [ask(office, f"Task {n}") for n in range(5)]
    for letter in letters:
        office.reply(letter, "ok", proven=False)
    office.letters()
    assert len(list(office.shop.store.tasks())) == 5


def test_unproven_mail_has_one_question_at_a_time_for_each_task(office: Office) -> None:
    begin(office)
    for word in ("cancel", "hold", "approve"):
        office.mail(STEPHANIE, subject="Re: [T-1] Calldown", body=word, proven=False)
    letters = office.letters()
    assert kinds(letters) == [("stephanie", "confirm"), ("stephanie", "knock")]
    assert "a question about T-1 is open already" in " ".join(letters[1].text.split())
    assert len(office.shop.store.held_rows()) == 3
    digest = one(office.pass_time(at(2026, 12, 1, 16)), "digest")
    assert digest.text.count("a question about T-1 is open already") == 1
    office.reply(letters[0], "yes", proven=False)
    office.letters()
    assert state(office) == "cancelled"
    office.mail(STEPHANIE, subject="Re: [T-1] Calldown", body="redo: once more", proven=False)
    assert kinds(office.letters()) == [("stephanie", "confirm")]


def test_more_than_fifty_a_day_are_held_with_one_notice(quick: Office) -> None:
    letters: list[Got] = []
    for n in range(53):
        quick.mail(STEPHANIE, "tasks+joy@example.com", f"Task {n}", FRIDAY, proven=False)
        letters += quick.letters()
        quick.now += timedelta(minutes=3)  # thirty an hour are read
    found = [letter.kind for letter in letters]
    assert found.count("confirm") == 50 and found.count("knock") == 1 and len(found) == 51
    assert "asked about 50 such mails today" in one(letters, "knock").text
    quick.now += timedelta(hours=24)
    quick.letters()
    assert ask(quick, "Tomorrow").kind == "confirm"


def test_after_48_hours_it_is_ordinary_held_mail_and_the_digest_says_so_once(office: Office) -> None:
    letter = ask(office)
    digests = [x for x in office.pass_time(at(2026, 12, 2, 16)) if x.kind == "digest"]
    assert not any("H-1" in digest.text for digest in digests)
    told = [x for x in office.pass_time(at(2026, 12, 4, 16)) if x.kind == "digest" and "H-1" in x.text]
    assert len(told) == 1 and "not confirmed in time" in told[0].text
    office.reply(letter, "yes", proven=False)
    late = one(office.letters(), "transcript")
    assert "the time to answer was over" in late.text and list(office.shop.store.tasks()) == []
    office.reply(late, "pass on", proven=False)
    assert ("joy", "assignment") in kinds(office.letters())


def test_the_digests_line_lets_it_in_too(office: Office) -> None:
    ask(office)
    digests = [x for x in office.pass_time(at(2026, 12, 3, 16)) if x.kind == "digest"]
    office.reply(digests[-1], "H-1 pass on", proven=False)
    assert ("joy", "assignment") in kinds(office.letters())


def test_words_that_are_no_answer_are_told_and_change_nothing(office: Office) -> None:
    letter = ask(office)
    office.reply(letter, "What is this?", proven=False)
    told = one(office.letters(), "transcript")
    assert "Write: yes, or no" in told.text and "only yes and no do something" in told.text
    office.reply(letter, "And what is that?", proven=False)
    assert "Write: yes, or no" in one(office.letters(), "transcript").text
    office.reply(told, "yes", proven=False)
    assert ("joy", "assignment") in kinds(office.letters())


def test_help_is_answered_and_the_question_stays(office: Office) -> None:
    letter = ask(office)
    office.reply(letter, "help", proven=False)
    assert kinds(office.letters()) == [("stephanie", "help")]
    office.reply(letter, "yes", proven=False)
    assert ("joy", "assignment") in kinds(office.letters())


def test_a_secret_address_from_another_account_is_confirmed(office: Office) -> None:
    ring = office.shop.desk.ring
    secret = tagged("tasks@example.com", sign(mint(Purpose.OWNER, "stephanie", ring), ring))
    office.mail("S. Miller <sm@freemail.example>", secret, "Calldown", f"For: Joy\n{FRIDAY}")
    letter = one(office.letters(), "confirm")
    assert letter.to == "stephanie@example.com" and "not yours" in letter.text
    office.reply(letter, "yes")
    assert kinds(office.letters()) == [("joy", "assignment"), ("stephanie", "receipt")]
    assert office.shop.store.task(1).owner == "stephanie"  # type: ignore[union-attr]


def test_a_secret_address_seen_beside_others_asks_nobody(office: Office) -> None:
    ring = office.shop.desk.ring
    secret = tagged("tasks@example.com", sign(mint(Purpose.OWNER, "stephanie", ring), ring))
    office.mail("Eve <eve@evil.example>", secret, "Calldown", FRIDAY, cc="x@evil.example")
    assert office.letters() == [] and len(office.shop.store.held_rows()) == 1


def _review_with_money(office: Office) -> Got:
    assignment, _ = begin(office)
    office.reply(assignment, "done\ninvoice: 200 USD")
    return one(office.letters(), "review")


@pytest.mark.parametrize("words", ["approve", "Approve, and next time a little earlier please"])
def test_where_money_hangs_a_token_alone_is_confirmed(office: Office, words: str) -> None:
    office.reply(_review_with_money(office), words, proven=False)
    letter = one(office.letters(), "confirm")
    assert '"approve" on T-1, Calldown' in letter.text and "money hangs on it" in letter.text
    assert state(office) == "in review"
    office.reply(letter, "yes", proven=False)
    told = office.letters()
    assert kinds(told) == [("joy", "approved"), ("stephanie", "transcript")]
    assert "Undo: redo" in one(told, "transcript").text and state(office) == "approved"


def test_money_confirmed_can_be_undone(office: Office) -> None:
    office.reply(_review_with_money(office), "paid", proven=False)
    office.reply(one(office.letters(), "confirm"), "yes", proven=False)
    told = one(office.letters(), "transcript")
    assert "noted as paid: 200 USD. Undo: unpaid" in told.text
    office.reply(told, "unpaid")
    assert "open again: 200 USD" in one(office.letters(), "transcript").text


def test_a_line_of_a_digest_about_money_is_confirmed_with_the_rest(office: Office) -> None:
    _review_with_money(office)
    digest = one(office.pass_time(at(2026, 12, 1, 16)), "digest")
    office.reply(digest, "T-1 approve", proven=False)
    letter = one(office.letters(), "confirm")
    assert "T-1 approve" in letter.text and state(office) == "in review"
    office.reply(letter, "yes", proven=False)
    assert ("joy", "approved") in kinds(office.letters()) and state(office) == "approved"


def test_letting_in_what_money_held_needs_as_much(office: Office) -> None:
    """`pass on` on a money word is that money word."""
    review = _review_with_money(office)
    office.reply(review, "approve", sender="Stephanie <s@freemail.example>")
    knock = one(office.letters(), "knock")
    office.reply(knock, "pass on", proven=False)
    letter = one(office.letters(), "confirm")
    assert state(office) == "in review"
    office.reply(letter, "yes", proven=False)
    office.letters()
    assert state(office) == "approved"


def test_two_letters_in_one_answer_about_money_need_as_much(office: Office) -> None:
    """Held for another reason than money, let in by a reply address alone."""
    review = _review_with_money(office)
    office.mail(STEPHANIE, "tasks+ben@example.com", "Flyer", FRIDAY)
    other = one([x for x in office.letters() if x.to.startswith("steph")], "receipt")
    office.mail(STEPHANIE, review.reply_to, "Re: it", "approve", answers=other)
    knock = one(office.letters(), "knock")
    office.reply(knock, "pass on", proven=False)
    assert kinds(office.letters()) == [("stephanie", "confirm")] and state(office) == "in review"
    office.reply(knock, "pass on")
    office.letters()
    assert state(office) == "in review"


def test_a_strangers_held_tag_is_nobodys_word_on_held_mail(office: Office) -> None:
    assignment, _ = begin(office)
    office.reply(assignment, "accept", sender=HOME)
    office.mail("Joy Santos <joy@evil.example>", subject="[H-1] Held: it", body="always", proven=False)
    knocks = office.letters()
    office.reply(knocks[-1], "pass on")
    office.letters()
    assert office.shop.store.held(1).state == "held"  # type: ignore[union-attr]
    assert "joy@elsewhere.example" not in office.shop.house.people["joy"].addresses


def test_always_with_less_than_full_proof_is_confirmed(office: Office) -> None:
    assignment, _ = begin(office)
    office.reply(assignment, "done", sender=HOME)
    office.reply(one(office.letters(), "knock"), "always", proven=False)
    letter = one(office.letters(), "confirm")
    assert "joy@elsewhere.example to be known as Joy from now on" in letter.text
    assert "joy@elsewhere.example" not in office.shop.house.people["joy"].addresses
    office.reply(letter, "yes", proven=False)
    assert ("stephanie", "review") in kinds(office.letters())
    assert "joy@elsewhere.example" in office.shop.house.people["joy"].addresses


def test_the_answer_on_paper_does_not_let_in_a_second_mail(office: Office) -> None:
    """Two questions, one yes: the other stays."""
    first, second = ask(office, "Roof"), ask(office, "Shed")
    office.reply(second, "yes", proven=False)
    office.letters()
    assert [t.title for t in office.shop.store.tasks()] == ["Shed"]
    assert [h.subject for h in office.shop.store.held_rows()] == ["Roof"]
    office.reply(first, "no", proven=False)
    office.letters()
    assert office.shop.store.held_rows() == []


def test_a_yes_is_carried_out_after_a_restart(office: Office) -> None:
    letter = ask(office)
    office.restart()
    office.reply(letter, "yes", proven=False)
    office.letters()
    office.restart()
    assert office.letters() == [] and state(office) == "handed over"


def test_where_a_is_known_to_work_a_bare_match_knocks(office: Office) -> None:
    for n in range(5):
        office.mail(STEPHANIE, "tasks+joy@example.com", f"Task {n}", FRIDAY)
    office.letters()
    office.mail(STEPHANIE, "tasks+joy@example.com", "Odd", FRIDAY, proven=False)
    assert kinds(office.letters()) == [("stephanie", "knock")]


def test_a_provider_that_stopped_to_prove_is_asked_again(office: Office) -> None:
    """The last five mails count: one without proof, and A is not known to work."""
    for n in range(5):
        office.mail(STEPHANIE, "tasks+joy@example.com", f"Task {n}", FRIDAY)
    office.letters()
    office.mail(STEPHANIE, "tasks+joy@example.com", "First", FRIDAY, proven=False)
    assert kinds(office.letters()) == [("stephanie", "knock")]
    assert ask(office, "Second").kind == "confirm"


def test_mail_in_sent_does_not_make_a_known(tmp_path: Path) -> None:
    office = Office(tmp_path, CONFIG)
    for n in range(6):
        office.mail(STEPHANIE, "tasks+joy@example.com", f"Task {n}", FRIDAY, proven=False)
        raw = office.mailroom.folders["INBOX"].popitem()[1].raw
        office.mailroom.put(raw, office.now, "INBOX", in_sent=True)
    office.letters()
    assert ask(office, "Bare").kind == "confirm"
    office.close()


def test_failed_mail_is_never_asked_about(office: Office) -> None:
    failed = "Authentication-Results: mx.example.com; dmarc=fail header.from=example.com"
    office.mail(STEPHANIE, "tasks+joy@example.com", "Pay", "Wire it", proven=False, headers=failed)
    assert kinds(office.letters()) == [("stephanie", "knock")]


def test_why_and_held_show_row_and_column(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    office.reply(_review_with_money(office), "approve", proven=False)
    office.letters()
    office.close()
    applied = "owner: approve, paid, budget, where money hangs x T+a: confirm"
    capsys.readouterr()
    assert run(office, "held") == 0 and f"H-1: {applied}" in capsys.readouterr().out
    assert run(office, "held", "--json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert row["table"] == applied and row["confirm_until"].startswith("2026-12-02T")
    assert run(office, "why", "T-1") == 0
    said = capsys.readouterr().out
    assert f"table: {applied}" in said
    assert "table: owner: new task x A: do" in said and "contractor: any word or text x A+T: do" in said
    office.restart()
