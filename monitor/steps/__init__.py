"""The steps along the hallway: each asks the hands for one thing and the stages what it means. They decide nothing either."""

from monitor.steps.asking import answer_of, due, failed, sifted
from monitor.steps.looking import (
    Seen,
    ground,
    guarded,
    look,
    problems,
    put_off,
    with_problems,
    worth_waiting,
)
from monitor.steps.sending import send_one
from monitor.steps.summing import summary, tally
from monitor.steps.warming import warm

__all__ = [
    "Seen",
    "answer_of",
    "due",
    "failed",
    "ground",
    "guarded",
    "look",
    "problems",
    "put_off",
    "send_one",
    "sifted",
    "summary",
    "tally",
    "warm",
    "with_problems",
    "worth_waiting",
]
