"""The glossary's terms of applications and their selection, in the reader's language."""

from typing import Final

from geleit.domain.applications.application import Gender, PaperKind
from geleit.domain.applications.company import OrganisationKind, SizeClass
from geleit.domain.applications.mix import Bound, FeatureKind, Measure
from geleit.domain.applications.status import ApplicationStatus

ApplicationTerm = (
    ApplicationStatus | OrganisationKind | SizeClass | Gender | PaperKind | FeatureKind | Bound | Measure
)

APPLICATION_TERMS: Final[tuple[tuple[ApplicationTerm, str, str, str], ...]] = (
    (ApplicationStatus.DRAFT, "Entwurf", "draft", "草稿"),
    (ApplicationStatus.SUBMITTED, "eingereicht", "submitted", "已提交"),
    (ApplicationStatus.INCOMPLETE, "unvollständig", "incomplete", "待补充"),
    (ApplicationStatus.COMPLETE, "vollständig", "complete", "材料齐全"),
    (ApplicationStatus.ADMITTED, "zugelassen", "admitted", "已录取"),
    (ApplicationStatus.WAITING, "Warteliste", "waiting list", "候补"),
    (ApplicationStatus.REJECTED, "abgelehnt", "rejected", "未录取"),
    (ApplicationStatus.WITHDRAWN, "zurückgezogen", "withdrawn", "已撤回"),
    (ApplicationStatus.TRAVELLED, "mitgereist", "travelled", "已随行"),
    (ApplicationStatus.SUBSTITUTED, "ersetzt", "substituted", "已替换"),
    (ApplicationStatus.CANCELLED, "abgesagt", "cancelled", "已取消"),
    (ApplicationStatus.NO_SHOW, "nicht erschienen", "no-show", "未到场"),
    (OrganisationKind.COMPANY, "Unternehmen", "company", "企业"),
    (OrganisationKind.SCIENCE, "Wissenschaft", "science", "科研机构"),
    (OrganisationKind.CHAMBER, "Kammer oder Verband", "chamber or association", "商会或协会"),
    (OrganisationKind.PRESS, "Presse", "press", "媒体"),
    (OrganisationKind.OTHER, "andere Einrichtung", "other organisation", "其他机构"),
    (SizeClass.MICRO, "Kleinstunternehmen", "micro enterprise", "微型企业"),
    (SizeClass.SMALL, "kleines Unternehmen", "small enterprise", "小型企业"),
    (SizeClass.MEDIUM, "mittleres Unternehmen", "medium-sized enterprise", "中型企业"),
    (SizeClass.LARGE, "großes Unternehmen", "large enterprise", "大型企业"),
    (Gender.WOMAN, "Frau", "woman", "女"),
    (Gender.MAN, "Mann", "man", "男"),
    (Gender.DIVERSE, "divers", "diverse", "其他"),
    (Gender.NOT_SAID, "keine Angabe", "not said", "不填"),
    (PaperKind.COMPANY_PROFILE, "Unternehmensprofil", "company profile", "企业简介"),
    (PaperKind.REGISTER_EXTRACT, "Registerauszug", "register extract", "登记证明"),
    (PaperKind.DE_MINIMIS, "De-minimis-Erklärung", "de-minimis declaration", "小额补助声明"),
    (PaperKind.OTHER, "weitere Unterlage", "other paper", "其他材料"),
    (FeatureKind.SME, "KMU", "SMEs", "中小企业"),
    (FeatureKind.SIZE, "Größe", "size", "规模"),
    (FeatureKind.KIND, "Art", "kind", "类别"),
    (FeatureKind.REGION, "Region", "region", "地区"),
    (FeatureKind.SECTOR, "Branche", "sector", "行业"),
    (FeatureKind.WOMAN, "Frauen", "women", "女性"),
    (FeatureKind.WOMAN_ON_BOARD, "Frauen in der Geschäftsleitung", "women on board level", "女性高管"),
    (FeatureKind.FIRST_TIMER, "zum ersten Mal dabei", "first-timers", "首次参加"),
    (Bound.AT_LEAST, "mindestens", "at least", "至少"),
    (Bound.AT_MOST, "höchstens", "at most", "至多"),
    (Measure.COMPANIES, "Bewerbungen", "applications", "报名"),
    (Measure.PEOPLE, "Personen", "people", "人"),
)  # fmt: skip # one term a line
