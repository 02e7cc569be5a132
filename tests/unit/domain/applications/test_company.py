"""Size by the European definition, and what two applications of one company have in common."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleit.domain.applications.company import Company, OrganisationKind, SizeClass, company_key, size_class


@pytest.mark.parametrize(
    ("employees", "turnover", "balance", "expected"),
    [
        (9, 2_000_000, None, SizeClass.MICRO),
        (9, 2_000_001, None, SizeClass.SMALL),
        (9, 2_000_001, 2_000_000, SizeClass.MICRO),
        (10, 1, None, SizeClass.SMALL),
        (49, 10_000_001, 10_000_001, SizeClass.MEDIUM),
        (249, 50_000_000, None, SizeClass.MEDIUM),
        (249, 50_000_001, 43_000_000, SizeClass.MEDIUM),
        (249, 50_000_001, 43_000_001, SizeClass.LARGE),
        (250, 1, 1, SizeClass.LARGE),
        (3, 80_000_000, None, SizeClass.LARGE),
        (3, None, None, SizeClass.MICRO),
    ],
)
def test_size_by_the_european_definition(
    employees: int, turnover: int | None, balance: int | None, expected: SizeClass
) -> None:
    assert size_class(employees, turnover, balance) is expected


@given(st.integers(0, 400), st.integers(0, 10**8), st.integers(0, 10**8))
def test_a_company_that_grows_never_gets_smaller(employees: int, turnover: int, balance: int) -> None:
    order = list(SizeClass)

    before = order.index(size_class(employees, turnover, balance))

    assert order.index(size_class(employees + 30, turnover, balance)) >= before
    assert order.index(size_class(employees, turnover * 2 + 1, balance * 2 + 1)) >= before


def test_only_companies_have_a_size() -> None:
    assert Company(kind=OrganisationKind.SCIENCE, employees=5).size is None
    assert Company(employees=None).size is None
    assert Company(employees=5).is_sme


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("Muster Optik GmbH", "Jena"),
        ("MUSTER  OPTIK gmbh & Co. KG", "jena"),
        ("Muster-Optik", "Jena "),
        ("Müster Optik", "Jena"),
    ],
)
def test_one_company_however_it_is_written(name: str, town: str) -> None:
    assert company_key(name, town) == "muster optik@jena"


def test_a_name_of_nothing_but_legal_forms_keeps_them() -> None:
    assert company_key("KG", "Gera") == "kg@gera"
    assert company_key("", "") == "@"
