"""Words that stand beside a unit of time and say what a distance is reckoned from, in many languages:
from today, back from today, from another date, as time to spare; and words for a part of a week or
month, and for the days next to today. Flat sets: whatever language one is of, it counts in all.
"""

AHEAD_BEFORE = (  # right before the number: so much from today; an underscore stands for a blank
    "in within dans d'ici d'ici_à sous en_dentro_de dentro_de de_aquí_a em daqui_a tra fra entro over"
    " oor binnen"
    " binnen om innen inden inom eftir peste i_gceann ymhen pas post za čez через за праз след σε خلال"
    " بعد في_غضون בעוד"
    " תוך تا ظرف dalam baada_ya ndani_ya sau sa_loob_ng pēc po en d'aquí_a"
)
AHEAD_BEHIND = (  # right behind the unit
    "from_now from_today time_from_now hence away left remaining to_go out ab_heute von_heute"
    " a_partir_de_hoy desde_hoy"
    " a_partir_de_hoje da_oggi"
    " päästä kuluttua múlva barru lagi dari_sekarang mula_ngayon nữa من_الآن من_اليوم מהיום מעכשיו دیگر"
    " में میں"
)
AGO_BEFORE = (
    "vor il_y_a hace há fyrir acum duela antaŭ pirms prieš pred před przed prije пре преди πριν_από לפני قبل"
)
AGO_BEHIND = "ago geleden gelede siden sedan fa temu назад тому таму lalu sitten ezelőtt ilu back"
LASTING = (  # somewhere near: how long something is or takes, not when
    "dauert dauerte dauern trocknet trocken trocknen lang tarda tardan tardó dura duran duró dure"
    " durent prend séchage"
    " sécher durano vogliono duurt duurde duren droogt trwa trwało zajmie zajmuje trvá trvalo займет"
    " займёт длится сохнет"
    " занимает занимае kestää sürer dauere vara varar varade tager"
)
MORE = (  # beside a distance: time to spare, counted from the contractor's date
    "more less fewer late early delay extra additional longer shorter spare slack another mehr weniger"
    " länger kürzer"
    " luft puffer mas más"
    " menos plus moins mais meno più piu meer minder langer extra mer mindre więcej mniej více méně"
    " viac menej več manj više"
    " manje больше меньше больше запаса більше менше περισσότερες λιγότερες daha fazla több kevesebb"
    " enemmän vähemmän"
    " lebih kurang mas أكثر أقل إضافية إضافيان إضافيين יותר פחות بیشتر کمتر ज़्यादा ज्यादा कम zaidi hơn"
    " thêm"
    " margen marge margine margem speling reserve rezerva zapas zapasu запас buffer"
)
COMPARED = (  # beside a unit: so much from another date, or simply another one
    "later after afterwards before from than earlier past beyond following next previous prior"
    " preceding ahead behind"
    " since until till between plus minus sooner upcoming coming final penultimate left"
    " remaining subsequent"
    " ensuing into further to_go within nearer closer onward onwards thereafter prev apart hence"
)
COMPARED_ABROAD = (
    " später nach danach vor früher bis seit zwischen nächst- übernächst- drauffolgend- folgend-"
    " kommend- darauf danach vorher"
    " davor hinterher"
    " más_tarde después antes desde hasta siguiente próxim- posterior- anterior- luego tras"
    " après avant depuis jusqu- suivant- prochain- plus_tard ensuite surlendemain lendemain"
    " depois seguinte- próxim- mais_tarde até desde dopo prima poi prossim- seguent- successiv-"
    " indomani fino"
    " later na voor daarna ervoor volgend- komend- tot sinds eerder tussen"
    " senare efter innan före nästa tidigare därpå därefter senere etter efter før næste neste"
    " tidligere derpå"
    " síðar eftir áður næst- później po przed następn- wcześniej kolejn- przyszł- między później"
    " později po před příští následující dříve poté neskôr pred budúc- nasledujúc- skôr pozneje pozneje"
    " kasneje po pred prej naslednj- prihodnj- kasnije posle poslije nakon prije pre sljedeć- sledeć- idući"
    " позже после спустя до раньше следующ- перед потом пізніше після до раніше наступн- перед пазней пасля"
    " после касније пре след по-късно преди следващ- потоа следн- подоцна"
    " μετά αργότερα πριν νωρίτερα επόμεν- ύστερα sonra önce ertesi gelecek kadar sonraki önceki кейін"
    " бұрын келесі"
    " myöhemmin jälkeen ennen seuraava- aiemmin ensi pärast hiljem enne järgmi- vēlāk pēc pirms nākam-"
    " vėliau po"
    " prieš kit- múlva után később előtt következő korábban jövő utáni előtti ondoren geroago"
    " baino_lehen hurrengo"
    " post poste antaŭ sekva- venonta- wara qabel wara li_jmiss wedyn ar_ôl cyn nesaf tar_éis roimh"
    " seo_chugainn pas"
    " para ardhshme شنبه_بعد"
    " بعد قبل لاحقا التالي القادم المقبل القادمة التالية אחרי לפני הבא הבאה לאחר מאוחר עד קודם بعد قبل"
    " آینده دیگر پیش"
    " بعد پہلے اگلے बाद पहले अगले পরে আগে পরের பிறகு முன் அடுத்த შემდეგ წინ հետո առաջ հաջորդ"
    " setelah sesudah sebelum kemudian berikut berikutnya depan pagkatapos bago susunod makalipas"
    " pagkalipas"
    " baada kabla ijayo baadaye sau trước tới kế"
)
BEGIN = (
    "begin beginning start early first opening top turn anfang beginn début commencement principios"
    " principio inicio"
    " comienzo comienzos início começo inizio inizi primi principis inicis început început begin_van"
    " början starten"
    " starten začátek začátkem začiatok začiatkom začetek početak početkom początek początku начало"
    " начале начала"
    " началото почетак початок початку пачатак αρχές αρχή başı başında alku alussa algus algul sākums"
    " sākumā pradžia"
    " pradžioje elején eleje hasiera hasieran komenco bidu dechrau tús بداية أوائل תחילת בתחילת"
    " ראשית اوایل ابتدای"
    " शुरू शुरुआत awal simula unahan mwanzo mwanzoni đầu erste ersten premiers primeros primeiros"
    " begyndelsen starten"
    " byrjun fillim fillimi"
)
MIDDLE = (
    "mid middle midway halfway half mitte milieu mi mediados medio mediados meados metà metà mitjans"
    " mijloc midden"
    " medio mitten midten polovina polovině polovice polowie połowa połowie sredina sredini середина"
    " середине средата"
    " середині μέσα μέση ortası ortasında puoliväli puolivälissä keskel vidus vidū vidurys viduryje"
    " közepe közepén erdialde"
    " meze nofs canol lár منتصف وسط אמצע באמצע اواسط मध्य pertengahan tengah kalagitnaan gitna katikati"
    " giữa miðj-"
)
LAST = (  # beside a day; a last week or month is over
    "last letzte letzten letzter letztem dernier dernière último última ultimo ultima laatste sista"
    " siste sidste poslední posledního poslednji ostatni ostatniego последний последнего останній"
    " останнього последния τελευταία τελευταίας son viimeinen viimeisenä utolsó viimane pēdējā paskutinę"
    " terakhir huling mwisho cuối الأخير האחרון آخرین अंतिम azken"
)
FROM_BEHIND = "من od от від von vom de del da dal dalla van från fra dari kutoka từ από since from of"
" after past מ"  # "in two days from"
END = (
    "whole entire ganze ganzen gesamte toute entière toda entera inteira tutta intera hele hela cały"
    " calutki celý вся всю весь цял tüm bütün koko egész seluruh buong "
    "end close tail late back last fag finish ending expiry eom ende ausklang schluss wechsel wende fin"
    " finales final fines"
    " bout fine finali fim"
    " final finais final finals sfârșit sfârșitul eind einde slut slutet slutten udgangen utgangen lok"
    " konec koncem konca"
    " koncom koniec końcu końcem kraj kraju krajem конец конце концу концом края краят крај кінець"
    " кінці кінця канец канцы"
    " τέλος τέλη sonu sonunda loppu lopussa lõpp lõpul beigas beigās pabaiga pabaigoje vége végén"
    " végéig bukaera amaieran fino"
    " tmiem diwedd deireadh نهاية أواخر آخر סוף בסוף اواخر پایان آخر अंत आख़िर आखिर akhir ujung dulo"
    " katapusan mwisho mwishoni"
    " cuối fund fundi"
)
NEXT_DAYS: dict[int, str] = {  # from today, as one or two words; English ones are read as dates
    1: "demain domani amanhã demà mañá mâine amárach yfory nesër bihar għada morgaŭ huomenna homme"
    " rītdien rytoj holnap jutro"
    " zítra zajtra jutri sutra сутра утре завтра заўтра αύριο yarın ертең ხვალ վաղը غدا مחר מחר فردا"
    " আগামীকাল நாளை bukas"
    " besok esok kesho ngày_mai i_morgen i_morgon á_morgun",
    2: "übermorgen après_demain pasado_mañana depois_de_amanhã dopodomani demà_passat pasadomañá"
    " poimâine arú_amárach"
    " drennydd etzi pitgħada postmorgaŭ ylihuomenna ülehomme parīt poryt holnapután pojutrze pozítří"
    " pozajtra pojutrišnjem"
    " prekosutra preksutra прекосутра вдругиден задутре послезавтра післязавтра паслязаўтра μεθαύριο"
    " öbür_gün бүрсігүні"
    " ზეგ بعد_غد بعد_الغد מחרתיים پس_فردا परसों পরশু நாளை_மறுநாள் samakalawa makalawa lusa kesho_kutwa"
    " mtondo ngày_kia ngày_mốt"
    " overmorgen oormôre i_overmorgen i_övermorgon overmorrow",
    3: "overovermorgen überübermorgen sofratresi popojutrze",
}
