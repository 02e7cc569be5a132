"""The records of what is wrong with a programme."""

from geleit.domain.violations import Rule, Violation, ViolationCode


def test_every_rule_has_a_code() -> None:
    assert {code.rule for code in ViolationCode} == set(Rule)


def test_a_violation_breaks_the_rule_of_its_code() -> None:
    assert Violation(code=ViolationCode.NO_MEAL).rule is Rule.H9


def test_codes_are_read_back_from_their_text() -> None:
    assert [ViolationCode(code.value) for code in ViolationCode] == list(ViolationCode)
    assert f"{ViolationCode.NOT_ON_LIST}" == "not_on_list"


def test_rules_sort_by_number_not_by_letter() -> None:
    assert sorted(Rule, key=lambda rule: rule.number) == list(Rule)
    assert [rule.number for rule in Rule] == list(range(13))
