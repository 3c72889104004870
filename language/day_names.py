"""The names of the weekdays and of the months in many languages, as they stand in dates.

For whoever must see that a day is named, not for whoever reads a date: "w piątek", "4 grudnia",
"金曜日". Of each language the seven days from Monday on, then the twelve months, parted by bars, the
forms of one parted by blanks. A form that ends in a hyphen is a stem that may go on ("vrijdag-" is
also "vrijdagavond"), one that ends in a plus must; an underscore stands for a blank. Names that
`language.dates` reads (English, German, Spanish, French, Portuguese) are there for their other
forms. Short names that are words elsewhere ("do", "mar") are in SHORT_DAYS: they need a number.
"""

DAY_NAMES: dict[str, tuple[str, str]] = {
    "roman": ("||||||", "|ii|iii|iv||vi|vii|viii|ix||xi|xii"),
    # Germanic
    "en": (
        "mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays",
        "january|february|march|april|may|june|july|august|september|october|november|december",
    ),
    "de": (
        "montag+ montags|dienstag+|mittwoch+|donnerstag+|freitag+|samstag+ sonnabend+|sonntag+",
        "januar- jänner-|februar- feber|märz- maerz mrz|april-|mai|juni|juli|august-|september-|oktober-"
        "|november-|dezember-",
    ),
    "nl": (
        "maandag-|dinsdag-|woensdag-|donderdag-|vrijdag-|zaterdag-|zondag-",
        "januari|februari|maart mrt|april|mei|juni|juli|augustus|september|oktober|november|december",
    ),
    "af": (
        "maandag-|dinsdag-|woensdag-|donderdag-|vrydag-|saterdag-|sondag-",
        "januarie|februarie|maart|april|mei|junie|julie|augustus|september|oktober|november|desember",
    ),
    "da": (
        "mandag-|tirsdag-|onsdag-|torsdag-|fredag-|lørdag- lordag-|søndag- sondag-",
        "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december",
    ),
    "no": (
        "mandag-|tirsdag- tysdag-|onsdag-|torsdag-|fredag-|lørdag- laurdag-|søndag- sundag-",
        "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember",
    ),
    "sv": (
        "måndag-|tisdag-|onsdag-|torsdag-|fredag-|lördag-|söndag-",
        "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
    ),
    "is": (
        "mánudag-|þriðjudag-|miðvikudag-|fimmtudag-|föstudag-|laugardag-|sunnudag-",
        "janúar|febrúar|mars|apríl|maí|júní|júlí|ágúst|september|október|nóvember|desember",
    ),
    # Romance
    "fr": (
        "||||||",
        "janvier|février|mars|avril|mai|juin|juillet|août aout|septembre|octobre|novembre|décembre",
    ),
    "es": (
        "||||||",
        "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre setiembre|octubre|noviembre|diciembre",
    ),
    "pt": (
        "segunda-feira segunda_feira|terça-feira terça_feira|quarta-feira quarta_feira|quinta-feira"
        " quinta_feira|sexta-feira sexta_feira||",
        "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro",
    ),
    "it": (
        "lunedi|martedi|mercoledi|giovedi|venerdi|sabato sabati|domenica domeniche",
        "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre",
    ),
    "ca": (
        "dilluns|dimarts|dimecres|dijous|divendres|dissabte dissabtes|diumenge diumenges",
        "gener|febrer|març|abril|maig|juny|juliol|agost|setembre|octubre|novembre|desembre",
    ),
    "gl": (
        "luns||mércores|xoves|venres||",
        "xaneiro|febreiro|marzo|abril|maio|xuño|xullo|agosto|setembro|outubro|novembro|decembro",
    ),
    "ro": (
        "luni lunea|marți marțea|miercuri miercurea|joi joia|vineri vinerea|sâmbătă sambata|duminică"
        " duminica",
        "ianuarie|februarie|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|noiembrie|decembrie",
    ),
    # Celtic, Albanian, Basque, Maltese, Esperanto
    "ga": (
        "dé_luain luain|dé_máirt máirt|dé_céadaoin céadaoin|déardaoin|dé_haoine haoine aoine|dé_sathairn"
        " sathairn|dé_domhnaigh domhnaigh",
        "eanáir|feabhra|márta|aibreán aibreáin|bealtaine|meitheamh meithimh|iúil|lúnasa|meán_fómhair mfómh"
        "|deireadh_fómhair dfómh|samhain samhna|nollaig nollag",
    ),
    "cy": (
        "llun|mawrth|mercher|iau|gwener wener|sadwrn|dydd_sul ddydd_sul",
        "ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr ragfyr",
    ),
    "sq": (
        "hënë hënën|martë martën|mërkurë mërkurën|enjte enjten|premte premten|shtunë shtunën|e_diel dielë"
        " dielën",
        "janar-|shkurt-|mars-|prill-|maj-|qershor-|korrik-|gusht-|shtator-|tetor-|nëntor-|dhjetor-",
    ),
    "eu": (
        "astelehen-|astearte-|asteazken-|ostegun-|ostiral-|larunbat-|igande-",
        "urtarril-|otsail-|martxo-|apiril-|maiatz-|ekain-|uztail-|abuztu-|irail-|urri-|azaro-|abendu-",
    ),
    "mt": (
        "it_tnejn tnejn|it_tlieta tlieta|l_erbgħa erbgħa|il_ħamis ħamis|ġimgħa|is_sibt|il_ħadd",
        "jannar|frar|marzu|april|mejju|ġunju|lulju|awwissu|settembru|ottubru|novembru|diċembru",
    ),
    "eo": (
        "lundo- lunde|mardo- marde|merkredo- merkrede|ĵaŭdo- ĵaŭde|vendredo- vendrede|sabato- sabate"
        "|dimanĉo- dimanĉe",
        "januaro|februaro|marto|aprilo|majo|junio|julio|aŭgusto|septembro|oktobro|novembro|decembro",
    ),
    # Baltic, Finnic, Hungarian
    "fi": (
        "maanantai- maanantaisin|tiistai-|keskiviikko- keskiviikon-|torstai-|perjantai-|lauantai-|sunnuntai-",
        "tammikuu-|helmikuu-|maaliskuu-|huhtikuu-|toukokuu-|kesäkuu-|heinäkuu-|elokuu-|syyskuu-|lokakuu-"
        "|marraskuu-|joulukuu-",
    ),
    "et": (
        "esmaspäev-|teisipäev-|kolmapäev-|neljapäev-|reede reedel reedeks reedeni reedene reedest|laupäev-"
        "|pühapäev-",
        "jaanuar-|veebruar-|märts-|aprill-|mail|juuni-|juuli-|august-|september-|oktoober- oktoobri-"
        "|november- novembri-|detsember- detsembri-",
    ),
    "lv": (
        "pirmdien-|otrdien-|trešdien-|ceturtdien-|piektdien-|sestdien-|svētdien-",
        "janvār-|februār-|mart-|aprīl-|maij-|jūnij-|jūlij-|august-|septembr-|oktobr-|novembr-|decembr-",
    ),
    "lt": (
        "pirmadien-|antradien-|trečiadien-|ketvirtadien-|penktadien-|šeštadien-|sekmadien-",
        "sausio sausis|vasario vasaris|kovo kovas|balandžio balandis|gegužės|birželio birželis|liepos"
        " liepa|rugpjūčio rugpjūtis|rugsėjo rugsėjis|spalio spalis|lapkričio lapkritis|gruodžio gruodis",
    ),
    "hu": (
        "hétfő-|kedd keddi kedden keddig keddre keddtől|szerda szerdai szerdá-|csütörtök-|péntek-|szombat-"
        "|vasárnap-",
        "január-|február-|március-|április-|május-|június-|július-|augusztus-|szeptember-|október-"
        "|november-|december-",
    ),
    # Slavic
    "pl": (
        "poniedział-|wtorek wtork-|środa środę środy środzie środą|czwartek czwartk-|piątek piątk-|sobota"
        " sobotę soboty sobocie sobotą|niedziel-",
        "stycz-|lutego lutym|marzec marca|kwiecień kwietnia|maja|czerwiec czerwca|lipiec lipca|sierpień"
        " sierpnia|wrzesień września|październik-|listopad-|grudzień grudnia grudniu",
    ),
    "cs": (
        "pondělí pondělk-|úterý úterk- úterní|středa středu středy středě|čtvrtek čtvrtk- čtvrteč-|pátek"
        " pátk- páteč-|sobota sobotu soboty sobotě|neděle neděli nedělí",
        "leden ledna|února|březen března|duben dubna|květen května|červen června|červenec července|srpen"
        " srpna|září|říjen října|listopad-|prosinec prosince prosinci",
    ),
    "sk": (
        "pondelok pondelk-|utorok utork-|streda stredu stredy strede|štvrtok štvrtk-|piatok piatk-|sobota"
        " sobotu soboty sobote|nedeľa nedeľu nedele nedeli",
        "január-|február-|marec marca|apríl-|mája|júna|júla|august-|september septembra|október októbra"
        "|november novembra|december decembra decembri",
    ),
    "sl": (
        "ponedeljek ponedeljk-|torek torka torku|sreda sredo srede sredi|četrtek četrtk-|petek petka"
        " petku petkom petkov-|sobota soboto sobote soboti|nedelja nedeljo nedelje nedelji",
        "januar-|februar-|marec marca|april-|maja|junij-|julij-|avgust-|september septembra|oktober"
        " oktobra|november novembra|december decembra decembru",
    ),
    "hr": (
        "ponedjeljak ponedjelj- ponedeljak ponedelj-|utorak utork- utorkom|srijeda srijed- sreda sredu"
        " srede|četvrtak četvrtk-|petak petka petku petkom|subota subotu subote suboti subotom|nedjelj-"
        " nedelja nedelju nedelje nedelji",
        "siječanj siječnja januar-|veljača veljače februar-|ožujak ožujka mart-|travanj travnja april-"
        "|svibanj svibnja maja|lipanj lipnja juna juni|srpanj srpnja jula juli|kolovoz- avgust-|rujan"
        " rujna septembar septembra|listopad- oktobar oktobra|studeni studenog- novembar novembra|prosinac"
        " prosinca decembar decembra",
    ),
    "sr": (
        "понедељ-|уторак уторк-|среда среду среде|четвртак четвртк-|петак петка петку петком|субота суботу"
        " суботе суботом|недеља недељу недеље",
        "јануар-|фебруар-|март-|април-|маја|јуна јуни|јула јули|август-|септембар септембра|октобар"
        " октобра|новембар новембра|децембар децембра",
    ),
    "bg": (
        "понеделник-|вторник-|сряда срядата|четвъртък-|петък- петъч-|събота съботата|неделя неделята",
        "януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември",
    ),
    "mk": (
        "понеделник-|вторник-|среда средата|четврток-|петок- петоч-|сабота саботата|недела неделата",
        "јануари|февруари|март|април|мај|јуни|јули|август|септември|октомври|ноември|декември",
    ),
    "ru": (
        "понедельник- ponedelnik-|вторник- vtornik-|среда среду среды sredu|четверг- chetverg-|пятниц- пятн"
        " пятнич- pyatnits- pyatnic-|суббот- subbot-|воскресень- воскресен- voskresen-",
        "январ-|феврал-|март-|апрел-|май мая мае|июнь июня июне|июль июля июле|август-|сентябр-|октябр-"
        "|ноябр-|декабр-",
    ),
    "uk": (
        "понеділ-|вівтор-|середа середу середи|четвер- четверг-|п'ятниц- п'ятнич-|субота суботу суботи"
        "|неділя неділю неділі",
        "січ-|лют-|берез-|квіт-|трав-|черв-|лип-|серп-|верес-|жовт-|листопад-|груд-",
    ),
    "be": (
        "панядзел-|аўтор-|серада сераду серады|чацвер- чацвяр-|пятніц-|субота суботу суботы|нядзеля"
        " нядзелю нядзелі",
        "студз-|лют-|сакав-|крас-|трав- май мая|чэрв-|ліп-|жнів- жніўн-|верас-|кастр-|лістап-|снеж-",
    ),
    # Greek, Turkic, Caucasian
    "el": (
        "δευτέρα- δευτερι-|τρίτη τριτη|τετάρτη-|πέμπτη πεμπτη|παρασκευ-|σάββατο- σαββάτου σαββατ-|κυριακ-",
        "ιανουαρ- γενάρη|φεβρουαρ- φλεβάρη|μαρτίου μάρτιο- μάρτη|απριλ-|μαΐου μάιο- μάη|ιουνί-|ιουλί-"
        "|αυγούστ-|σεπτεμβρ- σεπτέμβρ-|οκτωβρ- οκτώβρ-|νοεμβρ- νοέμβρ-|δεκεμβρ- δεκέμβρ-",
    ),
    "tr": (
        "pazartesi-|salı salıya salıdan salıyı|çarşamba-|perşembe-|cuma cumaya cumadan cumayı cumanın"
        " cumaları|cumartesi-|pazar pazara pazardan pazarı",
        "ocak-|şubat-|mart-|nisan-|mayıs-|haziran-|temmuz-|ağustos-|eylül-|ekim-|kasım-|aralık-",
    ),
    "kk": (
        "дүйсенбі-|сейсенбі-|сәрсенбі-|бейсенбі-|жұма жұмаға|сенбі-|жексенбі-",
        "қаңтар-|ақпан-|наурыз-|сәуір-|мамыр-|маусым-|шілде-|тамыз-|қыркүйек-|қазан-|қараша-|желтоқсан-",
    ),
    "ka": (
        "ორშაბათ-|სამშაბათ-|ოთხშაბათ-|ხუთშაბათ-|პარასკევ-|შაბათ-|კვირას კვირა",
        "იანვ-|თებერვ-|მარტ-|აპრილ-|მაის-|ივნის-|ივლის-|აგვისტ-|სექტემბ-|ოქტომბ-|ნოემბ-|დეკემბ-",
    ),
    "hy": (
        "երկուշաբթի-|երեքշաբթի-|չորեքշաբթի-|հինգշաբթի-|ուրբաթ-|շաբաթ_օր- շաբաթ|կիրակի-",
        "հունվար-|փետրվար-|մարտ-|ապրիլ-|մայիս-|հունիս-|հուլիս-|օգոստոս-|սեպտեմբեր-|հոկտեմբեր-|նոյեմբեր-"
        "|դեկտեմբեր-",
    ),
    # Semitic, Iranian
    "ar": (
        "الاثنين الإثنين للاثنين|الثلاثاء الثلاثا للثلاثاء|الأربعاء الاربعا للأربعاء|الخميس للخميس|الجمعة"
        " الجمعه للجمعة يوم_جمعة|السبت للسبت|الأحد للأحد",
        "يناير كانون_الثاني جانفي|فبراير شباط فيفري|مارس آذار|أبريل إبريل نيسان أفريل|مايو أيار|يونيو"
        " حزيران جوان|يوليو تموز جويلية|أغسطس غشت آب أوت|سبتمبر أيلول شتنبر|أكتوبر تشرين_الأول|نوفمبر"
        " تشرين_الثاني نونبر|ديسمبر كانون_الأول دجنبر",
    ),
    "he": (
        "יום_שני בשני יום_ב|יום_שלישי בשלישי יום_ג|יום_רביעי ברביעי יום_ד|יום_חמישי בחמישי יום_ה"
        "|יום_שישי ערב_שבת שישי יום_ו|שבת|יום_ראשון בראשון יום_א",
        "ינואר|פברואר|מרץ מרס|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר",
    ),
    "fa": (
        "دوشنبه دو_شنبه|سه_شنبه سهشنبه|چهارشنبه چهار_شنبه|پنجشنبه پنج_شنبه|جمعه آدینه|شنبه|یکشنبه یک_شنبه",
        "ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه جولای|اوت آگوست|سپتامبر|اکتبر|نوامبر|دسامبر",
    ),
    "ur": (
        "پیر سوموار|منگل|بدھ|جمعرات|جمعہ جمعے|ہفتہ سنیچر|اتوار",
        "جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر",
    ),
    # India
    "hi": (
        "सोमवार- सोम|मंगलवार- मंगल|बुधवार- बुध|गुरुवार- गुरूवार- बृहस्पतिवार- वीरवार|शुक्रवार- शुक्र"
        " जुम्मा जुमे shukravar- shukrawar- jumma juma"
        "|शनिवार- शनि|रविवार- इतवार",
        "जनवरी|फरवरी फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर सितम्बर|अक्तूबर अक्टूबर|नवंबर नवम्बर|दिसंबर दिसम्बर",
    ),
    "bn": (
        "সোমবার-|মঙ্গলবার-|বুধবার-|বৃহস্পতিবার- বিষ্যুদবার|শুক্রবার-|শনিবার-|রবিবার-",
        "জানুয়ারি- জানুয়ারী-|ফেব্রুয়ারি- ফেব্রুয়ারী-|মার্চ-|এপ্রিল-|মে|জুন-|জুলাই-|আগস্ট-|সেপ্টেম্বর-|অক্টোবর-|নভেম্বর-|ডিসেম্বর-",
    ),
    "ta": (
        "திங்கள்- திங்கட்-|செவ்வாய்-|புதன்-|வியாழன்- வியாழக்-|வெள்ளி-|சனி சனிக்கிழமை-|ஞாயிறு- ஞாயிற்று-",
        "ஜனவரி-|பிப்ரவரி-|மார்ச்-|ஏப்ரல்-|மே|ஜூன்-|ஜூலை-|ஆகஸ்ட்-|செப்டம்பர்-|அக்டோபர்-|நவம்பர்-|டிசம்பர்-",
    ),
    # South-East Asia, Africa
    "tl": (
        "lunes|martes|miyerkules mierkoles|huwebes hwebes|biyernes byernes|sabado|linggo",
        "enero|pebrero|marso|abril|mayo|hunyo|hulyo|agosto|setyembre|oktubre|nobyembre|disyembre",
    ),
    "id": (
        "senin isnin|selasa|rabu|kamis khamis|jumat jum'at jumaat|sabtu|hari_minggu minggu ahad",
        "januari|februari|maret mac|april|mei|juni|juli julai|agustus ogos agt|september|oktober|november"
        " nopember|desember disember",
    ),
    "sw": (
        "jumatatu|jumanne|jumatano|alhamisi|ijumaa|jumamosi|jumapili",
        "januari|februari|machi|aprili|mei|juni|julai|agosti|septemba|oktoba|novemba|desemba disemba",
    ),
    "vi": (
        "thứ_hai|thứ_ba|thứ_tư|thứ_năm|thứ_sáu|thứ_bảy|chủ_nhật",
        "tháng_giêng tháng_một|tháng_hai|tháng_ba|tháng_tư|tháng_năm|tháng_sáu|tháng_bảy|tháng_tám"
        "|tháng_chín|tháng_mười|tháng_mười_một|tháng_mười_hai tháng_chạp",
    ),
}

