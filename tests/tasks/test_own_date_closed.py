"""P15: six attacks on the rule that words on time stay back unless they surely mean another date, and
their neighbours, which go."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.tasks.own_date import OWN, THEIRS, told

FIRST = """
The bride's mother lands in a hundred hours.
I handed you a date that leaves me a good two days of breathing space.
Take it easy, the curtain only rises at the tail of the week.
They shoot the video ninety hours from when you read this.
My slot at the printer's is 4 days out.
I've padded things, so a slip of 40-odd hours is survivable.
The opening is scheduled for wk. 49, day 5.
The inspection happens on the 338th day of 2026.
We unveil it the day before the first weekend of the month.
We unveil it on December's first Friday-ish day.
Picture us unveiling it exactly one week after Black Friday.
Mum's flight gets in three nights after tomorrow night.
The date minus 21 from Christmas is what counts.
Be done early; the ceremony is a brace of days behind yours.
Ceremony: T minus 4 days.
The ceremony is D+2 relative to yours.
Only a handful of days remain until the ceremony.
The ceremony is this coming fifth of the week.
In the evening four days hence we gather.
We gather when the month is four days old.
We gather on the morrow of Thursday.
Nobody is in before the last work day of this week.
The hall is ours from 96 h after this mail.
The guests will see it one hundred hours from this morning.
Your Wednesday plus 48.
Add 172800 seconds to yours.
The train for the fair goes 2 d after.
It's for the Saturday-eve party.
It is for the night before Saturday.
Our landlord comes round on the 4th inst.
Our landlord comes round on 4/12/26.
Our landlord comes round at the week's close.
It's due at the client 0.5 weeks after the first Monday reminder.
Advent's first week ends with our show.
The show is on St. Barbara.
The show is two days prior to Nikolaus.
Die Gala ist in gut vier Tagen.
Die Gala ist übermorgen plus zwei Tage.
Die Gala ist einen Tag nach Donnerstag.
Die Gala steigt in der ersten Dezemberwoche.
Die Gala steigt in der 49. Kalenderwoche.
Die Gala ist in hundert Stunden.
Ihr habt zwei Tage weniger als ich.
Le gala tombe la première semaine de décembre.
Le gala tombe dans une centaine d'heures.
Le gala tombe la veille de samedi.
La gala es a los dos días de tu entrega.
La gala es la primera semana de diciembre.
La gala es pasado el jueves, un día más.
Il gala è nella prima settimana di dicembre.
Il gala è due giorni più in là del tuo.
Het gala is twee nachtjes slapen na jouw datum.
Het gala is in de eerste week van december.
Gala jest dwa dni po środzie.
Бал в первую неделю декабря.
Бал через четверо суток.
舞会は水曜の二日後です。
晚会在下周之前的最后一个工作日。
파티는 수요일 이틀 뒤입니다.
الحفل بعد أربع ليال.
Balo çarşambadan iki gün sonra.
"""
SECOND = """
Between us, there's a cushion of roughly fifty hours built in.
My actual drop-dead date trails yours by a couple of days.
Once you deliver, the lawyers sit on it for 48 hrs and then we file.
We file in week forty-nine, toward the back of it.
We file on day five of the week.
We file four mornings from this one.
We file the very next working day after Thursday.
I told you Wed but Thu plus one is fine.
The auditors want it within the first four days of Dec.
The auditors want it by the time December is four days in.
The auditors come three Fridays before Christmas.
The auditors come exactly three weeks ahead of Xmas.
The auditors come 21 days before Christmas Day.
The auditors come on the last weekday of this week.
The auditors come a week from last Friday.
The auditors come a week from the 27th.
The auditors come two weeks from the 20th of Nov.
The auditors come 10 days after the 24th.
The auditors come when the working week ends.
It is not really urgent until the working week is over.
Give or take two days on your date is no drama.
A two day slip won't hurt anybody.
If it slides by forty-eight hours nobody notices.
I could stretch it by 2d.
The van picks it up at 5 in the afternoon, two days after Wed.
The van picks it up a hundred and one hours from Monday noon.
The van picks it up on 04/12.
The van picks it up on 12-04-2026.
The van picks it up around St Nick's, two days before to be exact.
The van picks it up on the twelfth month's fourth.
The van comes on the fourth, which is after yours.
Van: 2026-W49-5.
Van: W49/5.
Van: day 338/365.
Van: 2026-338.
Van leaves 27 days before New Year's Eve.
Das Auto kommt in weniger als fünf Tagen.
Das Auto kommt zwei Werktage nach Mittwoch.
Das Auto kommt zum Ende der Arbeitswoche.
Das Auto kommt drei Wochen vor Heiligabend, plus einen Tag.
Das Auto kommt anderthalb Wochen nach dem 24.
Das Auto kommt in der ersten Hälfte des Dezembers.
Der Laster fährt 48 Std. später.
La camionnette part sous quatre jours et demi.
La camionnette part trois semaines avant Noël.
La camionnette part en tout début de mois.
La furgoneta sale en menos de cinco días.
La furgoneta sale a primeros de diciembre.
La furgoneta sale dos jornadas después del miércoles.
Il furgone parte entro quattro giornate.
Il furgone parte ai primi di dicembre.
A carrinha sai dois dias a seguir à quarta.
De bus vertrekt twee dagen na woensdag.
De bus vertrekt drie weken voor kerst.
Bussen går två dagar efter onsdag.
Bussen kører om 96 timer.
Auto odjíždí za čtyři dny.
Samochód jedzie trzy tygodnie przed Bożym Narodzeniem.
Машина уходит за три недели до Рождества.
Машина уходит на пятый день недели.
車は四日後に出ます。
车在圣诞节前三周出发。
차는 크리스마스 3주 전에 떠납니다.
السيارة تغادر بعد ست وتسعين ساعة.
המשאית יוצאת יומיים אחרי יום רביעי.
"""
THIRD = """
My customer only comes by in ninety-six hours, so relax.
To be honest mid-week suits you and the weekend suits me.
I'd say mid-December at the very latest for the fair.
In KW 49 Fr is the fair.
The fair is the fourth of the twelfth.
The fair is on the fifth day of the week.
96 hrs from now I hand it to the fair.
A fortnight after the 20th I hand it over.
Week 49 is when I hand it over.
On day 338 of the year I hand it over.
I hand it over at the beginning of next month's first weekend.
I hand it over once the first week of the month is through.
I hand it over two sleeps after you hand it to me.
I hand it over before the second Advent.
I hand it over just ahead of St. Nick.
I hand it over on Friday's eve plus one.
My deadline sits two days behind.
My cut-off is 48h on.
There's a 2-day pad on it.
You've got a 2-day pad.
There is a day or two of play in it.
There is some play, about two days.
I can absorb a delay of a couple of days.
I have until the week is out.
I have until week's end.
I have the rest of the week.
I've the whole week.
I've all week, you have half.
Mine is forty-eight hours on from that.
The client flies in three days from tomorrow.
The client flies in the day after the day after Wednesday.
The client flies in Wed + 2.
The client flies in Wed+48h.
The client flies in two dawns past Wednesday.
The client flies in 4 Dec-ish.
The client flies in Dec 4th-ish.
The client flies in on the 4ᵗʰ.
The client flies in on the last day of business this week.
The client flies in around a week after Black Friday.
The client flies in a week after Thanksgiving Friday.
The client flies in the Friday after Thanksgiving week.
The client flies in when Thanksgiving is eight days past.
The client flies in 5 days past last Sunday.
The client flies in five days into the week.
The client flies in four days into December.
The client flies in on the 4th day of Advent month.
The client flies in on D-Day, two days after you.
The client flies in shortly before the weekend starts.
The client flies in when you've been finished for 48 hours.
Wir brauchen es in 96 Std.
Wir brauchen es Mitte Dezember.
Wir brauchen es am vierten zwölften.
Wir brauchen es zwei Tage nach dir.
Wir brauchen es zum Wochenausklang.
Nous en avons besoin le quatre douze.
Nous en avons besoin quarante-huit heures après toi.
Lo necesitamos el cuatro del doce.
Lo necesitamos 48 horas después que tú.
Ci serve il quattro dodici.
Ci serve 48 ore dopo di te.
We hebben het nodig op vier twaalf.
Potrzebujemy tego czwartego dwunastego.
Нам надо четвёртого двенадцатого.
我们需要它在12月上旬。
それは12月第1週に必要です。
لدي يومان أكثر منك.
나는 이틀 더 있어.
"""
FOURTH = """
Listen, my handover to the museum is only in roughly a hundred hours.
Don't tell the others, but the museum gave me the whole working week.
The museum expects us a pair of days past the date I wrote you.
Museum handover: Thu night / Fri early.
Museum handover is one sleep after Thursday.
Museum handover comes with the last office day of the week.
Honestly the handover is 2 days post yours.
Handover = yours + 48h.
Handover is 2 bus. days after Wed.
Handover will be the week's fifth day.
Handover is five days after the 29th.
Handover is nine days after Thanksgiving Wednesday.
Handover lies 20 days before 24 Dec.
Handover falls 3 days after the month begins.
Handover is on the third day after the first.
The tram strike hits the day we need it, on the 4th of the last month of the year.
We need it by the time the first week of Advent is nearly done.
We need it just in time for the St. Nicholas weekend.
We'd be fine if it came with the Saturday morning paper, i.e. the evening before.
We would even be fine with a day before Saturday.
Our truck is here one day short of Saturday.
Our truck is here before the fifth.
Our truck is here no earlier than 46 hours after Wednesday noon.
The truck: 3 nights and a bit.
Truck in 4x24h.
Truck in four days' time.
Truck in four days time.
Truck in a good half week.
Truck arrives half way through the first week of Dec.
Truck arrives before the week is done.
Truck arrives once the fourth night has passed.
Truck arrives by close of play at the end of the week.
Truck's here on day four from now.
Truck's here on the fourth day counted from now.
It's enough when I have it a day after the day after tomorrow.
I'm good until the day that follows Thursday.
I'm good till Thursday midnight and then some hours.
I'm good for two days after your date has passed.
You could be late by a day or two.
Being 1-2 days late is harmless.
Two to three days of delay do no harm.
Up to 50 hours of overrun is okay.
There are two nights between your date and the truck.
Your date is 2 nights too soon, on purpose.
Das Museum will es erst in fünf Tagen minus ein paar Stunden.
Das Museum will es am 5. Tag dieser Woche.
Das Museum will es binnen 100 Stunden.
Das Museum hat mir die ganze Woche gegeben.
Das Museum gab mir zwei Tage obendrauf.
Das Museum holt es einen Tag vor Samstag.
Du darfst ruhig zwei Tage überziehen.
Le musée le veut deux jours plus tard que toi.
Le musée le veut avant la fin de cette semaine.
Le musée m'a laissé deux jours de rab.
Le musée passe dans un peu moins de cinq jours.
El museo lo quiere un par de días después que tú.
El museo me dio toda la semana.
El museo viene cuatro noches después de hoy.
Il museo viene fra quattro notti.
Het museum komt twee dagen na jouw datum.
Muzeum přijde dva dny po tobě.
Muzeum chce to w ostatni dzień roboczy tygodnia.
Музей заберёт через пару дней после тебя.
Музей ждёт до конца рабочей недели.
Müze iki gün sonra alacak.
美術館は二日遅れで取りに来ます。
博物馆比你的日期晚两天。
박물관은 네 밤 자고 옵니다.
المتحف يأتي بعد يومين من موعدك.
"""
SIXTH = """
Relax, the gallery only opens its doors in a bit over four days.
The gallery gave me some extra time, two more sunsets.
Gallery wants it EOW.
Gallery wants it by EoW at the latest.
Gallery wants it COB on the last day of the week.
Gallery wants it the morning of the day before the weekend.
Gallery wants it after three more nights.
Gallery wants it come the weekend.
Gallery wants it latest by the start of the weekend.
The delivery slot is 5 working days from last Friday.
The delivery slot is 7 days after last Friday.
The delivery slot is exactly a week after the 27th of last month.
The delivery slot is in the 1st week of the 12th month.
The delivery slot is one night before St Nick's Eve.
The slot's two d later.
The slot's +2d.
The slot is +48h vs yours.
The slot = your date +2.
The slot is your day and two more.
The slot is your day, then two further days.
The slot is when two nights have gone by after yours.
The slot is a tad later: day after the day after.
The slot is the second day following your date.
The slot is two suns after.
The slot is between the 3rd and the 5th.
The slot is somewhere from Thursday night to Saturday morning.
The slot is past Thursday but short of Saturday.
The slot is the day that Thursday turns into.
The slot is the penultimate day before Sunday.
The slot is two days ahead of Sunday.
The slot is two days short of Sunday.
The slot is Sunday minus two.
The slot is Monday week minus 3 days.
The slot is next Monday less three days.
Slot: Dec 1 + 3 days.
Slot: 1.12. + 3 Tage.
Slot: 30 Nov plus four.
Slot: three days into December.
Slot: four days after November ends.
Slot: the 4th day after November.
Slot: once November is four days gone.
In four days the slot opens.
Four days on, the slot opens.
Four more days and the slot opens.
Four more sleeps!
Only ninety-odd hours left to the slot.
I have got till 4/12, you till 2/12.
You: 2nd. Me: 4th.
You get 2 days, I get 4.
My date has two days on yours.
My slot lags yours by 2 days.
Your date leads mine by 2 days.
Der Termin ist in gut 100 Stunden.
Der Termin liegt zwischen Donnerstag und Samstag.
Der Termin ist Sonntag minus zwei Tage.
Le rendez-vous est à J+4.
Le rendez-vous est dans 96h.
La cita es a las 96 horas.
La cita es dos días antes del domingo.
Spotkanie jest dwa dni przed niedzielą.
Встреча за два дня до воскресенья.
予定は日曜の二日前です。
日程在周日前两天。
"""
GOES = """
remind: 2 days before
Have a good weekend!
I'll be at the printer's until noon, call me there.
If it takes longer than a day, tell me.
I'm in meetings all afternoon.
The bride's mother sings for an hour.
The lights stay on ninety minutes.
Charge the lamp for two days.
Use the two-day visa picture.
They are closed on Mondays.
Thanksgiving is over, take the turkey off.
The Easter eggs are in the box.
It was hung four weeks ago.
The shop sells fifty an hour.
Every fourth week we change the window.
I slept two hours.
The course takes four weeks.
Bill me for two days of work.
It is a nine day wonder.
The next task is the fence.
More of the blue, less of the red.
See you in two months.
The lease runs out in ten days.
Half of the week was rain.
Wir haben jede Woche Besuch.
Die Farbe muss zwei Tage trocknen.
Das Bild ist vier Tage alt.
Deux heures de travail par jour.
Le feu chauffe une demi-heure.
Tres fotos por semana.
Il negozio apre tutti i giorni.
Elke week een foto.
Два раза в неделю.
一週間に二回送ってください。
일주일에 두 번 보내 주세요.
"""

MIDDLE_OF_DECEMBER = """
The jury sits mid-December.
The jury sits in the middle of the month.
The jury sits the Monday after yours.
The jury sits five days after you.
The jury sits in two weeks.
The jury sits a fortnight from today.
The jury sits in 14 days.
The jury sits right after the third Advent.
The jury sits the day after the third Sunday of Advent.
The jury sits the weekend after you, plus a day.
The jury sits in wk 51.
The jury sits early in week 51.
The jury sits the week after next.
The jury sits at the start of the week after next.
The jury sits 3 working days after yours.
The jury sits in ten business days.
The jury sits eleven days before Christmas.
The jury sits in a couple of weeks.
The jury sits in under three weeks.
The jury sits in 336 hours.
You have less than a week less than I do.
Die Jury tagt in vierzehn Tagen.
Die Jury tagt Mitte des Monats.
Die Jury tagt übernächste Woche.
Die Jury tagt am dritten Montag ab heute.
Le jury passe dans quinze jours.
Le jury passe à la mi-décembre.
Le jury passe dans deux semaines.
El jurado viene a mediados de mes.
El jurado viene dentro de dos semanas.
Жюри через две недели.
評審は12月中旬です。
评审在两周后。
심사는 12월 중순입니다.
Juri datang dua minggu lagi.
"""
MIDDLE_OF_JANUARY = """
The jury sits mid-January.
The jury sits in the middle of next year's first month.
The jury sits three days after yours.
The jury sits in the second week of the new year.
The jury sits two weeks into January.
The jury sits two weeks after New Year's.
The jury sits nine days after Epiphany.
The jury sits in six and a half weeks.
The jury sits in about a month and a half.
The jury sits 46 days from now.
The jury sits three weeks after Christmas.
The jury sits in week two of 2027.
The jury sits in KW 2.
The jury sits on day fifteen of the year.
The jury sits when January is half over.
Die Jury tagt Mitte Jänner.
Le jury passe à la mi-janvier.
Jury jest w połowie stycznia.
"""
SAME_DAY = """
I need it three hours after you.
I need it 3 hours later than yours.
You have three hours less than me.
There are three hours between your time and mine.
I can wait 180 minutes longer than your time.
Friday 5pm is when I need it.
"""


def _rows(text: str) -> list[str]:
    return [row for row in text.split("\n") if row]


@pytest.mark.parametrize(
    "text", [*_rows(FIRST), *_rows(SECOND), *_rows(THIRD), *_rows(FOURTH), *_rows(SIXTH)]
)
def test_it_stays_back(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize("text", _rows(GOES))
def test_it_goes(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    ("rows", "own", "theirs"),
    [
        (MIDDLE_OF_DECEMBER, timedelta(days=10), timedelta(days=7)),
        (MIDDLE_OF_JANUARY, timedelta(days=42), timedelta(days=41)),
        (SAME_DAY, timedelta(0), timedelta(days=2, hours=-3)),
    ],
)
def test_another_date_stays_back(rows: str, own: timedelta, theirs: timedelta) -> None:
    later = replace(OWN, at=OWN.at + own, phrase=""), replace(THEIRS, at=THEIRS.at + theirs)
    assert [row for row in _rows(rows) if not told(row, *later)] == []
