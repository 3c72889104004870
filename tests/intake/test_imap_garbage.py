"""A mail server that answers what no one can read: it is away, the connection is dropped,
and no exception of a library, or of ours, comes out of the source."""

from collections.abc import Sequence

import pytest

from intake.imap import ImapSource
from intake.source import Move, ServerAway, Spot
from tests.intake.imap_help import Ledger, fetch_all, settings
from tests.servers.scripted import Reply, Talk, imap_server, ok


def raw(*lines: bytes) -> Reply:
    """These very lines, then an OK."""

    def reply(talk: Talk, tag: bytes, rest: bytes) -> None:
        talk.say(b"".join(line + b"\r\n" for line in lines) + tag + b" OK done\r\n")

    return reply


@pytest.mark.parametrize(
    ("verb", "lines"),
    [
        pytest.param("SELECT", [b"* OK hello"], id="a folder without a number of mails"),
        pytest.param("SELECT", [b"* x EXISTS"], id="a number that is none"),
        pytest.param("SELECT", [b"* 1 EXISTS", b"* OK [UIDVALIDITY x] y"], id="a validity that is none"),
        pytest.param("CAPABILITY", [b"* CAPABILITY IMAP4rev1 \xe4\xff"], id="capabilities beyond ASCII"),
        pytest.param("UID_SEARCH", [b"* SEARCH 0 1"], id="a mail with the number nothing"),
        pytest.param("UID_SEARCH", [b"* SEARCH -1 1"], id="a mail with less than nothing"),
        pytest.param("UID_SEARCH", [b"* SEARCH 1 x 3"], id="a search that finds letters"),
        pytest.param("UID_SEARCH", [b"* SEARCH \xff"], id="a search beyond ASCII"),
        pytest.param("UID_SEARCH", [b"* SEARCH (1 2"], id="a search with an open bracket"),
        pytest.param("UID_FETCH", [b"* 1 FETCH (UID"], id="half a mail"),
        pytest.param("UID_FETCH", [b"* 1 FETCH (UID x RFC822.SIZE y)"], id="letters for numbers"),
        pytest.param("UID_FETCH", [b"* 1 FETCH"], id="a mail of nothing"),
        pytest.param("UID_FETCH", [b"* x FETCH (UID 1 RFC822.SIZE 5)"], id="no number of a mail"),
        pytest.param("UID_FETCH", [b'* 1 FETCH (UID 1 INTERNALDATE "99-Foo-0000 x")'], id="no date"),
        pytest.param("UID_FETCH", [b"* 1 FETCH (UID 1 INTERNALDATE 7)"], id="a number for a date"),
        pytest.param("UID_FETCH", [b"* 1 FETCH (UID 1 INTERNALDATE NIL)"], id="nothing for a date"),
        pytest.param("UID_FETCH", [b'* 1 FETCH (UID 1 RFC822.SIZE "a")'], id="a word for a size"),
        pytest.param("UID_FETCH", [b"* 1 FETCH " + b"(" * 5000 + b")" * 5000], id="brackets without end"),
        pytest.param("UID_FETCH", [b"* 1 FETCH (" + b"9" * 5000 + b" 1)"], id="digits without end"),
        pytest.param(
            "UID_FETCH",
            [b'* 1 FETCH (UID 1 RFC822.SIZE 5 INTERNALDATE "02-Mar-2026 10:00:00 +9999")'],
            id="a zone of four days",
        ),
        pytest.param(
            "UID_FETCH",
            [b'* 1 FETCH (UID 1 RFC822.SIZE 5 INTERNALDATE "01-Jan-0001 00:00:00 +2359")'],
            id="a date before the first",
        ),
    ],
)
def test_garbage_is_a_server_away(verb: str, lines: Sequence[bytes]) -> None:
    replies = {"SELECT": ok(b"1 EXISTS"), "UID_SEARCH": ok(b"SEARCH 1"), "UID_FETCH": ok(), verb: raw(*lines)}
    with imap_server(None, **replies) as server:
        source = ImapSource(settings(server.port))
        try:
            assert fetch_all(source, Ledger().known()) == []
        except ServerAway as told:
            assert str(told).startswith("The mail server 127.0.0.1:")
            assert len(str(told)) < 400
        source.close()


@pytest.mark.parametrize(
    "lines", [[b"* LIST"], [b"* LIST (\\Sent) x"], [b'* LIST "/" INBOX'], [b"* LIST () \xff \xfe"]]
)
def test_garbage_for_folders_leaves_the_mail_where_it_is(lines: Sequence[bytes]) -> None:
    with imap_server(SELECT=ok(b"1 EXISTS", b"OK [UIDVALIDITY 7] x"), LIST=raw(*lines)) as server:
        source = ImapSource(settings(server.port))
        try:
            (moved,) = source.move([Move(Spot("tasks", "INBOX", 7, 1), "Handoff/Joy")])
            assert not moved.ok
        except ServerAway as told:
            assert "LIST" in str(told)
        source.close()


@pytest.mark.parametrize("prefix", [b"\x00", b"\x00\x00INBOX", b"a\rb"])
def test_a_namespace_that_would_end_a_command_is_garbage(prefix: bytes) -> None:
    heard: list[bytes] = []
    capable = ok(b"CAPABILITY IMAP4rev1 NAMESPACE MOVE UIDPLUS")
    space = raw(b'* NAMESPACE (("' + prefix + b'" "/")) NIL NIL')
    replies = {"SELECT": ok(b"1 EXISTS", b"OK [UIDVALIDITY 7] x"), "CAPABILITY": capable, "NAMESPACE": space}
    with imap_server(heard, **replies) as server:
        source = ImapSource(settings(server.port))
        (moved,) = source.move([Move(Spot("tasks", "INBOX", 7, 1), "Handoff/Joy")])
        assert not moved.ok and "NAMESPACE" in moved.detail
        source.close()
    assert not any(line.startswith(b"CREATE") for line in heard)


def test_a_folder_whose_name_would_end_a_command_is_passed_over() -> None:
    listed = raw(b'* LIST (\\Sent) "/" "Se\x00nt"', b'* LIST () "/" INBOX')
    with imap_server(LIST=listed) as server:
        source = ImapSource(settings(server.port))
        assert source.in_sent(["<a@example.com>"]) is None
        source.close()
