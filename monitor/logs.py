"""Logs: structured lines on standard error, for people on a terminal and as JSON elsewhere; never a secret."""

from __future__ import annotations

import logging
import sys

import structlog

LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}


def set_up(style: str, level: str) -> None:
    """Send logs to standard error; `style` auto, console or json; auto is console on a terminal."""
    is_console = style == "console" or (style == "auto" and sys.stderr.isatty())
    shape = structlog.dev.ConsoleRenderer() if is_console else structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            shape,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(LEVELS[level]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    for chatty in ("trafilatura", "apscheduler", "httpx2"):
        logging.getLogger(chatty).setLevel(logging.ERROR)
