"""The steps along the hallway: each asks the hands for one thing and the stages what it means. They decide nothing either."""

from monitor.steps.asking import REGISTER, answer_of, due, failed, listing_of, register_of, sifted
from monitor.steps.looking import (
    UNREACHABLE,
    Seen,
    ground,
    guarded,
    look,
    put_off,
    unknown_grades,
    with_problems,
    worth_waiting,
)
from monitor.steps.sending import send_one
from monitor.steps.summing import summary, tally

__all__ = [
    "REGISTER",
    "Seen",
    "UNREACHABLE",
    "answer_of",
    "due",
    "failed",
    "ground",
    "guarded",
    "listing_of",
    "look",
    "put_off",
    "register_of",
    "send_one",
    "sifted",
    "summary",
    "tally",
    "unknown_grades",
    "with_problems",
    "worth_waiting",
]
