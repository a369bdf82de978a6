"""Each real variation, as an invented document: read as expected, kept as it was, found alike."""

import pytest

from tests.documents.expectations import Sample, differences, samples
from tests.invented import check, keys

_SAMPLES = samples()
_READABLE = [sample for sample in _SAMPLES if sample.is_readable]


def test_each_document_has_files_of_its_own() -> None:
    stems = [sample.path.with_suffix("") for sample in _SAMPLES]
    assert len(stems) == len(set(stems))
    assert not [sample.name for sample in _READABLE if not sample.golden.exists()]


@pytest.mark.parametrize("sample", _SAMPLES, ids=lambda sample: sample.name)
def test_reading_and_findings_are_as_expected(sample: Sample) -> None:
    assert not differences(sample)


@pytest.mark.parametrize("sample", _READABLE, ids=lambda sample: sample.name)
def test_canonical_report_is_golden(sample: Sample) -> None:
    assert sample.canonical() == sample.golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("sample", _READABLE, ids=lambda sample: sample.name)
def test_canonical_report_gives_the_same_findings(sample: Sample) -> None:
    assert keys(check(sample.canonical(), ".json")) == keys(sample.checked())
