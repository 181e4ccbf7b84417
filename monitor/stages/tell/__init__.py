"""Tell: an Alert in words, the Deliveries it makes, and when a failed one is tried again. Pure.

message(alert)                       what an alert says
deliveries(alerts, plans, now)       which channel gets it, and when
retry(delivery, outcome, now, seed)  when to try again, or None: a dead letter
trouble, reminder, recovery, check   what the operator reads
"""

from __future__ import annotations

from monitor.stages.tell.alerts import message
from monitor.stages.tell.answers import ReaderAnswer, read_answer, with_answers
from monitor.stages.tell.operator import check, dead_letter, recovery, refusal, reminder, trouble
from monitor.stages.tell.outbox import deliveries, notice, retry
from monitor.stages.tell.watch import PATIENCE, News, OpenTrouble, ToldTrouble, name_of, operator_news

__all__ = [
    "PATIENCE",
    "News",
    "OpenTrouble",
    "ReaderAnswer",
    "ToldTrouble",
    "check",
    "dead_letter",
    "deliveries",
    "message",
    "name_of",
    "notice",
    "operator_news",
    "read_answer",
    "recovery",
    "refusal",
    "reminder",
    "retry",
    "trouble",
    "with_answers",
]
