from scripts.make_kern import cut


def test_rules_for_components_in_use_stay_and_all_others_go() -> None:
    css = ".kern-btn{a:b}.kern-btn--primary:hover{c:d}.kern-kopfzeile{e:f}.kern-m-auto-sm{g:h}"

    assert cut(css) == ".kern-btn{a:b}.kern-btn--primary:hover{c:d}"


def test_a_component_whose_name_begins_like_another_is_no_part_of_it() -> None:
    assert cut(".kern-linkage{a:b}.kern-link--small{c:d}") == ".kern-link--small{c:d}"


def test_tokens_and_elements_stay() -> None:
    css = '@charset "UTF-8";:root{--kern-4: 4px}html{a:b}[data-kern-theme=dark]{c:d}@keyframes rotation{0%{a:b}}'

    assert cut(css) == ":root{--kern-4: 4px}html{a:b}[data-kern-theme=dark]{c:d}@keyframes rotation{0%{a:b}}"


def test_a_condition_stays_with_what_is_kept_inside_and_goes_with_nothing_inside() -> None:
    css = "@media (a){.kern-col-1{b:c}}@media (d){.kern-col-1{e:f}.kern-alert{g:h}}"

    assert cut(css) == "@media (d){.kern-alert{g:h}}"


def test_a_list_of_selectors_stays_if_any_of_them_is_in_use() -> None:
    assert cut(".kern-col,:is(.kern-alert,.kern-btn){a:b}.kern-row,.kern-col{c:d}") == (
        ".kern-col,:is(.kern-alert,.kern-btn){a:b}"
    )
