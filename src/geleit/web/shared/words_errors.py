"""The words of errors, each in three parts: what happened, what still holds, what to do."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ERROR_WORDS: Final[Mapping[str, tuple[str, str, str]]] = MappingProxyType(
    {
        "e400_title": ("Diese Anfrage ist unvollständig", "This request is incomplete", "请求不完整"),
        "e400_kept": ("Es wurde nichts geändert.", "Nothing was changed.", "未作任何更改。"),
        "e400_next": (
            "Bitte gehen Sie zurück und senden Sie die Seite noch einmal.",
            "Please go back and send the page once more.",
            "请返回上一页重新提交。",
        ),
        "e403_title": (
            "Diese Seite ist nicht für Sie freigegeben",
            "This page is not open to you",
            "您无权查看此页面",
        ),
        "e403_kept": (
            "Ihre Anmeldung gilt weiter. Es wurde nichts geändert.",
            "You are still signed in. Nothing was changed.",
            "您的登录状态仍然有效，未作任何更改。",
        ),
        "e403_next": (
            "Wer die Reise verwaltet, kann Ihnen den Zugang geben.",
            "Whoever manages the trip can give you access.",
            "请联系行程管理人员开通权限。",
        ),
        "csrf_title": ("Diese Seite war zu lange offen", "This page was open for too long", "页面打开时间过长"),
        "csrf_kept": (
            "Ihre Eingaben wurden nicht gespeichert. Im Browser sind sie noch da.",
            "What you entered was not saved. It is still in your browser.",
            "您填写的内容尚未保存，但仍保留在浏览器中。",
        ),
        "csrf_next": (
            ("Gehen Sie zurück, laden Sie die Seite neu und senden Sie sie noch einmal. Der Browser muss Cookies "
             "annehmen."),
            "Go back, reload the page and send it once more. The browser has to accept cookies.",
            "请返回并刷新页面后重新提交，浏览器须允许使用Cookie。",
        ),
        "e404_title": ("Diese Seite gibt es nicht", "There is no such page", "页面不存在"),
        "e404_kept": (
            "Die Adresse ist falsch oder die Seite ist noch nicht öffentlich.",
            "The address is wrong, or the page is not public yet.",
            "网址有误，或页面尚未公开。",
        ),
        "e404_next": (
            "Auf der Startseite stehen alle Reisen, die es gibt.",
            "The home page lists every trip there is.",
            "首页列有全部行程。",
        ),
        "e500_title": ("Hier ist etwas schiefgegangen", "Something went wrong here", "系统出现问题"),
        "e500_kept": (
            "Was Sie zuletzt gesendet haben, wurde nicht gespeichert. Alles davor schon.",
            "What you sent last was not saved. Everything before it was.",
            "您最近一次提交的内容未能保存，此前的内容均已保存。",
        ),
        "e500_next": (
            "Bitte versuchen Sie es in einigen Minuten noch einmal. Der Fehler ist vermerkt.",
            "Please try again in a few minutes. The fault has been recorded.",
            "请几分钟后重试，故障已记录。",
        ),
        "e413_title": ("Das ist zu groß", "This is too large", "内容过大"),
        "e413_kept": ("Es wurde nichts gespeichert.", "Nothing was saved.", "未保存任何内容。"),
        "e413_next": (
            "Kürzen Sie den Text oder senden Sie eine kleinere Datei.",
            "Shorten the text or send a smaller file.",
            "请缩短文字或上传较小的文件。",
        ),
        "link_title": ("Dieser Link gilt nicht mehr", "This link is no longer valid", "链接已失效"),
        "link_kept": (
            "Was Sie schon gesendet haben, ist gespeichert.",
            "Whatever you have sent is saved.",
            "您已提交的内容均已保存。",
        ),
        "link_next": (
            ("Er ist abgelaufen, wurde ersetzt oder ist nicht vollständig kopiert. Bitte nehmen Sie den Link aus der "
            "neuesten E-Mail oder lassen Sie sich einen neuen schicken."),
            ("It has expired, was replaced or was not copied whole. Please use the link in the latest "
             "email, or ask for "
            "a new one."),
            "链接可能已过期、被替换或复制不完整。请使用最新邮件中的链接，或申请新链接。",
        ),
        "to_home": ("Zur Startseite", "To the home page", "返回首页"),
    }
)  # fmt: skip # one label a line
