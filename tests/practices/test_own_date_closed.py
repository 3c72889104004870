"""P15: of a task with an own date, words that speak of time stay back unless they surely speak of
another one: distances that nobody can reckon, weeks by their number, parts of a month, feasts.

All sentences of a row go in one mail, each on a line of its own. The own date is Friday 4 December
2026, 17:00 Pacific; Joy has Wednesday 2 December; it is Monday 30 November."""

import pytest

from tests.practices.offices import hand_over, opened
from tests.practices.own_date_kit import read_by_joy, read_by_owner
from tests.shell.office import Office

BUFFER = "Draw a flyer.\nDue: Friday 5pm\nbuffer: 2 days"

HOSTILE = {
    "hours": "We open in a hundred hours, give or take.|In one hundred and four hours the jury sits."
    "|The doors open 5760 minutes from now.|You have a good forty-eight hours less than the hall gave me."
    "|My copy shop wants it 24h before 5 December.|Give me until forty-eight hours later.",
    "weeks": "It goes up in calendar week 49.|We need it W49.|wk 49 is when we hang it."
    "|It is for the tail end of the week.|The guests come at the close of the week."
    "|Half a week from now it must hang.|We have a full working week until the guests come."
    "|The truck leaves a little under a week from the day I wrote this.",
    "numbered": "Hang it up on day 338 of the year.|The mayor comes on the fifth working day."
    "|The fourth day of the twelfth month is ours.|The twelfth month, day four, is when the guests come."
    "|The jury sits on the 2nd day after yours.|Four twelve is when the guests come."
    "|The guests come on the fourth in month twelve.",
    "months": "It must hang by early December.|It is sometime in the first week of December."
    "|The wall is up in the first days of Dec.|Everything happens in December.",
    "feasts": "Think of the week after Thanksgiving.|We open two days before St Nicholas."
    "|It hangs on St Barbara's day.|The wall is up three weeks before Christmas."
    "|Eight days after Thanksgiving the doors open.",
    "nights": "We show it two sunrises after yours.|I told the hall four sleeps."
    "|The printers run a couple of nights after you are done.|I can live with two more nights.",
    "anchored": "Six days after Saturday the doors open.|A fortnight after 20 November the doors open."
    "|The doors open 14 days after the 20th.|The doors open the day following Thursday."
    "|The doors open right after Thursday.|The doors open just before Saturday."
    "|The doors open on the day between Thursday and Saturday.|The jury sits Thursday plus a day."
    "|The van comes a few hours before the weekend.",
    "about": "The truck leaves in less than five days.|Doors in 4 days and some hours."
    "|Count five days from today, today included.|In just under five days the jury sits.",
    "yours": "The hall gave me 2 days on top of what I gave you."
    "|The jury sits two working days past your limit."
    "|The jury sits when you have been done for two days."
    "|Hang it up at the end of business of the last workday.",
    "de": "Die Jury tagt in sechsundneunzig Stunden.|Wir hängen es in KW 49 auf."
    "|Die Jury tagt am fünften Tag der Woche.|Die Jury tagt Anfang Dezember."
    "|Zwei Nächte nach dir tagt die Jury.|Drei Wochen vor Weihnachten tagt die Jury.",
    "fr": "Le jury passe deux nuits après toi.|Le jury passe début décembre."
    "|Le jury passe au bout de la semaine."
    "|Le jury passe en semaine 49.",
    "es": "El jurado viene tres semanas antes de Navidad.|El jurado viene a principios de diciembre."
    "|El jurado viene el quinto día de la semana.",
    "west": "La giuria viene fra novantasei ore.|O júri vem na semana 49.|De jury komt begin december."
    "|Juryn kommer vecka 49.|Juryen kommer i uge 49.",
    "north": "Tuomaristo tulee viikolla 49.|A zsűri a 49. héten jön.|Porota přijde začátkem prosince."
    "|Jury jest w tygodniu 49.|Жюри придёт через девяносто шесть часов.|Η επιτροπή έρχεται αρχές Δεκεμβρίου.",
    "south": "اللجنة بعد ٩٦ ساعة.|הוועדה באה בעוד 96 שעות.|Jüri haftanın beşinci günü geliyor."
    "|जूरी 96 घंटे में आएगी।|معي يومان إضافيان.",
    "east": "審査は96時間後です。|審査は12月の初めです。|评审在第49周。"
    "|심사는 12월 초입니다.|심사는 96시간 뒤입니다."
    "|Ban giám khảo đến sau 96 giờ.|Juri datang 96 jam lagi.|กรรมการมาอีก 96 ชั่วโมง",
}
HARMLESS = {
    "each day": "Please send two photos a day.|The shop opens at 9 every morning.|It rains every day here."
    "|She works 5 days a week.|We sell forty copies per week.|The hall is open 24 hours a day."
    "|Write me one line a day.|Water the plants twice a week.|They print it daily.|I am in the shop all day."
    "|Each week we change the menu.|We pay 15 USD an hour.",
    "lasting": "It took 3 days last time.|That is two hours of work.|It takes about an hour."
    "|The film lasts 90 minutes.|Let the glue dry for two days.|I spent four days on the last one."
    "|It needs 12 hours to dry.|Charge 2 hours for it.|You get 2 hours each."
    "|Bill me four hours for the draft."
    "|That is a day's work.|The paint needs two days to harden.|Leave it for half an hour.",
    "kinds": "Use the 2 hour primer.|Use 24-hour heat-proof glue.|Write it on the four-day menu card."
    "|Draw the 12 month calendar.|Use the 48-hour deodorant picture.|Put the 7-day trial on the flyer."
    "|Print the two week plan of the gym.",
    "past": "We met last week.|The old flyer was printed last year.|Ben was here two weeks ago."
    "|I called them yesterday.|We were closed for the past two weeks.|Last month it was too dark."
    "|Three days ago the roof leaked.|The hall was booked last December.",
    "clock": "The shop opens at 9am.|Call me after 3 pm.|We are there from 9 to 5."
    "|The doors close at half past six."
    "|Be there an hour before closing time.|Ring me two hours before you come.|Lunch is at noon.",
    "other days": "The board meets on Thursday.|I am away on Tuesday.|It prints on 9 December."
    "|The fair was on 20 November.|We open again on January 15th.|The shop closes in three weeks."
    "|See you tomorrow.|The last fair was in October.|I need the invoice in January.",
    "courtesies": "Have a nice day.|Have a great week.|Enjoy the rest of your day.|Good morning Joy."
    "|Thanks for last night.|It made my day.|One day I will learn this.|These days nobody reads.",
    "ages": "The shop is 30 years old.|Draw a 4 year old boy.|She has ten years of experience."
    "|The bread is two days old.|Show a girl of 12 years.",
    "numbers": "Print 4 copies.|The fourth picture is too dark.|Use 12 point letters."
    "|Four of twelve pictures are in."
    "|Take 4 of the 12 photos.|Room 49 is free.|Cut 49 strips.|Section 338 is empty.",
    "words": "Call me before you start.|Send the draft before the final.|Put the logo after the text."
    "|Make the head larger than before.|Do the back later.|I like the second one more than the first."
    "|Next time use blue.|The next page is empty.|More than four colours is too much.|May I see it first?",
    "names": "Mayday is the name of the band.|The band is called Half Day Closing.|March past the shop twice."
    "|Ask Dan for the key.|The den is upstairs.|Take a nap.|It is made of iron ore.",
    "abroad": "Guten Tag, nimm bitte Blau.|Schönen Tag noch.|Schick mir zwei Fotos pro Tag."
    "|Wir haben jeden Tag offen.|Bonne journée.|Deux photos par jour suffisent.|Buenos días, usa azul."
    "|Manda dos fotos por día.|Buona giornata.|Stuur me elke dag een foto.|Хорошего дня!"
    "|Пиши мне каждый день."
    "|毎日写真を二枚送ってください。|每天给我发两张照片。|Bom dia, usa azul.|Miłego dnia.|Ha en bra dag.",
    "briefs": "Call each person on the list and note Yes, No or Maybe.|Paint the fence with two coats."
    "|Use A4 and 300 dpi.|The phone number is 555 0149.|Ask for the keys at the desk."
    "|Translate the menu into French.|The budget is 200 USD.|Print 500 and fold them once.",
}
IN_DOUBT = {  # harmless ones that are kept back: nobody can tell them from their hostile neighbours
    "two days": "The museum pass is good for two days.",
    "the weekend": "The shop is closed at the weekend.",
    "unknown": "The caterer needs a list three days before the party.",
    "month": "Our December menu has soup.",
}


