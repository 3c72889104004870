"""A secret address seen beside other recipients is renewed, and the owner told."""

from datetime import timedelta

from shell.rounds import one_round
from shell.trying import LookOnly, Pigeonhole, copied
from tests.shell.office import Office, at, kinds, one, to
from wire.tokens import Purpose, mint, sign, tagged

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
JOY = "Joy Santos <joy@example.net>"
TASK = "For: Joy\nCall everyone by Friday."


def _secret(office: Office) -> str:
    ring = office.shop.desk.ring
    return tagged("tasks@example.com", sign(mint(Purpose.OWNER, "stephanie", ring), ring))


def test_secret_address_seen_by_others_is_renewed_and_the_owner_told(office: Office) -> None:
    old = _secret(office)
    office.mail(STEPHANIE, JOY, "Logo", "Please make the logo by Friday.", cc=old)
    office.letters()
    fresh = _secret(office)
    assert fresh != old
    letters = office.pass_time(at(2026, 12, 1, 16), timedelta(hours=1))
    digest = one(to(letters, "stephanie@example.com"), "digest")
    assert "secret address stood beside other recipients" in digest.text
    assert fresh not in digest.raw.decode()
    office.restart()
    assert _secret(office) == fresh


def test_old_secret_address_opens_nothing_any_more_and_the_new_one_does(office: Office) -> None:
    old = _secret(office)
    office.mail(STEPHANIE, old, "Logo", TASK, cc=JOY)
    office.letters()
    office.mail(STEPHANIE, old, "Forged", TASK, proven=False)
    assert kinds(office.letters()) == [("stephanie", "knock")]
    office.mail(STEPHANIE, _secret(office), "Real", TASK, proven=False)
    assert "assignment" in [x.kind for x in office.letters()]


def test_secret_address_that_is_kept_is_not_renewed(office: Office) -> None:
    old = _secret(office)
    office.mail(STEPHANIE, old, "Calldown", TASK, proven=False)
    office.letters()
    assert _secret(office) == old


def test_reply_addresses_live_through_the_renewal(office: Office) -> None:
    office.mail(STEPHANIE, "tasks+joy@example.com", "Calldown", "Call everyone by Friday.")
    assignment = one(office.letters(), "assignment")
    office.mail(STEPHANIE, JOY, "Logo", "Please make the logo by Friday.", cc=_secret(office))
    office.letters()
    office.reply(assignment, "done", proven=False)
    assert kinds(office.letters()) == [("stephanie", "review")]


def test_a_preview_renews_nothing_for_real(office: Office) -> None:
    old = _secret(office)
    office.mail(STEPHANIE, JOY, "Logo", "Please make the logo by Friday.", cc=old)
    with copied(office.config, lambda: office.now) as shop:
        shop.source, shop.poster = LookOnly(office.mailroom), Pigeonhole()
        assert one_round(shop).mails == 1
    office.restart()
    assert _secret(office) == old
