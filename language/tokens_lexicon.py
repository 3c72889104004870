"""The words of dates, by class.

Rows of `class.key number: spelling | spelling`; a row goes on where a line
begins with a bar. The grammar in `dates_*` knows classes only, so a new word
is one spelling in one row. Spellings are folded (lower case, no accents).
"""

from collections.abc import Iterator

Row = tuple[str, str, int, str]


def word_set(words: str) -> frozenset[str]:
    """Return the words between spaces as a set."""
    return frozenset(words.split())


def phrase_set(table: str) -> frozenset[str]:
    """Return the phrases between bars and line ends as a set."""
    return frozenset(
        part.strip() for line in table.splitlines() for part in line.split(" | ") if part.strip()
    )


def rows(table: str) -> Iterator[Row]:
    """Yield (class, key, number, spelling) for each spelling of a table."""
    cls, key, number = "", "", 0
    for line in table.strip().splitlines():
        named, colon, spellings = line.partition(": ")
        if colon and not line.startswith(" "):
            name, _, count = named.partition(" ")
            cls, _, key = name.partition(".")
            number, line = int(count), spellings
        for spelling in line.split(" | "):
            if spelling.strip(" |"):
                yield cls, key, number, spelling.strip(" |")


ENGLISH = """
weekday 0: monday | mon
weekday 1: tuesday | tues | tue | tuesd | teusday
weekday 2: wednesday | weds | wed | wednes | wednsday | wensday | wednesdy
weekday 3: thursday | thurs | thur | thu | thrusday | thursd
weekday 4: friday | fri | firday
weekday 5: saturday | sat
weekday 6: sunday | sun
month 1: january | jan
month 2: february | feb | febr | febuary
month 3: march | mar
month 4: april | apr
month 5: may
month 6: june | jun
month 7: july | jul
month 8: august | aug
month 9: september | sept | sep
month 10: october | oct
month 11: november | nov
month 12: december | dec
rel 0: today | 2day | tdy
rel 1: tomorrow | tmrw | tmw | tmr | tom | tomo | tomorow | tommorow | tommorrow | 2moro | 2morrow
rel 2: day after tomorrow | the day after tomorrow | day after tom | overmorrow
rel.yesterday -1: yesterday | the day before yesterday
dayafter 2: day after | the day after
daybefore -1: day before | the day before | night before | the night before
now 0: now | right now
shift.this 0: this | coming | the coming | upcoming | forthcoming | this coming | this very | present
    | current
shift.next 1: next | the next | following | the following | nxt
shift.last -1: last | past | previous | the last | the past | the previous
shift.every 0: every | each | any given
afternext 2: after next
unit.minute 1: minute | minutes | min | mins
unit.hour 60: hour | hours | hr | hrs
unit.day 1: day | days | calendar day | calendar days | full day | full days
unit.bizday 1: business day | business days | working day | working days | workday | workdays | work day
    | work days | biz day | biz days | weekdays | bus days | bd | bds | bank day | bank days | office days
    | banking day | banking days | trading days
unit.week 7: en huit | week | weeks | wk | wks | calendar week | calendar weeks
unit.workweek 7: work week | working week | workweek | business week
unit.fortnight 14: fortnight | fortnights
unit.month 1: month | months | calendar month
unit.quarter 3: quarter | quarters
unit.year 12: year | years | calendar year
unit.weekend 2: weekend | week-end | wkend
edge.end 0: end | the end | the very end | the tail end | close | the close | ending | tail end
edge.start 0: start | the start | beginning | the beginning | the very start | top | the top
edge.mid 0: mid | middle | the middle
period.week-mid 0: midweek
edge.early 0: early | earlier | early in
edge.late 0: late | later | late in
period.week 0: eow | week's end | week end | end of wk | close of the week | cow
period.month 0: eom | month-end | month end | month's end | monthend
period.quarter 0: eoq | quarter-end | quarter end | quarter's end
period.year 0: eoy | year-end | year end | year's end | yearend
quarter 1: q1 | first quarter | the first quarter
quarter 2: q2 | second quarter | the second quarter
quarter 3: q3 | third quarter | the third quarter
quarter 4: q4 | fourth quarter | the fourth quarter
part.eod -1: eod | cob | cop | eob | eop | eobd | cobd | coop | end of day | end of the day
    | end of business | end of business day | end of the business day | end of the working day
    | end of working day | end of the workday | end of workday | end of the work day | end of work
    | end of play | end-of-day | close of business | close of the business day | close of play
    | close of day | close of the day | day's end | day end | end of office hours | close of office hours
    | end of shift | end of office | the end of the day | the end of day | the close of business
    | the end of business | the close of play | the end of the business day | the end of the working day
    | the end of play | the end of the work day | the end of the workday | business close | knock-off
    | knocking off time | home time | quitting time | clocking-off | the end of your day | end of your day
    | end of my day | the end of my day | close of office | e.o.d | c.o.b
    | end of the office day
part.open 540: first thing | first thing in the morning | start of business | start of day
    | start of the day | start of the business day | beginning of the day | beginning of day | bod | sob
    | sod | start of play | opening of business | open of business | beginning of business | breakfast
    | crack of dawn | early morning | early in the morning | the start of business | the start of the day
    | start of work | early am | the beginning of the day | when you get in | the early morning
    | first thing am | opening time | the opening of business | overnight | when we open
part.noon 720: noon | midday | mid-day | mid day | lunch | lunchtime | lunch time | noontime | high noon
    | 12 noon | 12nn | 12 nn | twelve noon | noonish | your lunch | your lunch break
part.midnight 1439: midnight | 12 midnight | 12mn | 12 mn | 24:00 | 2400 | 24h00
part.morning 720: morning | in the morning | the morning | am hours | during the morning | forenoon
    | late morning | the am | morning time
part.midmorning 630: mid-morning | mid morning | midmorning
part.afternoon 1020: afternoon | in the afternoon | the afternoon | late afternoon | arvo | aft
    | late in the afternoon | after noon | the late afternoon | teatime | tea time
part.earlyafternoon 840: early afternoon | after lunch | early in the afternoon | early pm
part.midafternoon 900: mid-afternoon | mid afternoon | midafternoon
part.evening 1260: evening | in the evening | the evening | eve | dinner time | late evening | late pm
    | night | at night | the night | bedtime | nite | late at night
part.earlyevening 1140: early evening | dinner | dinnertime | supper
tonight 1260: tonight | tonite | 2nite | tonight's end
meridiem 1: am | a m
meridiem 2: pm | p m
oclock 0: o'clock | oclock | h
frac 30: half past | half
frac 15: quarter past | a quarter past | quarter after | a quarter after
frac -15: quarter to | a quarter to | quarter of | quarter till | a quarter till
half.hour 30: half an hour | a half hour | half hour | half-hour
half.hour 90: an hour and a half | one and a half hours | hour and a half
half.day 0: half a day | half day
ordinal.word 1: first | 1st
ordinal.word 2: second
ordinal.word 3: third
ordinal.word 4: fourth
ordinal.word 5: fifth
ordinal.word 6: sixth
ordinal.word 7: seventh
ordinal.word 8: eighth
ordinal.word 9: ninth
ordinal.word 10: tenth
ordinal.word 11: eleventh
ordinal.word 12: twelfth
ordinal.word 13: thirteenth
ordinal.word 14: fourteenth
ordinal.word 15: fifteenth
ordinal.word 16: sixteenth
ordinal.word 17: seventeenth
ordinal.word 18: eighteenth
ordinal.word 19: nineteenth
ordinal.word 20: twentieth
ordinal.word 21: twenty-first | twenty first
ordinal.word 22: twenty-second | twenty second
ordinal.word 23: twenty-third | twenty third
ordinal.word 24: twenty-fourth | twenty fourth
ordinal.word 25: twenty-fifth | twenty fifth
ordinal.word 26: twenty-sixth
ordinal.word 27: twenty-seventh
ordinal.word 28: twenty-eighth
ordinal.word 29: twenty-ninth
ordinal.word 30: thirtieth
ordinal.word 31: thirty-first | thirty first
art 1: a | an
number.few 3: few | a few | several | a handful of | handful of | some
number.few 2: couple | couple of | a couple | a couple of | day or two | a day or two
number 1: one
number 2: two
number 3: three
number 4: four
number 5: five
number 6: six
number 7: seven
number 8: eight
number 9: nine
number 10: ten
number 11: eleven
number 12: twelve
number 14: fourteen
number 15: fifteen
number 20: twenty
number 24: twenty-four | twenty four
number 30: thirty
number 45: forty-five
number 48: forty-eight | forty eight
number 60: sixty
number 72: seventy-two
number 90: ninety
holiday.christmas-eve 0: christmas eve | xmas eve | heiligabend | nochebuena
holiday.christmas 0: christmas | christmas day | xmas | x-mas | weihnachten | noel | navidad | natal
holiday.boxing-day 0: boxing day
holiday.new-years-eve 0: new year's eve | new years eve | nye | silvester | nochevieja
holiday.new-year 0: new year's day | new years day | new year's | new years | new year | the new year
holiday.thanksgiving 0: thanksgiving | thanksgiving day | turkey day
holiday.black-friday 0: black friday
holiday.cyber-monday 0: cyber monday
holiday.halloween 0: halloween
holiday.valentine 0: valentine's day | valentines day | valentine's
holiday.july-4 0: the 4th of july weekend | independence day
holiday.labor-day 0: labor day | labour day
holiday.memorial-day 0: memorial day
holiday.mlk-day 0: mlk day
holiday.good-friday 0: good friday | karfreitag | viernes santo
holiday.easter-monday 0: easter monday | ostermontag
holiday.easter 0: easter | easter sunday | ostern | paques | pascua
weekof.of 0: week of | the week of | week beginning | week commencing | w/c | week starting | wc
weekof.end 0: week ending | w/e | the week ending | the week to
weekno 0: kw | calendar week no | wk no | week no | kalenderwoche | semaine no
then 0: then | that | that time | that date | that day | then please
nowtime 7: this time next week | same time next week | the same time next week
nowtime 1: this time tomorrow | same time tomorrow | the same time tomorrow
polite 0: if it's not too much trouble | if that works for you | if that's ok | if that's okay
    | if that's possible | if you can manage | if you can manage it | if at all possible | if you don't mind
    | if that suits | if that suits you | if it works for you | if it helps | if you could | if you would
    | if you like | if that is ok | if feasible
time 0: time | daylight | local time | standard time | daylight time | std time | timezone
exact 0: on the dot
mine 0: my time | our time | my time zone | our local time | my local time | here
yours 0: your time | your local time | their time | your end | your timezone | your time zone | ur time
"""
