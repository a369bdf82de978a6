"""What style and script does the page carry, and how are they told from any other?"""

import os
from base64 import b64encode

from nianbao.formatters.page.markup import Html

_FOLDER = os.path.dirname(os.path.abspath(__file__))


def asset(name: str) -> Html:
    """Return the text of one of the files beside this one."""
    with open(os.path.join(_FOLDER, name), encoding="utf-8") as file:
        return Html(file.read())


def policy(style: str, script: str) -> str:
    """Return the Content-Security-Policy that allows this style and this script and no more."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    import hashlib  # noqa: PLC0415  # 2 ms, for this output alone

    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
