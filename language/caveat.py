"""Praise with a fault in it: "Great work! One small thing: the logo is cut off."

Such words approve nothing by themselves; the writer is asked. The list errs to
the side of asking, which costs a word, where approving would end the task.
"""

import re

from language.folding import fold

_CHANGE = r"(?:change|fix|correct|add|remove|move|redo|update|replace)"
_FAULT = re.compile(
    r"\b(?:but|however|except|although|though|apart from|other than|besides|aside from"
    r"|only (?:that|one|thing)|(?:one|two|three|a few|a couple|some|another|just one|the only)(?: \w{1,12})? "
    r"(?:things?|points?|changes?|remarks?|notes?|comments?|details?|niggles?|nits?|corrections?|typos?"
    r"|fix(?:es)?)|still (?:\w{1,20} )?(?:missing|wrong|needs?|not|too|have|has|see)|(?<!nothing )missing"
    rf"|wrong|cut off|typos?|(?:could|can|would) you(?: please| also)? {_CHANGE}"
    rf"|(?:please|pls|kindly|just|also)(?: also| just)? {_CHANGE}"
    r"|(?:needs?|should|must) (?:to )?be (?:\w{1,20}ed|bigger|smaller|darker|lighter|longer|shorter)"
    r"|aber|allerdings|nur noch|bis auf|fehlt|noch nicht|pero|sin embargo|excepto|falta|mais|sauf"
    r"|cependant|toutefois|manque|porem|exceto|so falta|isn't|aren't|doesn't|don't"
    r"|not (?:quite|yet|right|good|correct|done))\b"
)
_CAP = 8192  # characters looked at


def has_caveat(text: str) -> bool:
    """Whether the words find a fault or limit what they praise. Linear; never raises."""
    return bool(_FAULT.search(" ".join(fold(text[:_CAP]).split())))
