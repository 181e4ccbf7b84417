"""The passage that stands for a claim, word for word, and where it is."""

from __future__ import annotations

from monitor.stages.classify.claim import Claim
from monitor.stages.classify.page_text import Role


def span_of(claim: Claim) -> tuple[int, int]:
    """Offsets of the sentence; 0, 0 where it is in the feed's summary, which the page itself does not have."""
    sentence, page = claim.line.sentence, claim.line.text
    if sentence.role is Role.SUMMARY or sentence.start >= page.visible:
        return 0, 0
    return (claim.opens if claim.opens >= 0 else sentence.start), sentence.end


def quote_of(claim: Claim) -> str:
    """The sentence, with the one before where that names the council."""
    sentence = claim.line.sentence
    return claim.line.text.quote(claim.opens if claim.opens >= 0 else sentence.start, sentence.end)
