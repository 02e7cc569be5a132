"""What has become of a host request, as the end of a sentence."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from geleit.documents.words.facts import Wording
from geleit.documents.words.terms import term
from geleit.domain.status import RequestStatus
from geleit.domain.text import LANGUAGES, Language

_OTHER: Final[Wording] = ("Stand der Anfrage: {}", "status of the request: {}", "邀请状态：{}")

_OUTCOMES: Final[Mapping[RequestStatus, Wording]] = MappingProxyType(
    {
        RequestStatus.IDEA: (
            "noch ist kein Gastgeber gefragt",
            "no host has been asked yet",
            "尚未邀请接待方",
        ),
        RequestStatus.DECLINED: ("der Gastgeber hat abgesagt", "the host has declined", "接待方已谢绝"),
        RequestStatus.LAPSED: (
            "der Gastgeber hat nicht geantwortet",
            "the host has not answered",
            "接待方未答复",
        ),
        RequestStatus.WITHDRAWN: ("die Anfrage ist zurückgezogen", "the request is withdrawn", "邀请已撤回"),
        RequestStatus.CANCELLED_LATE: (
            "der Gastgeber hat kurzfristig abgesagt",
            "the host has cancelled at short notice",
            "接待方临时取消",
        ),
    }
)


def outcome_phrase(status: RequestStatus, lang: Language) -> str:
    """Return "der Gastgeber hat abgesagt", without a capital and without a full stop."""
    column = LANGUAGES.index(lang)
    if status in _OUTCOMES:
        return _OUTCOMES[status][column]
    return _OTHER[column].format(term(status, lang))
