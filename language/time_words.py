"""The words for units of time in many languages, for whoever must see that a distance is told.

Of each language, parted by bars: hours, days, weeks, months. A form that ends in a hyphen is a stem
that may go on, one behind a plus is a dual. As `language.day_names`, this is for seeing, not for
reading: short words that mean something else elsewhere ("dan", "den", "time") count only beside a
number.
"""

UNITS: dict[str, str] = {
    "en": "hour hours hr hrs h|day days d workday workdays weekday weekdays night nights sleep sleeps"
    " sunrise"
    " sunrises suns sunset sunsets morning mornings evening evenings dawn dawns dusk midnights"
    " noons"
    " moons nightfall daybreak eod"
    "|week weeks wk wks w kw cw workweek workweeks sennight|month months mth mths mo",
    "de": "stunde stunden std stündig-|tag tage tagen tages tg werktag- arbeitstag- nacht nächte nächten"
    " kalendertag- tägig- tägchen|woche wochen kalenderwoche- kalenderwochen wöchig-|monat-",
    "nl": "uur uren|dag dagen werkdag- nacht nachten nachtje- dagje- etmaal|week weken weekje-|maand-",
    "af": "uur ure|dag dae werksdag-|week weke|maand-",
    "da": "time timer timerne timen|dag dage dagen dagene døgn hverdag- nat nætter|uge uger ugen ugerne"
    "|måned-",
    "no": "time timer timene|dag dager dagen dagene døgn hverdag- natt netter|uke uker uken uka ukene|måned-",
    "sv": "timme timmar timmen timmarna|dag dagar dagen dagarna dygn- vardag- natt nätter|vecka veckan"
    " veckor veckorna|månad-",
    "is": "klukkustund- klst|dagur dag dagar daga degi dögum|vika viku vikur vikna|mánuð- mánað-",
    "fr": "heure heures|jour jours j nuit nuits journée- lendemain surlendemain soirs"
    "|semaine semaines sem|mois",
    "es": "hora horas|día días noche noches jornada-|semana semanas sem|mes meses",
    "pt": "hora horas|dia dias noite noites|semana semanas sem|mês meses",
    "it": "ora ore|giorno giorni gg notte notti giornat- indomani|settimana settimane sett|mese mesi",
    "ca": "hora hores|dia dies nit nits|setmana setmanes|mes mesos",
    "gl": "hora horas|día días noite noites|semana semanas|mes meses",
    "ro": "oră ore oră orele|zi zile zilei zilele noapte nopți|săptămân-|lună luni lunii",
    "ga": "uair uaire|laethanta laetha|seachtain- sheachtain-|mí mhí míonna",
    "cy": "awr oriau|diwrnod ddiwrnod dyddiau niwrnod +deuddydd|wythnos-|mis fis misoedd",
    "sq": "orë orësh|ditë ditësh|javë javësh|muaj muajsh",
    "eu": "ordu-|egun-|aste astean asteko astetan asteren|hilabete-",
    "mt": "siegħa sigħat|ġurnata ġranet +jumejn ġranet|ġimgħat +ġimagħtejn|xahar xhur +xahrejn",
    "eo": "horo-|tago tagoj tagojn|semajno-|monato-",
    "fi": "tunti tuntia tunnin tunnissa tunteja|päivä- arkipäivä- yö yötä vuorokau-|viikko- viikon viikolla"
    " viiko-|kuukau-",
    "et": "tund tundi tunni|päev- ööpäev-|nädal-|kuu kuud kuus kuu",
    "lv": "stund-|dien- diennakt-|nedēļ-|mēnes- mēneš-",
    "lt": "valand-|dien-|savait- savaič-|mėnes-",
    "hu": "óra órát órán órával órája|nap napot napon nappal napja napig munkanap-|hét hetet héten"
    " héttel heti"
    " hetes|hónap-",
    "pl": "godzin-|dzień dni dnia dniach dniem dniu doba doby dób noc noce nocy|tydzień tygodni-|miesiąc-"
    " miesięc-",
    "cs": "hodin-|den dne dny dní dnů dnech dnem noc noci nocí|týden týdn-|měsíc-",
    "sk": "hodin- hodín|deň dňa dni dní dňoch dňom noc noci|týždeň týždn-|mesiac-",
    "sl": "ura uri ur uro|dan dneva dni dneh dnem +dneva noč noči|teden tedn-|mesec-",
    "hr": "sat sata sati|dan dana danima noć noći|tjedan tjedn- nedjelj- nedelj- sedmic-|mjesec- mesec-",
    "sr": "сат сата сати|дан дана данима|недељ- седмиц-|месец-",
    "bg": "час часа часове|ден дни дена дните деня|седмиц-|месец-",
    "mk": "час часа часови|ден дена дни|недел- седмиц-|месец-",
    "ru": "час часа часов часам часами chasov|день дня дней дням дни дню днями суток сутки сут дн ночь ночи"
    " ночей dnya dney dnei|недел- nedel-|месяц-",
    "uk": "годин-|день дня днів дні днями доба доби діб добу ніч ночі ночей|тижд- тижн-|місяц-",
    "be": "гадзін-|дзень дня дзён дні суткі сутак ноч|тыдз- тыдн-|месяц-",
    "el": "ώρα ώρες ωρών ώρας|μέρα μέρες ημέρα ημέρες ημερών μερών ημέρας μέρας βράδια νύχτες νύχτα"
    "|εβδομάδ- βδομάδ-|μήνα μήνες μηνών μήνας",
    "tr": "saat- saati|gün günü günü güne günde günden günlük gece-|hafta-|ay ayı aya ayda aydan",
    "kk": "сағат-|күн күні күннен күнде түн|апта-|ай айы айда",
    "ka": "საათ-|დღე- დღის|კვირა- კვირის|თვე- თვის",
    "hy": "ժամ ժամից ժամում|օր օրից օրը օրվա|շաբաթից շաբաթ|ամիս ամս-",
    "ar": "ساعة ساعات ساعه +ساعتين +ساعتان|يوم أيام يوما ايام ليلة ليال ليالي +يومين +يومان +ليلتين"
    " +ليلتان|أسبوع أسابيع أسبوعا اسبوع اسابيع +أسبوعين +أسبوعان|شهر أشهر شهور +شهرين +شهران",
    "he": "שעה שעות +שעתיים|יום ימים ימי לילה לילות +יומיים +יומים|שבוע שבועות +שבועיים|חודש חודשים +חודשיים",
    "fa": "ساعت|روز روزه شب|هفته|ماه",
    "ur": "گھنٹہ گھنٹے گھنٹوں|دن دنوں رات راتیں|ہفتے ہفتوں|مہینہ مہینے",
    "hi": "घंट- घण्ट- ghante|दिन- रात रातें din|सप्ताह- हफ्त- हफ़्त- hafte|महीन- mahine",
    "bn": "ঘণ্টা- ঘন্টা-|দিন- রাত|সপ্তাহ-|মাস মাসে মাসের",
    "ta": "மணிநேர- மணி|நாள் நாட்க- நாளில் நாளுக்கு நாட்களில்|வார-|மாத-",
    "tl": "oras|araw gabi|linggo|buwan",
    "id": "jam|hari malam|minggu pekan|bulan",
    "sw": "saa masaa|siku usiku|wiki juma|mwezi miezi",
    "vi": "giờ tiếng|ngày hôm đêm|tuần|tháng",
}
SECONDS = "seconds secs sekunden segundos secondes secondi секунд"
MINUTES = "minute minutes min mins minuten minuto minutos minuti minut minuta minuty минут минуты минута"
WEEKENDS = (  # in Latin letters and others: with the stems of their languages
    "weekend- wochenend- finde weekeinde- weekeind- выходн- уикенд- викенд- вихідн- helg helgen helgi"
    " viikonlopp- hetveg-"
    " hétvég- vikend- víkend- savaitgal- nedeļasnogal- nädalavahetus- σαββατοκύριακ- sobotnonedel- helgina"
    " haftasonu asteburu- wknd"
)
WHOLE_DAYS = {  # units that are a number of days by themselves
    14: "fortnight fortnights quinzaine quincena quindicina pythefnos",
    2: "deuddydd",
}
