"""The poster against SMTP servers that refuse, hang and hang up at each stage."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from outbound.smtp import Posted, Poster, Result, SmtpSettings, Unready
from tests.servers.scripted import Scripted, Talk

ANN, JOY = "tasks@shop.test", "joy@contractor.test"
RAW = b"Subject: hi\r\nMessage-ID: <1@shop.test>\r\n\r\nHello\r\n.\r\n..and on\r\n"
Say = Callable[[Talk], None]


def say(*lines: bytes) -> Say:
    return lambda talk: talk.say(b"".join(line + b"\r\n" for line in lines))


def hang_up(talk: Talk) -> None:
    talk.hang_up()


def silent(talk: Talk) -> None:
    talk.hear()


DEFAULTS: dict[str, Say] = {
    "greeting": say(b"220 mail.test"),
    "EHLO": say(b"250-mail.test", b"250-AUTH PLAIN", b"250 8BITMIME"),
    "AUTH": say(b"235 2.7.0 welcome"),
    "MAIL": say(b"250 ok"),
    "RCPT": say(b"250 ok"),
    "DATA": say(b"354 go on"),
    "dot": say(b"250 2.0.0 taken"),
    "RSET": say(b"250 ok"),
    "QUIT": say(b"221 bye"),
}


class Server:
    """An SMTP server; `bodies` keeps what stood before each final dot."""

    def __init__(self, answers: dict[str, Say]) -> None:
        self.heard: list[bytes] = []
        self.bodies: list[bytes] = []
        self._answers = DEFAULTS | answers

    def serve(self, talk: Talk) -> None:
        self._answers["greeting"](talk)
        while line := talk.hear():
            self.heard.append(line)
            verb = line.split(b" ")[0].decode().upper()
            self._answers.get(verb, say(b"502 what"))(talk)
            if verb == "DATA" and self._answers["DATA"] is DEFAULTS["DATA"]:
                lines: list[bytes] = []
                while (line := talk.hear()) != b".":
                    lines.append(line)
                self.bodies.append(b"".join(part + b"\r\n" for part in lines))
                self._answers["dot"](talk)


def settings(port: int) -> SmtpSettings:
    return SmtpSettings("127.0.0.1", port, "none", ANN, lambda: "secret", timeout=1.0, dot_timeout=1.0)


@contextmanager
def poster_on(**answers: Say) -> Iterator[tuple[Poster, Server, Scripted]]:
    server = Server(answers)
    with Scripted(server.serve) as running:
        poster = Poster(settings(running.port))
        yield poster, server, running
        poster.close()


def test_a_letter_is_sent_with_its_dots_kept_apart() -> None:
    with poster_on() as (poster, server, _):
        assert poster.post(ANN, JOY, RAW) == Posted(Result.SENT, 250, "2.0.0 taken")
    assert server.bodies == [RAW.replace(b"\r\n.", b"\r\n..")]
    assert b"MAIL FROM:<tasks@shop.test>" in [
        h.upper().replace(ANN.upper().encode(), ANN.encode()) for h in server.heard
    ]


def test_a_bare_end_of_line_smuggles_nothing_in() -> None:
    smuggled = b"Subject: hi\r\n\r\nx\n.\nMAIL FROM:<evil@evil.test>\r.\rRCPT TO:<x@x.test>\n"
    with poster_on() as (poster, server, _):
        assert poster.post(ANN, JOY, smuggled).result is Result.SENT
    assert len(server.bodies) == 1
    assert [h for h in server.heard if b"evil" in h or b"x.test" in h] == []


TABLE = [
    ("greeting", b"421 4.3.2 busy", Result.RETRY, 421),
    ("greeting", b"554 go away", Result.RETRY, 554),
    ("AUTH", b"535 5.7.8 bad password", Result.ACCOUNT, 535),
    ("AUTH", b"454 4.7.0 too many logins, try later", Result.ACCOUNT, 454),
    ("AUTH", b"454 4.7.0 temporary authentication failure", Result.RETRY, 454),
    ("MAIL", b"530 5.7.0 log in first", Result.ACCOUNT, 530),
    ("MAIL", b"553 5.7.1 sender not owned by user", Result.ACCOUNT, 553),
    ("MAIL", b"550 5.4.5 Daily user sending limit exceeded", Result.ACCOUNT, 550),
    ("MAIL", b"552 5.3.4 too large", Result.DEAD, 552),
    ("MAIL", b"451 4.3.0 later", Result.RETRY, 451),
    ("RCPT", b"450 4.2.1 greylisted", Result.RETRY, 450),
    ("RCPT", b"550 5.1.1 no such user", Result.DEAD, 550),
    ("RCPT", b"550 5.4.5 Daily user sending limit exceeded", Result.ACCOUNT, 550),
    ("RCPT", b"421 4.7.0 closing", Result.ACCOUNT, 421),
    ("RCPT", b"450 4.2.1 the user receives mail at a rate that is too high", Result.RETRY, 450),
    ("RCPT", b"552 5.2.2 mailbox over quota", Result.DEAD, 552),
    ("RCPT", b"554 5.7.1 relay access denied", Result.ACCOUNT, 554),
    ("RCPT", b"550 5.7.1 relayed once too often", Result.DEAD, 550),
    ("DATA", b"452 4.3.1 disk full", Result.RETRY, 452),
    ("DATA", b"554 5.7.1 no valid recipients", Result.DEAD, 554),
    ("dot", b"451 4.7.1 later", Result.RETRY, 451),
    ("dot", b"554 5.7.1 looks like spam", Result.DEAD, 554),
    ("dot", b"554 5.4.6 too many hops", Result.DEAD, 554),
    ("dot", b"421 4.7.0 unusual rate", Result.ACCOUNT, 421),
    ("dot", b"550 5.7.60 not permitted to send as this sender", Result.ACCOUNT, 550),
]


@pytest.mark.parametrize(("stage", "reply", "result", "code"), TABLE)
def test_each_refusal_has_its_meaning(stage: str, reply: bytes, result: Result, code: int) -> None:
    with poster_on(**{stage: say(reply)}) as (poster, server, _):
        posted = poster.post(ANN, JOY, RAW)
    assert (posted.result, posted.code) == (result, code)
    assert reply[4:].decode() in posted.detail
    assert server.bodies == ([RAW.replace(b"\r\n.", b"\r\n..")] if stage == "dot" else [])


@pytest.mark.parametrize("stage", ["greeting", "EHLO", "AUTH", "MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize("how", [hang_up, silent])
def test_what_breaks_before_the_dot_is_tried_again(stage: str, how: Say) -> None:
    with poster_on(**{stage: how}) as (poster, server, _):
        posted = poster.post(ANN, JOY, RAW)
    assert posted.result is Result.RETRY and server.bodies == []
    assert posted.detail.startswith("The mail server")
    assert posted.offered is (stage in ("MAIL", "RCPT", "DATA"))


def half_a_reply(talk: Talk) -> None:
    talk.say(b"250 tak")
    talk.hang_up()


@pytest.mark.parametrize("how", [hang_up, silent, half_a_reply, say(b"hello there"), say(b"354 more?")])
def test_what_breaks_after_the_dot_is_uncertain(how: Say) -> None:
    with poster_on(dot=how) as (poster, server, _):
        assert poster.post(ANN, JOY, RAW).result is Result.UNCERTAIN
    assert len(server.bodies) == 1


def test_a_broken_quit_changes_nothing() -> None:
    with poster_on(QUIT=hang_up) as (poster, server, _):
        assert poster.post(ANN, JOY, RAW).result is Result.SENT
        poster.close()
        assert poster.post(ANN, JOY, RAW).result is Result.SENT
    assert len(server.bodies) == 2


def test_one_line_serves_many_letters_and_survives_a_refused_one() -> None:
    replies = iter([b"250 ok", b"550 5.1.1 no such user", b"250 ok"])
    with poster_on(RCPT=lambda talk: say(next(replies))(talk)) as (poster, server, running):
        results = [poster.post(ANN, JOY, RAW).result for _ in range(3)]
        assert running.connections == 1
    assert results == [Result.SENT, Result.DEAD, Result.SENT] and len(server.bodies) == 2


def test_a_line_that_died_while_kept_is_replaced_without_a_loss() -> None:
    counts = {"MAIL": 0}

    def second_mail_hangs_up(talk: Talk) -> None:
        counts["MAIL"] += 1
        (hang_up if counts["MAIL"] == 2 else say(b"250 ok"))(talk)

    with poster_on(MAIL=second_mail_hangs_up) as (poster, server, running):
        assert [poster.post(ANN, JOY, RAW).result for _ in range(2)] == [Result.SENT, Result.SENT]
        assert running.connections == 2
    assert len(server.bodies) == 2


def test_a_trickling_server_ends_at_the_wall() -> None:
    def trickle(talk: Talk) -> None:
        while True:
            talk.say(b"2")
            time.sleep(0.05)

    with poster_on(MAIL=trickle) as (poster, _, __):
        began = time.monotonic()
        assert poster.post(ANN, JOY, RAW).result is Result.RETRY
        assert time.monotonic() - began < 4


def test_a_wrong_password_is_not_sent_again_for_the_next_letter() -> None:
    with poster_on(AUTH=say(b"535 5.7.8 bad password")) as (poster, server, running):
        posted = [poster.post(ANN, JOY, RAW) for _ in range(20)]
        assert running.connections == 1
    assert {p.result for p in posted} == {Result.ACCOUNT}
    assert "Check user and password in the config" in posted[0].detail
    assert "secret" not in " ".join(p.detail for p in posted)
    assert sum(h.startswith(b"AUTH") for h in server.heard) == 1


@pytest.mark.parametrize(
    "to", ["", "joy", "joy@x.test\r\nRCPT TO:<evil@x.test>", "a b@x.test", "<joy@x.test>"]
)
def test_an_address_that_would_end_the_command_is_never_sent(to: str) -> None:
    with poster_on() as (poster, server, _):
        assert poster.post(ANN, to, RAW).result is Result.DEAD
    assert server.heard == []


def test_a_letter_larger_than_the_server_takes_is_dead_before_it_is_sent() -> None:
    with poster_on(EHLO=say(b"250-mail.test", b"250-AUTH PLAIN", b"250 SIZE 30")) as (poster, server, _):
        posted = poster.post(ANN, JOY, RAW)
    assert posted.result is Result.DEAD and "takes at most 30" in posted.detail
    assert server.bodies == []


def test_a_domain_beyond_ascii_goes_out_as_a_labels() -> None:
    with poster_on() as (poster, server, _):
        assert poster.post(ANN, "joy@bücher.test", RAW).result is Result.SENT
    assert any(b"<joy@xn--bcher-kva.test>" in h for h in server.heard)


@pytest.mark.parametrize(
    ("offer", "result"), [(b"250 8BITMIME", Result.DEAD), (b"250 SMTPUTF8", Result.SENT)]
)
def test_a_name_beyond_ascii_needs_a_server_that_can(offer: bytes, result: Result) -> None:
    with poster_on(EHLO=say(b"250-mail.test", b"250-AUTH PLAIN", offer)) as (poster, server, _):
        assert poster.post(ANN, "zoë@x.test", RAW).result is result
        assert poster.post(ANN, JOY, RAW).result is Result.SENT
    assert any(h.endswith(b" SMTPUTF8") for h in server.heard) == (result is Result.SENT)


def test_a_size_that_is_no_number_limits_nothing() -> None:
    with poster_on(EHLO=say(b"250-mail.test", b"250-AUTH PLAIN", b"250 SIZE lots")) as (poster, _, __):
        assert poster.post(ANN, JOY, RAW).result is Result.SENT
        assert "any size" in poster.check()[1]


def test_no_tls_is_for_this_machine_only() -> None:
    posted = Poster(replace(settings(25), host="smtp.example.com")).post(ANN, JOY, RAW)
    assert posted.result is Result.ACCOUNT and "on this machine only" in posted.detail


def test_starttls_never_goes_on_in_clear() -> None:
    with poster_on() as (_, server, running):
        poster = Poster(replace(settings(running.port), security="starttls"))
        posted = poster.post(ANN, JOY, RAW)
        with pytest.raises(Unready):
            poster.check()
    assert posted.result is Result.ACCOUNT and "does not offer STARTTLS" in posted.detail
    assert not any(h.startswith((b"AUTH", b"MAIL", b"mail")) for h in server.heard)


def test_a_server_that_is_not_there_is_tried_again_later() -> None:
    with Scripted(lambda talk: None) as running:
        port = running.port
    posted = Poster(settings(port)).post(ANN, JOY, RAW)
    assert posted.result is Result.RETRY and "cannot be used" in posted.detail
