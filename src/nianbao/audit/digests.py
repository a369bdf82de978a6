"""By what is it known that a document need not be read or judged again?"""

import hashlib

from nianbao.audit.items import Item
from nianbao.model.record import Record


class Digests(Record):
    """What came of a document holds as long as these do not change.

    Attributes:
        content: the digest of its bytes, or of why it has none.
        reading: that of all by which it was read: the version, and what a manifest says of it.
        mark: that of the rules and settings by which it was judged; ``""``: it is tried again.
    """

    content: str
    reading: str = ""
    mark: str = ""

    def are_read_as(self, other: "Digests") -> bool:
        """Tell whether the same bytes were read in the same way, whatever judged them."""
        return (self.content, self.reading) == (other.content, other.reading) and bool(self.mark)


def digest_of(data: bytes) -> str:
    """Return by what the same bytes are known again."""
    return hashlib.sha256(data).hexdigest()


def content_of(item: Item) -> str:
    """Return by what the bytes of a document are known again, or why it has none."""
    return digest_of(repr(item.problem).encode() if item.problem else item.data)
