"""What a mail may contain, in numbers.

Caps come before parsing: a mail over one of them is held with its reason and
its raw bytes are kept. Each reader takes its limits from here, so that no
number is written down twice.
"""

from datetime import timedelta

KB = 1024
MB = 1024 * KB

# One mail, in octets as it came.
RAW_BYTES = 20 * MB
HEAD_BYTES = 256 * KB  # of a larger mail: the head and this much is fetched
HEADER_BLOCK_BYTES = 100 * KB
HEADER_BYTES = 16 * KB  # one field, folds included
FROM_BYTES = 1 * KB
SUBJECT_BYTES = 998  # RFC 5322, section 2.1.1: the longest line
DKIM_SIGNATURES = 5  # looked at, from the top; each costs a hash of the body

# What is read of it.
MIME_DEPTH = 20
PARTS = 200
ATTACHMENTS = 20
TEXT_BYTES = 64 * KB
TEXT_LINES = 2000
DUE_BYTES = 8 * KB  # due phrases are looked for in this much of the text
TITLE_CHARS = 120
REFERENCES = 100  # ids read of one References field, the newest ones

# The parse worker.
PARSE_CPU = timedelta(seconds=2)
PARSE_WALL = timedelta(seconds=5)
PARSE_MEMORY_BYTES = 384 * MB  # 20 MB of mail peak at about 240

# How much, how often.
MAILS_A_ROUND = 500
UNPROVEN_MAILS_AN_HOUR = 30  # from one unproven address, then held
PROVEN_MAILS_AN_HOUR = 300  # from a registered, proven one
LOOP_LETTERS_AN_HOUR = 3  # letters provoked by automatic or unproven mail
LOOP_LETTERS_A_DAY = 10
KNOCKS_A_DAY = 50  # letters to one owner about unproven mail, whatever its addresses
CONFIRMS_A_DAY = 50
CONFIRM_FOR = timedelta(hours=48)  # how long a one-time code is good

# Proof.
TOKEN_KEY_FOR = timedelta(days=90)  # how long the last epoch stays good
DKIM_FOR = timedelta(days=14)  # an older signature may be a replay
CLOCK_SLACK = timedelta(days=1)  # a signer's clock may be this much ahead

# Letters out.
LETTER_FILES_BYTES = 10 * MB  # all attachments of one letter together
LINE_BYTES = 998  # RFC 5322, section 2.1.1, without the CRLF
FOLD_CHARS = 78
ENCODED_WORD_CHARS = 62  # RFC 2047, section 2 allows 75; a line with one 76, name included
