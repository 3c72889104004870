"""P15: a siege of the owner's own date: what went through when a careless, hurried owner was played
in many tongues, and what was left out without need.

All sentences of a row go in one mail, each on a line of its own. The own date is Friday 4 December
2026, 17:00 Pacific; Joy has Wednesday 2 December; it is Monday 30 November."""

import re

import pytest

from tests.practices.offices import JOY, STEPHANIE, hand_over, opened
from tests.shell.office import Got, Office, one

BUFFER = "Draw a flyer.\nDue: Friday 5pm\nbuffer: 2 days"

TELLING = {
    "slips": "The board meets fryday.|The hall opens Freitga.|On voit ça vendrdi.|El jefe lo ve el viernez."
    "|Everyone is here on Frydays.|Wir zeigen es Frietag.",
    "signs": "It hangs from the 4ᵗʰ on.|The 𝗙𝗿𝗶𝗱𝗮𝘆 show is big.|The Ｆｒｉｄａｙ show is big."
    "|The Fri\u00adday show is big.|The Fri\u2011day show is big.|The F\u200briday show is big."
    "|The 𝟰 𝗗𝗲𝗰 show is big.",
    "marks": "The show is ~~Friday~~ at noon.|The show is `Friday` at noon.|The show is Friday—we go."
    "|The show is Friday&Saturday.|The show is Friday#.|The show is 🎉4 Dec🎉.|The show is on 4⁄12 at noon."
    "|The show is Do/Fr at noon.|The show is jeu./ven. at noon.|Die Woche Mo-Fr ist Messe.",
    "from now": "We present it 4d from now.|We present it 96 hours from now.|We present it in 96 hours."
    "|We present it 4 days hence.|Le comité passe à J+4.",
    "from another day": "We present it three days before Monday.|We present it on the eve of Saturday."
    "|We present it a day before Saturday.|We present it on the last day of the work week.",
    "slack": "Wednesday is padded by 48 hours.|If need be take two days more.|Take 2 more days if you must."
    "|Your date is 48h before the true one.|I moved it up two days to be safe."
    "|Client date minus two days is yours.|I gave you a date 2 days before the client's.",
    "other clocks": "The call is Sat 2:00 CET.|The call is Saturday in Manila.|The call is Sat, Manila time.",
    "short days": "Der Termin ist Fr. um 17 Uhr.|Der Vorstand kommt Fr 17 Uhr.|Wir haben bis Fr. Zeit."
    "|The call is Fr 17:00.|Lo vemos el vie. por la tarde.|Le comité passe ven. soir."
    "|Het bestuur komt op vr. om 5 uur.|Zarząd jest pt. o 17.",
    "numbers": "Wir zeigen es zum 4ten im Saal.|Het bestuur komt de vierde.|Совет 4-го вечером."
    "|Wir haben bis zum 4ten Zeit.",
    "time to check": "Give me two days to look at it before the show.|I want 48 hours to check it."
    "|There's a two-day gap between your date and the show.|My client comes in 4 sleeps.",
    "whose date": "Ich habe 2 Tage mehr Zeit als du.|Dein Termin ist zwei Tage vor meinem."
    "|Te di una fecha dos días antes de la mía.|Ta date est deux jours avant la mienne."
    "|Jouw datum is twee dagen voor de mijne.|Mam dwa dni więcej niż ty.|Твой срок на два дня раньше моего."
    "|あなたの締め切りの二日後に必要です。|締め切りには2日の余裕があります。|我比你多两天。|你的日期提前了两天。",
    "de": "Die Messe ist 4 Tage ab heute.|Wir zeigen es in vier Tagen.|Wir zeigen es heute in vier Tagen."
    "|In 4 Tagen ist Messe."
    "|Wir zeigen es vorm Wochenende.|Wir zeigen es Ende der Woche.|Wir zeigen es zum Wochenende.",
    "es": "Lo vemos en cuatro días.|Lo vemos dentro de 4 días.|Lo vemos antes del fin de semana."
    "|Lo vemos antes del finde.|Lo vemos el fin de semana.|Lo vemos a fin de semana.",
    "fr": "Le comité passe dans quatre jours.|Le comité passe dans 4 j.|Le comité passe d'ici 4 jours."
    "|Le comité passe sous 4 jours.|Le comité passe en fin de semaine.|J'en ai besoin deux jours après toi.",
    "nl": "Het bestuur komt over vier dagen.|Het bestuur komt eind van de week."
    "|Ik heb het twee dagen later nodig dan jij.|Ik heb twee dagen speling.",
    "pl": "Zarząd jest za cztery dni.|Zarząd jest za 4 dni.|Zarząd jest przed weekendem."
    "|Zarząd chce to dwa dni po twoim terminie.|Mam dwa dni zapasu.",
    "ru": "Совет через четыре дня.|Совет через 4 дня.|Совет до выходных.|Мне нужно на два дня позже."
    "|Есть два дня запаса.|Sovet v pyatnitsu vecherom.",
    "ko": "전시회는 주말입니다.|전시회는 나흘 뒤입니다.|전시회는 4일 뒤입니다.",
    "ja": "会議は週末までにあります。|会議は今週末です。|会議は今週の終わりです。",
    "zh": "会议在四天后。|会议在4天后。|会议在周末之前。",
    "ar": "الاجتماع بعد أربعة أيام.|الاجتماع بعد ٤ أيام.|الاجتماع قبل عطلة نهاية الأسبوع.",
    "more": "Ang pulong ay sa loob ng apat na araw.|Ang pulong ay apat na araw mula ngayon."
    "|Il consiglio viene tra quattro giorni.|O conselho vem daqui a quatro dias."
    "|Styrelsen kommer om fyra dagar.|Kurul dört gün sonra geliyor.|A testület négy nap múlva jön."
    "|Dewan datang empat hari lagi.|מועצה באה בעוד ארבעה ימים.",
}
HARMLESS = {
    "lasting": "Die Farbe trocknet vier Tage lang.|La pintura tarda dos días.|Il faut deux jours de séchage."
    "|Het duurt twee dagen.|To trwa dwa dni.|Это займёт два дня.|乾くのに2日かかります。"
    "|It takes two days to dry.|Two days later we can paint.|Call me two days before you start.",
    "other spans": "Der Laden macht in zwei Wochen zu.|Le magasin ferme dans dix jours."
    "|Nach zwei Tagen ist es trocken."
    "|Lo vemos dentro de 9 días.|Za dziesięć dni przyjdę.",
    "short words": "Set it in 12 pt type.|Write it in FR and DE.|Print the FR version.|Ven a verme mañana."
    "|Do it as you like.|The VR headset is black.|Put it in the pt. box.|The pet shop is in it.",
    "numbers": "Print 4 copies.|See page 12-4.|It costs $4.12 each.|De vierde foto is mooi.|Nimm das 4. Bild."
    "|Der vierte Satz ist falsch.|Use 4 hours of music.|Play it 96 minutes.",
    "week": "The week's menu is in it.|Die Woche war lang.|Weekly prices are in the list.",
    "slack": "Leave two cm of slack at the top.|Take two more pictures.|The padding is 4 px."
    "|Move it up two lines.",
}


