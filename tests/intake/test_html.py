"""HTML to text: what the letters mean stays, whatever stands around them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.html import text_of_html


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param("<p>One</p><p>Two</p>", "One\n\nTwo", id="paragraphs"),
        pytest.param("One<br>Two<br/>Three", "One\nTwo\nThree", id="line breaks"),
        pytest.param("<div>One</div><div>Two</div>", "One\nTwo", id="divisions"),
        pytest.param("<ul><li>a<ul><li>b</ul><li>c</ul>", "- a\n  - b\n- c", id="lists"),
        pytest.param("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b", id="numbered"),
        pytest.param("<table><tr><td>a<td>b<tr><td>c</td><td>d</table>", "a | b\nc | d", id="table"),
        pytest.param(
            "<table><tr><td><p>a</p></td><td><p>b</p></td></tr><tr><td><div>c</div></td><td>d</td></tr></table>",
            "a | b\nc | d",
            id="table of paragraphs",
        ),
        pytest.param(
            "<table><tr><td></td><td><p>a</p><p>b</p><ul><li>c</ul></td></tr></table>",
            "a\n\nb\n\n- c",
            id="table that lays out",
        ),
        pytest.param(
            "<blockquote><table><tr><td><p>a</p></td><td></td><td>b</td></tr></table></blockquote>",
            "> a |  | b\n> ",
            id="quoted table",
        ),
        pytest.param("by <s>Thursday </s>Friday", "by ~~Thursday~~ Friday", id="struck"),
        pytest.param("<del>a <b>b</b></del> <s></s>c", "~~a b~~ c", id="struck more"),
        pytest.param(
            '<span style="text-decoration: line-through">a <span>b</span></span> c',
            "~~a b~~ c",
            id="by style",
        ),
        pytest.param("<s>a<p>b</p>", "~~a~~\n\nb", id="struck and never closed"),
        pytest.param("<blockquote>a<blockquote>b</blockquote></blockquote>c", "> a\n> > b\nc", id="quotes"),
        pytest.param("a<hr>b", "a\n" + "_" * 32 + "\nb", id="rule"),
        pytest.param("<pre>a\n  b</pre>", "a\n  b", id="code"),
        pytest.param(
            '<a href="https://x.example/p">the page</a>', "the page <https://x.example/p>", id="link"
        ),
        pytest.param('<a href="https://x.example/">x.example</a>', "x.example", id="link that says itself"),
        pytest.param('<a href="mailto:a@b.example">write</a>', "write <a@b.example>", id="address"),
        pytest.param('<a href="javascript:alert(1)">here</a>', "here", id="script link"),
        pytest.param("<img alt='a sign'>", "a sign", id="picture"),
        pytest.param("a &amp;&nbsp;b &lt;c&gt; &#8364;", "a & b <c> €", id="entities"),
        pytest.param("<style>p{}</style><script>x<y</script><title>t</title>a", "a", id="silent"),
        pytest.param("<div style='DISPLAY : none'>secret<div>x</div></div>a", "a", id="hidden"),
        pytest.param("<!-- no --><!doctype html><?xml?>a<![endif]>", "a", id="declarations"),
        pytest.param("3 < 4 and <5> and a<b", "3 < 4 and <5> and a<b", id="signs that are no tags"),
        pytest.param('<p title="a > b">c</p>', "c", id="sign inside an attribute"),
        pytest.param("<p>unfinished <b", "unfinished <b", id="unfinished tag"),
        pytest.param("<script>never ended", "", id="unfinished script"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_text_of_html(html: str, text: str) -> None:
    assert text_of_html(html) == text


def test_words_indented_in_gmail_are_the_writers_own() -> None:
    assert text_of_html('<blockquote class="gmail_quote">mine</blockquote>') == "mine"
    history = '<div class="gmail_quote"><blockquote class="gmail_quote">theirs</blockquote></div>'
    assert text_of_html(history) == "> theirs"


UNITS = [
    "<",
    "<a ",
    "</",
    "<!--",
    '<a b="',
    "<![CDATA[",
    "&",
    "<div>",
    "<ul><li>",
    "<td>",
    "<style>",
    "<blockquote>",
    "a='",
]


@pytest.mark.parametrize("unit", UNITS)
def test_linear(unit: str) -> None:
    """A guard against hangs; bench/ measures the slope."""
    begun = time.monotonic()
    text_of_html(unit * (300_000 // len(unit)))
    assert time.monotonic() - begun < 10


@given(
    st.lists(st.sampled_from([*UNITS, ">", "-->", "</div>", '"', "x", "</blockquote>", "\x00"]), max_size=50)
)
def test_never_raises(pieces: list[str]) -> None:
    text_of_html("".join(pieces))
