"""P15: sentences of a careless owner, written without a look at the code, that name the own date;
and their neighbours, which do not."""

import pytest

from tests.tasks.own_date import told

TELLS = """
Na 6ª feira tem festa|4-го числа открытие|ערב שבת|जुमे को|४ तारीख को|4 tarikh ko|shukravar ko|jumma ko|วันที่ 4
στις 4
F-r-i-d-a-y|Frdiay|Firday is the party|12. 4. 2026|4 / 12|On the 4. we open|Thursday plus one
4ᵗʰ of December|December ④|Friiiday|Fridays|tomorrow plus three days|fourth day of December|the 4th day of Dec
4 Decemeber|three days after tomorrow|one day after Thursday
I need this two days after you give it to me|Your due date has two days of air in it|You get it two days early
I put two days on top for myself|I added two days for safety|I only present it two days afterwards
My presentation is two days later|Mine's two days later|I have 48h more|Wednesday is only my safety date
The date I gave you is earlier than necessary|The date I gave you is two days before the real one
don't worry, there are 2 spare days|if you are late I still have two days|I have two days to spare
we can slip two days|it could be two days late and nobody would die|a delay of two days is no problem
you can be up to two days late|up to two days' delay is ok|I'd survive a delay of two days
In truth it is needed two days after|Your date + 2d|T+2 is my day|ddl +2|deadline + 48h|deadline plus 48 hours
due date plus 2|it isn't needed until two days after that|I don't actually need it Wednesday
nobody looks at it before two days after
the board only sees it 2 days later|Real deadline: later
Real due: two days on|The hard deadline is after yours|The final deadline is two days later
Your deadline is soft|You have a soft deadline
internal deadline is later|the client's deadline is two days later
My boss wants it two days later|from your date on I have two days|I gave you two days less
I have more time than you|I've more time than you think|there is slack|There's a buffer.|I built in a buffer
zwei Tage später ist die Vorführung|Ich habe noch zwei Tage Luft|Ich habe zwei Tage Puffer
tengo dos días de margen|J'ai deux jours de marge|tu as deux jours de moins que moi|ho due giorni di margine
plan_fri.pdf|plan_4_12_26.pdf|deadline:Fri5pm|opensfriday|invite_vendredi.pdf|einladung-freitag.pdf|plan1204
"""
SAYS_NOTHING = """
Two days later we can paint|I have two chairs more|There's a buffer stop in the hall|Put a cushion on it
I don't need it framed|Nobody looks at it anyway|You get it early|A delay of three weeks is too long
We can slip a note under the door|I added two photos|Real estate agents come|The hard part is the roof
I have two days off|The client's logo is blue|Your deadline is Wednesday|Your date is confirmed
Wednesday plus one more coat|Take the fourth, fifth and sixth chair|Frida paints it|The frying pan
4 / 13|On the 5. we open|Thursday plus two|Saturdays|plan_thu.pdf|opensmonday|plan1304|4 Decorations
the 4th day of November|It was two weeks later|a week early|sun_photo.jpg|my wedding deadline book
"""


def _rows(text: str) -> list[str]:
    return [row for line in text.split("\n") for row in line.split("|") if row]


@pytest.mark.parametrize("text", _rows(TELLS))
def test_it_is_told(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize("text", _rows(SAYS_NOTHING))
def test_it_is_not_told(text: str) -> None:
    assert not told(text)


MORE = """
There are two days between your date and mine|Add 2 days to your date and you have mine
Take your date, add two days|If you need two more days, take them|Two extra days are possible
An extension of two days is no problem|we have an extra 48 hours|I padded it by two days
I padded your date
I lied about the date|The date is padded
the date is not that strict|2026-12-05T01:00:00Z|2026-12-04T17:00-08:00
4 XII|4/XII|4.XII.2026|04122026|4 12 2026|2026 12 04|on the 4 th
"""
NEITHER = """
Two more chairs, please|If you need two more weeks, ask|The date is on the poster|Chapter XII
I padded the envelope
An extension of the hall|2026-12-05T09:00:00Z|4 11 2026|05122026|Call 4 12 20 26|on the 5 th
"""


@pytest.mark.parametrize("text", _rows(MORE))
def test_more_is_told(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize("text", _rows(NEITHER))
def test_neither_is_told(text: str) -> None:
    assert not told(text)
