"""index.html of a demo: the week in order, with a link to every letter.

One file with its style inside and nothing from elsewhere, so that it opens from
the disk, on a telephone too.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby

from jinja2 import DictLoader, Environment, StrictUndefined

from demo.cast import OWNER, PLAYERS
from demo.client import Letter
from demo.telling import Line

PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Handoff: a week of letters</title>
<style>
body { margin: 0; background: #f2f4f7; color: #1b2430; font: 16px/1.5 -apple-system, BlinkMacSystemFont,
  "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
main { max-width: 720px; margin: 0 auto; padding: 20px 14px 40px; overflow-wrap: anywhere; }
h1 { font-size: 26px; line-height: 1.25; margin: 0 0 6px; }
h2 { font-size: 18px; margin: 30px 0 8px; }
p { margin: 0 0 10px; }
a { color: #1d5fb8; }
ul { list-style: none; margin: 0; padding: 0; }
li { display: flex; gap: 12px; margin: 0 0 8px; }
time { flex: 0 0 42px; color: #5a6675; font-size: 14px; padding-top: 10px; }
.card { flex: 1; min-width: 0; background: #fff; border: 1px solid #e1e6ec; border-left: 4px solid var(--ink);
  border-radius: 8px; padding: 8px 12px; }
.said { flex: 1; min-width: 0; padding: 8px 4px; }
.small { color: #5a6675; font-size: 14px; }
.subject { display: block; font-weight: 600; padding: 2px 0; }
.words { margin: 2px 0 0; padding-left: 10px; border-left: 3px solid #c9d1da; color: #3a4656;
  white-space: pre-line; }
.who { color: var(--ink); font-weight: 700; }
.sums { display: flex; flex-wrap: wrap; gap: 8px; margin: 12px 0; }
.sums div { background: #fff; border: 1px solid #e1e6ec; border-top: 4px solid var(--ink); border-radius: 8px;
  padding: 6px 14px; min-width: 96px; }
.sums b { display: block; font-size: 24px; line-height: 1.2; }
</style>
</head>
<body>
<main>
<h1>A week of letters</h1>
<p>{{ owner.name }} mailed three tasks to tasks@example.test. Everything below came from that, and nobody
opened anything but a mail client. A card is a letter of Handoff: open it as its reader saw it. What people
wrote themselves stands between the cards.</p>
<div class="sums">
{% for person in people %}<div style="--ink: {{ inks[person.user] }}"><b>{{ counts.get(person.user, 0) }}</b>
<span class="small">to {{ person.first }}</span></div>
{% endfor %}</div>
<p class="small">Times are on {{ owner.first }}&rsquo;s clock (Los Angeles), a due date on its reader&rsquo;s.
Joy is in Manila, sixteen hours ahead, Ben in New York, three hours ahead.</p>
{% for day, lines in days %}
<h2>{{ day }}</h2>
<ul>
{% for line in lines %}
<li style="--ink: {{ inks[line.who] }}"><time>{{ owner.local(line.at).strftime("%H:%M") }}</time>
{% if line.letter %}{% set letter = letters[line.letter] %}<div class="card">
<span class="small"><span class="who">To {{ letter.reader.first }}</span>
&middot; {{ letter.kind | replace("-", " ") }}</span>
<a class="subject" href="{{ names[line.letter] }}.html">{{ letter.subject }}</a>
<span class="small">{{ line.text }} <a href="{{ names[line.letter] }}.eml">.eml</a></span>
</div>{% else %}<div class="said"><span class="who">{{ line.text }}</span>
{% if line.words %}<p class="words">{{ line.words }}</p>{% endif %}</div>{% endif %}</li>
{% endfor %}
</ul>
{% endfor %}
</main>
</body>
</html>
"""
INKS = dict(zip((p.user for p in PLAYERS), ("#1d5fb8", "#1b7443", "#9a5700", "#5b3fb5"), strict=True))


def name_of(letter: Letter) -> str:
    """Where a letter lies in the demo's folder, without its ending."""
    return f"letters/{letter.number:02}-{letter.reader.user}-{letter.kind}"


def index(lines: Sequence[Line], letters: Sequence[Letter], counts: Mapping[str, int]) -> str:
    """The whole page. `lines` are in order of time and name their letters."""
    loader = DictLoader({"index.html": PAGE})
    page = Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template("index.html")
    days = [(d, list(g)) for d, g in groupby(lines, lambda n: f"{OWNER.local(n.at):%A %-d %B}")]
    return page.render(
        owner=OWNER,
        people=PLAYERS,
        counts=counts,
        days=days,
        inks=INKS,
        letters={n.number: n for n in letters},
        names={n.number: name_of(n) for n in letters},
    )
