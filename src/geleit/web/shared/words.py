"""The words of the frame: header, footer, demonstration, lists, forms. Errors have a file of their own."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from geleit.web.shared.words_errors import ERROR_WORDS

FRAME_WORDS: Final[Mapping[str, tuple[str, str, str]]] = MappingProxyType(
    {
        "site_name": ("Geleit", "Geleit", "Geleit"),
        "site_claim": ("Delegationsreisen der Wirtschaft", "Business delegation trips", "商务代表团访问"),
        "skip_to_main": ("Zum Inhalt springen", "Skip to the content", "跳至正文"),
        "home": ("Startseite", "Home", "首页"),
        "nav_main": ("Hauptnavigation", "Main navigation", "主导航"),
        "menu": ("Menü", "Menu", "菜单"),
        "lang_de": ("Deutsch", "German", "德文"),
        "lang_en": ("Englisch", "English", "英文"),
        "lang_zh": ("Chinesisch", "Chinese", "中文"),
        "theme": ("Darstellung", "Appearance", "显示模式"),
        "theme_light": ("hell", "light", "浅色"),
        "theme_dark": ("dunkel", "dark", "深色"),
        "theme_system": ("wie das Gerät", "as the device", "跟随设备"),
        "made_with": ("Geplant mit Geleit", "Planned with Geleit", "由Geleit规划"),
        "page_imprint": ("Impressum", "Imprint", "网站信息"),
        "page_privacy": ("Datenschutz", "Privacy", "隐私声明"),
        "messages": ("Meldungen", "Messages", "提示信息"),
        "sign_in": ("Anmelden", "Sign in", "登录"),
        "sign_out": ("Abmelden", "Sign out", "退出登录"),
        "signed_in_as": ("Angemeldet: {}", "Signed in: {}", "已登录：{}"),
        # the demonstration
        "demo_now": ("Heute ist hier {}.", "Today is {} here.", "此处的“今天”是{}。"),
        "demo_more": ("Datum und Zugänge", "Date and accounts", "日期与账号"),
        "demo_what": ("Was hier erfunden ist", "What is invented here", "虚构内容说明"),
        # forms
        "optional": ("freiwillig", "optional", "选填"),
        "error_prefix": ("Fehler:", "Error:", "错误："),
        "summary_one": (
            "Eine Angabe fehlt oder passt nicht",
            "One entry is missing or wrong",
            "有一项内容缺失或有误",
        ),
        "summary_many": (
            "{} Angaben fehlen oder passen nicht",
            "{} entries are missing or wrong",
            "有{}项内容缺失或有误",
        ),
        "summary_lead": (
            "Nichts wurde gespeichert. Ihre Eingaben sind noch hier.",
            "Nothing was saved. What you entered is still here.",
            "内容尚未保存，您填写的信息仍在本页。",
        ),
        "choose": ("Bitte wählen", "Please choose", "请选择"),
        "save": ("Speichern", "Save", "保存"),
        "cancel": ("Abbrechen", "Cancel", "取消"),
        "back": ("Zurück", "Back", "返回"),
        "close": ("Schließen", "Close", "关闭"),
        # lists
        "filter": ("Filtern", "Filter", "筛选"),
        "search": ("Suchen", "Search", "搜索"),
        "filter_off": ("Filter aufheben", "Clear the filter", "清除筛选"),
        "sorted_up": ("aufsteigend sortiert", "sorted ascending", "升序"),
        "sorted_down": ("absteigend sortiert", "sorted descending", "降序"),
        "sort_by": ("nach {} sortieren", "sort by {}", "按{}排序"),
        "count_one": ("1 Eintrag", "1 entry", "1项"),
        "count_many": ("{} Einträge", "{} entries", "{}项"),
        "list_none": ("Kein Eintrag passt zum Filter.", "No entry matches the filter.", "没有符合筛选条件的内容。"),
        "pages": ("Seiten", "Pages", "分页"),
        "page_before": ("Vorige Seite", "Previous page", "上一页"),
        "page_after": ("Nächste Seite", "Next page", "下一页"),
        "page_of": ("Seite {} von {}", "Page {} of {}", "第{}页，共{}页"),
        **ERROR_WORDS,
    }
)  # fmt: skip # one label a line
