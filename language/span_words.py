"""How a distance in days is said in many languages: "in vier Tagen", "za 4 dni", "dört gün sonra".

Of each language, parted by bars: the numbers from one to ten (forms of one parted by a stroke), the
words for days, for weeks, what stands before a distance from now, what stands behind one, and what
says that a distance is time to spare. An underscore stands for a blank.
"""

SPAN_WORDS: dict[str, str] = {
    "en": "a/an/one two three four five six seven eight nine ten|days day d sleeps|weeks week|in within"
    "|from_now from_today hence away time_from_now|",
    "de": "ein/eine/einem/einen/einer zwei drei vier fünf sechs sieben acht neun zehn"
    "|tagen tage tag werktagen arbeitstagen|wochen woche|in binnen innerhalb_von|ab_heute von_heute|puffer"
    " luft spielraum"
    " polster vorsprung reserve",
    "nl": "een/één twee drie vier vijf zes zeven acht negen tien|dagen dag werkdagen|weken week"
    "|over binnen||speling reserve marge uitloop",
    "da": "en/et to tre fire fem seks syv/sju otte/åtte ni ti|dage dager dag|uger uker uge uke|om inden innen"
    "||buffer spillerum slingringsmon",
    "sv": "en/ett två tre fyra fem sex sju åtta nio tio|dagar dag|veckor vecka|om inom||marginal extra",
    "fr": "un/une deux trois quatre cinq six sept huit neuf dix|jours jour j|semaines semaine"
    "|dans d'ici d'ici_à sous en||marge avance battement réserve",
    "es": "un/una dos tres cuatro cinco seis siete ocho nueve diez|días día|semanas semana"
    "|en dentro_de de_aquí_a|a_partir_de_hoy desde_hoy|margen holgura colchón",
    "pt": "um/uma dois/duas três quatro cinco seis sete oito nove dez|dias dia|semanas semana"
    "|em dentro_de daqui_a|a_partir_de_hoje|folga margem",
    "it": "un/uno/una due tre quattro cinque sei sette otto nove dieci|giorni giorno gg|settimane settimana"
    "|tra fra entro in|da_oggi|margine",
    "ro": "o/un două/doi trei patru cinci șase șapte opt nouă zece|zile zi|săptămâni săptămână|peste"
    " în||rezervă",
    "pl": "jeden/jedną dwa/dwóch trzy/trzech cztery/czterech pięć/pięciu sześć siedem osiem dziewięć dziesięć"
    "|dni dniach dzień|tygodnie tygodni tydzień|za w_ciągu||zapasu zapas luzu buforu",
    "cs": "jeden dva tři čtyři pět šest sedm osm devět deset|dny dní dni dnů den|týdny týdnů týden|za do"
    "||rezervu rezerva rezervy",
    "hr": "jedan dva tri četiri pet šest sedam osam devet deset|dana dan|tjedna tjedan nedelja nedelje|za"
    " u_roku_od"
    "||rezerve",
    "ru": "один/одну два/двух/две три/трех четыре/четырех пять/пяти шесть семь восемь девять десять|дня дней"
    " день дн"
    " сут"
    "|недели недель неделю|через спустя||запаса запас запасе",
    "uk": "один два/двох/дві три/трьох чотири п'ять шість сім вісім дев'ять десять|дні днів день|тижні тижнів"
    " тиждень"
    "|через за||запасу запас",
    "fi": "yhden/yksi kahden/kaksi kolmen/kolme neljän/neljä viiden/viisi kuuden kuusi seitsemän kahdeksan"
    " yhdeksän|päivän päivää|viikon viikkoa||päästä kuluttua sisällä|pelivaraa",
    "hu": "egy két/kettő három négy öt hat hét nyolc kilenc tíz|napon nap|héten hét||múlva belül|tartalék"
    " ráhagyás",
    "tr": "bir iki üç dört beş altı yedi sekiz dokuz on|gün günü güne|hafta||sonra içinde kaldı|pay payı"
    " yedek",
    "el": "μία δύο τρεις τέσσερις πέντε έξι επτά οκτώ εννέα δέκα|μέρες ημέρες μέρα ημέρα|εβδομάδες εβδομάδα"
    "|σε||περιθώριο",
    "id": "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh|hari|minggu pekan|dalam"
    "|lagi dari_sekarang|cadangan kelonggaran",
    "tl": "isang dalawang tatlong apat_na limang anim_na pitong walong siyam_na sampung|araw|linggo"
    "|sa_loob_ng pagkalipas_ng makalipas_ang|mula_ngayon|palugit",
    "vi": "một hai ba bốn năm sáu bảy tám chín mười|ngày|tuần|sau trong|nữa tới|dự_phòng",
    "sw": "moja mbili tatu nne tano sita saba nane tisa kumi|siku|wiki|baada_ya ndani_ya||",
    "ar": "واحد اثنين/يومين ثلاثة/ثلاث أربعة/أربع خمسة/خمس ستة سبعة ثمانية تسعة عشرة|أيام يوم|أسابيع أسبوع"
    "|بعد خلال في_غضون|من_الآن من_اليوم|احتياط مهلة",
    "he": "אחד שני/יומיים שלושה ארבעה חמישה שישה שבעה שמונה תשעה עשרה|ימים יום|שבועות שבוע|בעוד תוך"
    "|מהיום מעכשיו|רזרבה מרווח",
    "fa": "یک دو سه چهار پنج شش هفت هشت نه ده|روز|هفته|تا ظرف|دیگر بعد|فرصت_اضافه",
    "hi": "एक दो तीन चार पांच छह सात आठ नौ दस|दिन दिनों|हफ्ते हफ्तों सप्ताह||में बाद|",
}