def _told(letters: list[Got], *, joy: bool) -> str:
    mine = [x for x in letters if (x.to == JOY) is joy]
    return " ".join(f"{x.subject} {x.text}" for x in mine).replace("*", "")


def _flat(text: str) -> str:
    return " ".join(text.split())


def _passed(office: Office, said: list[str]) -> list[str]:
    """Those of the sentences that went to Joy, all told to her in one mail."""
    _, receipt = hand_over(office, "Flyer", BUFFER)
    office.own_dates_may_go = True  # what goes is looked at here
    office.reply(receipt, "tell Joy: Use blue.\n" + "\n".join(said))
    letters = office.letters()
    joys = _flat(_told(letters, joy=True))
    assert "Use blue." in joys
    gone = [one_said for one_said in said if _flat(one_said) not in joys]
    owners = _flat(_told(letters, joy=False))
    assert not gone or "Left out for Joy" in owners
    return [one_said for one_said in said if one_said not in gone]


@pytest.mark.parametrize("row", TELLING)
def test_no_telling_sentence_goes_through(row: str) -> None:
    with opened() as office:
        assert _passed(office, TELLING[row].split("|")) == []


@pytest.mark.parametrize("row", HARMLESS)
def test_no_harmless_sentence_is_left_out(row: str) -> None:
    with opened() as office:
        said = HARMLESS[row].split("|")
        assert _passed(office, said) == said


@pytest.mark.parametrize(
    "name",
    ["2026_12_04.pdf", "flyer-0412.pdf", "1204 flyer.pdf", "041226.pdf", "friday%20plan.pdf", "fryday.pdf"],
)
def test_no_file_name_tells_it(name: str) -> None:
    parts = (
        f"--b\nContent-Type: text/plain; charset=utf-8\n\n{BUFFER}\n--b\nContent-Type: application/pdf\n"
        f'Content-Disposition: attachment; filename="{name}"\n\nabc\n--b--'
    )
    with opened() as office:
        office.mail(
            STEPHANIE, "tasks+joy@example.com", "Flyer", parts, media_type="multipart/mixed; boundary=b"
        )
        letters = office.letters()
        assert name not in one(letters, "assignment").raw.decode("utf-8", "replace")
        assert name in one(letters, "receipt").text


