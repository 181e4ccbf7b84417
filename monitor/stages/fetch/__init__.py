"""Fetch: what to ask the web for, what its reply means, how long to stay away, and whether an entry is worth a visit."""

from monitor.stages.fetch.asking import request, visit
from monitor.stages.fetch.meaning import Meaning, meaning, problem
from monitor.stages.fetch.patience import wait
from monitor.stages.fetch.worth import Wanted, wanted

__all__ = ["Meaning", "Wanted", "meaning", "problem", "request", "visit", "wait", "wanted"]
