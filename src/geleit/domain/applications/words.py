"""Words for what is wrong with an application: the sentence at the field, with the likely fix."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from geleit.domain.applications.problem import ApplicationProblem
from geleit.domain.applications.problem import ApplicationProblemCode as Code
from geleit.domain.text import Language
from geleit.domain.wording import format_money, format_number

Wordings = Mapping[Language, str]


def _in(de: str, en: str, zh: str) -> Wordings:
    return MappingProxyType({"de": de, "en": en, "zh": zh})


PROBLEM_WORDS: Final[Mapping[Code, Wordings]] = MappingProxyType(
    {
        Code.MISSING: _in("Diese Angabe fehlt noch.", "This is still missing.", "此项尚未填写。"),
        Code.TOO_LONG: _in(
            "Der Text hat {wanted} Zeichen, Platz ist für {available}. Bitte kürzen Sie ihn.",
            "The text has {wanted} characters, there is room for {available}. Please shorten it.",
            "此文本共{wanted}个字符，最多{available}个。请缩短。",
        ),
        Code.TOO_MANY: _in(
            "{wanted} Einträge, möglich sind höchstens {available}. Bitte streichen Sie welche.",
            "{wanted} entries; at most {available} are possible. Please remove some.",
            "共{wanted}项，最多{available}项。请删减。",
        ),
        Code.OUT_OF_RANGE: _in(
            "{value} liegt nicht zwischen {available} und {wanted}. Bitte prüfen Sie die Zahl.",
            "{value} is not between {available} and {wanted}. Please check the number.",
            "{value}不在{available}与{wanted}之间。请核对数字。",
        ),
        Code.UNKNOWN: _in(
            "„{value}“ steht bei dieser Reise nicht zur Wahl.",
            "“{value}” is not on offer for this trip.",
            "本次访问没有“{value}”这一选项。",
        ),
        Code.TWICE: _in(
            "„{value}“ steht zweimal da. Bitte streichen Sie einen Eintrag.",
            "“{value}” stands there twice. Please remove one entry.",
            "“{value}”重复出现。请删除一项。",
        ),
        Code.NO_EMAIL: _in(
            "„{value}“ ist keine Mailadresse. Richtig wäre etwa name@firma.de.",
            "“{value}” is not a mail address. It should look like name@company.com.",
            "“{value}”不是电子邮件地址。格式如 name@company.com。",
        ),
        Code.NO_WEBSITE: _in(
            "„{value}“ ist keine Internetadresse. Richtig wäre etwa www.firma.de.",
            "“{value}” is not a web address. It should look like www.company.com.",
            "“{value}”不是网址。格式如 www.company.com。",
        ),
        Code.NO_FIGURES: _in(
            "Umsatz oder Bilanzsumme fehlt. Eine der beiden Zahlen genügt.",
            "Turnover or balance sheet total is missing. One of the two is enough.",
            "请填写营业额或资产总额，二者填一即可。",
        ),
        Code.NO_SECTOR: _in(
            "Bitte wählen Sie eine Zielbranche, oder nennen Sie Ihre eigene.",
            "Please choose a target sector, or name your own.",
            "请选择目标行业，或填写贵方行业。",
        ),
        Code.NOT_ACCEPTED: _in(
            "Ohne Ihre Zustimmung zu den Bedingungen geht es nicht.",
            "It cannot be submitted unless you accept the terms.",
            "须同意条件后方可提交。",
        ),
        Code.NOT_DECLARED: _in(
            "Bitte bestätigen Sie die De-minimis-Erklärung, auch wenn Sie keine Beihilfen erhalten haben.",
            "Please confirm the de-minimis declaration, even if you have received no aid.",
            "即使未获得过补助，也请确认小额补助声明。",
        ),
        Code.AID_IN_FUTURE: _in(
            "Der {value} liegt in der Zukunft. Gemeint ist der Tag der Bewilligung.",
            "{value} is still to come. What is meant is the day on which the aid was granted.",
            "{value}在未来。此处应填批准日期。",
        ),
        Code.OVER_CEILING: _in(
            "Mit dieser Reise kämen {wanted} Beihilfe hinzu, frei sind noch {available}. Sie können sich bewerben; "
            "die Agentur spricht Sie darauf an.",
            "This trip would add {wanted} of aid; {available} may still be granted. You can apply; the agency will "
            "contact you about it.",
            "本次访问将增加{wanted}补助，剩余额度为{available}。仍可报名，主办方将与贵方联系。",
        ),
        Code.UNREADABLE: _in(
            "Der Text enthält Zeichen, die sich nicht lesen lassen. Bitte tippen Sie ihn neu.",
            "The text contains characters that cannot be read. Please type it again.",
            "文本含有无法识别的字符。请重新输入。",
        ),
    }
)
_MEANT: Final[Wordings] = _in("Meinten Sie „{}“?", "Did you mean “{}”?", "是否指“{}”？")
_MONEY: Final = frozenset({Code.OVER_CEILING})


def sentence_of(problem: ApplicationProblem, lang: Language) -> str:
    """Return what is wrong and what to do about it, for the reader of a form."""

    def figure(number: int | None) -> str:
        if number is None:
            return ""
        return format_money(number, lang) if problem.code in _MONEY else format_number(number, lang)

    told = PROBLEM_WORDS[problem.code][lang].format(
        value=problem.value, wanted=figure(problem.wanted), available=figure(problem.available)
    )
    if problem.suggestion:
        gap = "" if lang == "zh" else " "
        return told + gap + _MEANT[lang].format(problem.suggestion)
    return told
