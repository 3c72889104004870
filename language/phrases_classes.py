"""Word classes that phrases are made of, and that refuse them.

Sources of regular expressions over folded text. They hold no repetition inside
a repetition, so a match costs no more than the length of its sentence.
"""

NEGATION = (
    r"not|n't|never|no|nor|neither|without|cannot|cant|dont|doesnt|isnt|havent|nicht|kein\w{0,2}"
    r"|noch|ohne|nunca|sin|pas|sans"
    r"|nao|sem|todavia|aun|ainda"
)
HEDGE = (
    r"almost|nearly|mostly|partly|partially|maybe|perhaps|probably|possibly|might|could|should"
    r"|would|hopefully|hope|hoping|wish"
    r"|soon|try|trying|guess|think|suppose[d]?|expect|expected|supposedly|close to|about to|fast"
    r"|beinahe|casi|presque|quase"
    r"|vielleicht|quiza|peut-etre|talvez|basically|practically|virtually|pretty much|theoretically|yet"
)
FUTURE = r"will|'ll|shall|going to|gonna|tomorrow|later|next|wird|werde|sera|vai"
CONDITION = (
    r"if|when|once|until|till|unless|before|as soon as|whether|provided|assuming|in case|wenn"
    r"|sobald|falls|bis|cuando|hasta"
    r"|quand|des que|quando|assim que"
)
OTHERS = (
    r"he|she|they|his|her|their|client|clients|client's|customer|customers|customer's|vendor"
    r"|supplier|tenant|landlord|boss|bank"
    r"|said|says|told|script|colleague|assistant|team"
)
SCOPE = (
    r"part|parts|half|first|second|third|1st|2nd|3rd|page|pages|section|step|chapter|sample|samples"
    r"|except|apart|most|some|only"
    r"|so far|rest|remaining|left|for today|for now|for tonight|one of|mock-?up|test|teil"
    r"|erste[rn]?|zweite[rn]?|parte|primera"
    r"|primeira|partie|premiere"
)
LIMIT_BEHIND = (
    r"but|except|however|apart from|other than|still|not|n't|remaining|unless|although|aber|pero|mais"
    r"|sauf|excepto|exceto"
)
_HABIT = (
    r"by (?:a|an|the|our|his|her|my|hand|cron)\b|every|each|daily|nightly|weekly|usually|always"
    r"|automatically|manually"
)

STRICT = "|".join((NEGATION, HEDGE, FUTURE, CONDITION, OTHERS, SCOPE, _HABIT))
FIRM = "|".join((NEGATION, HEDGE, CONDITION, OTHERS))
DATED = "|".join(
    (NEGATION, "maybe|perhaps|might|should|hopefully|hope|try|if|once|unless|as soon as|he|she|they")
)
CALM = "|".join((HEDGE, CONDITION, OTHERS))
LOOSE = "|".join((OTHERS, "if|unless|was|were"))
NOTHING = ""

END = r"(?=[ ]*(?:$|[,;.:!)(–—-]))"
WE = r"(?:i|we)"
I_AM = r"(?:i'm|i am|im|we're|we are)"
CANNOT = (
    r"(?:can't|cannot|can not|cant|couldn't|could not|won't be able to|will not be able to"
    r"|will be unable to|not able to|(?:am|'m|are|'re) (?:not able"
    r"|unable) to|unable to)"
)
NOW = r"(?:just |now |already |finally |all |also |fully |both |successfully |officially )?"
APPROX = (
    r"(?:about |around |roughly |approximately |approx |approx\. |some |a total of |at |now |currently "
    r"|already |~ ?|only |just |over )*"
)

_DAY = (
    r"(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|tomorrow|tonight|today"
    r"|noon|eod|cob|week|then|end|\d|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|morgen|heute"
    r"|ende|lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana|hoy|lundi|mardi|mercredi|jeudi"
    r"|vendredi|samedi|dimanche|demain|segunda|terca|quarta|quinta|sexta|amanha|hoje)[\w:.-]{0,12}"
)
BY_A_DAY = (
    rf"(?:by|for|bis|para|pour|d'ici|avant|ate)(?: zum| den| am)? (?:the |this |next |el |la |a |le |nachste"
    rf"\w? )?{_DAY}"
)
