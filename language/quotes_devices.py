"""What phones and mail apps add below a mail: "Sent from my iPhone", in many languages.

Only words and patterns stand here. A line that we do not know yet is one more row.
"""

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
    r"|iphon|téléphone|teléfono|telefoon|cellulare|celular|\bhandy\b|komórk|puhelin|kännykä|akıllı tel"
    r"|смартфон|планшет|айфон|スマートフォン|携帯|스마트폰|휴대폰|手机|手機|โทรศัพท์|ponsel"
    r"|shortwave|canary mail|polymail|typeapp|em client|the bat!|mailbird|postbox|foxmail|网易|網易|qq邮箱"
    r"|seznam|\bgmx\b|web\.de|mail\.ru|mail\.com|яндекс|yandex|libero mail|mail orange|orange mail|naver"
    r"|notion mail"
    r"|zimbra|roundcube|betterbird|front app|\bnine\b mail|chromebook|xperia|\boppo\b|realme|lenovo"
    r"|courrier pour|correo para|posta per|poczta dla|e-post för|mail voor|e?-?mail para|pošty pro"
    r"|mail til|mail na"
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
    r"στάλθηκε (?:από|με|μέσω) ",
    r"απεσταλμένο από ",
    r"נשלח מ",
    r"ส่งจาก",
    r"(?:đã|được) gửi từ ",
    r"gửi từ ",
    r"(?:dikirim|terkirim) (?:dari|melalui|menggunakan|lewat) ",
    r"dihantar (?:daripada|dari|melalui) ",
    r"poslano (?:s|z|sa|iz|putem|iz mojega) ",
    r"poslato (?:sa|s|preko) ",
    r"послато са ",
    r"изпратен[оа] (?:от|чрез|с) ",
    r"отправлен[оа]? (?:с|из|через|от|при помощи) ",
    r"надіслан[оа] (?:з|із|за|через) ",
    r"enviat (?:des|amb|del) ",
    r"envoyé(?:e)? (?:par|avec|via|depuis|de) ",
    r"provenance : ",
    r"inviata? (?:da|dal|con|tramite) ",
    r"odesl[aá]no (?:z|ze|pomocí|přes) ",
    r"odoslané (?:z|zo|pomocou|cez) ",
    r"wysłan[eoya]+ (?:z|ze|za pomocą|przez|przy użyciu) ",
    r"siunčiama iš ",
    r"išsiųsta (?:iš|naudojant) ",
    r"nosūtīts no ",
    r"sūtīts no ",
    r"saadetud (?:minu|rakendusest) ",
    r"sent (?:frá|úr|með) ",
    r"bidalia ",
    r"أ?ُ?رسلت من ",
    r"(?:تم الإرسال|مرسل|مرسلة) (?:من|بواسطة|باستخدام) ",
    r"(?:ارسال شده|فرستاده شده) (?:از|با) ",
    r"मेरे .{1,30} से भेजा गया",
    r".{1,40}(?:dan|den|tan|ten|ile) gönderildi\.?$",
    r".{1,30}[óő]l küldve\.?$",
    r".{1,40}에서 (?:보냄|보냈습니다|보낸 메일|발송)",
    r".{1,30}から送信",
    r"(?:发自|發自|寄自|傳送自|来自我的)",
    r"(?:从|由|從|使用) ?.{1,30} ?(?:发送|發送|傳送|寄出)",
    r"(?:holen sie sich|hol dir|laden sie|obten(?:ez|ir)|télécharge[rz]|obtén|obtener|descargar?|ottieni"
    r"|scarica"
    r"|obte(?:nha|r)|baixar?|baixe|transfira|download|hent|hämta|skaffa?(?: deg)?|få|hanki|lataa|pobierz"
    r"|uzyskaj"
    r"|získ\w{2,5}|stáhněte|stiahnuť|szerezze be|töltse le|obțineți|descărcați|preuzmite|nabavite|prenesite"
    r"|pridobite|скачать|скачайте|загрузить|получить|завантажити|отримати|изтеглете|вземете|λήψη|αποκτήστε"
    r"|κατεβάστε|dapatkan|unduh|tải(?: xuống)?|nhận|ดาวน์โหลด|รับ|קבל|הורד|احصل على|تنزيل|获取|下载|取得"
    r"|下載)"
    r" ?.{0,20}outlook.{1,40}(?:ios|android)",
    r"outlook .{2,20} ?(?:を入手|downloaden|beziehen|herunterladen|holen|다운로드)",
    r"(?:hanki )?(?:ios|android)(?:용| için|:n| के लिए) outlook",
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
