"""The days of a month in words: "fourth", "vierten", "cuatro", "quatre", "quattro", "четвёртого"."""

from language.folding import fold

_ROWS = {  # 1 to 20; the twenties are joined below
    "en": "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth"
    "|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth",
    "en, plain": "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen|twenty",
    "de": "ersten|zweiten|dritten|vierten|fünften|sechsten|siebten|achten|neunten|zehnten|elften|zwölften"
    "|dreizehnten|vierzehnten|fünfzehnten|sechzehnten|siebzehnten|achtzehnten|neunzehnten|zwanzigsten",
    "es": "uno primero|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince"
    "|dieciséis|diecisiete|dieciocho|diecinueve|veinte",
    "fr": "premier|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
    "|dix_sept|dix_huit|dix_neuf|vingt",
    "it": "primo|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|tredici|quattordici"
    "|quindici|sedici|diciassette|diciotto|diciannove|venti",
    "pt": "um primeiro|dois|três|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|treze|catorze|quinze"
    "|dezesseis|dezessete|dezoito|dezenove|vinte",
    "nl": "eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|dertiende"
    "|veertiende|vijftiende|zestiende|zeventiende|achttiende|negentiende|twintigste",
    "ru": "первого первое|второго второе|третьего третье|четвертого четвертое|пятого пятое|шестого шестое"
    "|седьмого седьмое|восьмого восьмое|девятого девятое|десятого десятое|одиннадцатого|двенадцатого"
    "|тринадцатого|четырнадцатого|пятнадцатого|шестнадцатого|семнадцатого|восемнадцатого|девятнадцатого"
    "|двадцатого",
    "pl": "pierwszego|drugiego|trzeciego|czwartego|piątego|szóstego|siódmego|ósmego|dziewiątego|dziesiątego"
    "|jedenastego|dwunastego|trzynastego|czternastego|piętnastego|szesnastego|siedemnastego|osiemnastego"
    "|dziewiętnastego|dwudziestego",
}
_TWENTIES = {  # how a number above twenty is joined to one below ten
    "en": ("twenty_{}", "thirtieth", "thirty_{}"),
    "en, plain": ("twenty_{}", "thirty", "thirty_{}"),
    "ru": ("двадцать_{}", "тридцатого", "тридцать_{}"),
    "pl": ("dwudziestego_{}", "trzydziestego", "trzydziestego_{}"),
    "fr": ("vingt_{}", "trente", "trente_et_un"),
    "pt": ("vinte_e_{}", "trinta", "trinta_e_{}"),
}
_WHOLE = {
    21: "einundzwanzigsten veintiuno vingt_et_un ventuno eenentwintigste",
    22: "zweiundzwanzigsten veintidós ventidue tweeentwintigste",
    23: "dreiundzwanzigsten veintitrés ventitre drieentwintigste",
    24: "vierundzwanzigsten veinticuatro ventiquattro vierentwintigste",
    25: "fünfundzwanzigsten veinticinco venticinque vijfentwintigste",
    26: "sechsundzwanzigsten veintiséis ventisei zesentwintigste",
    27: "siebenundzwanzigsten veintisiete ventisette zevenentwintigste",
    28: "achtundzwanzigsten veintiocho ventotto achtentwintigste",
    29: "neunundzwanzigsten veintinueve ventinove negenentwintigste",
    30: "dreißigsten treinta trenta dertigste",
    31: "einunddreißigsten treinta_y_uno trentuno eenendertigste",
}


def _numbers() -> dict[str, int]:
    found: dict[str, int] = {}
    for tongue, row in _ROWS.items():
        ones = row.split("|")
        above, thirty, last = _TWENTIES.get(tongue, ("", "", ""))
        words = dict(enumerate(ones, 1))
        if above:
            units = [forms.split()[0] for forms in ones[:9]]
            words |= {20 + n: above.format(unit) for n, unit in enumerate(units, 1)}
            words |= {30: thirty, 31: last.format(units[0])}
        for number, forms in words.items():
            found |= {fold(form).replace("_", " "): number for form in forms.split()}
    for number, forms in _WHOLE.items():
        found |= {fold(form).replace("_", " "): number for form in forms.split()}
    return found


DAY_NUMBERS = _numbers()  # folded words, parted by single blanks, and the day that they name
