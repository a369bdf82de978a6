"""By what are documents, findings and cells of the page called?"""


def of_document(number: int) -> str:
    """Return the id of a document."""
    return f"d{number}"


def of_finding(document: str, number: int) -> str:
    """Return the id of a finding."""
    return f"{document}-{number}"


def of_place(document: str, pointer: str) -> str:
    """Return the id of a place that is drawn."""
    return document + pointer.replace("/", "-")
