"""The words around the application form: what was saved, where it stands, links, two versions, faults."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

STATUS_WORDS: Final[Mapping[str, tuple[str, str, str]]] = MappingProxyType(
    {
        # after sending
        "ap_did_started": ("Der Entwurf ist gespeichert", "The draft is saved", "草稿已保存"),
        "ap_did_started_text": (
            "Noch haben Sie sich nicht beworben. Mit diesem Link machen Sie weiter:",
            "You have not applied yet. This link brings you back:",
            "您尚未提交报名。请通过以下链接继续填写：",
        ),
        "ap_did_saved": ("Der Entwurf ist gespeichert", "The draft is saved", "草稿已保存"),
        "ap_did_saved_text": ("Noch haben Sie sich nicht beworben.", "You have not applied yet.", "您尚未提交报名。"),
        "ap_did_submitted": (
            "Ihre Bewerbung ist eingegangen",
            "We have received your application",
            "已收到您的报名",
        ),
        "ap_did_submitted_text": (
            "Der Eingang ist noch keine Zusage.",
            "A receipt is not yet an admission.",
            "收到报名不代表录取。",
        ),
        "ap_did_changed": ("Die Änderungen sind gespeichert", "The changes are saved", "修改已保存"),
        "ap_did_changed_text": (
            "Ihre Bewerbung bleibt eingereicht.",
            "Your application is still submitted.",
            "您的报名仍为已提交状态。",
        ),
        "ap_did_withdrawn": ("Ihre Bewerbung ist zurückgezogen", "Your application is withdrawn", "报名已撤回"),
        "ap_did_withdrawn_text": (
            "Sie müssen nichts weiter tun.",
            "There is nothing else for you to do.",
            "您无需再进行其他操作。",
        ),
        "ap_did_replaced": ("Der neue Link gilt ab jetzt", "The new link is valid from now on", "新链接现已生效"),
        "ap_did_replaced_text": (
            (
                "Alle früheren Links sind gesperrt. Der neue ist auch per E-Mail unterwegs, wenn Sie "
                "eine Adresse genannt haben."
            ),
            (
                "All earlier links are blocked. The new one is also on its way by email, if you have "
                "named an address."
            ),
            "此前的链接均已失效。如已填写邮箱，新链接将同时发送至该邮箱。",
        ),
        "ap_link_label": ("Ihr persönlicher Link", "Your personal link", "您的专用链接"),
        "ap_link_mailed": (
            "Er ist auch per E-Mail an {} unterwegs. Wer den Link hat, kann Ihre Angaben lesen und ändern.",
            "It is also on its way by email to {}. Whoever has the link can read and change what you wrote.",
            "链接亦将发送至{}。持有此链接者可查看并修改您的内容。",
        ),
        "ap_link_only_here": (
            (
                "Bitte heben Sie ihn auf: Ohne E-Mail-Adresse steht er nur hier. Wer ihn hat, kann Ihre "
                "Angaben lesen."
            ),
            (
                "Please keep it: without an email address it is shown only here. Whoever has it can read "
                "what you wrote."
            ),
            "请妥善保存：未填写邮箱时，链接仅在此显示。持有者可查看您的内容。",
        ),
        "ap_link_until": ("Der Link gilt bis {}.", "The link is valid until {}.", "链接有效期至{}。"),
        "ap_link_replace": ("Neuen Link geben, alte sperren", "Give a new link, block the old", "更换链接并停用旧链接"),
        "ap_link_replace_text": (
            "Hat jemand den Link, der ihn nicht haben soll? Dann tauschen Sie ihn aus.",
            "Does somebody have the link who should not? Then replace it.",
            "如链接泄露给他人，请更换链接。",
        ),
        "ap_closed_title": ("Die Bewerbungsfrist ist vorbei", "Applications are over", "报名期已过"),
        "ap_closed_text": (
            "Bewerben konnte man sich bis {}. Entwürfe bleiben lesbar.",
            "Applications were taken until {}. Drafts can still be read.",
            "报名已于{}截止，草稿仍可查看。",
        ),
        "ap_closed_ask": (
            "Ob noch ein Platz frei ist, sagt Ihnen {}.",
            "Ask {} whether a place has become free.",
            "如需了解是否有空余名额，请联系{}。",
        ),
        "ap_closed_late": (
            "Nichts wurde eingereicht. Ihre Eingaben sind noch hier, damit Sie sie kopieren können.",
            "Nothing was submitted. What you entered is still here for you to copy.",
            "未能提交。您填写的内容仍在本页，可供复制。",
        ),
        # faults around the form
        "ap_not_saved": (
            (
                "Nichts wurde gespeichert. Ihre Eingaben sind noch hier. Bitte berichtigen Sie die "
                "Angaben und senden Sie noch einmal."
            ),
            "Nothing was saved. What you entered is still here. Please correct the entries and send again.",
            "内容尚未保存，您填写的信息仍在本页。请更正后重新提交。",
        ),
        "ap_saved_not_sent": (
            (
                "Der Entwurf ist gespeichert, aber noch nicht eingereicht. Bitte ergänzen Sie die "
                "Angaben und reichen Sie noch einmal ein."
            ),
            "The draft is saved, but not submitted yet. Please complete the entries and submit again.",
            "草稿已保存，但尚未提交。请补充后重新提交。",
        ),
        "ap_saved_but": ("Alles andere ist gespeichert.", "Everything else is saved.", "其他内容均已保存。"),
        "ap_trap_title": ("Ein Feld sollte leer bleiben", "A field should be empty", "有一项应留空"),
        "ap_trap_text": (
            (
                "Ihr Browser hat ein verstecktes Feld ausgefüllt, an dem wir Programme erkennen. Nichts "
                "wurde gespeichert, Ihre Eingaben sind noch hier. Das Feld ist jetzt leer: Bitte senden "
                "Sie noch einmal."
            ),
            (
                "Your browser filled a hidden field by which we recognise programs. Nothing was saved; "
                "what you entered is still here. The field is empty now: please send again."
            ),
            "您的浏览器填写了用于识别程序的隐藏栏。内容尚未保存，仍在本页；该栏已清空，请重新提交。",
        ),
        "ap_fast_title": ("Das ging sehr schnell", "That was very quick", "提交过快"),
        "ap_fast_text": (
            (
                "So schnell füllen sonst nur Programme das Formular aus. Nichts wurde gespeichert, Ihre "
                "Eingaben sind noch hier. Bitte senden Sie in einigen Sekunden noch einmal."
            ),
            (
                "Only programs fill in the form so quickly. Nothing was saved; what you entered is still "
                "here. Please send again in a few seconds."
            ),
            "通常只有程序会如此迅速地填表。内容尚未保存，仍在本页。请几秒后重新提交。",
        ),
        "ap_often_title": ("Zu viele Versuche", "Too many attempts", "尝试次数过多"),
        "ap_often_text": (
            (
                "Von hier kamen in der letzten Stunde schon viele Anfragen. Nichts wurde gespeichert, "
                "Ihre Eingaben sind noch hier. Bitte senden Sie in etwa {} Minuten noch einmal."
            ),
            (
                "Many requests have come from here in the last hour. Nothing was saved; what you entered "
                "is still here. Please send again in about {} minutes."
            ),
            "过去一小时来自此处的请求过多。内容尚未保存，仍在本页。请约{}分钟后重新提交。",
        ),
        "ap_key_title": ("Diese Seite war zu lange offen", "This page was open for too long", "页面已过期"),
        "ap_key_text": (
            (
                "Ihr Kennzeichen fehlt oder ist beschädigt. Nichts wurde gespeichert, Ihre Eingaben sind "
                "noch hier. Bitte senden Sie noch einmal."
            ),
            (
                "Its mark is missing or damaged. Nothing was saved; what you entered is still here. "
                "Please send again."
            ),
            "页面标识缺失或损坏。内容尚未保存，仍在本页。请重新提交。",
        ),
        "ap_used_title": ("Dieses Formular ist schon gesendet", "This form has been sent already", "此表格已提交过"),
        "ap_used_text": (
            (
                "Es hat eine Bewerbung angelegt; ihr Link ist in Ihrer E-Mail. Ihre Eingaben sind noch "
                "hier. Öffnen Sie den Link oder lassen Sie sich einen neuen schicken."
            ),
            (
                "It has begun an application, whose link is in your email. What you entered is still "
                "here. Open that link, or ask for a new one."
            ),
            "该表格已生成一份报名表，链接在您的邮件中。您填写的内容仍在本页。请打开该链接或申请新链接。",
        ),
        "ap_twice_title": (
            "Von Ihrem Unternehmen gibt es schon eine Bewerbung",
            "Your company has applied already",
            "贵企业已提交报名",
        ),
        "ap_twice_text": (
            (
                "Sie hat dieselbe Ansprechperson und gilt weiter. Diese hier bleibt ein Entwurf. Den "
                "Link zur ersten haben wir an {} geschickt."
            ),
            (
                "It has the same contact and still stands. This one remains a draft. We have sent the "
                "link of the first one to {}."
            ),
            "该报名的联系人相同，仍然有效；本份保留为草稿。首份报名的链接已发送至{}。",
        ),
        "ap_two_title": (
            "Die Bewerbung wurde inzwischen in einem anderen Fenster geändert",
            "The application has been changed in another window",
            "报名表已在另一窗口中被修改",
        ),
        "ap_two_text": (
            (
                "Beide Fassungen sind da, keine ist verloren. Im Formular steht Ihre Fassung aus diesem "
                "Fenster. Speichern Sie sie, wenn sie gelten soll, oder öffnen Sie die gespeicherte."
            ),
            (
                "Both versions are here, neither is lost. The form shows yours from this window. Save it "
                "if it is to stand, or open the saved one."
            ),
            "两个版本均已保留。表单中显示的是本窗口的版本。如以此为准请保存，否则请打开已保存的版本。",
        ),
        "ap_two_same": (
            "Beide Fassungen sind gleich. Sie müssen nichts tun.",
            "Both versions are the same. There is nothing to do.",
            "两个版本相同，无需操作。",
        ),
        "ap_two_field": ("Angabe", "Entry", "项目"),
        "ap_two_saved": ("Gespeichert", "Saved", "已保存"),
        "ap_two_yours": ("In diesem Fenster", "In this window", "本窗口"),
        "ap_two_open": ("Gespeicherte Fassung öffnen", "Open the saved version", "打开已保存的版本"),
        "ap_two_empty": ("leer", "empty", "空"),
        "ap_yes": ("ja", "yes", "是"),
        "ap_no": ("nein", "no", "否"),
        "ap_locked_title": (
            "Die Bewerbung lässt sich nicht mehr ändern",
            "The application can no longer be changed",
            "报名表已不能修改",
        ),
        "ap_locked_text": (
            "Sie steht so, wie sie eingereicht wurde. Hat sich etwas geändert, schreiben Sie bitte an {}.",
            "It stands as it was submitted. If something has changed, please write to {}.",
            "报名内容以提交时为准。如有变动，请联系{}。",
        ),
        # where it stands
        "ap_status_title": ("Ihre Bewerbung", "Your application", "您的报名"),
        "ap_reference": ("Kennung", "Reference", "编号"),
        "ap_status": ("Stand", "Status", "状态"),
        "ap_status_draft": ("Entwurf", "draft", "草稿"),
        "ap_status_submitted": ("eingegangen", "received", "已收到"),
        "ap_status_incomplete": ("bitte ergänzen", "please complete", "待补充"),
        "ap_status_complete": ("vollständig", "complete", "材料齐全"),
        "ap_status_admitted": ("zugelassen", "admitted", "已录取"),
        "ap_status_waiting": ("Warteliste", "waiting list", "候补"),
        "ap_status_rejected": ("abgelehnt", "rejected", "未录取"),
        "ap_status_withdrawn": ("zurückgezogen", "withdrawn", "已撤回"),
        "ap_status_travelled": ("mitgereist", "travelled", "已随团出访"),
        "ap_status_substituted": ("ersetzt", "substituted", "已替换"),
        "ap_status_cancelled": ("abgesagt", "cancelled", "已取消"),
        "ap_status_no_show": ("nicht erschienen", "no-show", "未出席"),
        "ap_means_draft": ("Sie haben sich noch nicht beworben.", "You have not applied yet.", "您尚未提交报名。"),
        "ap_means_submitted": (
            (
                "Der Eingang ist noch keine Zusage. Die Agentur prüft Ihre Bewerbung und schreibt Ihnen "
                "in jedem Fall."
            ),
            (
                "A receipt is not yet an admission. The agency examines your application and will write "
                "to you in any case."
            ),
            "收到报名不代表录取。主办方将审核并书面答复。",
        ),
        "ap_means_incomplete": (
            (
                "Es fehlt noch etwas; was, steht in der E-Mail. Bitte ergänzen Sie es und reichen Sie "
                "noch einmal ein."
            ),
            "Something is missing; the email says what. Please add it and submit again.",
            "尚缺部分内容，详见邮件。请补充后重新提交。",
        ),
        "ap_means_complete": (
            "Es fehlt nichts. Über die Plätze wird nach der Frist entschieden; das ist noch keine Zusage.",
            "Nothing is missing. The places are decided after the deadline; this is not yet an admission.",
            "材料齐全。名额将在截止后确定，目前尚未录取。",
        ),
        "ap_means_admitted": (
            (
                "Sie reisen mit. Sagen Sie bitte gleich ab, wenn jemand verhindert ist; dann rückt ein "
                "anderes Unternehmen nach."
            ),
            (
                "You travel with us. Please cancel at once if somebody cannot come; another company then "
                "moves up."
            ),
            "您已获得名额。如有人无法出行，请尽快取消，以便其他企业递补。",
        ),
        "ap_means_waiting": (
            (
                "Wird ein Platz frei, rückt nach, wer die Zusammensetzung der Delegation wahrt. Wir "
                "schreiben Ihnen dann."
            ),
            (
                "When a place becomes free, the company moves up that keeps the delegation's mix. We "
                "will write to you then."
            ),
            "如有名额空出，将按代表团构成依次递补，届时通知您。",
        ),
        "ap_means_rejected": (
            "Es gab mehr Bewerbungen als Plätze.",
            "There were more applications than places.",
            "报名数超出名额。",
        ),
        "ap_means_withdrawn": (
            "Sie haben sie zurückgezogen. Bis zur Frist können Sie eine neue beginnen.",
            "You have withdrawn it. Until the deadline you can begin a new one.",
            "您已撤回报名。截止日期前可重新报名。",
        ),
        "ap_means_travelled": ("Die Reise ist vorbei.", "The trip is over.", "行程已结束。"),
        "ap_means_substituted": (
            "Ihr Platz ist an ein anderes Unternehmen gegangen.",
            "Your place has gone to another company.",
            "您的名额已转予其他企业。",
        ),
        "ap_means_cancelled": (
            "Ihr Platz ist frei für ein anderes Unternehmen. Für das Entgelt gelten die Bedingungen.",
            "Your place is free for another company. The terms say what applies to the fee.",
            "您的名额已空出。费用按条件办理。",
        ),
        "ap_means_no_show": ("Die Reise ist vorbei.", "The trip is over.", "行程已结束。"),
        "ap_rank": ("Platz {} auf der Warteliste", "Number {} on the waiting list", "候补第{}位"),
        "ap_receipt": ("Eingangsbestätigung", "Receipt", "收件确认"),
        "ap_receipt_sent": ("per E-Mail an {} gesendet", "sent by email to {}", "已发送至{}"),
        "ap_receipt_waiting": (
            (
                "folgt per E-Mail an {}, sobald der Mailserver sie annimmt. Eingegangen ist Ihre "
                "Bewerbung schon."
            ),
            (
                "follows by email to {} as soon as the mail server takes it. Your application has "
                "arrived already."
            ),
            "将在邮件服务器恢复后发送至{}。您的报名已收到。",
        ),
        "ap_receipt_failed": (
            "war an {} nicht zustellbar. Eingegangen ist Ihre Bewerbung trotzdem; diese Seite belegt es.",
            "could not be delivered to {}. Your application has arrived all the same; this page proves it.",
            "无法送达{}。您的报名仍已收到，以本页为证。",
        ),
        "ap_submitted_on": ("Eingereicht am", "Submitted on", "提交日期"),
        "ap_what": ("Was Sie eingereicht haben", "What you have submitted", "已提交的内容"),
        "ap_what_draft": ("Was im Entwurf steht", "What the draft says", "草稿内容"),
        "ap_edit": ("Bewerbung ändern", "Change the application", "修改报名"),
        "ap_edit_until": ("Das geht bis {}.", "You can do so until {}.", "可修改至{}。"),
        "ap_withdraw": ("Bewerbung zurückziehen", "Withdraw the application", "撤回报名"),
        "ap_withdraw_admitted": ("Platz absagen", "Cancel the place", "放弃名额"),
        "ap_withdraw_title": ("Wirklich zurückziehen?", "Withdraw it?", "确定撤回吗？"),
        "ap_withdraw_text": (
            (
                "Ihre Bewerbung scheidet dann aus der Auswahl aus. Zurücknehmen lässt sich das nicht; "
                "bis zur Frist können Sie eine neue beginnen."
            ),
            (
                "Your application then leaves the selection. This cannot be undone; until the deadline "
                "you can begin a new one."
            ),
            "报名将退出遴选，且不可恢复；截止日期前可重新报名。",
        ),
        "ap_withdraw_text_admitted": (
            (
                "Ihr Platz geht dann an ein anderes Unternehmen. Zurücknehmen lässt sich das nicht. Für "
                "das Entgelt gelten die Bedingungen der Ausschreibung."
            ),
            (
                "Your place then goes to another company. This cannot be undone. The terms of the call "
                "say what applies to the fee."
            ),
            "您的名额将转予其他企业，且不可恢复。费用按报名条件办理。",
        ),
        "ap_withdraw_reason": ("Grund", "Reason", "原因"),
        "ap_withdraw_wrong": (
            "In diesem Stand lässt sich die Bewerbung nicht zurückziehen",
            "In this status the application cannot be withdrawn",
            "当前状态下不能撤回报名",
        ),
        "ap_unchanged": ("Es wurde nichts geändert.", "Nothing was changed.", "未作任何更改。"),
        "ap_begin_new": ("Neue Bewerbung beginnen", "Begin a new application", "重新报名"),
        "ap_to_apply": ("Zurück zur Bewerbung", "Back to the application", "返回报名表"),
        # a lost link
        "ap_lost": ("Link verloren?", "Lost the link?", "链接丢失？"),
        "ap_lost_title": ("Link zur Bewerbung", "Link to your application", "报名链接"),
        "ap_lost_lead": (
            (
                "Nennen Sie die E-Mail-Adresse der Ansprechperson. Liegt dazu eine Bewerbung vor, "
                "schicken wir den Link dorthin."
            ),
            "Name the contact's email address. If there is an application for it, we send the link there.",
            "请填写联系人邮箱。如有对应的报名，链接将发送至该邮箱。",
        ),
        "ap_lost_send": ("Link schicken", "Send the link", "发送链接"),
        "ap_lost_done": ("Wir haben nachgesehen", "We have looked it up", "已查询"),
        "ap_lost_done_text": (
            (
                "Liegt zu {} eine Bewerbung vor, ist der Link unterwegs. Kommt in zehn Minuten nichts, "
                "prüfen Sie die Adresse und den Spamordner."
            ),
            (
                "If there is an application for {}, its link is on its way. If nothing has come in ten "
                "minutes, check the address and the spam folder."
            ),
            "如{}有对应的报名，链接已发出。十分钟内未收到，请核对邮箱并查看垃圾邮件。",
        ),
        "ap_gone_title": ("Dieser Link gilt nicht mehr", "This link has ended", "此链接已停用"),
        "ap_gone_text": (
            (
                "Er ist abgelaufen oder wurde gesperrt. Ihre Angaben sind weiter gespeichert. Lassen Sie "
                "sich hier einen neuen schicken."
            ),
            "It has expired or was blocked. What you wrote is still saved. Ask for a new one here.",
            "链接已过期或被停用，您的内容仍已保存。可在此申请新链接。",
        ),
        "ap_unknown_title": ("Dieser Link öffnet nichts", "This link opens nothing", "此链接无效"),
        "ap_unknown_text": (
            (
                "Vielleicht ist er nicht vollständig kopiert. Gespeichertes ist davon nicht betroffen. "
                "Nehmen Sie den Link aus der E-Mail, oder lassen Sie sich hier einen neuen schicken."
            ),
            (
                "Perhaps it was not copied whole. Whatever is saved is not affected. Use the link in the "
                "email, or ask for a new one here."
            ),
            "链接可能复制不完整，已保存的内容不受影响。请使用邮件中的链接，或在此申请新链接。",
        ),
        "ap_email_wrong": (
            "„{}“ ist keine E-Mail-Adresse. Richtig wäre etwa name@firma.de.",
            "“{}” is not an email address. It should look like name@company.com.",
            "“{}”不是电子邮箱地址。格式如name@company.com。",
        ),
        "ap_agency": ("die Agentur", "the agency", "主办方"),
    }
)  # fmt: skip # one label a line
