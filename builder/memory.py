"""What a build leaves for the next one in the same process."""

from dataclasses import dataclass, field

from builder.lesson.banks import ParsedBank
from builder.lesson.reader import Parsed
from builder.memo import Memo
from builder.pages import TemplateSet
from builder.write import Written


@dataclass
class Memory:
    """What was made from what; a build asks here before it makes anything again.

    Args:
        lessons: What a lesson's file was read as, by its path and content.
        banks: What a bank's file was read as, by its path and content.
        templates: The compiled templates, by a hash of all that they see and by their depth.
        pages: Each page that is no lesson, by a hash of all that it sees.
        questions: What the search takes from a question.
        digests: Hashes of files, by their paths here and in the site, one of which has a hash.
        written: The site as it was written last.
    """

    lessons: Memo[Parsed] = field(default_factory=Memo)
    banks: Memo[ParsedBank] = field(default_factory=Memo)
    templates: Memo[TemplateSet] = field(default_factory=Memo)
    pages: Memo[str] = field(default_factory=Memo)
    questions: Memo[str] = field(default_factory=Memo)
    digests: Memo[str] = field(default_factory=Memo)
    written: Written = field(default_factory=Written)

    def forget_unused(self) -> None:
        """Forget what the last build had no use for."""
        memos = (self.lessons, self.banks, self.templates, self.pages, self.questions, self.digests)
        for memo in memos:
            memo.forget_unused()