@pytest.mark.parametrize("words", ["<p>4<br>December is the show.</p>", "<p>December</p><p>4</p>"])
def test_a_day_and_its_month_on_two_lines(words: str) -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.own_dates_may_go = True
        to, subject = receipt.reply_to, "Re: Flyer"
        office.mail(STEPHANIE, to, subject, f"<p>Use blue.</p>{words}", answers=receipt, html=True)
        joys = _flat(_told(office.letters(), joy=True))
        assert "Use blue." in joys and not re.search(r"\b4 December|December 4\b|\bDecember\b", joys)


@pytest.mark.parametrize(
    ("subject", "left"),
    [
        ("[4 Dec] Flyer", "Flyer"),
        ("Flyer (Friday)", "Flyer"),
        ("Flyer 𝗙𝗿𝗶𝗱𝗮𝘆", "Flyer"),
        ("Flyer - real deadline is later", "Flyer"),
    ],
)
def test_a_title_keeps_no_empty_brackets(subject: str, left: str) -> None:
    with opened() as office:
        office.mail(STEPHANIE, "tasks+joy@example.com", subject, BUFFER)
        assert one(office.letters(), "assignment").subject == f"[T-1] {left}"


def test_the_date_that_holds_is_the_one_compared() -> None:
    """A line with the own date itself stands before the contractor's: the own one is after it."""
    with opened() as office:
        body = "Draw a flyer.\nDeadline: Fri\nneed by: Friday 5pm\ndue: Wednesday 5pm"
        office.mail(STEPHANIE, "tasks+joy@example.com", "Flyer", body)
        letters = office.letters()
        receipt = _flat(one(letters, "receipt").text)
        assert "is not after the other one" not in receipt and "Joy does not see it" in receipt
        assert "Fri" not in _told(letters, joy=True).replace("From", "")


@pytest.mark.parametrize(
    "words", ["Friday 4 December, in the evening.", "za 4 dni", "You have Wed, I have Fri"]
)
def test_an_answer_below_a_quoted_question_is_cleaned_too(words: str) -> None:
    with opened() as office:
        assignment, _ = hand_over(office, "Flyer", BUFFER)
        office.reply(assignment, "question: Which blue?\nquestion: When is the show?")
        asked = one(office.letters(), "question")
        office.own_dates_may_go = True
        answers = f"> Which blue?\nNavy.\n> When is the show?\n{words}\n"
        office.mail(STEPHANIE, asked.reply_to, f"Re: {asked.subject}", answers, answers=asked)
        letters = office.letters()
        joys = _flat(_told(letters, joy=True))
        assert "Navy." in joys and words not in joys
        assert words.rstrip(".") in _flat(_told(letters, joy=False))


def test_no_paragraph_is_lost_where_a_number_stands_alone_twice() -> None:
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", BUFFER)
        office.own_dates_may_go = True
        office.reply(
            receipt, "tell Joy: Use blue.\n7\nMore paint.\n7\nMay is the month.\n\n7\n\nMay flowers."
        )
        joys = _flat(_told(office.letters(), joy=True))
        assert "Use blue. 7 More paint. 7 May is the month. 7 May flowers." in joys.replace("> ", "").replace(
            " >", ""
        )


FORTNIGHT = (
    "The expo is in two weeks.|The expo is in a fortnight.|Die Messe ist in 14 Tagen."
    "|Die Messe ist in zwei Wochen."
    "|Le salon est dans quinze jours.|La feria es en dos semanas.|De beurs is over veertien dagen."
    "|Targi są za dwa tygodnie.|Выставка через две недели.|Fuar iki hafta sonra.|Pameran dua minggu lagi."
    "|展示会は二週間後です。|展览在两周后。|展览在两个星期后。|المعرض بعد أسبوعين."
)


def test_a_date_two_weeks_ahead() -> None:
    body = "Draw a flyer.\nDue: Wednesday 9 December 5pm\nneed by: Monday 14 December 5pm"
    with opened() as office:
        _, receipt = hand_over(office, "Flyer", body)
        office.own_dates_may_go = True
        said = FORTNIGHT.split("|")
        office.reply(receipt, "tell Joy: Use blue.\nThe shop closes in three weeks.\n" + "\n".join(said))
        joys = _flat(_told(office.letters(), joy=True))
        assert "Use blue." in joys and "in three weeks." in joys
        assert [sentence for sentence in said if sentence in joys] == []
