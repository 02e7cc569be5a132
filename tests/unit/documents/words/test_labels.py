import string

import pytest

from geleit.documents.words.labels import LABELS, label
from geleit.documents.words.sentences import enumerated, named, sentences, separated
from geleit.documents.words.terms import Phrase, Term, heading, term
from geleit.domain.applications.application import Gender, PaperKind
from geleit.domain.applications.company import OrganisationKind, SizeClass
from geleit.domain.applications.mix import Bound, FeatureKind, Measure
from geleit.domain.applications.status import ApplicationStatus
from geleit.domain.kinds import DayPart, Family, HostKind, ItemKind, LegMode, Meal, Role
from geleit.domain.status import Publication, PublicStatus, RequestStatus, StationStatus
from geleit.domain.text import LANGUAGES, Language

ENUMS = (
    RequestStatus, PublicStatus, Publication, StationStatus, Family, ItemKind, HostKind, Role, DayPart, Meal, LegMode,
    ApplicationStatus, OrganisationKind, SizeClass, Gender, PaperKind, FeatureKind, Bound, Measure,
)  # fmt: skip # a list


def test_every_label_has_words_in_every_language_with_the_same_places_for_values() -> None:
    places = {
        key: {sum(1 for part in string.Formatter().parse(words) if part[1] is not None) for words in wordings}
        for key, wordings in LABELS.items()
    }

    assert {key: counts for key, counts in places.items() if len(counts) != 1} == {}
    assert [
        key for key, wordings in LABELS.items() if len(wordings) != len(LANGUAGES) or not all(wordings)
    ] == []


@pytest.mark.parametrize("enum", ENUMS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_term_of_the_glossary_has_a_word(enum: type[Term | Phrase], lang: Language) -> None:
    assert [member for member in enum if not term(member, lang)] == []


def test_statuses_that_share_a_value_keep_their_own_words() -> None:
    assert term(RequestStatus.TENTATIVE, "de") == "in Aussicht"
    assert term(PublicStatus.TENTATIVE, "de") == "möglich"
    assert term(StationStatus.PLANNED, "de") == "geplant"


def test_a_term_at_the_start_of_a_line_has_a_capital() -> None:
    assert heading(ItemKind.POLITICAL_TALK, "de") == "Politisches Gespräch"
    assert heading(ItemKind.POLITICAL_TALK, "zh") == "政治会谈"


def test_a_label_takes_its_values() -> None:
    assert label("session_of", "de", 2, 4) == "Durchgang 2 von 4"
    assert label("session_of", "zh", 2, 4) == "第2场，共4场"


def test_sentences_end_once_and_begin_with_a_capital() -> None:
    assert sentences("de", "ankunft 12 Uhr", "", "etwa 3 Std.") == "Ankunft 12 Uhr. Etwa 3 Std."
    assert sentences("zh", "抵达", "行程约3小时。") == "抵达。行程约3小时。"


def test_lists_follow_the_punctuation_of_the_language() -> None:
    assert enumerated("de", "a", "", "b") == "a, b"
    assert enumerated("zh", "甲", "乙") == "甲，乙"
    assert separated("en", "a", "b") == "a; b"
    assert named("zh", "地点", "北京") == "地点：北京"