UNSPACED_DAYS = (  # in scripts that part no words: found within any text
    "星期一 周一 週一 礼拜一 禮拜一 月曜 월요일 วันจันทร์|星期二 周二 週二 礼拜二 禮拜二 火曜 화요일 วันอังคาร"
    "|星期三 周三 週三 礼拜三 禮拜三 水曜 수요일 วันพุธ|星期四 周四 週四 礼拜四 禮拜四 木曜 목요일 วันพฤหัส"
    "|星期五 周五 週五 礼拜五 禮拜五 金曜 금요일 วันศุกร์ (金) (금)"
    "|星期六 周六 週六 礼拜六 禮拜六 土曜 토요일 วันเสาร์ (土) (토)"
    "|星期日 星期天 周日 週日 周天 礼拜天 禮拜天 礼拜日 禮拜日 日曜 일요일 วันอาทิตย์ (日) (일)"
)
UNSPACED_MONTHS = (  # beside a number; 12月 and 12월 say their own
    "มกราคม ม.ค.|กุมภาพันธ์ ก.พ.|มีนาคม มี.ค.|เมษายน เม.ย.|พฤษภาคม พ.ค.|มิถุนายน มิ.ย."
    "|กรกฎาคม ก.ค.|สิงหาคม ส.ค.|กันยายน ก.ย.|ตุลาคม ต.ค.|พฤศจิกายน พ.ย.|ธันวาคม ธ.ค."
)
SHORT_DAYS = (  # only with the number of the day, or a time on the clock, behind them
    "mo ma lun man mån mán lu pon po hét пн pzt seg dl|di mar mart tir tis þri ti wt út ut вт sal ter dt"
    "|mi wo mie mer mié ons mið ke śr sr ср çar qua dc|do jeu jue gio tor tors fim czw čt št чт чц qui dj"
    "|vr fr ven vie vin fre fös pt pá pi пт cum dv|sa za sam sab sáb lør lör lau sob сб cmt ds"
    "|zo dim dom søn sön nd вс нд paz dg"
)
