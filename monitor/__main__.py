"""`python -m monitor` and the console script: runs the command line and turns our own errors into exit codes."""

from __future__ import annotations

import json
import sys

from monitor.errors import ConfigError, MonitorError, UsageError

DONE, ACT, WRONG = 0, 1, 2
"""Exit codes: done; something to act on was found or failed; wrong usage or config."""


def main() -> None:
    """Run one command; leaves the process with its exit code."""
    try:
        from monitor.cli import build

        build()(standalone_mode=True)
    except ConfigError as wrong:
        if "--json" in sys.argv:
            json.dump({"ok": False, "problems": [problem.as_json() for problem in wrong.problems]}, sys.stdout)
        sys.stderr.write("".join(f"{problem}\n" for problem in wrong.problems))
        raise SystemExit(WRONG) from None
    except MonitorError as wrong:
        sys.stderr.write(f"monitor: {wrong}\n")
        raise SystemExit(WRONG if isinstance(wrong, UsageError) else ACT) from None
    except BrokenPipeError:
        raise SystemExit(ACT) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None


if __name__ == "__main__":
    main()
