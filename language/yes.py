"""A plain yes or no to "is this from you?", and nothing that only might be one.

A praise, a thumb or a promise says yes to much else; here only the word itself
or "it is mine" counts, with what people write around it: "Yes, that was me. Best, Ann".
"""

import re

from language.folding import INVISIBLE, fold

_YES = r"(?:yes|yep|yeah|yup|y|ok|okay|okey|ja|jawohl|si|oui|sim|opo)"
_NO = r"(?:no|nope|nah|n|nein|non|nao|hindi)"
_IT = r"(?:it|that|this)"
_MINE = (  # says it without a yes before it, too
    rf"(?:{_IT} (?:is|was)(?: from)? (?:me|mine)|{_IT}'s (?:me|mine)|i (?:wrote|sent) {_IT}"
    r"|confirmed|correct|sure|of course|das war ich)"
)
_GOES_ALONG = rf"(?:{_IT} (?:is|was)|i (?:did|do)|go ahead|do it|all good|von mir)"  # only behind one
_NOT_MINE = (
    rf"(?:{_IT} (?:is|was) not(?: from)? (?:me|mine)|{_IT} (?:isn't|wasn't)(?: from)? (?:me|mine)"
    rf"|{_IT}'s not (?:me|mine)|not (?:me|mine)|drop it)"
)
_NOT_ALONG = r"(?:i did not|i didn't)"
_COURTESY = r"(?:please do|please|thanks|thank you|danke|gracias|merci|thx)"
_GAP = r"[ ,.!;:–—-]+"
_SAYS_YES = re.compile(
    rf"(?:{_YES}|{_MINE})(?:{_GAP}(?:{_YES}|{_MINE}|{_GOES_ALONG}|{_COURTESY})){{0,4}}[ .!]*"
)
_SAYS_NO = re.compile(
    rf"(?:{_NO}|{_NOT_MINE})(?:{_GAP}(?:{_NO}|{_NOT_MINE}|{_NOT_ALONG}|{_COURTESY})){{0,4}}[ .!]*"
)
_CLOSING = re.compile(
    r"(?:(?:all the |with )?(?:best|kind|warm)(?: regards| wishes)?|regards|cheers|thanks|thank you|greetings"
    r"|(?:mit )?(?:freundliche[nr]?|viele|beste|liebe) gru(?:ss|ß)e?n?|lg|vg|mfg"
    r"|saludos|cordialement|abrazos?)[ ,.!]*"
)
_LONGEST = 80  # characters of the line that says it


def yes_or_no(own: str, name: str) -> str:
    """Return "yes", "no" or "" for somebody's own words, quotes cut off before.

    The first line has to say it, and below it may stand only a closing and the
    writer's `name`. Linear; never raises."""
    lines = own[:2000].translate(INVISIBLE).splitlines()
    first, *below = [line.strip() for line in lines if line.strip()] or [""]
    if len(first) > _LONGEST or not all(only_signs(line, name) for line in below):
        return ""
    line = fold(first)
    if _SAYS_YES.fullmatch(line):
        return "yes"
    return "no" if _SAYS_NO.fullmatch(line) else ""


def only_signs(line: str, name: str) -> bool:
    """Whether the line is nothing but a closing, or the writer's `name`."""
    bare = line.strip(" ,.-–—").casefold()
    names = {name.casefold(), *name.casefold().split(), *(part[:1] for part in name.casefold().split())}
    return bare in names or bool(_CLOSING.fullmatch(fold(line)))
