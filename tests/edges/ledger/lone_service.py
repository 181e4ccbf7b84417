"""A process of its own that claims a ledger, leases what waits, says so, and sleeps until it is killed."""

from __future__ import annotations

import sys
import time

from monitor.edges.ledger import open_ledger
from tests.edges.ledger.made_up import NOW

if __name__ == "__main__":
    ledger = open_ledger(sys.argv[1])
    with ledger.claim("monitor run"):
        taken = ledger.take_deliveries(NOW, 9, 600)
        sys.stdout.write(f"{ledger.holder} {len(taken)}\n")
        sys.stdout.flush()
        time.sleep(60)
