"""What stands right beside a grade word: inverted commas, or a word that it would describe."""

from __future__ import annotations

from monitor.stages.classify.claim import Line
from monitor.stages.classify.word_sets import words

QUOTES = "'\"‘’“”˜`«»"
FUNCTION_WORDS = words(
    "and or but nor by in for on at of after since overall because with without when while last this these "
    "that which who whom whose again as to from than then across following under despite due twice once three "
    "two four five six thrice yet so if although though whereas where during before until amid over ofsted "
    "inspectors it they he she we i you its their is are was were be been has have had will would could "
    "should may might says said say saying the a an today yesterday monday tuesday wednesday thursday friday "
    "now still also too even just only not no throughout rather instead according meaning leaving making "
    "having being against between among within per every each all both either january february march april "
    "june july august september october november december s earlier here there however therefore partly "
    "largely mainly based along plus including despite per out up down into right amid"
)


def quoted(line: Line, first: int, last: int) -> bool:
    """Whether a phrase stands in inverted commas of its own."""
    source, text = line.text.source, line.text
    left = source[text.starts[first] - 1 : text.starts[first]]
    right = source[text.ends[last - 1] : text.ends[last - 1] + 2]
    return left in QUOTES and left != "" and any(mark in right for mark in QUOTES)


def content_follows(line: Line, last: int) -> bool:
    """Whether the next word, with nothing between, is a noun or the like that the grade word would describe."""
    if last >= line.sentence.last:
        return False
    if line.text.between(last - 1, last).strip(" ") != "":
        return False
    word = line.text.words[last]
    return word not in FUNCTION_WORDS and not word[0].isdigit()
