"""A sentence where it stands in its article, as the rules of facts look at it."""

from ..model import Sentence
from ..text.annotation import Annotation
from ..values import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or a clause of one, with the text around it and what its form tells."""

    text: str  # of the article
    sentence: Sentence
    form: Annotation

    @property
    def lang(self) -> str:
        """The language that it is read in."""
        return self.form.lang

    @property
    def whole(self) -> str:
        """Its words."""
        return self.text[self.sentence.start : self.sentence.end]

    def before(self, at: int) -> str:
        """What stands in it before ``at``."""
        return self.text[self.sentence.start : at]

    def behind(self, at: int) -> str:
        """What stands in it from ``at`` on."""
        return self.text[at : self.sentence.end]
