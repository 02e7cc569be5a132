"""The words of the application form."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

APPLY_WORDS: Final[Mapping[str, tuple[str, str, str]]] = MappingProxyType(
    {
        # the page
        "ap_title": ("Bewerbung", "Application", "报名表"),
        "ap_lead": (
            (
                "Sie brauchen kein Konto. Speichern Sie, wann Sie wollen; weiter geht es über einen "
                "persönlichen Link."
            ),
            "You need no account. Save whenever you like; a personal link brings you back.",
            "无需注册账号，可随时保存，之后通过专用链接继续填写。",
        ),
        "ap_fact_deadline": ("Bewerben bis", "Apply by", "报名截止"),
        "ap_fact_places": ("Plätze für Unternehmen", "Places for companies", "企业名额"),
        "ap_fact_waiting": ("Mehr Bewerbungen als Plätze", "More applications than places", "报名超出名额时"),
        "ap_fact_waiting_text": (
            (
                "Eine Bewerbung ist noch kein Platz. Nach der Frist wird nach festen Kriterien "
                "ausgewählt; wer keinen Platz bekommt, kommt auf die Warteliste."
            ),
            (
                "An application is not yet a place. After the deadline the selection follows fixed "
                "criteria; those without a place join the waiting list."
            ),
            "提交报名不等于获得名额。截止后按既定标准遴选，未获名额者列入候补名单。",
        ),
        "ap_steps": ("Abschnitte", "Sections", "填写部分"),
        "ap_open": ("noch offen", "still open", "待完善"),
        "ap_done": ("vollständig", "complete", "已完成"),
        # sections
        "ap_s_contact": ("Ansprechperson", "Contact", "联系人"),
        "ap_s_contact_lead": (
            "An diese Adresse geht der Link zu Ihrem Entwurf, später die Eingangsbestätigung.",
            "The link to your draft goes to this address, and later the receipt.",
            "草稿链接及之后的收件确认将发送至该邮箱。",
        ),
        "ap_s_company": ("Unternehmen", "Company", "企业"),
        "ap_s_size": ("Größe", "Size", "规模"),
        "ap_s_size_lead": (
            "Aus diesen Zahlen ergeben sich das Entgelt und ob Sie nach der Definition der EU ein KMU sind.",
            "They decide the fee, and whether you are an SME by the definition of the EU.",
            "这些数字决定费用标准，以及贵方是否属于欧盟定义的中小企业。",
        ),
        "ap_s_field": ("Branche und Ziel", "Industry and aim", "行业与目标"),
        "ap_s_people": ("Wer reist", "Who travels", "出行人员"),
        "ap_s_people_lead": (
            "Höchstens {} Personen je Unternehmen.",
            "At most {} people per company.",
            "每家企业最多{}人。",
        ),
        "ap_s_projects": ("Vorhaben im Zielland", "Projects in the country", "在目标国的项目"),
        "ap_s_projects_lead": (
            "Was Sie dort schon tun oder planen. Höchstens {}.",
            "What you do there already, or plan to do. At most {}.",
            "贵方在当地已开展或计划开展的项目，最多{}项。",
        ),
        "ap_s_wishes": ("Wünsche zum Programm", "Programme wishes", "参访意愿"),
        "ap_s_wishes_lead": (
            (
                "Nennen Sie bis zu {} Programmpunkte. Wünsche helfen beim Planen; versprechen kann die "
                "Agentur sie nicht."
            ),
            "Name up to {} items. Wishes help with planning; the agency cannot promise them.",
            "最多选择{}项。意愿供规划参考，主办方不作承诺。",
        ),
        "ap_wishes_gone": (
            "{} Ihrer Wünsche stehen nicht mehr im Programm und fallen beim nächsten Speichern weg.",
            "{} of your wishes are no longer in the programme and will go when you save next.",
            "您的{}项意愿已不在日程中，下次保存时将被移除。",
        ),
        "ap_s_papers": ("Unterlagen", "Papers", "材料"),
        "ap_s_papers_lead": (
            "PDF, PNG oder JPEG, höchstens {} Dateien mit je {} MB.",
            "PDF, PNG or JPEG, at most {} files of {} MB each.",
            "PDF、PNG或JPEG格式，最多{}个文件，每个不超过{} MB。",
        ),
        "ap_s_aid": ("De-minimis-Erklärung", "De-minimis declaration", "小额补助声明"),
        "ap_s_aid_lead": (
            (
                "Das Entgelt deckt die Kosten nicht. Der Unterschied ist eine Beihilfe nach Verordnung "
                "(EU) 2023/2831: höchstens {} in drei Jahren für Ihr Unternehmen samt verbundenen. "
                "Nennen Sie, was Ihnen in den letzten drei Jahren bewilligt wurde."
            ),
            (
                "The fee does not cover the costs. The difference is aid under Regulation (EU) "
                "2023/2831: at most {} in three years for your company with those linked to it. Name "
                "what you were granted in the last three years."
            ),
            (
                "费用低于成本，差额属于欧盟第2023/2831号条例规定的补助：贵企业及关联企业三年内合计不超过{"
                "}。请填写最近三年获批的补助。"
            ),
        ),
        "ap_aid_room": (
            "Nach Ihren Angaben sind noch {} frei.",
            "By what you say, {} may still be granted.",
            "按所填内容，剩余额度为{}。",
        ),
        "ap_s_consent": ("Bedingungen", "Terms", "条件"),
        # fields
        "ap_contact_name": ("Name", "Name", "姓名"),
        "ap_email": ("E-Mail", "Email", "电子邮箱"),
        "ap_phone": ("Telefon", "Phone", "电话"),
        "ap_company_name": ("Name mit Rechtsform", "Name with legal form", "企业全称（含法律形式）"),
        "ap_kind": ("Art", "Kind", "类型"),
        "ap_kind_company": ("Unternehmen", "Company", "企业"),
        "ap_kind_science": ("Wissenschaft", "Science", "科研机构"),
        "ap_kind_chamber": ("Kammer oder Verband", "Chamber or association", "商会或协会"),
        "ap_kind_press": ("Presse", "Press", "媒体"),
        "ap_kind_other": ("Andere", "Other", "其他"),
        "ap_street": ("Straße und Hausnummer", "Street and number", "街道与门牌号"),
        "ap_postcode": ("Postleitzahl", "Postcode", "邮政编码"),
        "ap_town": ("Ort", "Town", "城市"),
        "ap_country": ("Land (zwei Buchstaben)", "Country (two letters)", "国家（两位字母代码）"),
        "ap_region": ("Region", "Region", "地区"),
        "ap_website": ("Internetadresse", "Website", "网址"),
        "ap_first_timer": (
            "Waren Sie schon auf einer Delegationsreise der Agentur?",
            "Have you been on a delegation trip of the agency before?",
            "贵方以前参加过主办方组织的代表团吗？",
        ),
        "ap_first_timer_unsaid": ("keine Angabe", "not said", "未说明"),
        "ap_first_timer_yes": ("nein, zum ersten Mal", "no, this would be the first", "没有，首次参加"),
        "ap_first_timer_no": ("ja", "yes", "参加过"),
        "ap_employees": ("Beschäftigte", "Employees", "员工人数"),
        "ap_employees_hint": (
            "In Vollzeitstellen, mit verbundenen und Partnerunternehmen. Nur für Unternehmen nötig.",
            "Full-time equivalents, with linked and partner enterprises. Companies only.",
            "按全职岗位折算，含关联及合作企业。仅企业必填。",
        ),
        "ap_turnover": ("Jahresumsatz in Euro", "Annual turnover in euros", "年营业额（欧元）"),
        "ap_turnover_hint": (
            "Letztes abgeschlossenes Jahr, etwa 1200000 oder 1,2 Mio. Umsatz oder Bilanzsumme genügt.",
            "Last closed year, such as 1200000 or 1.2 million. Turnover or balance sheet total is enough.",
            "上一完整年度，如1200000。营业额与资产总额填一项即可。",
        ),
        "ap_balance": ("Bilanzsumme in Euro", "Balance sheet total in euros", "资产总额（欧元）"),
        "ap_sme_what": ("Was ist ein KMU?", "What is an SME?", "什么是中小企业？"),
        "ap_sme_class": ("Klasse", "Class", "类别"),
        "ap_sme_rule": (
            "Nach der Empfehlung 2003/361/EG zählt die Beschäftigtenzahl und dazu eine der beiden Summen.",
            "By Recommendation 2003/361/EC the head count decides, together with one of the two amounts.",
            "按欧盟第2003/361/EC号建议，以员工人数及两项金额之一为准。",
        ),
        "ap_sme_below": ("unter {}", "below {}", "少于{}"),
        "ap_sme_up_to": ("bis {}", "up to {}", "不超过{}"),
        "sme": ("KMU", "SME", "中小企业"),
        "ap_size_micro": ("Kleinstunternehmen", "micro enterprise", "微型企业"),
        "ap_size_small": ("kleines Unternehmen", "small enterprise", "小型企业"),
        "ap_size_medium": ("mittleres Unternehmen", "medium-sized enterprise", "中型企业"),
        "ap_size_large": ("großes Unternehmen", "large enterprise", "大型企业"),
        "ap_size_is": ("Nach Ihren Angaben: {}.", "By what you say: {}.", "按所填内容：{}。"),
        "ap_sectors": ("Zielbranchen der Reise", "Target sectors of the trip", "本次访问的目标行业"),
        "ap_other_sector": ("Eigene Branche", "Your own industry", "贵方行业"),
        "ap_other_sector_hint": ("Wenn keine Zielbranche passt", "If no target sector fits", "如无合适的目标行业"),
        "ap_profile": ("Was Ihr Unternehmen macht", "What your company does", "企业简介"),
        "ap_aim": (
            "Was Sie mit der Reise erreichen wollen",
            "What you want to achieve with the trip",
            "参加本次访问的目标",
        ),
        "ap_person": ("Person {}", "Person {}", "人员{}"),
        "ap_function": ("Funktion", "Function", "职务"),
        "ap_gender": ("Geschlecht", "Gender", "性别"),
        "ap_gender_hint": (
            "Nur für die Zusammensetzung der Delegation",
            "Only for the mix of the delegation",
            "仅用于代表团人员构成",
        ),
        "ap_gender_woman": ("Frau", "woman", "女"),
        "ap_gender_man": ("Mann", "man", "男"),
        "ap_gender_diverse": ("divers", "diverse", "其他性别"),
        "ap_gender_not_said": ("keine Angabe", "not said", "不说明"),
        "ap_board": (
            "Inhaber, Geschäftsführung oder Vorstand",
            "Owner, managing director or board member",
            "企业主、总经理或董事",
        ),
        "ap_languages": ("Arbeitssprachen", "Working languages", "工作语言"),
        "ap_lang_es": ("Spanisch", "Spanish", "西班牙文"),
        "ap_lang_fr": ("Französisch", "French", "法文"),
        "ap_lang_other": ("Sprache {}", "language {}", "语言{}"),
        "ap_add_people": ("Weitere Person", "Add a person", "添加人员"),
        "ap_project": ("Vorhaben {}", "Project {}", "项目{}"),
        "ap_project_title": ("Titel", "Title", "名称"),
        "ap_project_text": ("Beschreibung", "Description", "说明"),
        "ap_add_projects": ("Weiteres Vorhaben", "Add a project", "添加项目"),
        "ap_wish_for": ("Wunsch: {}", "Wish: {}", "意愿：{}"),
        "ap_wish_0": ("kein Wunsch", "no wish", "无"),
        "ap_wish_1": ("1 – interessant", "1 – of interest", "1 – 感兴趣"),
        "ap_wish_2": ("2", "2", "2"),
        "ap_wish_3": ("3 – wichtig", "3 – important", "3 – 重要"),
        "ap_wish_4": ("4", "4", "4"),
        "ap_wish_5": ("5 – sehr wichtig", "5 – very important", "5 – 非常重要"),
        "ap_papers": ("Dateien auswählen", "Choose files", "选择文件"),
        "ap_paper_kind": ("Art der Unterlagen", "Kind of paper", "材料类型"),
        "ap_paper_company_profile": ("Unternehmensprofil", "Company profile", "企业简介"),
        "ap_paper_register_extract": ("Registerauszug", "Register extract", "注册登记摘录"),
        "ap_paper_de_minimis": ("De-minimis-Bescheinigung", "De-minimis certificate", "小额补助证明"),
        "ap_paper_other": ("Andere", "Other", "其他"),
        "ap_paper_upload": ("Hochladen und speichern", "Upload and save", "上传并保存"),
        "ap_paper_remove": ("{} entfernen", "Remove {}", "移除{}"),
        "ap_aid_confirmed": (
            (
                "Die Angaben sind vollständig und richtig. Steht hier nichts, haben wir keine Beihilfen "
                "erhalten."
            ),
            "The list is complete and correct. If it is empty, we have received no aid.",
            "所填内容完整、真实；如未填写，即未获得任何补助。",
        ),
        "ap_aid": ("Beihilfe {}", "Aid {}", "补助{}"),
        "ap_aid_day": ("Bewilligt am", "Granted on", "批准日期"),
        "ap_aid_day_hint": ("Etwa 31.12.2024", "Such as 31/12/2024", "如2024-12-31"),
        "ap_aid_amount": ("Betrag in Euro", "Amount in euros", "金额（欧元）"),
        "ap_aid_grantor": ("Bewilligt von", "Granted by", "批准机构"),
        "ap_add_aids": ("Weitere Beihilfe", "Add aid", "添加补助"),
        "ap_accepts": (
            (
                "Wir kennen die Bedingungen der Ausschreibung und stimmen zu, dass die Agentur diese "
                "Angaben für Auswahl und Planung der Reise nutzt."
            ),
            (
                "We know the terms of the call and agree that the agency uses this information to select "
                "and to plan the trip."
            ),
            "我方已知悉报名条件，并同意主办方将上述信息用于遴选及行程规划。",
        ),
        "ap_terms_version": ("Fassung {} vom {}", "Version {} of {}", "第{}版，{}"),
        "ap_terms_only_de": (
            "Dieser Text liegt nur auf Deutsch vor.",
            "This text is available in German only.",
            "本文仅提供德文版本。",
        ),
        "ap_terms_only_en": (
            "Dieser Text liegt nur auf Englisch vor.",
            "This text is available in English only.",
            "本文仅提供英文版本。",
        ),
        "ap_terms_only_zh": (
            "Dieser Text liegt nur auf Chinesisch vor.",
            "This text is available in Chinese only.",
            "本文仅提供中文版本。",
        ),
        "ap_terms_changed_title": (
            "Die Bedingungen wurden inzwischen geändert",
            "The terms have been changed in the meantime",
            "报名条件已更新",
        ),
        "ap_terms_changed_text": (
            "Ihre Bewerbung ist als Entwurf gesichert. Lesen Sie bitte die neue Fassung und reichen Sie dann ein.",
            "Your application is kept as a draft. Please read the new version below, then submit.",
            "您的报名已保存为草稿。请阅读下方的新版本，然后提交。",
        ),
        "ap_terms_link": ("Bedingungen und Entgelt ansehen", "See terms and fees", "查看条件与费用"),
        "ap_trap": ("Dieses Feld bitte leer lassen", "Please leave this field empty", "请勿填写此项"),
        # sending
        "ap_save": ("Entwurf speichern", "Save draft", "保存草稿"),
        "ap_submit": ("Bewerbung einreichen", "Submit the application", "提交报名"),
        "ap_change": ("Änderungen speichern", "Save the changes", "保存修改"),
        "ap_submit_note": (
            "Einreichen können Sie bis {}. Ändern auch, solange niemand die Bewerbung geprüft hat.",
            "You can submit until {}, and change it until then as long as nobody has examined it.",
            "提交截止日期为{}；在审核开始之前，截止日前均可修改。",
        ),
        # what is wrong
        "ap_number_wrong": (
            "„{}“ ist keine ganze Zahl. Richtig wäre etwa {}.",
            "“{}” is not a whole number. It should look like {}.",
            "“{}”不是整数。格式如{}。",
        ),
        "ap_day_wrong": (
            "„{}“ ist kein Tag. Richtig wäre etwa 31.12.2024.",
            "“{}” is not a day. It should look like 31/12/2024.",
            "“{}”不是日期。格式如2024-12-31。",
        ),
        "ap_day_missing": (
            "{} gibt es nicht. Meinten Sie {}?",
            "There is no {}. Did you mean {}?",
            "没有{}这一天。是否指{}？",
        ),
        "ap_choice_wrong": (
            "„{}“ steht nicht zur Wahl. Bitte wählen Sie aus der Liste.",
            "“{}” is not on offer. Please choose from the list.",
            "没有“{}”这一选项。请从列表中选择。",
        ),
        "ap_aid_half": (
            "Zu jeder Beihilfe gehören Tag und Betrag. Dies fehlt noch.",
            "Aid needs a day and an amount. This is still missing.",
            "每项补助须填写日期与金额，此项尚缺。",
        ),
        "ap_paper_large": (
            (
                "„{}“ hat {} MB, möglich sind {} MB. Verkleinern Sie die Datei, etwa durch eine "
                "geringere Bildqualität."
            ),
            (
                "“{}” has {} MB; at most {} MB are taken. Make the file smaller, such as by lower "
                "picture quality."
            ),
            "“{}”大小为{} MB，上限{} MB。请压缩文件，例如降低图片质量。",
        ),
        "ap_paper_type": (
            (
                "„{}“ ist weder PDF noch PNG noch JPEG. Es zählt der Inhalt, nicht der Name. Bitte "
                "speichern Sie sie als PDF."
            ),
            "“{}” is neither PDF nor PNG nor JPEG. The content counts, not the name. Please save it as PDF.",
            "“{}”不是PDF、PNG或JPEG文件（以内容为准）。请另存为PDF。",
        ),
        "ap_paper_many": (
            (
                "„{}“ wurde nicht aufgenommen: {} Dateien sind schon da, mehr gehen nicht. Bitte "
                "entfernen Sie zuerst eine."
            ),
            "“{}” was not taken: {} files are there already, which is the most. Please remove one first.",
            "“{}”未上传：已有{}个文件，达到上限。请先移除一个。",
        ),
        "ap_paper_again": (
            "Dateien merkt sich der Browser nicht. Bitte wählen Sie sie noch einmal aus.",
            "A browser does not keep chosen files. Please choose them again.",
            "浏览器不会保留已选文件，请重新选择。",
        ),
        "ap_paper_locked": (
            "Die Bewerbung lässt sich nicht mehr ändern; die Datei wurde nicht aufgenommen.",
            "The application can no longer be changed; the file was not taken.",
            "报名表已不能修改，文件未上传。",
        ),
    }
)  # fmt: skip # one label a line
