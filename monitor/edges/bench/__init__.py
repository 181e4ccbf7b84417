"""The bench: heavy pure functions run in worker processes that can be killed.

bench     Workbench: what the pipeline asks (listing, article, report_text) and what a stranger's document becomes
crew      who works on what: keeps two workers free of trouble, hands out small batches, stops what takes too long
worker    one process as the service sees it
child     the process itself: reads jobs, obeys within limits, answers
"""

from monitor.edges.bench.bench import Workbench
from monitor.edges.bench.crew import Crew, CrewOptions

ProcessBench = Workbench
"""The name of old."""

__all__ = ["Crew", "CrewOptions", "ProcessBench", "Workbench"]
