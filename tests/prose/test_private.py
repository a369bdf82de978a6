"""Private data are known by their form and shown masked; look-alikes are left alone."""

import pytest

from nianbao.prose.private import is_identity_number, private_data

# The first two digits are those of no province.
_NUMBER = "990101198001011236"


def _found(text: str) -> list[tuple[str, str, str]]:
    return [(each.what, text[each.start : each.stop], each.masked) for each in private_data(text)]


def test_identity_number() -> None:
    assert _found(f"身份证号{_NUMBER}。") == [("identity", _NUMBER, "990**************6")]


def test_the_check_digit_may_be_a_letter() -> None:
    assert is_identity_number("11010519491231002X")
    assert is_identity_number("11010519491231002x")


@pytest.mark.parametrize(
    "number",
    [
        "990101198001011237",  # the check digit
        "990101198013011236",  # the month
        "990101198002301236",  # the day
        "990101180001011236",  # the century
        "000000000000000000",
    ],
)
def test_other_numbers_of_eighteen_digits(number: str) -> None:
    assert not is_identity_number(number)
    assert _found(f"编号{number}") == []


@pytest.mark.parametrize("words", ["13800000012", "138-0000-0012", "138 0000 0012"])
def test_mobile_number(words: str) -> None:
    assert _found(f"李某（{words}）") == [("mobile", words, "138******12")]


@pytest.mark.parametrize(
    "text",
    [
        "12800000012",
        "138000000123",
        "1380000001",
        "a13800000012",
        "/13800000012.html",
        "0.13800000012",
        "138-00000012",
        "138****0012",
        "13800000012a",
    ],
)
def test_no_mobile_number(text: str) -> None:
    assert _found(text) == []


def test_personal_mailbox() -> None:
    assert _found("邮箱为li.si@QQ.com。") == [("mailbox", "li.si@QQ.com", "l***@QQ.com")]


@pytest.mark.parametrize("text", ["yunxi@qinghe.gov.cn", "@qq.com", "yunxi163.com", "a@qq.example"])
def test_no_personal_mailbox(text: str) -> None:
    assert _found(text) == []


def test_all_of_a_text() -> None:
    text = f"{_NUMBER}、13800000012、a@163.com、13900000034"
    assert [each.what for each in private_data(text)] == [
        "identity", "mobile", "mobile", "mailbox",
    ]  # fmt: skip


def test_no_value_is_shown() -> None:
    text = f"{_NUMBER}、13800000012、zhang@163.com"
    for each in private_data(text):
        assert text[each.start : each.stop] not in each.masked
        assert "*" in each.masked