# scripts that part no words: a number, then one of these
EAST_NUMBERS = "一二三四五六七八九十"
EAST_AHEAD = r"(?:天|日|個日)(?:之?后|之?後|以后|以後|以内|以內|内|後)|일 ?(?:후|뒤|안|이내)"
EAST_WEEKS = (
    r"(?:周|週間?|个星期|個星期|星期|个礼拜|個禮拜|주일?) ?(?:之?后|之?後|以后|以後|以内|以內|内|내|후|뒤)"
)
WHOLE_SPANS = (  # that are said in words of their own, and their days
    (r"\bin a fortnight\b|\ba fortnight (?:from|hence)|\bin (?:den nächsten )?vierzehn tagen\b", 14),
    (r"\b(?:dans|sous|d'ici) (?:une quinzaine|quinze jours|15 jours)\b|\b(?:tra|fra) quindici giorni\b", 14),
    (r"\ben (?:quince|15) dias\b|\bover veertien dagen\b|\bom fjorton dagar\b|\bom fjorten dage?r?\b", 14),
    (r"بعد أسبوعين|خلال أسبوعين|בעוד שבועיים|תוך שבועיים", 14),
    (r"\b(?:dans|sous|d'ici) huit jours\b|\bin acht tagen\b|بعد أسبوع(?!ين)|בעוד שבוע\b", 7),
    (r"بعد يومين|خلال يومين|בעוד יומיים|תוך יומיים", 2),
)
KOREAN_DAYS = (("이틀", 2), ("사흘", 3), ("나흘", 4), ("닷새", 5), ("엿새", 6))
THAI_NUMBERS = (("หนึ่ง", 1), ("สอง", 2), ("สาม", 3), ("สี่", 4), ("ห้า", 5), ("หก", 6), ("เจ็ด", 7))

LATER = (  # beside a need or somebody's date it makes a distance one from that date
    "später nach mehr vor vorgezogen früher later na meer voor eerder senare efter mer före tidigare efter"
    " plus"
    " plus_tard après avant después más_tarde más antes depois mais_tarde mais dopo più_tardi più prima po"
    " później więcej przed wcześniej později předtím позже после больше раньше пізніше більше раніше sonra"
    " önce"
    " daha setelah sebelum lebih pagkatapos mas أكثر بعد قبل"
)
NEED = (  # how such a need or date begins
    "brauch benötig nodig behöv behøv besoin necesit precis preciso bisogno serve potrzeb chce chcę"
    " potřebuj нужн надо потрібн gerek perlu butuh kailangan"
    " du dir dein jij jou jouw dig din toi ton ta votre vous tu ti tua tuo twoj ty ciebie tebie tobie"
    " твой твоего твоей тебя вас ваш sen senin kamu iyo mein mijn mien mía mío mio miei meu minha moim mojego"
    " моего моей منك"
)
EAST_APART = (  # beside so many days: time to spare, or later or earlier than somebody's date
    "余裕 猶予 前倒し 早め 遅れ 遅く 延ばせ 必要 締め切り 締切 提前 提早 缓冲 緩衝 宽限 比你"
    " 晚 多 여유 먼저 앞당 더 마감"
)

WEEKS_END = (  # in the words of many languages: the end of a week, and the days off behind it
    r"\bwochenend|\bende (?:der|dieser) woche\b|\bwochenschluss|\bfin(?:es|al)? de (?:la |esta )?semana\b"
    r"|\bfinde\b|\bweek-?end|\bfin de (?:la |cette )?semaine\b|\bweekeinde|\beinde? (?:van )?(?:de"
    r"|deze) week\b"
    r"|\bkon(?:iec|ca|cem) (?:tego )?tygodnia\b|\bвыходн|\bкон(?:ец|ца|це|цу) (?:этой )?недел|\bуик-?энд"
    r"|\bвих[iі]дн|\bк[iі]нц[яюi] тижня|\bfine (?:della )?settimana\b|\bfi[mn]a?l? d[ea] semana\b|\bhelgen\b"
    r"|\bveckoslut|\bslutet av veckan\b|\bslutningen af ugen\b|\bslutten av uken\b|\bukeslutt|\bviikonlop"
    r"|\bhetveg|\bvikend|\bkon(?:ec|ce|cem) tydne\b|\bhafta ?sonu|\bσαββατοκυριακ"
    r"|\bsfarsit\w* (?:de )?saptaman"
    r"|نهاية الاسبوع|عطلة الاسبوع|الويكند|סוף השבוע|סוף שבוע|סופ\"?ש|اخر هفته|پایان هفته|सप्ताहांत|वीकेंड"
    r"|\bakhir (?:pekan|minggu)\b|\bkatapusan ng linggo\b|\bdulo ng linggo\b|\bcuoi tuan\b|สุดสัปดาห"
    r"|ปลายสัปดาห"
    r"|周末|週末|周底|今週の終わり|今週中"
    r"|\b(?:last|final) (?:working |business |work )?day of (?:the|this) (?:working |business |work )?week\b"
    r"|\bweek'?s end\b"
)
HOURS_AHEAD = (
    r"\b(?:in|within|dans|en|over|za|through|tra|fra|em|om|через)\s(\d{1,3})\s?(?:h|hrs?|hours?|stunden|std"
    r"|heures?|horas?|uur|ore|timer|timmar|godzin|час\w*)\b|\b(\d{1,3})\s?(?:h|hrs?|hours?) (?:from|hence)\b"
)
