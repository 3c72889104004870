"""Whether words beside a date tell somebody to do something.

"By", "within" and a mere day are due dates only with a command before or
behind them ("send it by Friday"), or as a heading ("logo by Friday"). A
command begins with a verb, a statement with its subject; no grammar beyond
that is tried, and what is neither counts as a statement: a date missed is
asked for, a date invented is not noticed.
"""

import re

from language.tokens_lexicon import word_set

_OPENERS = word_set(
    """and but so also then ok okay yes sure hi hey hello well btw fyi just maybe perhaps otherwise first
    second third next lastly finally instead again now quickly simply y et und e oder ou o
    ( [ ) ] - – — * • : , ; . ! 1 2 3 4 5 6 7 8 9 # | / urgent asap reminder todo to-do task action subject re
    kindly please pls plz bitte"""
)
# Verbs that a task begins with.
VERBS = word_set(
    """
send submit finish complete deliver return reply respond ask answer tell confirm get give have make do fix
update upload share email mail forward post publish print order book pay file prepare write draft edit
proofread proof review check verify test clean translate transcribe type record scan copy design draw build
create set setup install move migrate move remove delete add change replace correct revise redo rework
reformat format convert export import merge sort list compile collect gather research find look search
compare calculate compute count reconcile invoice bill quote estimate price buy purchase pick drop bring
ship pack wrap sign fill enter encode input submit schedule arrange plan organize organise call phone text
contact notify inform invite remind renew cancel close open launch release deploy push pull schedule hand
turn let put take read summarize summarise analyze analyse report present show provide supply address
process discuss assess assemble paint repair replace mow water wash install inspect measure order photograph
shoot crop resize retouch cut trim shorten translate localize caption subtitle animate render mock sketch
outline propose pitch approve sign-off finalize finalise wind tidy label tag rename archive back backup
restore reset refresh rewrite reword optimize optimise debug implement code program configure register
apply enroll enrol claim request chase follow ping nudge cc bcc attach include consolidate tabulate chart
map plot graph model simulate train document note minute log track monitor audit resolve settle clear
deposit transfer wire refund credit stock restock reserve rsvp vote pay knock crack whip run give start
begin revert pls circulate distribute hire interview screen shortlist source vet onboard
action sort ready
mandame mandamelo enviame envialo enviamelo envia envie terminalo termina hazlo entregalo entrega entregar
enviar mandar terminar acabar revisar revisa corrige manda mande haz prepara preparar
envoie envoyez envoyer rendre livrer finir terminer corriger corrigez fais faites donne donnez rends rendez
merci faire
schick schicke schicken sende senden mach mache machen erledige erledigen liefere liefern abgeben gib
fertigstellen prufen ubersetzen schreiben korrigieren bearbeiten
faca entregue termine revise corrija prepare
"""
)
_OBJECTS = word_set(
    """the this it these those them all both my me us up out your him her each every a an any some everything
    that along over off down back"""
)
# Words that are no verb, whatever follows them.
_NO_VERBS = word_set(
    """i we he she they it you who which what when where why how there here the a an our my your his her
    their its this that these those is are was were be been being am has had does did will would can could
    may might must shall should not no never if unless since because while although though as at in on by of
    for from to with without within into onto about above across after against among around before behind
    below between during except off over past than through under until up upon via nobody somebody everyone
    everybody anyone someone nothing something one two three four five six many most few several more such
    only even still already yet thanks thank sorry congratulations see congrats both all each every half
    hope glad happy sad love enjoy welcome"""
)
_SUBJECTS = word_set(
    """i we he she they you who which there what someone everyone everybody nobody people somebody anyone
    ich wir er sie je nous ils elles il elle eu nos eles elas yo nosotros ellos ellas
    i'm i'll we'll we're i've we've he's she's they're they'll it's that's you'll you're it'll"""
)
_APART = word_set(
    """under over off from since until after between during than if when while because around without
    versus at against through into not no never nor"""
)
_FINITE = word_set(
    """is are was were be am has had have do does did will would can could may might must shall should
    arrive arrives leave leaves close closes open opens start starts end ends begin begins takes take comes
    come goes go gets ships sells pays expires expire lasts last runs delivers works sold travels flies
    stays lives paid came went got took made said told met sent gave left arrived accepted allowed
    guaranteed valid available free busy away out gone closed"""
)
_READY = word_set("finished completed signed needed updated revised fixed printed approved translated edited")
_FOREIGN = word_set(
    "die der das ein eine unser unsere el la los las un una le les l' une o os as um uma mi meu minha"
)
_SHORT_HEADING = 2  # words, the article of another language included
_POSSESSED = word_set("the my our your all both these this that everything it his her")
_PLACED, _PLACES = word_set("on in with to at back"), word_set("me us my our your the desk hand hands to")
_DETERMINERS = word_set(
    "the a an our my your his her their its this that these those all most many no nobody every"
)
_LONGEST_HEADING, _LONGEST_REST = 4, 6  # words

