"""The words by which mail programs introduce what others wrote, language by language.

Only words stand here; `quotes` knows the shapes around them. A mail program
that we do not know yet is a word in one of these tables.
"""


def _words(row: str) -> tuple[str, ...]:
    return tuple(row.split("|"))


# "wrote", as it stands in the line above a quote; lower case, matched as whole words.
WROTE = _words(
    "wrote|writes|sent|said|schrieb|schrieben|geschrieben|a écrit|écrit|a ecrit|à écrit"
    "|escribió|escribio|escreveu|escreveram|ha scritto|scrisse|scritto|ha escrit|escribiu"
    "|napisał|napisał(a)|napisała|napisal(a)|pisze|napsal|napsal(a)|napsala|napísal"
    "|napísal(a)|napísala|napisao|napisao/la|je napisao|je napisala|napisal|написал|написала"
    "|написал(а)|пишет|пише|написав|написав(-ла)|написа|skrev|skrifaði|schreef|geschreven"
    "|schreef het volgende|het volgende geschreven|kirjoitti|írta|ezt írta|yazdı|şunu yazdı"
    "|đã viết|menulis|a scris|έγραψε|כתב|כתבה|كتب|كتبت|写道|寫道|写到"
    "|のメール|さんは書きました|작성|님이 작성|rašė|rakstīja|kirjutas|je napísal|shkroi|idatzi du|va escriure"
)

# How the line above a quote begins; lower case.
STARTERS = _words(
    "dana|kuupäeval|pe data de|i|ved|den den|datum|"
    "on|at|am|le|el|il|em|op|den|d.|på|pe|w dniu|dnia|dne|dňa|in data|vào|pada|în data|kl"
    "|tarihinde|från|od|ons|la|u|a|в|em:|no dia|el dia|στις|ב|le :|del|den:|em seg|in|vers"
    "|um|vom|van|von|from"
)

