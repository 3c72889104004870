"""The words by which machines give themselves away, in the languages of mail servers.

Only words stand here, as patterns in lower case; `kind_rows` knows where each
must be found and what else must be there. A word alone never decides: people
write about parcels that could not be delivered, too.
"""

FAILED = (
    r"undeliver(?:able|ed)|returned (?:mail|to sender|message)|returning (?:message"
    r"|to sender)|delivery (?:has )?fail"
    r"|delivery (?:status notification|report \(failure|error|problem|unsuccessful)"
    r"|failure (?:notice|delivery|notification)"
    r"|not (?:be )?delivered|non[- ]?deliver|nondeliverable|could not (?:be )?(?:deliver"
    r"|send)|mail(?:er)? (?:system )?error"
    r"|rejected mail|mail (?:delivery )?fail|message you sent blocked|undelivered"
    r"|unzustellbar|nicht zugestellt"
    r"|unable to deliver|delivery status|delivery problems|mail status report"
    r"|mail delivery status"
    r"|non (?:remis|remise|distribu|recapitabil|è stato possibile)|nicht zustellbar"
    r"|no (?:se pudo entregar|entregado)"
    r"|não (?:entregue|foi poss)|недоставлен|не доставлен|не может быть доставлен"
    r"|onbestelbaar|kan inte levereras"
    r"|配信(?:不能|エラー)|無法傳遞|退信|utilisateur non recens|error during delivery"
    r"|utilisateur inconnu|échec (?:de|d')|remise impossible|n'a pas pu être (?:remis|distribu)|non délivr"
    r"|mancata consegna|errore di consegna|impossibile (?:recapitare|consegnare)|notifica di mancat"
    r"|no se (?:puede|pudo|ha podido) entregar|no entregad|error de entrega|devuelto|fallo en la entrega"
    r"|não (?:é possível|pôde ser) entreg|nao entregue|falha na entrega|devolvid[ao]"
    r"|kan ikke leveres|kunne ikke lever|ikke levert|ikke leveret|leveringsfejl|levering mislyk"
    r"|gick inte att leverera|kunde inte levereras|ej levererat|olevererbar"
    r"|niedostarcz|nie (?:można|udało się) dostarczyć|zwrot wiadomości|nie dostarczono"
    r"|nedoručiteln|nedoručen|nelze doručit|nebyla doručena|nedá sa doručiť"
    r"|kézbesíthetetlen|nem kézbesíthető|sikertelen kézbesítés|nepatogus|nepavyko pristatyti|nevar piegādāt"
    r"|ei voitu toimittaa|toimittamaton|ei toimitettu|teslim edilem|iletilemedi|gönderilemedi"
    r"|nelivrabil|nu (?:a putut fi|poate fi) livrat|neisporuč|nije (?:isporučen|moguće isporučiti)"
    r"|ni dostavljen"
    r"|недоставк|не удалось доставить|невозможно доставить|ошибка доставки|недоставлено|неможливо доставити"
    r"|не вдалося доставити|не доставлено|неуспешна доставка|αδύνατη η παράδοση|δεν παραδόθηκε|μη παραδοτέο"
    r"|未送达|未送達|投递失败|无法(?:送达|投递)|無法(?:送達|投遞|遞送)|发送失败|傳送失敗|被退回"
    r"|エラーメール|送信できません|届けできません|配達不能"
    r"|발송 실패|전송 실패|배달(?:되지 않음|할 수 없)|전달할 수 없|반송|לא ניתן למסור|לא נמסר"
    r"|تعذر التسليم|لم يتم تسليم|غير قابل للتسليم"
    r"|gagal terkirim|tidak terkirim|không gửi được|không thể gửi|ส่งไม่สำเร็จ|ไม่สามารถส่ง"
    r"|onbezorgbaar|niet (?:bezorgd|afgeleverd)|aflever(?:ing mislukt|fout)|zustellung fehlgeschlagen"
    r"|zustellfehler"
    r"|zustellungsfehler|nicht zugestellt|konnte nicht zugestellt|fehlgeschlagene zustellung|rücksendung"
)
DELAYED = (
    r"delayed|delay\)|\bdelay\b|still being retried|could not send message for past"
    r"|will (?:continue|keep) (?:to try|trying)"
    r"|verzögert|delivery incomplete|retardé|retrasad|différée?\b|en attente de remise|verspätet"
    r"|in ritardo|ritardat|demorad|atrasad|adiad|vertraagd|försenad|forsinket|viivästy|opóźni|zpožděn"
    r"|oneskoren"
    r"|késleltet|késik|gecik|întârzi|задерж|отложен|затрим|odgođen|zakasn|καθυστέρ|遅延|遅れ|延迟|延遲|지연"
)
REFUSED = (
    r"\b5\d\d[ -]#?5\.\d\.\d|\b5\.\d\.\d{1,3}\b|\b55\d\b|user unknown|unknown user"
    r"|no such (?:user|recipient|address|mailbox)"
    r"|(?:could|can) ?not be delivered|(?:was|were|been) (?:not|un)deliver|unable to deliver"
    r"|undeliverable|not? (?:be )?delivered to"
    r"|does(?:n't| not) (?:exist|have an? )|mailbox (?:is )?(?:full|unavailable|not found)"
    r"|over quota|quota exceeded"
    r"|recipient (?:address )?(?:rejected|unknown|refused)|address(?:es)? (?:failed"
    r"|had (?:permanent )?fatal)|host (?:not found|unknown)"
    r"|permanent (?:fatal )?error|delivery (?:to the following|failed|has failed)"
    r"|not listed in|invalid recipient"
    r"|returned (?:mail|to (?:the )?sender)|following (?:address|recipient)"
    r"|message (?:was )?(?:rejected|blocked|refused)"
    r"|no longer (?:valid|active|available|in use)|could not (?:be )?(?:deliver|reach|send)"
    r"|unbekannt|inconnu|не (?:найден|существует)|nicht (?:zugestellt|erreicht) werden|n'a pas pu être remis"
    r"|sconosciuto|non (?:può|è stato possibile) essere consegnato|inesistente|desconhecid|desconocid"
    r"|no existe\b"
    r"|não existe|nie istnieje|neexistuje|nem létezik|bestaat niet|findes ikke|finns inte|eksisterer ikke"
    r"|ei ole olemassa"
    r"|bulunamadı|nu există|ne postoji|не доставлено|не может быть|不存在|无法|無法|見つかりません"
    r"|存在しません|존재하지 않"
)
DAEMON = (
    r"^(?:mailer[-_.]?daemon|mail[-_.]?daemon|mdaemon|ndr|bounce[sd]?|mail\.delivery\.system"
    r"|.*smtp_mail_service)$"
)
MASTER = (
    r"^(?:po+s?t?[-_.]?master|postmaster[-+_.].*|.*[-_.]postmaster|microsoftexchange[0-9a-f]{16,}"
    r"|mail[-_.]?delivery[-_.]?(?:sub)?system|undeliver\w*)$"
)
# Names that some servers write bounces under, and some people write under too.
SERVANT = (
    r"^(?:mailer|mail-?adm(?:in)?|listserv|majordomo|inetgw\d*|imss|.*antivirus.*|.*smtp.*"
    r"|.*-admin)$"
)
# Addresses that no person answers from.
NOBODY = r"^(?:(?:do[-_.]?)?not?[-_.]?reply\w*|nobody|.*no-?reply|.*daemon.*|administrator|system\w{0,20})$"
# The head of a letter that came back.
RETURNED = (
    r"(?:^|\n)[ >|\t]{0,8}(?:received: from|return-path: ?<|message-id: ?<|x-mailer: |mime-version: 1"
    r"|date: \w{3}, \d{1,2} \w{3} \d{4})|message/rfc822|rfc822-headers"
)
# What only a mail server says of a letter.
SERVER_WORDS = (
    r"\b[45]\.\d\.\d{1,3}\b|\b5[05]\d[ -]|user unknown|unknown user|no such user|(?:delivery"
    r"|mail) (?:subsystem|system)"
    r"|your (?:e-?mail )?message .{0,120}(?:could not|was not|cannot|has not|wasn't|couldn't"
    r"|undeliver)|message-id:|smtp|mailbox"
    r"|(?:following|these) (?:address|recipient)|mail (?:server|delivery)"
    r"|original message|postmaster|e-?mail (?:has been )?quarantined"
)

