"""The few words that classifying needs, by language; everything else about a page is told by its form.

English, Russian, Ukrainian, Spanish, Portuguese, German, French, Italian, Turkish, Chinese, Japanese, Korean, Arabic
and Hindi. Words are lower case; those that end in `-` are beginnings of words.
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


STEP = (
    *("step", "шаг", "крок", "paso", "passo", "schritt", "étape", "etape", "passaggio", "adım", "adim"),
    *("步骤", "步驟", "ステップ", "手順", "단계", "الخطوة", "خطوة", "चरण", "कदम"),
)

NUMERALS = {
    numeral: number
    for numerals in ("一二三四五六七八九十", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "❶❷❸❹❺❻❼❽❾❿")
    for number, numeral in enumerate(numerals, start=1)
} | {
    word: number
    for words in (
        "one two three four five six seven eight nine ten",
        "один два три четыре пять шесть семь восемь девять десять",
        "uno dos tres cuatro cinco seis siete ocho nueve diez",
        "um dois três quatro cinco seis sete oito nove dez",
        "eins zwei drei vier fünf sechs sieben acht neun zehn",
        "un deux trois quatre cinq six sept huit neuf dix",
        "الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة",
    )
    for number, word in enumerate(words.split(), start=1)
}

PREREQUISITES = (
    *("prerequisite", "prerequisites", "requirements", "before you begin", "before you start", "what you need"),
    *("what you will need", "what you'll need", "you will need", "требования", "предварительные требования"),
    *("что понадобится", "вам понадобится", "что нужно", "что потребуется", "необходимо", "перед началом"),
    *("перед началом работы", "вимоги", "що потрібно", "що знадобиться", "requisitos", "requisitos previos"),
    *("antes de empezar", "antes de comenzar", "qué necesitas", "pré-requisito", "pré-requisitos", "prerrequisitos"),
    *("antes de começar", "o que você precisa", "voraussetzungen", "voraussetzung", "was sie brauchen"),
    *("bevor sie beginnen", "prérequis", "avant de commencer", "ce dont vous avez besoin", "prerequisiti", "requisiti"),
    *("prima di iniziare", "gereksinimler", "ön koşullar", "başlamadan önce", "前提", "前提条件", "先决条件"),
    *(
        "准备工作",
        "前置条件",
        "事前準備",
        "必要なもの",
        "準備",
        "사전 요구 사항",
        "준비물",
        "전제 조건",
        "시작하기 전에",
    ),
    *("المتطلبات", "المتطلبات الأساسية", "قبل البدء", "आवश्यकताएँ", "पूर्वापेक्षाएँ", "शुरू करने से पहले"),
)

SECRETS = (
    *("password", "passphrase", "secret", "api key", "api-key", "apikey", "private key", "secret key", "token", "pin"),
    *("seed phrase", "пароль", "секрет-", "секретный ключ", "парольная фраза", "ключ api", "api-ключ", "токен"),
    *("приватный ключ", "contraseña", "clave api", "clave secreta", "clave privada", "senha", "chave api"),
    *("chave secreta", "chave privada", "kennwort", "passwort", "geheim-", "api-schlüssel", "mot de passe"),
    *(
        "clé api",
        "clé secrète",
        "chiave api",
        "chiave segreta",
        "parola",
        "şifre",
        "密码",
        "密碼",
        "密钥",
        "密鑰",
        "口令",
    ),
    *(
        "私钥",
        "助记词",
        "パスワード",
        "秘密鍵",
        "シークレット",
        "비밀번호",
        "비밀키",
        "암호",
        "كلمة المرور",
        "كلمة السر",
        "पासवर्ड",
    ),
)

# What an English reader is told to do: the first are commands wherever they stand, the others only where a clause
# begins, and none of them after a word that makes a statement of it.
COMMANDS = _set(
    "click press tap select choose open enter copy paste scroll navigate launch swipe double-click right-click locate"
    " go log fill download install enable disable uncheck"
)
COMMANDS_FIRST = _set(
    "type sign find check tick add create set turn switch upload run save confirm connect scan insert visit head drag"
    " hit pick input provide search proceed start restart close delete remove change edit make move put use verify wait"
    " write toggle hover configure send specify import export give name assign ensure repeat replace complete follow"
    " allow grant accept agree submit approve sync pay buy sell deposit withdraw transfer test try build deploy clone"
)
STATEMENTS = _set(
    "can will may could would you we they it that which who the a an of your this for by to is are was not don't can't"
    " users user or"
)

# The same in other languages, where a command has a form of its own; those that end in `-` are beginnings of words.
ACTIONS = (
    *("нажми-", "нажмём", "нажмем", "нажимаем", "нажимай-", "кликни-", "кликай-", "кликаем", "жмём", "жмем", "жми-"),
    *("выбери", "выберите", "выберем", "выбираем", "выбирай-", "открой", "откройте", "откроем", "открываем"),
    *("перейди", "перейдите", "перейдем", "перейдём", "переходим", "переходите", "введи", "введите", "вводим"),
    *("вставь-", "вставляем", "скопируй-", "копируем", "копируй-", "зайди", "зайдите", "заходим", "войди", "войдите"),
    *("добавь-", "добавляем", "создай-", "создаем", "создаём", "укажи", "укажите", "указываем", "включи", "включите"),
    *("выключите", "отключите", "установи", "установите", "устанавливаем", "скачай-", "скачиваем", "загрузи"),
    *("загрузите", "загружаем", "запусти", "запустите", "запускаем", "сохрани", "сохраните", "сохраняем"),
    *("подтверди", "подтвердите", "подтверждаем", "подключи", "подключите", "подключаем", "найди", "найдите"),
    *("находим", "заполни", "заполните", "заполняем", "настрой", "настройте", "настраиваем", "проверь-", "проверяем"),
    *("удали", "удалите", "удаляем", "измени", "измените", "меняем", "поставь-", "ставим", "отметь-", "снимите"),
    *("прокрутите", "пролистайте", "авторизуйтесь", "зарегистрируйтесь", "дождитесь", "убедитесь", "воспользуйтесь"),
    *("натисніть", "оберіть", "виберіть", "відкрийте", "перейдіть", "скопіюйте", "введіть", "додайте", "створіть"),
    *("haz", "haga", "pulsa", "pulse", "selecciona", "seleccione", "elige", "elija", "abre", "abra", "vaya", "ingresa"),
    *("ingrese", "introduzca", "copia", "copie", "pega", "pegue", "descargue", "instale", "inicie", "guarde", "cree"),
    *("añade", "añada", "clique", "selecione", "escolha", "vá", "acesse", "insira", "digite", "cole", "baixe", "salve"),
    *("crie", "adicione", "preencha", "confirme", "toque", "klicken", "klicke", "klick", "wähle", "wählen", "öffne"),
    *("öffnen", "gehe", "gehen", "gib", "geben", "kopiere", "kopieren", "füge", "fügen", "lade", "laden"),
    *("installiere", "installieren", "tippe", "tippen", "drücke", "drücken", "melde", "melden", "erstelle"),
    *("erstellen", "speichere", "speichern", "aktiviere", "aktivieren", "starten", "cliquez", "sélectionnez"),
    *("choisissez", "ouvrez", "allez", "entrez", "saisissez", "copiez", "collez", "téléchargez", "installez"),
    *("appuyez", "créez", "ajoutez", "enregistrez", "connectez", "clicca", "seleziona", "scegli", "apri"),
    *("inserisci", "premi", "scarica", "accedi", "tıkla-", "seçin", "seçiniz", "açın", "açınız", "gidin", "gidiniz"),
    *("girin", "giriniz", "kopyalayın", "yapıştırın", "indirin", "yükleyin", "basın", "basınız", "oluşturun"),
    *("انقر", "اضغط", "اختر", "افتح", "أدخل", "انسخ", "الصق", "اذهب", "انتقل", "قم", "حدد"),
)

# Scripts without blanks between words: found anywhere in a text.
ACTIONS_INSIDE = (
    *(
        "点击",
        "點擊",
        "单击",
        "选择",
        "選擇",
        "打开",
        "打開",
        "进入",
        "進入",
        "输入",
        "輸入",
        "复制",
        "複製",
        "粘贴",
        "填写",
    ),
    *(
        "下载",
        "登录",
        "登入",
        "添加",
        "创建",
        "扫描",
        "前往",
        "确认",
        "勾选",
        "クリック",
        "選択",
        "タップ",
        "開き",
        "開く",
    ),
    *(
        "入力",
        "コピー",
        "貼り付け",
        "押し",
        "押す",
        "ダウンロードし",
        "インストールし",
        "追加し",
        "作成し",
        "保存し",
        "클릭",
        "선택",
    ),
    *(
        "여세요",
        "엽니다",
        "열고",
        "입력",
        "복사",
        "붙여",
        "누르",
        "눌러",
        "다운로드",
        "이동",
        "क्लिक",
        "चुनें",
        "खोलें",
        "दर्ज",
    ),
    *("कॉपी", "पेस्ट", "दबाएं", "जाएं", "टैप"),
)

PLATFORMS = (
    *("windows", "macos", "mac", "os x", "linux", "ubuntu", "debian", "centos", "fedora", "android", "ios", "iphone"),
    *("ipad", "web", "desktop", "mobile", "docker", "powershell", "bash", "chrome", "firefox", "safari", "edge"),
    *("arm", "amd64", "intel", "apple silicon", "raspberry pi", "browser"),
)

ABBREVIATIONS = _set(
    "e.g i.e etc vs approx no fig cf dr mr mrs inc ltd ca resp т.е т.д т.п т.к др напр см рис стр руб тыс г ул"
    " z.b d.h bzw usw ggf p.ej ej pág p.ex ex art sig ecc"
)

# Words that say nothing at the beginning or end of an id; those beyond English as they are transliterated.
EMPTY = _set(
    "a an the to of in on at and or for with from by your you it its is are be this that then into as if"
    " v na i s k dlya po iz ot za o u ob pri ili a no ne"
    " el la los las de del en y o un una con para por se su le les des du et au aux sur pour"
    " der die das den dem und in im auf zu von mit ein eine il lo gli e di da per"
)
