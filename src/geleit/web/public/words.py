"""The words of the public site; whoever may read them reads German, English or Chinese."""

from types import MappingProxyType
from typing import Final

from geleit.web.public.words_apply import APPLY_WORDS
from geleit.web.public.words_status import STATUS_WORDS
from geleit.web.shared.wordbook import wordbook

_SITE: Final = MappingProxyType(
    {
        # the list of trips
        "home_title": ("Reisen für Unternehmen", "Trips for companies", "企业代表团行程"),
        "home_lead": (
            ("Unternehmen reisen mit der Politik in Märkte, in die sie wollen. Hier stehen alle Reisen, mit dem, was "
            "schon fest ist, und dem, was noch offen ist."),
            ("Companies travel with political leaders to the markets they want to reach. Every trip is listed here, "
            "with what is settled and what is still open."),
            "企业随政府代表团赴目标市场考察。本页列出全部行程，并注明已确定与待定的内容。",
        ),
        "trips_none_title": ("Noch keine Reise", "No trip yet", "暂无行程"),
        "trips_none_text": (
            "Sobald ein Programm veröffentlicht ist, steht die Reise hier.",
            "As soon as a programme is published, its trip is listed here.",
            "日程发布后，行程将显示在本页。",
        ),
        "trip_open": ("bis {}", "by {}", "{}前"),
        "trip_open_now": ("jederzeit", "at any time", "随时"),
        "trip_closed": ("Die Frist ist vorbei", "Applications are closed", "报名已截止"),
        "trip_over": ("Reise beendet", "The trip has ended", "行程已结束"),
        "trip_see": ("Reise ansehen", "See the trip", "查看行程"),
        "trip_languages": (
            "Die Seite dieser Reise ist auf {}.",
            "The page of this trip is in {}.",
            "本行程页面仅有{}版。",
        ),
        # the demonstration
        "demo_title": ("Diese Vorführung", "This demonstration", "关于本演示"),
        "demo_lead": (
            ("Die Reisen stammen aus wirklichen Ankündigungen. Uhrzeiten, Fristen, Plätze und "
             "Teilnehmer sind erfunden, "
            "und die Gegenwart ist auf das Frühjahr 2025 gestellt. Nichts verlässt diese Installation."),
            ("The trips come from real announcements. Times, deadlines, places and participants are "
             "invented, and the "
            "present is set to spring 2025. Nothing leaves this installation."),
            ("行程依据真实公告；时间、截止日期、名额及参加人员均为虚构，当前日期设定在2025年春季。任何内容都不会离开本系统。"
             ""),
        ),
        "demo_clock": ("Welcher Tag heute ist", "What day it is", "今天的日期"),
        "demo_clock_lead": (
            "Fristen, Erinnerungen und Seiten richten sich nach diesem Tag. Die Uhr läuft von dort weiter.",
            "Deadlines, reminders and pages go by this day. The clock runs on from there.",
            "截止日期、提醒与页面均以此日期为准，时钟由此继续运行。",
        ),
        "demo_date": ("Heute ist der", "Today is", "今天是"),
        "demo_date_hint": ("Zwischen {} und {}", "Between {} and {}", "{}至{}之间"),
        "demo_set": ("Datum übernehmen", "Set the date", "设定日期"),
        "demo_done": ("Heute ist hier {}.", "Today is {} here.", "此处的“今天”是{}。"),
        "demo_date_wrong": (
            "„{}“ ist kein Tag zwischen {} und {}. Schreiben Sie zum Beispiel 2025-04-07.",
            "“{}” is no day between {} and {}. Write for example 2025-04-07.",
            "“{}”不是{}至{}之间的日期，请按2025-04-07的格式填写。",
        ),
        "demo_accounts": ("Zugänge", "Accounts", "账号"),
        "demo_accounts_lead": (
            "Diese Zugänge gibt es nur in der Vorführung; sie brauchen kein Passwort.",
            "These accounts exist in the demonstration only; they need no password.",
            "以下账号仅供演示使用，无需密码。",
        ),
        "demo_accounts_none": (
            "Noch kein Zugang angelegt. „make run“ legt sie an.",
            "No account yet. “make run” makes them.",
            "尚无账号，运行“make run”即可创建。",
        ),
        "demo_delegate": ("Eine erfundene Person der Delegation", "An invented delegate", "虚构的代表团成员"),
        "demo_delegate_text": (
            "Sieht nur das eigene Programm, auf dem Telefon auch ohne Netz. Dafür genügt ein persönlicher Link.",
            "Sees the own programme only, on the phone without a network too. A personal link is all it takes.",
            "只能看到本人的日程，手机离线也可查看；凭个人链接即可打开，无需账号。",
        ),
        "demo_delegate_open": ("Programm öffnen: {}", "Open the programme: {}", "打开日程：{}"),
        "demo_enter": ("Anmelden als {}", "Sign in as {}", "以{}登录"),
        "role_owner": (
            "Darf alles, auch Rechte vergeben.",
            "May do everything, and give rights to others.",
            "拥有全部权限，并可授权他人。",
        ),
        "role_organiser": (
            "Plant, fragt Gastgeber an, wählt aus, veröffentlicht.",
            "Plans, asks hosts, selects, publishes.",
            "负责规划、联系接待方、遴选与发布。",
        ),
        "role_partner": (
            "Sieht und ändert nur, was mit ihm geteilt ist.",
            "Sees and edits only what is shared with it.",
            "仅可查看和编辑与其共享的内容。",
        ),
        "role_reader": (
            "Liest alles, ändert nichts.",
            "Reads everything, changes nothing.",
            "可查看全部内容，不可更改。",
        ),
        # the trip page, where it says more than the single-file programme
        "to_call": ("Jetzt bewerben", "Apply now", "我要报名"),
        "apply_start": ("Bewerbung beginnen", "Start your application", "开始报名"),
        "apply_closed": (
            "Die Bewerbungsfrist ist am {} abgelaufen.",
            "Applications closed on {}.",
            "报名已于{}截止。",
        ),
        "apply_ask": (
            "Fragen Sie uns, ob noch ein Platz frei geworden ist.",
            "Ask us whether a place has become free.",
            "如需了解是否有空余名额，请与我们联系。",
        ),
        "step_apply": ("Bewerben bis {}", "Apply by {}", "{}前报名"),
        "step_apply_open": ("Bewerben", "Apply", "报名"),
        "step_apply_text": (
            ("Unternehmen, Personen, Branche und Wünsche zum Programm, ohne Konto. Sie können "
             "unterbrechen und später "
            "weitermachen."),
            "Company, people, industry and what you wish to see, without an account. You can stop and go on later.",
            "填写企业、人员、行业及参访意愿，无需注册账号，可随时保存后继续填写。",
        ),
        "step_receipt": ("Eingang bestätigt", "Receipt confirmed", "确认收到"),
        "step_receipt_text": (
            "Sofort per E-Mail. Die Bestätigung ist noch keine Zusage.",
            "At once, by email. The receipt is not yet an admission.",
            "系统即时发送电子邮件确认，确认收到不代表录取。",
        ),
        "step_selection": ("Auswahl", "Selection", "遴选"),
        "step_selection_text": (
            ("Nach Regeln, die vorher feststehen. Wer nicht zum Zug kommt, steht auf der Warteliste und erfährt "
             "den Platz."),
            "By rules that are set beforehand. Those not admitted join the waiting list and are told their place.",
            "按事先确定的规则进行。未入选者列入候补名单，并获知排位。",
        ),
        "step_admission": ("Zusage und Rechnung", "Admission and invoice", "录取与付款"),
        "step_admission_text": (
            "Dann buchen Sie Flug und Hotel; wir sagen Ihnen, welche.",
            "Then you book flight and hotel; we tell you which.",
            "录取后由您自行预订机票与酒店，我们将告知具体信息。",
        ),
        "version_of": ("{} vom {}.", "{} of {}.", "{}，{}发布。"),
        "days_note": (
            "Zeiten gelten am Ort des Termins. „Voraussichtlich“ heißt: noch nicht bestätigt.",
            "Times are local. “Expected” means: not confirmed yet.",
            "时间均为当地时间。“暂定”表示尚未确认。",
        ),
        "all_lists": ("Alle Reisen", "All trips", "全部行程"),
        "calendar": ("Programm als Kalender (ICS)", "Programme as a calendar (ICS)", "日程日历文件（ICS）"),
        "feed": ("Änderungen am Programm (Atom)", "Changes to the programme (Atom)", "日程更新订阅（Atom）"),
        # an item
        "item_when": ("Wann", "When", "时间"),
        "item_where": ("Wo", "Where", "地点"),
        "item_host": ("Gastgeber", "Host", "接待方"),
        "item_who": ("Wie viele", "How many", "人数"),
        "item_guests": ("Gäste", "Guests", "来宾"),
        "item_duration": ("Dauer", "Duration", "时长"),
        "item_sectors": ("Für", "For", "面向"),
        "item_status": ("Stand", "Status", "状态"),
        "item_about_host": ("Über den Gastgeber", "About the host", "关于接待方"),
        "item_others": ("Auch in {}", "Also in {}", "{}的其他安排"),
        "to_trip": ("Zurück zur Reise", "Back to the trip", "返回行程页面"),
        # the feed
        "feed_title": ("{}: Programm", "{}: programme", "{}：日程"),
        "feed_first": (
            "Das Programm ist veröffentlicht.",
            "The programme is published.",
            "日程已发布。",
        ),
        "feed_next": (
            "Das Programm wurde geändert. Die Reiseseite zeigt den neuen Stand.",
            "The programme has changed. The page of the trip shows the new version.",
            "日程已更新，请查看行程页面。",
        ),
        "meta_trip": (
            "{}, {}. Stationen: {}. Programm, Branchen, Plätze, Entgelt und Bewerbung.",
            "{}, {}. Stations: {}. Programme, industries, places, fee and how to apply.",
            "{}，{}。站点：{}。日程、行业、名额、费用及报名方式。",
        ),
    }
)  # fmt: skip # one label a line

WORDS: Final = wordbook(_SITE, APPLY_WORDS, STATUS_WORDS)
