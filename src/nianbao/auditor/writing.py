"""How is a file put in its place whole, however long it is and whatever happens meanwhile?"""

import os
import tempfile
from collections.abc import Iterable

from nianbao.errors import UserError
from nianbao.model.text import Text


class WritingError(UserError):
    """An output that cannot be written."""


def put(path: str, pieces: Iterable[str]) -> str:
    """Write a file piece by piece beside its place, then move it there.

    Returns:
        The digest of its bytes (SHA-256).

    Raises:
        WritingError: it cannot be written; what stood there before stays.
    """
    import hashlib  # noqa: PLC0415  # 2 ms, for outputs alone

    digest = hashlib.sha256()
    try:
        with tempfile.TemporaryDirectory(dir=os.path.dirname(path), prefix=".nianbao-") as beside:
            whole = os.path.join(beside, "output")
            with open(whole, "wb") as file:
                for piece in pieces:
                    data = piece.encode("utf-8", "backslashreplace")
                    digest.update(data)
                    file.write(data)
            os.replace(whole, path)
    except OSError:
        reason = Text(
            "这个文件写不了（磁盘可能已满）", "this file cannot be written (a full disk?)"
        )
        raise WritingError(reason, path) from None
    return digest.hexdigest()
