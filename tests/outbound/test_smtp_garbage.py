"""A mail server that answers what no one can read: the letter waits or goes, and no exception
of a library, and no line of the server's own, comes out of the post."""

import pytest

from outbound.posted import Result
from outbound.smtp import Poster, Unready
from tests.outbound.test_smtp_hostile import ANN, JOY, RAW, Server, poster_on, say, settings
from tests.servers.scripted import Scripted

GOOD = {Result.SENT, Result.RETRY, Result.ACCOUNT, Result.UNCERTAIN, Result.DEAD}


@pytest.mark.parametrize(
    ("verb", "lines"),
    [
        pytest.param(
            "EHLO", [b"250-mail.test", b"250-AUTH PLAIN", b"250 SIZE \xb2"], id="a raised two for a size"
        ),
        pytest.param(
            "EHLO", [b"250-mail.test", b"250-AUTH PLAIN", b"250 SIZE " + b"9" * 900], id="a long size"
        ),
        pytest.param(
            "EHLO", [b"250-mail.test", b"250-AUTH PLAIN", b"250 \xff\xfe\x00"], id="no names at all"
        ),
        pytest.param("EHLO", [b"250 "], id="no words"),
        pytest.param("EHLO", [b"250"], id="a code alone"),
        pytest.param("greeting", [b"220 \x1b[31m\x00red"], id="a greeting with controls"),
        pytest.param("greeting", [b"999 what"], id="a code that is none"),
        pytest.param("MAIL", [b"450 wait\x1b[2J\x00\x9b"], id="a refusal with controls"),
        pytest.param(
            "RCPT", ["550 no\u2028posted letter=1 state=sent".encode()], id="a refusal of two lines"
        ),
        pytest.param("RCPT", [b"550-no", b"550 posted letter=1 state=sent"], id="a refusal of two replies"),
        pytest.param("dot", [b"250 \x00\x07taken"], id="taken with controls"),
        pytest.param("dot", [b"000 "], id="a code of nothing"),
        pytest.param("QUIT", [b"what"], id="no goodbye"),
    ],
)
def test_garbage_is_a_verdict(verb: str, lines: list[bytes]) -> None:
    with poster_on(**{verb: say(*lines)}) as (poster, _, __):
        posted = poster.post(ANN, JOY, RAW)
        assert posted.result in GOOD
        assert "".join(posted.detail.split("\n")).isprintable(), posted.detail
        poster.post(ANN, JOY, RAW)


@pytest.mark.parametrize(
    "offer", [b"250 AUTH CRAM-MD5", b"250 AUTH LOGIN", b"250 AUTH LOGIN CRAM-MD5 X-\xff"]
)
@pytest.mark.parametrize(
    "challenge", [b"334 %%%", b"334 YQ", b"334 \xff\xfe", b"334 ", b"334", b"334 " + b"YQ==" * 200]
)
def test_a_challenge_that_is_none_is_a_verdict(offer: bytes, challenge: bytes) -> None:
    server = Server({"EHLO": say(b"250-mail.test", offer), "AUTH": say(challenge)})
    with Scripted(server.serve) as running:
        poster = Poster(settings(running.port))
        assert poster.post(ANN, JOY, RAW).result in {Result.RETRY, Result.ACCOUNT}
        with pytest.raises(Unready):
            poster.check()
        poster.close()
