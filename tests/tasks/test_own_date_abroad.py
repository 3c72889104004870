"""P15: the own date by names of days and months in languages whose dates are not read."""

import pytest

from tests.tasks.own_date import told

FRIDAYS = """
nl De gasten komen vrijdag|af We kom Vrydag|da Vi åbner på fredag|sv Vi öppnar på fredag kväll
no Gjestene kommer fredagen|is Við opnum á föstudaginn|fi Avaamme perjantaina|et Avame reedel
lv Atveram piektdien|lt Atidarome penktadienį|it Apriamo venerdì sera|ca Obrim divendres
gl Abrimos o venres|eu Ostiralean irekiko dugu|ro Deschidem vineri|de Wir öffnen Freitagabend
de Die Gäste kommen freitags|pl Otwieramy w piątek|pl Bis zum piątku|cs Otevíráme v pátek
sk Otvárame v piatok|sl Odpremo v petek|hr Otvaramo u petak|sr Отварамо у петак|bg Отваряме в петък
mk Отвораме во петок|ru Открываемся в пятницу|ru К пятнице всё готово|uk Відкриваємо в п'ятницю
uk Відкриваємо в п’ятницю|be Адкрываемся ў пятніцу|el Ανοίγουμε την Παρασκευή|hu Pénteken nyitunk
hu péntekre kell|tr Cuma günü açıyoruz|tr Cumaya kadar|sq Hapim të premten|mt Niftħu nhar il-Ġimgħa
ga Osclaímid Dé hAoine|cy Agor ddydd Gwener|ar نفتح يوم الجمعة|ar والجمعة موعدنا|he פותחים ביום שישי
he בשישי יש אורחים|fa جمعه باز می‌کنیم|ur ہم جمعہ کو کھولیں گے|hi हम शुक्रवार को खोलते हैं
bn আমরা শুক্রবারে খুলি|ta வெள்ளிக்கிழமை திறக்கிறோம்|tl Bubuksan natin sa Biyernes|id Kita buka hari Jumat
id Buka Jum'at malam|ms Kita buka hari Jumaat|vi Chúng ta mở cửa thứ Sáu|vi Mở vào thứ 6|th เปิดวันศุกร์
zh 我们周五开门|zh 星期五有客人|zh 禮拜五見|ja 金曜日に開きます|ja 金曜に開きます|ja 4日(金)
ko 금요일에 엽니다
sw Tunafungua Ijumaa|sw Tutafungua siku ya Ijumaa|ka პარასკევს ვხსნით|hy Ուրբաթ օրը|kk Жұма күні ашамыз
eo Ni malfermas vendredon|ru ждём в пт|nl Wij zien elkaar vr 17:00|nl Wij zien elkaar vr. 4|it ven 4, ore 17
"""
DATES = """
nl op 4 december|da d. 4. december|sv den 4:e december|no 4. desember|is 4. desember|fi 4. joulukuuta
et 4. detsember|lv 4. decembrī|lt gruodžio 4|it il 4 dicembre|ca el 4 de desembre|eu abenduaren 4an
ro pe 4 decembrie|pl 4 grudnia|pl 4. grudnia|cs 4. prosince|sk 4. decembra|sl 4. decembra|hr 4. prosinca
sr 4. децембра|bg 4 декември|ru 4 декабря|ru 4-го декабря|uk 4 грудня|be 4 снежня|el 4 Δεκεμβρίου
hu december 4-én|hu dec. 4.|tr 4 Aralık|tr 4 Aralık'ta|sq 4 dhjetor|mt 4 ta' Diċembru|ga 4 Nollaig
cy 4 Rhagfyr|ar 4 ديسمبر|ar ٤ ديسمبر|ar ٤ كانون الأول|he 4 בדצמבר|he ב-4 לדצמבר|fa ۴ دسامبر|ur 4 دسمبر
hi 4 दिसंबर|hi ४ दिसम्बर|bn ৪ ডিসেম্বর|ta டிசம்பர் 4|tl ika-4 ng Disyembre|tl Disyembre 4|id 4 Desember
ms 4 Disember|vi ngày 4 tháng 12|vi 4 tháng mười hai|th 4 ธันวาคม|th ๔ ธ.ค.|zh 12月4日|zh 十二月四日
zh 12月4号
ja １２月４日|ja 4日に開きます|ko 12월 4일|sw tarehe 4 Desemba|sw 4 Disemba|ka 4 დეკემბერი|hy դեկտեմբերի 4
de 4. Dezember|de 4.Dez|es 4 de diciembre|fr le 4 décembre|fr 4 déc.|pt 4 de dezembro|es dic. 4
eo la 4-an de decembro
en ４ December|en DEC 4|fr decembre 4|kk 4 желтоқсан
"""
STAYS = """
nl De gasten komen donderdag|it Apriamo lunedì|ru Открываемся в четверг|pl Otwieramy w sobotę
hu Szombaton nyitunk
ja 木曜日に開きます|zh 我们周四开门|th เปิดวันพุธ|ar نفتح يوم الخميس|he פותחים ביום חמישי
fa پنج‌شنبه باز می‌کنیم
nl 5 december|ru 14 декабря|pl 4 listopada|ja 12月14日|ko 11월 4일|zh 12月24日|hi 4 नवंबर|fr 4 décembre 2031
en We do 4 calls|nl do 3 december|en Put it on the table|de Wir tun das zu viert|es Lo mismo para todos
en Mark sat on the sofa in March|en May I have 4 more|de Das ist so wo es war|es Ven con todo|es Un mar azul
fr Sam a mis le sel|en Joi and Marti do it|en The sali of it|fr Il est sur la table|en I put 4 on it
pt Veja a quarta parte
ja 4日間の旅|en Version 4 decimals|en Section 4 description|tr Pazartesi|fa شنبه|id Kamis|vi thứ năm|vi thứ 5
"""


def _rows(text: str) -> list[str]:
    return [row.partition(" ")[2] for line in text.split("\n") for row in line.split("|") if row]


@pytest.mark.parametrize("text", _rows(FRIDAYS) + _rows(DATES))
def test_it_is_told(text: str) -> None:
    assert told(text)
    assert told(f"Use blue: {text}!")


@pytest.mark.parametrize("text", _rows(STAYS))
def test_it_is_not_told(text: str) -> None:
    assert not told(text)