AWAY_PREFIX = (
    r"^\W*(?:automatic reply|auto(?:matic)?[- ]?re(?:ply|sponse|spons)|autorespon\w*"
    r"|out of (?:the )?office auto-?reply"
    r"|abwesenheits(?:notiz|nachricht|meldung|assistent|benachrichtigung|mitteilung)"
    r"|automatische (?:antwort|reactie|afwezigheid\w*)|automatisch antwoord"
    r"|réponse automatique"
    r"|respuesta automática|resposta automática|risposta automatica|autosvar|automatiskt svar"
    r"|automatisk svar"
    r"|automaattinen vastaus|odpowiedź automatyczna|automatická odpověď|automatické odpověď"
    r"|автоответ|автоматический ответ"
    r"|automatikus válasz|otomatik (?:yanıt|cevap)|自动(?:回复|答复)|自動(?:回覆|答覆)|自動(?:応答|返信)"
    r"|(?:부재중 )?자동 (?:회신|응답|답장)|absence du bureau"
    r"|automatick[áé] odpove[dď]\w*|автоматична відповідь|автовідповід\w*|автоматичен отговор|răspuns automat"
    r"|automatski odgovor|samodejni odgovor|автоматски одговор|αυτόματη απάντηση|מענה אוטומטי|תשובה אוטומטית"
    r"|رد تلقائي|การตอบกลับอัตโนมัติ|ตอบกลับอัตโนมัติ|trả lời tự động|balasan otomatis|jawapan automatik"
    r"|automatinis atsakymas|automātiskā atbilde|automaatvastus|resposta automàtica|erantzun automatikoa"
    r"|sjálfvirkt svar|automatisch afwezigheids\w*|odpowiedź automatycznie|autoodpowiedź"
    r"|automatyczna odpowiedź"
    r"|outomatiese antwoord|स्वचालित (?:उत्तर|जवाब)|پاسخ خودکار|poissaoloilmoitus|frånvaromeddelande"
    r"|fraværs(?:besked|melding|assistent)|afwezigheids(?:bericht|assistent)|messaggio di assenza"
    r"|message d'absence|réponse d'absence|mensaje de ausencia|aviso de ausência"
    r"|out of office automatic|office-abwesenheit)\s*[:：\]]"
)
AWAY_SUBJECT = (
    r"out of (?:the )?office|\booo\b|\bvacation\b|on (?:annual |parental |maternity "
    r"|sick )?leave|\baway (?:from|until)|away message"
    r"|abwesen|nicht im (?:büro|haus)|urlaub|absen[ct]e|\bvacaciones\b|\bcongés?\b"
    r"|fuera de (?:la )?oficina|fora do escritório|férias"
    r"|fuori (?:sede|ufficio)|\bferie\b|afwezig|niet aanwezig|semester|poza biurem|urlop"
    r"|mimo kancelář|вне офиса|отпуск|відпустк|відсутн|frånvaro|fravær|ferie\b|lomalla|poissa|szabadság"
    r"|izinde"
    r"|concediu|godišnj|odsoten|dopust|dovolen|отсъств|εκτός γραφείου|απουσί|休假|休暇|不在|外出|부재"
    r"|휴가|בחופש|חופשה|إجازة|خارج المكتب"
    r"|ลาพัก|nghỉ phép|cuti|atostog|atvaļinājum|puhkus|vacances|baixa|afwezigheid"
)
AWAY_TEXT = (
    r"\b(?:i am|i'm|i will be|i'll be|i’m|i’ll be) (?:currently |now )?(?:out of (?:the "
    r"|my )?office|away|on (?:annual |parental |maternity |sick )?(?:leave|vacation|holiday)"
    r"|travel|out)"
    r"|out of (?:the )?office (?:until|from|through|on|and|with)"
    r"|limited access to (?:my )?e-?mail|(?:annual|parental|maternity|sick) leave"
    r"|(?:bin|befinde mich) .{0,40}(?:urlaub|nicht im (?:büro|haus)|abwesend)"
    r"|nicht (?:im büro|erreichbar)|je (?:suis|serai) (?:absente?|en congés?|actuellement)"
    r"|estoy (?:fuera|de vacaciones|ausente)|estaré (?:fuera|ausente|de vacaciones)"
    r"|estou (?:de férias|fora|ausente)|sono (?:in ferie|fuori|assente)"
    r"|(?:ben|ik ben) .{0,20}(?:afwezig|niet aanwezig|met vakantie|op vakantie)"
    r"|jestem (?:na urlopie|poza)|в отпуске|jag är (?:på semester|bortrest|ledig|inte på)|jeg (?:er"
    r"|holder) (?:på |p.t. )?"
    r"(?:ferie|ikke på kontoret|bortrejst|fraværende)|olen (?:lomalla|poissa|matkoilla)|jsem (?:mimo"
    r"|na dovolené)"
    r"|som (?:mimo|na dovolenke)|szabadságon vagyok|nem vagyok (?:az irodában|elérhető)|ofis dışında"
    r"|izindeyim|yıllık izin"
    r"|sunt în (?:concediu|afara)|na godišnjem|na dopustu|в отпуск(?:е|у)|у відпустці|поза офісом|извън офиса"
    r"|θα (?:λείπω|απουσιάζω)|απουσιάζω|εκτός γραφείου|休假|休暇|不在|외출 중|휴가 중|부재 중"
    r"|אני (?:בחופשה|לא במשרד)"
    r"|أنا (?:في إجازة|خارج)|sedang cuti|đang nghỉ|di luar kantor|ek is (?:met verlof|nie op kantoor)"
)