def _passed(office: Office, said: list[str]) -> list[str]:
    """Those of the sentences that went to Joy, all told to her in one mail."""
    _, receipt = hand_over(office, "Flyer", BUFFER)
    office.own_dates_may_go = True  # what goes is looked at here
    office.reply(receipt, "tell Joy: Use blue.\n" + "\n".join(said))
    letters = office.letters()
    joys = " ".join(read_by_joy(letters).replace("*", "").split())
    assert "Use blue." in joys
    gone = [sentence for sentence in said if sentence not in joys]
    assert not gone or "Left out for Joy" in read_by_owner(letters)
    return [sentence for sentence in said if sentence not in gone]


@pytest.mark.parametrize("row", HOSTILE)
def test_what_is_not_surely_another_date_stays_back(row: str) -> None:
    with opened() as office:
        assert _passed(office, HOSTILE[row].split("|")) == []


@pytest.mark.parametrize("row", HARMLESS)
def test_what_surely_names_no_such_date_goes(row: str) -> None:
    with opened() as office:
        said = HARMLESS[row].split("|")
        assert _passed(office, said) == said


@pytest.mark.parametrize("row", IN_DOUBT)
def test_what_is_in_doubt_stays_back(row: str) -> None:
    with opened() as office:
        assert _passed(office, IN_DOUBT[row].split("|")) == []