QUESTION = re.compile(
    r"(?:(?:and|but|so|hi|hey|also|ok|,) ){0,2}(?:do|does|did|is|are|was|were|have|has|had|when|what|who"
    r"|whom|why|how|which|where|should (?:i|we|they|he|she)|shall|will (?!you )|won't|isn't|aren't|doesn't"
    r"|don't|didn't|am|wann|wer|wo|warum|cuando|quand|quando|est-ce|ist|sind|hat|es|est|hay) "
)
_PROPOSAL = re.compile(
    r"(?:^| )(?:possible|moglich|posible|possivel|any (?:chance|way)|able to|you think|mind|ok|okay|good"
    r"|fine|doable|feasible|realistic|about|can|could|would|work|please|pls|kindly)(?: |$)"
)
_DUTY = re.compile(
    r"(?:^| )(?:please|pls|plz|kindly|need|needs|want|must|should|have to|has to|would like|i'd like|expect"
    r"|(?:can|could|would|will) (?:you|u|i|we)|bitte|favor|let me|make sure|be great|appreciate|svp)(?: |$)"
)


def _words(text: str) -> list[str]:
    """The words of folded text behind what only opens a sentence."""
    words = text.split()
    at = 0
    while at < len(words) and words[at] in _OPENERS and words[at] not in ("action",):
        at += 1
    return words[at:]


def commands(text: str) -> bool:
    """Tell whether folded words begin with a verb that asks: "send me", "knock this out"."""
    words = _words(text)
    if not words:
        return False
    if words[0] in VERBS or (words[0] == "a" and len(words) > 1 and words[1] in VERBS):  # "à rendre"
        return True
    return len(words) > 1 and words[1] in _OBJECTS and words[0] not in _NO_VERBS and words[0][-1:] != ","


def is_heading(text: str) -> bool:
    """Tell whether folded words are a mere thing to do: "logo", "all of them", "section 1"."""
    words = _words(text)
    if not words or len(words) > _LONGEST_HEADING:
        return False
    placed = words[0] in _PLACED and len(words) > 1 and words[1] in _PLACES
    if words[0] in _NO_VERBS and words[0] not in _POSSESSED and not placed:
        return False
    if words[0] in _FOREIGN and len(words) > _SHORT_HEADING:
        return False
    if len(words) > 1 and words[0].endswith("s") and words[1] in VERBS:  # "guests check in"
        return False
    if any(word in _SUBJECTS or word in _APART or word in _FINITE for word in words):
        return False
    return not any(word.endswith("ed") and word not in _READY for word in words[1:])


def bids(text: str) -> bool:
    """Tell whether the first half of "send it and call me by Friday" bids, so that the other half does."""
    return len(text.split()) < 2 or commands(text) or is_heading(text) or _DUTY.search(text) is not None


def goes_on(rest: str) -> bool:
    """Tell whether what stands behind a date that opens its sentence leaves it a due date:
    "by Friday, send ...", but not "by Friday the snow ..."."""
    words = _words(rest)
    if not words or commands(rest) or _DUTY.search(rest) is not None:
        return True
    return words[0] not in _SUBJECTS and words[0] not in _DETERMINERS and len(words) <= _LONGEST_REST


def is_question(sentence: str) -> bool:
    """Tell whether a sentence that ends with "?" asks about a date, and proposes none."""
    return QUESTION.match(sentence) is not None and _PROPOSAL.search(sentence) is None