# Labels of the header lines that Outlook and others set above what they quote; lower case, without colon.
LABELS: dict[str, str] = {
    word: role
    for role, words in {
        "from": "from|von|de|da|van|od|från|fra|od|från|lähettäjä|feladó|gönderen|kimden|от|отправитель"
        "|від|de la|šalje|"
        "exp|expéditeur|expediteur|remitente|mittente|afzender|αποστολέας|από|מאת|من|发件人|寄件者|寄件人"
        "|差出人|送信者|보낸 사람|보낸사람|nuo|no|kellelt|saatja|desde|dari|từ|від кого|"
        "message de|nadawca|odesílatel|odosielateľ|remetente|šalje|pošiljatelj|odesilatel|frá"
        "|avsändare|lähetti"
        "|nadawca|saatnud|od koga|remitent|no:|sūtītājs|siuntėjas|подател",
        "to": "to|an|à|a|para|aan|do|komu|pre|till|til|vastaanottaja|címzett|kime|alıcı|кому|către"
        "|prima|για|προς|אל|إلى|收件人|宛先|받는 사람|받는사람|kam|kellele|per|à l'attention de|"
        "destinataire|destinatario|destinatário|adresat|mottagare|modtager|ontvanger|empfänger"
        "|kepada|đến|vers|za|copie à|pentru|til:|kellele"
        "|la|catre|adressaat|saaja|komu:|prejemnik|до|получатель|primatelj|destinatari|kam:"
        "|kepada yth",
        "cc": "cc|kopie|kopie (cc)|kopia|kopio|kópia|copia|copie|cópia|kopi|kopi til|bilgi|копия|копія"
        "|másolatot kap|másolat|dw|dw.|do wiadomości|κοιν|抄送|副本|참조|c.c|con copia|copie à|koopia"
        "|tembusan"
        "|kopija|kopii|cópia para|skrytá kopie|u kopiji|koopia",
        "bcc": "bcc|bkopie|blindkopie|cco|cci|ccn",
        "subject": "subject|betreff|objet|objeto|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|tárgy|konu"
        "|тема|temat|předmět|predmet|subiect|naslov|θέμα|נושא|الموضوع|主题|主旨|件名|제목|tema|teema"
        "|perihal|chủ đề|sujet|efni"
        "|teema|predmet|assumpte|temats|subjekt|относно|betr|betr.",
        "date": "date|datum|data|dato|fecha|dátum|datum|päivämäärä|päiväys|tarih|дата|dată|sent|gesendet"
        "|gesendet am|envoyé|envoyé le|enviado|enviado el|enviado em|enviada em|inviato"
        "|verzonden|skickat|sendt|sendt den|lähetetty|elküldve|"
        "gönderildi|gönderme tarihi|отправлено|надіслано|wysłano|odesláno|odoslané|odeslano"
        "|trimis|trimis la|poslano|message du|ημερομηνία|נשלח|发送时间|發送時間|日期"
        "|日時|送信日時|보낸 날짜|날짜|ngày|dikirim|εστάλη|στάλθηκε|tanggal|sent on|received|"
        "send|data wysłania|dagsetning|sent at"
        "|saadetud|gönderilme tarihi|gönderilen|відправлено|poslato|datum slanja|enviat"
        "|data enviament|nosūtīts|išsiųsta|kuupäev|postat|saatmisaeg|fecha de envío"
        "|data de envio|data/ora|inviato il|envoyée le|verzonden op|skickat den|lähetysaika"
        "|времето|изпратено",
        "reply-to": "reply-to|antwort an|répondre à|responder a|responder para|rispondi a|risposta"
        "|antwoord aan|svar till|svar til|vastausosoite|odpowiedz do|odpověď|odpovědět|ответить"
        "|reply to|odpověď na|yanıt adresi",
        "other": "importance|priority|attachments|priorité|priorität|wichtigkeit|anlagen|bijlage|bijlagen"
        "|pièces jointes|resent-from|resent-date|list-id|organization|newsgroups|message-id"
        "|sender|importancia|adjuntos|anhänge|signed by|mailed-by|reply-to-list",
    }.items()
    for word in words.split("|")
}

# Parts of words that make a line between dashes, or before a colon, the head of a forward.
FORWARDED = _words(
    "forwarded|forward|fwd|weitergeleitet|reenviad|inoltrat|transmis|transféré|transfere"
    "|réexpédi|doorgestuurd|videresend|vidarebefordr|välitet|edelleenlähet|przekazan"
    "|przekazyw|přepos|preposl|továbbít|redirecțion|redirection|переслан|перенаправлен"
    "|переадресов|пересыла|iletil|ileti baş|yönlendir|proslij|prosleđ|proslijeđ|encaminhad"
    "|reencaminhad|προωθ|转发|轉寄|転送|전달|framsend|edastatud|chuyển tiếp|diteruskan|reexpedi"
    "|persiųst|pārsūtīt|препратен|posredovan"
)

# Nouns of a line between dashes: "Original Message", "Ursprüngliche Nachricht".
MESSAGE = _words(
    "message|nachricht|mensaje|mensagem|messaggio|bericht|meddelande|meddelelse|melding"
    "|besked|viesti|wiadomość|wiadomosc|zpráva|správa|üzenet|сообщение|повідомлення|письмо"
    "|mesaj|mesajul|ileti|mail|e-mail|email|mejl|msg|邮件|郵件|メッセージ|메일|메시지|poruka|sporočilo"
    "|missatge|thư|pesan|μήνυμα|skilaboð|kiri|laiškas|ziņojums|ursprungligt|original"
    "|courriel|correo|post"
)

