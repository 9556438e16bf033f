"""Texts in many scripts for the tests of the sheet, each with a strong word in it."""

from stepsheet.localize.document import Document

from .sheet_documents import Writer

SCRIPTS = {
    "zh-Hans": "打开“设置”，然后点击**确认**按钮——完成。",
    "zh-Hant": "開啟「設定」，然後點選**確認**按鈕。",
    "ja": "「設定」を開いて、**確認**ボタンを押してください。",
    "ko": "설정을 열고 **확인** 버튼을 누르세요.",
    "ar": "افتح الإعدادات ثم اضغط على **حفظ** في API.",
    "he": "פתחו את ההגדרות ולחצו על **שמירה**.",
    "hi": "सेटिंग्स खोलें और **सहेजें** बटन दबाएँ।",
    "ta": "அமைப்புகளைத் திறந்து **சேமி** என்பதை அழுத்தவும்.",
    "ka": "გახსენით პარამეტრები და დააჭირეთ **შენახვა**.",
    "am": "ቅንብሮችን ይክፈቱ እና **አስቀምጥ** ይጫኑ።",
    "ru": "Откройте настройки и нажмите **Сохранить**.",
    "vi": "Mở cài đặt và nhấn **Lưu**.",
}
EMOJI = "✅ ⚠️ 🚀 👍🏽 👨‍👩‍👧 🇩🇪 1️⃣ ❤️‍🔥 🏴‍☠️ ▶️ ©️"


def plain(text: str) -> str:
    """A text without its marks."""
    return text.replace("**", "")


def scripts(locale: str = "ru") -> Document:
    """A guide whose steps are in all these scripts, with words in slanted letters, in code, in a table and a field."""
    w = Writer(locale, locale)
    steps = [
        w.step(
            f"all.{language}",
            text,
            str(number),
            f"{language}: *{plain(text)}* `{plain(text)}`\n\n```\n{text}\n```\n\n- {text}\n- {text}",
            fields=(w.field(f"all.{language}.f", text, text, example=w.text("x", plain(text))),),
        )
        for number, (language, text) in enumerate(SCRIPTS.items(), 1)
    ]
    steps.append(w.step("all.emoji", f"Нажмите {EMOJI}", "99", f"*{EMOJI}* `{EMOJI}`"))
    return w.guide(w.section("all", "确认 تأكيد 확인 पुष्टि ✅", *steps), title="Подтверждение 确认 تأكيد 확인 🚀")
