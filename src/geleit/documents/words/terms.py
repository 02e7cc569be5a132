"""The glossary's terms in the reader's language: statuses, kinds, roles, day parts, ways to travel."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from geleit.documents.words.application_terms import APPLICATION_TERMS, ApplicationTerm
from geleit.domain.kinds import DayPart, Family, HostKind, ItemKind, LegMode, Meal, Role
from geleit.domain.status import Publication, PublicStatus, RequestStatus, StationStatus
from geleit.domain.text import LANGUAGES, Language

Term = (
    RequestStatus
    | PublicStatus
    | Publication
    | StationStatus
    | Family
    | ItemKind
    | HostKind
    | Role
    | ApplicationTerm
)
Phrase = DayPart | Meal | LegMode
_Key = tuple[type, str]


def _table(*entries: tuple[Term | Phrase, str, str, str]) -> Mapping[_Key, Mapping[Language, str]]:
    """Return the words by type and value, since members of two enums that share a value are equal."""
    return MappingProxyType(
        {
            (type(entry), entry.value): MappingProxyType(dict(zip(LANGUAGES, words, strict=True)))
            for entry, *words in entries
        }
    )


_TERMS: Final = _table(
    (RequestStatus.IDEA, "Idee", "idea", "设想"),
    (RequestStatus.REQUESTED, "angefragt", "requested", "已发出邀请"),
    (RequestStatus.IN_CLARIFICATION, "in Klärung", "being clarified", "沟通中"),
    (RequestStatus.TENTATIVE, "in Aussicht", "possible", "待定"),
    (RequestStatus.CONFIRMED, "zugesagt", "confirmed", "已确定"),
    (RequestStatus.DELIVERED, "durchgeführt", "took place", "已举行"),
    (RequestStatus.DECLINED, "abgesagt", "declined", "已取消"),
    (RequestStatus.LAPSED, "ohne Antwort verfallen", "lapsed without an answer", "逾期未答复"),
    (RequestStatus.WITHDRAWN, "zurückgezogen", "withdrawn", "已撤回"),
    (RequestStatus.CANCELLED_LATE, "kurzfristig abgesagt", "cancelled at short notice", "临时取消"),
    (PublicStatus.REQUESTED, "angefragt", "requested", "已发出邀请"),
    (PublicStatus.TENTATIVE, "möglich", "possible", "待定"),
    (PublicStatus.PLANNED, "geplant", "planned", "计划中"),
    (PublicStatus.CONFIRMED, "fest", "confirmed", "已确定"),
    (PublicStatus.HIDDEN, "nicht öffentlich", "not public", "未公开"),
    (Publication.INTERNAL, "intern", "internal", "内部"),
    (Publication.DELEGATION, "für die Delegation", "for the delegation", "代表团内部"),
    (Publication.PUBLIC_WITH_RESERVATION, "öffentlich unter Vorbehalt", "public, reserved", "公开（暂定）"),
    (Publication.PUBLIC, "öffentlich", "public", "公开"),
    (StationStatus.PLANNED, "geplant", "planned", "计划中"),
    (StationStatus.FIXED, "fest", "fixed", "已确定"),
    (Family.POLITICS, "Politik", "politics", "政治"),
    (Family.COMPANY, "Unternehmen", "companies", "企业"),
    (Family.SCIENCE, "Wissenschaft", "science", "科研"),
    (Family.NETWORK, "Austausch", "networking", "交流"),
    (Family.EVENING, "Abend", "evening", "晚间活动"),
    (Family.MOVE, "Pause, Fahrt", "breaks and travel", "休息与交通"),
    (ItemKind.BRIEFING, "Briefing", "briefing", "情况介绍"),
    (ItemKind.POLITICAL_TALK, "politisches Gespräch", "political talk", "政治会谈"),
    (ItemKind.INSTITUTION_VISIT, "Besuch einer Institution", "visit to an institution", "机构访问"),
    (ItemKind.COMPANY_VISIT, "Unternehmensbesuch", "company visit", "企业参访"),
    (ItemKind.EXCURSION, "Abstecher", "excursion", "周边行程"),
    (ItemKind.UNIVERSITY_VISIT, "Hochschulbesuch", "university visit", "高校访问"),
    (ItemKind.EXCHANGE, "Austausch", "exchange", "交流会"),
    (ItemKind.CHAMBER_VISIT, "Kammergespräch", "chamber visit", "商会访问"),
    (ItemKind.PRESENTATION, "Präsentation", "presentation", "推介会"),
    (ItemKind.RECEPTION, "Empfang", "reception", "招待会"),
    (ItemKind.DINNER, "Abendessen", "dinner", "晚宴"),
    (ItemKind.FREE_TIME, "freie Zeit", "free time", "自由活动"),
    (HostKind.COMPANY, "Unternehmen", "company", "企业"),
    (HostKind.AUTHORITY, "Behörde", "authority", "政府机构"),
    (HostKind.UNIVERSITY, "Hochschule", "university", "高校"),
    (HostKind.CHAMBER, "Kammer", "chamber of commerce", "商会"),
    (HostKind.CONSULATE, "Konsulat", "consulate", "领事馆"),
    (HostKind.MULTIPLIER, "Multiplikator", "multiplier", "合作推广机构"),
    (HostKind.INTERNATIONAL_ORGANISATION,
     "internationale Organisation", "international organisation", "国际组织"),
    (HostKind.ASSOCIATION, "Verband", "association", "协会"),
    (HostKind.VENUE, "Veranstaltungsort", "venue", "活动场所"),
    (Role.HEAD, "Delegationsleitung", "heads of delegation", "代表团团长"),
    (Role.POLITICAL, "Politik und Verwaltung", "politics and administration", "政府代表"),
    (Role.BUSINESS, "Wirtschaft", "business", "企业代表"),
    (Role.SCIENCE, "Wissenschaft", "science", "科研代表"),
    (Role.PRESS, "Presse", "press", "媒体"),
    (Role.ORGANISER, "Organisation", "organisation", "组织方"),
    (Role.PARTNER, "Partner vor Ort", "partners abroad", "当地合作方"),
    (Role.INTERPRETER, "Dolmetschen", "interpreting", "翻译"),
    (Role.SECURITY, "Sicherheit", "security", "安保"),
    (Role.COMPANION, "Begleitung", "companions", "随行人员"),
    (DayPart.MORNING, "Vormittag", "morning", "上午"),
    (DayPart.AFTERNOON, "Nachmittag", "afternoon", "下午"),
    (DayPart.EVENING, "Abend", "evening", "晚上"),
    (Meal.LUNCH, "Mittagessen", "lunch", "午餐"),
    (Meal.DINNER, "Abendessen", "dinner", "晚餐"),
    (LegMode.FLIGHT, "Flug", "flight", "航班"),
    (LegMode.TRAIN, "Zug", "train", "火车"),
    (LegMode.BUS, "Bus", "coach", "大巴"),
    (LegMode.SHIP, "Schiff", "ship", "轮船"),
    *APPLICATION_TERMS,
)  # fmt: skip # one term a line


def term(value: Term | Phrase, lang: Language) -> str:
    """Return the reader's word for a glossary term."""
    return _TERMS[type(value), value.value][lang]


def heading(value: Term | Phrase, lang: Language) -> str:
    """Return the term as it stands at the start of a line."""
    word = term(value, lang)
    return word[:1].upper() + word[1:]