# Beginnings of a Subject that say "I pass this on", and those that say "I answer".
FORWARD_SUBJECTS = _words(
    "př|pr|prosl|ed|пер|пд|пп|weitergeleitet|tov|f|fwd-re|inoltrato|reenviado|encaminhada"
    "|overført|edasi|"
    "fw|fwd|wg|tr|rv|vs|vl|i|pd|enc|redir|vb|videresend|ilt|yt|továbbítás|trs|doorst"
    "|doorgestuurd|转发|轉寄|転送|전달|fyi|fs|proslijeđeno|прд|πρθ|vidarebefordrat|res-fwd|i/fwd"
)
REPLY_SUBJECTS = _words(
    "re|aw|sv|antw|antwort|rif|r|ref|odp|ynt|vá|回复|回覆|答复|返信|회신|res|rép|απ|отв|отв.|bls"
)

# Devices and apps: one of them must stand in the line, because "Sent by courier" is somebody's own words.
DEVICES = (
    r"iphone|ipad|ipod|android|samsung|galaxy|blackberry|mobil|phone|\bcell|outlook|yahoo"
    r"|windows|airmail|mailbox|sparrow"
    r"|proton|\bspark\b|k-9|nokia|huawei|xiaomi|redmi|\bhtc\b|thunderbird|aquamail|gmail"
    r"|acompli|device|tablet|verizon|t-mobile"
    r"|at&t|superhuman|missive|\bzoho\b|newton|edison|bluemail|\bmac\b|macbook|fairphone"
    r"|pixel|oneplus|motorola|tuta|fastmail"
    r"|mailspring|hotmail|icloud|\[mail\]|apple mail|mail f(?:or|ür|or) windows|телефон"
    r"|устройств|smartphone|gerät|appareil|dispositivo"
    r"|móvil|puhelim|telefon|傳送|发送|发自|送信|보냄|điện thoại"
)
# The possessive says it as well: "Sent from my TI-85".
OWN_DEVICE = (
    r"(?:sent from my|from my|depuis mon|von meinem|desde mi|do meu|dal mio|mijn|min|mojego"
    r"|моего) \S"
)

# What a device or an app adds below a mail: the whole line begins so.
DEVICE_LINES = (
    r"sent (?:from|via|with|by|using) (?:my |a |the |an )?(?:\w|\[|<)",
    r"get (?:\[?outlook|the yahoo|outlook|aquamail|bluemail)",
    r"(?:von|mit|aus|über) (?:meinem?|meiner|dem|der|outlook|mobil|iphone|ipad|android"
    r"|samsung)\b.{0,60}(?:gesendet|gesandt|verschickt)",
    r"gesendet (?:von|mit|aus|über) ",
    r"diese nachricht wurde von (?:meinem|einem)",
    r"envoyé (?:depuis|de|à partir|avec|via) ",
    r"envoye (?:depuis|de mon) ",
    r"enviado (?:desde|do|de|a partir|via|pelo|con) ",
    r"enviada (?:do|desde) ",
    r"inviato (?:da|dal|con|tramite) ",
    r"verzonden (?:vanaf|met|via|vanuit|van) ",
    r"verstuurd vanaf ",
    r"sendt (?:fra|via|med) ",
    r"skickat från ",
    r"skickades från ",
    r"lähetetty (?:\w+ ){0,2}(?:iphone|ipad|android|puhelimes|outlook|samsung)",
    r"wysłan[eoy] z ",
    r"odesláno z ",
    r"odoslané z ",
    r"отправлено (?:с|из|через) ",
    r"надіслано (?:з|із|за) ",
    r"iphone['’]?umdan gönderildi",
    r"trimis de pe ",
    r"(?:küldve|elküldve) .{0,40}(?:iphone|ipad|android|telefon)",
    r"從我的 .{1,30} 傳送",
    r"发自我的",
    r"从我的 .{1,30} 发送",
    r"iphone\s?から送信",
    r"나의 .{1,20}에서 보냄",
    r"từ (?:điện thoại|iphone)",
    r"[^\W\d]+ from (?:my )?(?:mobile|iphone|android|phone|cell)$",
    r"from my (?:iphone|ipad|android|phone|cell|mobile|blackberry)\b",
    r"this (?:message|email|mail) was sent (?:from|with|by|using) (?:my|a|the) ",
)
