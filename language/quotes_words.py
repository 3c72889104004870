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
    "|のメール|さんは書きました|のメッセージ|さんが書きました|작성|님이 작성|이(가) 쓴 글|님이 쓴 글|rašė"
    "|rakstīja|kirjutas|je napísal|shkroi|idatzi du|va escriure|ha escrit"
    "|napisala|je napisal|je napisal(a)|napísali|napsali|napisali|napisał/a|je napisao/la"
    "|је написао/ла|је написао|је написала|написао је|написала је|написали|напісаў(-ла)|написал(a)|писали"
    "|писал|писала"
    "|rakstija|parašė|kirjutas järgmist|skrev följande|skrev følgende|folgendes geschrieben"
    "|a écrit ce qui suit|escribió lo siguiente|escreveu o seguinte|ha scritto quanto segue"
    "|şunları yazdı|yazmış|yazmıştı|geskryf|skryf|ay sumulat|sumulat|isinulat|aliandika|idatzi zuen"
    "|hau idatzi du|igorleak idatzi du|scríobh|ysgrifennodd|skrifaði eftirfarandi"
    "|เขียนว่า|เขียน|ได้เขียนว่า|ने लिखा|लिखा|নে লিখেছেন|লিখেছেন|எழுதியது|నే వ్రాసారు|ने लिहिले|نے لکھا|نوشت"
    "|نوشته|نوشته است"
    "|كَتب|كَتبت|כתב/ה|כתב/כתבה|כתב(ה)|έγραψαν|έγραψε τα εξής|寫了|写了|撰寫|写下"
)

# How webmail introduces a quote without a date: "Quoting Ann <ann@example.com>:"; lower case.
CITING = _words(
    "quoting|zitat von|citando|citando a|citazione di|mensaje citado por|citado por|citant|citat från"
    "|citerar|citat fra"
    "|citerer|citát|cytat|cytowanie|cituji|citujem|lainaus|lainaten|siteeraten|цитирую|цитата от"
    "|цитування|idézet"
    "|alıntı|αναφορά από|citēju|cituoju|tsiteerin|引用|인용|selon|en réponse à|dixit|thus spake"
    "|thus wrote|thus said"
)

# A line below which a help desk sets the whole history: "Please type your reply above this line".
ABOVE_HERE = (
    r"(?:reply|respon[sd]e?|answer|type|write|message)\b.{0,40}\babove (?:this|the) (?:line|dotted line)"
    r"|above this line.{0,30}\b(?:reply|respond)"
    r"|(?:antwort|antworten|schreiben).{0,50}(?:oberhalb|über) dieser (?:linie|zeile)"
    r"|(?:réponse|répondre|répondez|écri).{0,50}au[- ]dessus de cette ligne"
    r"|(?:respuesta|respond|escrib).{0,50}(?:por encima|arriba|encima) de esta línea"
    r"|(?:rispost|rispond|scriv).{0,50}(?:sopra|al di sopra di) (?:questa|a questa) (?:riga|linea)"
    r"|(?:resposta|respond|escrev).{0,50}acima desta linha|(?:antwoord|reageer"
    r"|typ).{0,50}boven deze (?:lijn|regel)"
    r"|svar.{0,50}(?:ovanför|over|ovenfor) (?:denna|denne) (?:rad|linje)|odpowied.{0,50}powyżej tej linii"
    r"|odpověď.{0,50}nad (?:tento|tuto) řádek|ответ.{0,50}(?:выше|над) этой (?:строки|черты|линии|строкой)"
    r"|この(?:行|線)より上|在此(?:行|线|線)(?:以上|上方|之上)|이 (?:줄|선) 위에"
)

# The same where more follows: "Wiadomość napisana przez Ann <ann@example.com> w dniu 2.03.2026 08:30:".
WROTE_BEFORE = _words(
    "napisana przez|wysłana przez|del dia|del día|تمت كتابة ما يلي بواسطة|written by|verfasst von"
    "|γράφτηκε από"
    "|scritto da|écrit par|escrito por|geschreven door|skrevet av|skrevet af|skrivet av"
)

# How the line above a quote begins; lower case.
STARTERS = _words(
    "dana|kuupäeval|pe data de|i|ved|den den|datum|"
    "on|at|am|le|el|il|em|op|den|d.|på|pe|w dniu|dnia|dne|dňa|in data|vào|pada|în data|kl"
    "|tarihinde|från|od|ons|la|u|a|в|em:|no dia|el dia|στις|ב|le :|del|den:|em seg|in|vers"
    "|um|vom|van|von|from"
    "|вы писали|you wrote|missatge|wiadomość|v|v v|in data|на|у|dnia|në|noong|nang|pada|pada tanggal"
    "|përmes|o|às|ás|à|þann|kell"
    "|ในวันที่|เมื่อ|เมื่อวันที่|في|بتاريخ|در تاریخ|در|को|दिनांक|於|在|am:|vers le|op:|klo"
    "|le jour|il giorno|dátum"
)

