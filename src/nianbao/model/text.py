"""What does the tool say, in Chinese and in English?"""

from typing import Literal

from nianbao.model.record import Record

Language = Literal["zh", "en"]


class Text(Record):
    """One sentence in both languages."""

    zh: str
    en: str

    def get(self, language: Language) -> str:
        """Return the wording of ``language``."""
        return self.zh if language == "zh" else self.en
