"""Numbers in words, in many languages: 1 to 20, then 30, 40 to 90, and 100.

Of each language the numbers in this order, parted by bars, the forms of one parted by blanks; an
underscore stands for a blank. Where a language has no row, or no word, a distance in it is seen by
the word beside it all the same, and is one that nobody can reckon.
"""

COUNTS: dict[str, str] = {
    "en": "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred",
    "nl": "één een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien"
    "|zestien|zeventien|achttien|negentien|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig"
    "|negentig|honderd",
    "da": "et en|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten"
    "|atten|nitten|tyve|tredive|fyrre|halvtreds|treds|halvfjerds|firs|halvfems|hundrede ethundrede",
    "no": "en|to|tre|fire|fem|seks|syv sju|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten"
    "|atten|nitten|tjue tyve|tretti|førti|femti|seksti|sytti|åtti|nitti|hundre",
    "sv": "ett en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton"
    "|arton|nitton|tjugo|trettio|förtio|femtio|sextio|sjuttio|åttio|nittio|etthundra",
    "is": "einn|tveir tvo tvær|þrír þrjá þrjár|fjórir fjóra fjórar|fimm|sex|sjö|átta|níu|tíu|ellefu|tólf"
    "|þrettán|fjórtán|fimmtán|sextán|sautján|átján|nítján|tuttugu|þrjátíu|fjörutíu|fimmtíu|sextíu|sjötíu"
    "|áttatíu|níutíu|hundrað",
    "fr": "un une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
    "|dix_sept|dix_huit|dix_neuf|vingt|trente|quarante|cinquante|soixante|soixante_dix"
    "|quatre_vingts quatre_vingt|quatre_vingt_dix|cent",
    "es": "uno un una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince"
    "|dieciséis|diecisiete|dieciocho|diecinueve|veinte|treinta|cuarenta|cincuenta|sesenta|setenta"
    "|ochenta|noventa|cien ciento",
    "pt": "um uma|dois duas|três|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|treze|catorze quatorze"
    "|quinze|dezasseis dezesseis|dezassete dezessete|dezoito|dezanove dezenove|vinte|trinta|quarenta"
    "|cinquenta|sessenta|setenta|oitenta|noventa|cem",
    "it": "uno una uno|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|tredici"
    "|quattordici|quindici|sedici|diciassette|diciotto|diciannove|venti|trenta|quaranta|cinquanta"
    "|sessanta|settanta|ottanta|novanta|cento",
    "ca": "un una|dos dues|tres|quatre|cinc|sis|set|vuit|nou|deu|onze|dotze|tretze|catorze|quinze|setze"
    "|disset|divuit|dinou|vint|trenta|quaranta|cinquanta|seixanta|setanta|vuitanta|noranta|cent",
    "ro": "unu o una|doi două|trei|patru|cinci|șase|șapte|opt|nouă|zece|unsprezece|doisprezece"
    "|treisprezece|paisprezece|cincisprezece|șaisprezece|șaptesprezece|optsprezece|nouăsprezece|douăzeci"
    "|treizeci|patruzeci|cincizeci|șaizeci|șaptezeci|optzeci|nouăzeci|o_sută o_sută sută",
    "eo": "unu|du|tri|kvar|kvin|ses|sep|ok|naŭ|dek|dek_unu|dek_du|dek_tri|dek_kvar|dek_kvin|dek_ses"
    "|dek_sep|dek_ok|dek_naŭ|dudek|tridek|kvardek|kvindek|sesdek|sepdek|okdek|naŭdek|cent",
    "fi": "yksi yhden yhtä|kaksi kahden kahta|kolme kolmen|neljä neljän|viisi viiden|kuusi kuuden"
    "|seitsemän|kahdeksan|yhdeksän|kymmenen kymmenessä|yksitoista|kaksitoista|kolmetoista|neljätoista"
    "|viisitoista|kuusitoista|seitsemäntoista|kahdeksantoista|yhdeksäntoista|kaksikymmentä|kolmekymmentä"
    "|neljäkymmentä|viisikymmentä|kuusikymmentä|seitsemänkymmentä|kahdeksankymmentä|yhdeksänkymmentä"
    "|sata",
    "lt": "vienas viena vieną|du dvi dviejų|trys trijų|keturi keturias keturių|penki penkias|šeši"
    "|septyni|aštuoni|devyni|dešimt|vienuolika|dvylika|trylika|keturiolika|penkiolika|šešiolika"
    "|septyniolika|aštuoniolika|devyniolika|dvidešimt|trisdešimt|keturiasdešimt|penkiasdešimt"
    "|šešiasdešimt|septyniasdešimt|aštuoniasdešimt|devyniasdešimt|šimtas",
    "lv": "viens|divi divām divas|trīs trim|četri četrām četras|pieci|seši|septiņi|astoņi|deviņi|desmit"
    "|vienpadsmit|divpadsmit|trīspadsmit|četrpadsmit|piecpadsmit|sešpadsmit|septiņpadsmit|astoņpadsmit"
    "|deviņpadsmit|divdesmit|trīsdesmit|četrdesmit|piecdesmit|sešdesmit|septiņdesmit|astoņdesmit"
    "|deviņdesmit|simts",
    "hu": "egy|kettő két|három|négy|öt|hat|hét|nyolc|kilenc|tíz|tizenegy|tizenkettő|tizenhárom|tizennégy"
    "|tizenöt|tizenhat|tizenhét|tizennyolc|tizenkilenc|húsz|harminc|negyven|ötven|hatvan|hetven|nyolcvan"
    "|kilencven|száz",
    "pl": "jeden jedna jedną|dwa dwie dwóch dwoma|trzy trzech|cztery czterech|pięć pięciu|sześć|siedem"
    "|osiem|dziewięć|dziesięć|jedenaście|dwanaście|trzynaście|czternaście|piętnaście|szesnaście"
    "|siedemnaście|osiemnaście|dziewiętnaście|dwadzieścia|trzydzieści|czterdzieści|pięćdziesiąt"
    "|sześćdziesiąt|siedemdziesiąt|osiemdziesiąt|dziewięćdziesiąt|sto",
    "cs": "jedna jeden jednu|dva dvě dvou|tři tří|čtyři čtyř|pět pěti|šest|sedm|osm|devět|deset|jedenáct"
    "|dvanáct|třináct|čtrnáct|patnáct|šestnáct|sedmnáct|osmnáct|devatenáct|dvacet|třicet|čtyřicet"
    "|padesát|šedesát|sedmdesát|osmdesát|devadesát|sto",
    "sk": "jeden jeden jednu|dva dve dvoch|tri|štyri|päť|šesť|sedem|osem|deväť|desať|jedenásť|dvanásť"
    "|trinásť|štrnásť|pätnásť|šestnásť|sedemnásť|osemnásť|devätnásť|dvadsať|tridsať|štyridsať|päťdesiat"
    "|šesťdesiat|sedemdesiat|osemdesiat|deväťdesiat|sto",
    "sl": "ena en eno|dve dva|tri|štiri|pet|šest|sedem|osem|devet|deset|enajst|dvanajst|trinajst"
    "|štirinajst|petnajst|šestnajst|sedemnajst|osemnajst|devetnajst|dvajset|trideset|štirideset|petdeset"
    "|šestdeset|sedemdeset|osemdeset|devetdeset|sto",
    "ru": "один одну одна|два две двух|три трех|четыре четырех|пять пяти|шесть|семь|восемь|девять|десять"
    "|одиннадцать|двенадцать|тринадцать|четырнадцать|пятнадцать|шестнадцать|семнадцать|восемнадцать"
    "|девятнадцать|двадцать|тридцать|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяносто|сто",
    "uk": "один одну|два дві двох|три трьох|чотири чотирьох|п'ять|шість|сім|вісім|дев'ять|десять"
    "|одинадцять|дванадцять|тринадцять|чотирнадцять|п'ятнадцять|шістнадцять|сімнадцять|вісімнадцять"
    "|дев'ятнадцять|двадцять|тридцять|сорок|п'ятдесят|шістдесят|сімдесят|вісімдесят|дев'яносто|сто",
    "be": "адзін|два дзве|тры|чатыры|пяць|шэсць|сем|восем|дзевяць|дзесяць|адзінаццаць|дванаццаць"
    "|трынаццаць|чатырнаццаць|пятнаццаць|шаснаццаць|сямнаццаць|васямнаццаць|дзевятнаццаць|дваццаць"
    "|трыццаць|сорак|пяцьдзясят|шэсцьдзясят|семдзесят|восемдзесят|дзевяноста|сто",
    "tr": "bir|iki|üç|dört|beş|altı|yedi|sekiz|dokuz|on|onbir|oniki|onüç|ondört|onbeş|onaltı|onyedi"
    "|onsekiz|ondokuz|yirmi|otuz|kırk|elli|altmış|yetmiş|seksen|doksan|yüz",
    "kk": "бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|он|он_бір|он_екі|он_үш|он_төрт|он_бес|он_алты"
    "|он_жеті|он_сегіз|он_тоғыз|жиырма|отыз|қырық|елу|алпыс|жетпіс|сексен|тоқсан|жүз",
    "ar": "واحد واحدة|اثنان اثنين|ثلاثة ثلاث|أربعة أربع|خمسة خمس|ستة ست|سبعة سبع|ثمانية ثماني|تسعة تسع"
    "|عشرة عشر|أحد_عشر|اثنا_عشر|ثلاثة_عشر|أربعة_عشر|خمسة_عشر|ستة_عشر|سبعة_عشر|ثمانية_عشر|تسعة_عشر"
    "|عشرون عشرين|ثلاثون ثلاثين|أربعون أربعين|خمسون خمسين|ستون ستين|سبعون سبعين|ثمانون ثمانين"
    "|تسعون تسعين|مائة مئة",
    "he": "אחת אחד|שתיים שני שתי שניים|שלוש שלושה|ארבע ארבעה|חמש חמישה|שש שישה|שבע שבעה|שמונה שמונה"
    "|תשע תשעה|עשר עשרה|אחת_עשרה|שתים_עשרה|שלוש_עשרה|ארבע_עשרה|חמש_עשרה|שש_עשרה|שבע_עשרה|שמונה_עשרה"
    "|תשע_עשרה|עשרים|שלושים|ארבעים|חמישים|שישים|שבעים|שמונים|תשעים|מאה",
    "fa": "یک|دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده|یازده|دوازده|سیزده|چهارده|پانزده|شانزده|هفده|هجده|نوزده"
    "|بیست|سی|چهل|پنجاه|شصت|هفتاد|هشتاد|نود|صد",
    "bn": "এক|দুই|তিন|চার|পাঁচ|ছয়|সাত|আট|নয়|দশ|এগারো|বারো|তেরো|চৌদ্দ|পনের|ষোল|সতের|আঠারো|উনিশ|বিশ"
    "|ত্রিশ|চল্লিশ|পঞ্চাশ|ষাট|সত্তর|আশি|নব্বই|একশত",
    "de": "eins ein eine einem einen einer|zwei zwo|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf"
    "|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn|zwanzig|dreißig|vierzig|fünfzig"
    "|sechzig|siebzig|achtzig|neunzig|hundert einhundert",
    "af": "een|twee|drie|vier|vyf|ses|sewe|agt|nege|tien|elf|twaalf||||||||twintig|dertig|veertig|vyftig"
    "|sestig|sewentig|tagtig|negentig|honderd",
    "gl": "un unha|dous dúas|tres|catro|cinco|seis|sete|oito|nove|dez|once|doce|trece|catorce|quince||||"
    "|vinte|trinta|corenta|cincuenta|sesenta|setenta|oitenta|noventa|cen",
    "ga": "aon|dhá dó|trí|ceithre ceathair|cúig|sé|seacht|ocht|naoi|deich",
    "cy": "un|dau dwy|tri tair|pedwar pedair|pump pum|chwech chwe|saith|wyth|naw|deg|||||pymtheg|||||ugain",
    "sq": "një|dy|tre tri|katër|pesë|gjashtë|shtatë|tetë|nëntë|dhjetë|||||||||||||||nëntëdhjetë|njëqind",
    "eu": "bat|bi|hiru|lau|bost|sei|zazpi|zortzi|bederatzi|hamar|hamaika|hamabi|hamahiru|hamalau"
    "|hamabost|||||hogei||berrogei||hirurogei||laurogei||ehun",
    "mt": "wieħed waħda|tnejn żewġ|tlieta tliet|erbgħa erba'|ħamsa ħames|sitta sitt|sebgħa seba'"
    "|tmienja tmien|disgħa disa'|għaxra għaxar",
    "et": "üks ühe|kaks kahe|kolm kolme|neli nelja|viis viie|kuus kuue|seitse seitsme|kaheksa|üheksa"
    "|kümme kümne|üksteist|kaksteist|kolmteist|neliteist|viisteist|||||kakskümmend",
    "hr": "jedan jedna jednu|dva dvije|tri|četiri|pet|šest|sedam|osam|devet|deset|jedanaest|dvanaest"
    "|trinaest|četrnaest|petnaest|šesnaest|sedamnaest|osamnaest|devetnaest|dvadeset|trideset|četrdeset"
    "|pedeset|šezdeset|sedamdeset|osamdeset|devedeset|sto",
    "sr": "један једну|два две|три|четири|пет|шест|седам|осам|девет|десет|једанаест|дванаест"
    "|тринаест|четрнаест|петнаест|||||двадесет|тридесет|четрдесет|педесет|шездесет|седамдесет|осамдесет"
    "|деведесет|сто",
    "bg": "един една|два две|три|четири|пет|шест|седем|осем|девет|десет|единайсет единадесет"
    "|дванайсет дванадесет|тринайсет|четиринайсет четиринадесет|петнайсет петнадесет||||"
    "|двайсет двадесет|трийсет тридесет|четирийсет четиридесет|петдесет|шейсет шестдесет|седемдесет"
    "|осемдесет|деветдесет|сто",
    "mk": "еден една|два две|три|четири|пет|шест|седум|осум|девет|десет",
    "el": "μία ένα μια έναν|δύο δυο|τρεις τρία|τέσσερις τέσσερα|πέντε|έξι|επτά εφτά|οκτώ οχτώ"
    "|εννέα εννιά|δέκα|έντεκα|δώδεκα|δεκατρείς|δεκατέσσερις|δεκαπέντε|||||είκοσι|τριάντα|σαράντα|πενήντα"
    "|εξήντα|εβδομήντα|ογδόντα|ενενήντα|εκατό",
    "ka": "ერთი ერთ|ორი ორ|სამი სამ|ოთხი ოთხ|ხუთი ხუთ|ექვსი ექვს|შვიდი შვიდ|რვა|ცხრა|ათი ათ",
    "hy": "մեկ մի|երկու|երեք|չորս|հինգ|վեց|յոթ|ութ|ինը|տասը տաս",
    "ur": "ایک|دو|تین|چار|پانچ|چھ|سات|آٹھ|نو|دس",
    "hi": "एक|दो do|तीन teen|चार char|पांच पाँच|छह छः|सात|आठ|नौ|दस|ग्यारह|बारह|||पंद्रह|||||बीस",
    "ta": "ஒரு ஒன்று|இரண்டு இரு|மூன்று|நான்கு நாலு|ஐந்து|ஆறு|ஏழு|எட்டு|ஒன்பது|பத்து",
    "tl": "isa isang|dalawa dalawang|tatlo tatlong|apat|lima limang|anim|pito pitong|walo walong|siyam"
    "|sampu sampung",
    "id": "satu|dua|tiga|empat|lima|enam|tujuh|delapan lapan|sembilan|sepuluh|sebelas||||||||||||||||"
    "|seratus",
    "sw": "moja|mbili|tatu|nne|tano|sita|saba|nane|tisa|kumi|||||||||ishirini",
    "vi": "một|hai|ba|bốn tư|năm lăm|sáu|bảy|tám|chín|mười mươi||||||||||||||||||trăm",
}
VAGUE: dict[str, tuple[float, float]] = {  # words for a number that is not said: from, to
    "couple pair ein_paar paar par deux_ou_trois un_par pareja casal coppia cwpl kilka": (2, 3),
    "few handful einige wenige quelques unos unas pocos algunos alguns poucos pochi alcuni enkele några"
    " noen nogle"
    " muutama kilku kilka několik pár niekoľko nekaj nekoliko неколико няколко несколько кілька декілька"
    " некалькі birkaç μερικές λίγες beberapa ilang vài بضعة بضع כמה چند چندین कुछ mấy": (1, 8),
    "several mehrere plusieurs varios varias vários varie meerdere flera flere": (2, 9),
    "some many": (1, 60),
    "centaine centinaio centena centenar honderdtal hundreds": (80, 120),
    "dizaine decina decena dezena tiental": (8, 12),
    "двое dwoje dvoje dvoj": (2, 2),
    "трое troje": (3, 3),
    "четверо czworo čtvero": (4, 4),
    "пятеро pięcioro brace_of brace twosome": (2, 5),
    "dozen dutzend douzaine docena dúzia dozzina dozijn dussin dusin": (12, 12),
    "score": (20, 20),
}
ORDINALS: dict[int, str] = {  # those of language.day_numbers apart
    1: "first erste ersten erster premier première primer primero primera prima primeiro primeira"
    " första første första"
    " první prvi pierwszy pierwsza pierwszym ensimmäinen ensimmäisen első birinci pertama первый первая"
    " первой перша"
    " πρώτη الأول الأولى ראשון ראשונה पहले पहला",
    2: "second zweite zweiten zweiter deuxième segundo segunda secondo seconda andra anden andre druhý"
    " druhá druhém drugi"
    " druga drugim toinen toisen második ikinci kedua второй вторая друга δεύτερη الثاني الثانية שני"
    " שנייה दूसरे",
    3: "third dritte dritten dritter troisième tercero tercer tercera terceiro terceira terzo terza"
    " tredje třetí tretji"
    " trzeci trzecia trzecim kolmas kolmannen harmadik üçüncü ketiga третий третья третья третя τρίτη"
    " الثالث שלישי तीसरे",
    4: "fourth vierte vierten vierter quatrième cuarto cuarta quarto quarta fjärde fjerde čtvrtý čtvrtá"
    " čtvrtém četrti"
    " czwarty czwarta czwartym neljäs neljännen negyedik dördüncü keempat четвёртый четвертый четвёртая"
    " четвертая четвертый"
    " четверта τέταρτη الرابع רביעי चौथे चौथा",
    5: "fifth fünfte fünften fünfter cinquième quinto quinta femte pátý pátá pátém peti piąty piąta"
    " piątym viides viidennen"
    " ötödik beşinci kelima пятый пятая п'ятий п'ята пети пета πέμπτη الخامس חמישי पांचवें पांचवा",
    6: "sixth sechste sechsten sechster sixième sexto sexta sesto sesta sjätte sjette šestý šesti"
    " szósty szósta szóstym"
    " kuudes hatodik altıncı keenam шестой шестая шостий έκτη السادس שישי छठे",
    7: "seventh siebte siebten siebter septième séptimo sétimo settimo sjunde syvende sedmý sedmi"
    " siódmy seitsemäs hetedik"
    " yedinci ketujuh седьмой седьмая сьомий έβδομη السابع שביעי सातवें",
    12: "twelfth zwölfte zwölften zwölfter douzième duodécimo decimosegundo dodicesimo tolfte dvanáctý"
    " dwunasty tizenkettedik"
    " on_ikinci двенадцатый двенадцатого twaalfde",
}
HALVES = (
    "half halbe halben halber halbes demi demie media medio meia meio mezza mezzo halve halv halvt pół"
    " półtora půl poloviční"
    " пол полтора полторы півтора anderthalb eineinhalb anderhalve puoli puolitoista fél másfél yarım"
    " نصف חצי आधा डेढ़"
    " setengah nửa pol poldrugi fel jumătate"
)