# Labels of the header lines that Outlook and others set above what they quote; lower case, without colon.
LABELS: dict[str, str] = {
    word: role
    for role, words in {
        "from": "from|sender|von|de|da|van|od|från|fra|od|från|lähettäjä|feladó|gönderen|kimden|от"
        "|отправитель"
        "|від|de la|šalje|"
        "exp|expéditeur|expediteur|remitente|mittente|afzender|αποστολέας|από|מאת|من|发件人|寄件者|寄件人"
        "|差出人|送信者|보낸 사람|보낸사람|nuo|no|kellelt|saatja|desde|dari|từ|від кого|"
        "message de|nadawca|odesílatel|odosielateľ|remetente|šalje|pošiljatelj|odesilatel|frá"
        "|avsändare|lähetti"
        "|nadawca|saatnud|od koga|remitent|no:|sūtītājs|siuntėjas|подател"
        "|от кого|saatja|daripada|ke dari|จาก|प्रेषक|से|از|فرستنده|bidaltzailea|nork|igorlea|de parte de"
        "|gesendet von|pošiljatel|пошиљалац|шаље|od|odosielatel|보낸이|보내는 사람|寄信人|發件人|寄件者"
        "|发信人|mula sa|kay|från:|nga|dërguesi|avsender|gửi từ|người gửi|ngươi gửi|pengirim|penghantar"
        "|المرسل|השולח|αποστολή από|od (from)|absender|kirjutaja|oddawca",
        "to": "to|an|à|a|para|aan|do|komu|pre|till|til|vastaanottaja|címzett|kime|alıcı|кому|către"
        "|prima|για|προς|אל|إلى|收件人|宛先|받는 사람|받는사람|kam|kellele|per|à l'attention de|"
        "destinataire|destinatario|destinatário|adresat|mottagare|modtager|ontvanger|empfänger"
        "|kepada|đến|vers|za|copie à|pentru|til:|kellele"
        "|la|catre|adressaat|saaja|komu:|prejemnik|до|получатель|primatelj|destinatari|kam:"
        "|kepada yth"
        "|pour|per a|收件者|收信人|받는이|받는 이|수신|収信者|tới|người nhận|ถึง|प्रति|को|به|گیرنده|نحو"
        "|za:|primaoci|primalac|прима|за:|nori|hartzailea|destinatari|penerima|ke|kepada:|gavėjas"
        "|saņēmējs|прималац|למען|נמען|המקבל|παραλήπτης|til:|móttakandi|för|për|oggetto a|do:",
        "cc": "cc|kopie|kopie (cc)|kopia|kopio|kópia|copia|copie|cópia|kopi|kopi til|bilgi|копия|копія"
        "|másolatot kap|másolat|dw|dw.|do wiadomości|κοιν|抄送|副本|참조|c.c|con copia|copie à|koopia"
        "|tembusan"
        "|kopija|kopii|cópia para|skrytá kopie|u kopiji|koopia"
        "|kp|копие|копіja|копија|κοινοποίηση|עותק|נסכה|نسخة|نسخة إلى|رونوشت|สำเนา|สำเนาถึง|प्रतिलिपि"
        "|副本抄送|寄件副本|사본|kópia pre|kopie an|kopie an:|másolat:|kopyası|con copia a|copie à :"
        "|en copia|cópia a|em cópia|afrit|cópia:|còpia|salinan|kopiat|kopi:|κοιν.|kopie komu",
        "bcc": "bcc|bkopie|blindkopie|cco|cci|ccn",
        "subject": "subject|betreff|objet|objeto|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|tárgy|konu"
        "|тема|temat|předmět|predmet|subiect|naslov|θέμα|נושא|الموضوع|主题|主旨|件名|제목|tema|teema"
        "|perihal|chủ đề|sujet|efni"
        "|teema|predmet|assumpte|temats|subjekt|относно|betr|betr."
        "|zadeva|наслов|предмет|subjekti|subjek|tajuk|perkara|ชื่อเรื่อง|เรื่อง|หัวเรื่อง|विषय|موضوع|عنوان"
        "|主　题|主 题|主　題|標題|标题|題名|gaia|paksa|ärende|subiectul|asunto:|betreffzeile|otsikko"
        "|temos|zinojuma temats|lënda|subyek|tiêu đề|onderwerp:",
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
        "|времето|изпратено"
        "|日付|送信日|日期时间|寄件日期|傳送時間|发送日期|發送日期|发件时间|時間|时间|보낸 시간|보낸시간"
        "|받은 시간|받은 날짜|날짜 및 시간|작성일|küldve|küldés dátuma|küldés ideje|отправлен|отправлена"
        "|послано|послато|датум|датум слања|изпратен|изпратено на|отправлено:|надіслане|надісланo|wysłane"
        "|data:|odoslaný|odesláno dne|αποστολή|ημ/νία|תאריך|נשלח ב|نُشرت|تم الإرسال|التاريخ|تاريخ|تاریخ"
        "|ارسال|ارسال شده|ส่งเมื่อ|ส่ง|วันที่|दिनांक|तारीख|भेजा गया|đã gửi|gửi|ngày gửi|vào lúc|terkirim"
        "|dihantar|tarikh|tanggal:|data d'enviament|enviat el|enviat:|envoyé :|expédié|expédié le"
        "|gesendet:|bidalia|bidaltze-data|noiz|data e dërgimit|dërguar|sendt:|skickades|lähetetty:"
        "|poslané|odeslal|sent time|send time|date sent|sent date|datum verzending|fecha y hora"
        "|data e ora|data da mensagem|enviada|datum/uhrzeit",
        "reply-to": "reply-to|antwort an|répondre à|responder a|responder para|rispondi a|risposta"
        "|antwoord aan|svar till|svar til|vastausosoite|odpowiedz do|odpověď|odpovědět|ответить"
        "|reply to|odpověď na|yanıt adresi"
        "|répondre|rép. à|rép à|responder|odpovědět komu|responder a:|antwoord-aan|回覆至|返信先|回信地址"
        "|답장 받는 사람|רשות תגובה|الرد على|răspunde la|válaszcím|відповісти|svara till"
        "|vastaa osoitteeseen|απάντηση προς|antwort an:|odgovori na|odgovor za|відповідати",
        "other": "importance|priority|attachments|priorité|priorität|wichtigkeit|anlagen|bijlage|bijlagen"
        "|pièces jointes|resent-from|resent-date|list-id|organization|newsgroups|message-id"
        "|importancia|adjuntos|anhänge|signed by|mailed-by|reply-to-list"
        "|重要性|重要度|중요도|附件|첨부|添付ファイル|attachment|allegati|allegato|bilagor|bilag|liitteet"
        "|załączniki|přílohy|prílohy|mellékletek|ekler|вложения|вкладення|συνημμένα|anexos|anexo"
        "|bijlage(n)|prioriteit|prioridad|prioridade|priorità|důležitost|ważność|fontosság|viktighet"
        "|vigtighed|prioritet|prioriteetti|önem|важность|важливість|importanţă|importanță|kategorien"
        "|categories|cc/bcc|x-mailer|kennzeichnung|sensitivity|follow up flag|flag status|mailing list"
        "|lista de correo",
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
    "|пересила|переслано|прослеђ|проследен|reenviat|reexpedit|redirectionat|transmisă|transferido|transmitido"
    "|הועבר|מועבר|העבר|معاد توجيه|المعاد توجيه|مُعاد|إعادة توجيه|محوّل|محولة|بازارسال|هدایت شده|ส่งต่อ|अग्रेषित"
    "|轉發|转寄|轉送|フォワード|diteruskan|dimajukan|dipanjangkan|ipinasa|birbidali|áfram|dërguar më tej"
    "|aangestuur"
    "|doorgezonden|doorgezet|weiterleitung|reindirizzat|przesłan|přeslan|preposiel|предадено|posredovali"
    "|přeposíl"
    "|továbbküld|yeniden yönl|edasi saad|pārsūt"
)

# Nouns of a line between dashes: "Original Message", "Ursprüngliche Nachricht".
MESSAGE = _words(
    "message|nachricht|mensaje|mensagem|messaggio|bericht|meddelande|meddelelse|melding"
    "|besked|viesti|wiadomość|wiadomosc|zpráva|správa|üzenet|сообщение|повідомлення|письмо"
    "|mesaj|mesajul|ileti|mail|e-mail|email|mejl|msg|邮件|郵件|メッセージ|메일|메시지|poruka|sporočilo"
    "|missatge|thư|pesan|μήνυμα|skilaboð|kiri|laiškas|ziņojums|ursprungligt|original"
    "|courriel|correo|post|wiadomoś|wiadomosc|zprávy|správy|levél|лист|листа|повідомлен|съобщение|порука"
    "|писмо|mensaxe|mezua"
    "|הודעה|הודעת|رسالة|الرسالة|البريد|پیام|نامه|ข้อความ|อีเมล|จดหมาย|संदेश|ईमेल|消息|訊息|讯息|信息|信件"
    "|メール|tin nhắn|mesej"
    "|mensahe|boodskap|sõnum|vēstule|vēstul|pranešim|bréf|skeyti|zpravy|beskjed|brev|bref|viestin|tölvup"
    "|messaggi"
)

# Parts of words that say which message: "original", "replied". Without header lines one must stand there.
WHICH = _words(
    "origin|ursprün|initial|oorspron|oprind|opprinn|alkuper|orygin|původ|puvod|pôvod|eredeti|orijinal"
    "|özgün|исходн"
    "|оригінал|оригинал|початков|изворн|izvorn|izvirn|αρχικ|מקורי|أصلي|ต้นฉบับ|gốc|asli|asal|原|元の|원본"
    "|repl|antw"
    "|respuesta|resposta|risposta|réponse|svar|vastau|odpov|odgovor|ответ|відпов|yanıt|cevap|답장|返信"
    "|回复|回覆|previous"
    "|algne|sākotn|pradin|upphafleg|jatorri|oorspronk|quoted|zitiert"
)

# A line that says no more than that the original mail follows; header lines stand below it.
ORIGINAL = _words(
    "original message|original mail|original email|original e-mail|originalnachricht|ursprüngliche nachricht"
    "|ursprüngliche e-mail|original-nachricht|message d'origine|message d’origine|message original"
    "|message initial"
    "|mensaje original|mensagem original|messaggio originale|messaggio originario|oorspronkelijk bericht"
    "|origineel bericht|originalmeddelande|ursprungligt meddelande|oprindelig meddelelse|oprindelig besked"
    "|opprinnelig melding|alkuperäinen viesti|oryginalna wiadomość|wiadomość oryginalna|původní zpráva"
    "|původní e-mail|pôvodná správa|eredeti üzenet|eredeti levél|mesaj original|mesajul original"
    "|orijinal mesaj"
    "|orijinal ileti|özgün ileti|исходное сообщение|оригинальное сообщение|исходное письмо"
    "|оригінальне повідомлення|початкове повідомлення|оригинално съобщение|izvorna poruka|originalna poruka"
    "|izvirno sporočilo|αρχικό μήνυμα|הודעה מקורית|الرسالة الأصلية|ข้อความต้นฉบับ|thư gốc|pesan asli|mesej asal"
    "|原始邮件|原始郵件|原始信息|元のメッセージ|原文|원본 메시지|원본 메일|원본 이메일|replied message"
    "|reply message"
    "|forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado|mensagem encaminhada"
    "|messaggio inoltrato|doorgestuurd bericht|vidarebefordrat meddelande|videresendt meddelelse"
    "|videresendt melding|przekazana wiadomość|přeposlaná zpráva|továbbított üzenet|пересылаемое сообщение"
)

# Beginnings of a Subject that say "I pass this on", and those that say "I answer".
FORWARD_SUBJECTS = _words(
    "př|pr|prosl|ed|пер|пд|пп|weitergeleitet|tov|f|fwd-re|inoltrato|reenviado|encaminhada"
    "|overført|edasi|"
    "fw|fwd|wg|tr|rv|vs|vl|i|pd|enc|redir|vb|videresend|ilt|yt|továbbítás|trs|doorst"
    "|doorgestuurd|转发|轉寄|转寄|轉發|転送|전달|fyi|fs|ref-fwd|encam|encaminhado|reenv|rnv|přepos|przek"
    "|prz|tö|továbbítva|iletilen|lanjutkan|terus|הועבר|הע|إعادة توجيه"
    "|ส่งต่อ|chuyển tiếp|пересылка|переслано|isl|frv|doorgezonden|wtr|weiterl|proslijeđeno|прд|πρθ"
    "|vidarebefordrat|res-fwd|i/fwd"
)
REPLY_SUBJECTS = _words(
    "re|aw|sv|antw|antwort|rif|r|ref|odp|ynt|vá|回复|回覆|答复|返信|회신|res|rép|απ|отв|отв.|bls|odg|одг"
    "|відп|від|atb|ats|svar|vast|να|απαντ|تر|رد|השב|תגובה|ตอบกลับ|trả lời|bal|balas|yan|tr-re|回覆|回"
)
