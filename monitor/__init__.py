"""Inspection Monitor: tells people, exactly once, when a council's children's services are newly judged inadequate."""

__version__ = "0.1.0"
