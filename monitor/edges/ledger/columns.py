"""Column types that mean the same in SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from sqlalchemy import BigInteger, Dialect, Integer
from sqlalchemy.types import UserDefinedType

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)

Number = BigInteger().with_variant(Integer(), "sqlite")
"""A row's id: 64 bits in both (only INTEGER makes SQLite's own row id)."""


class Moment(UserDefinedType[datetime]):
    """An aware instant, kept as microseconds since 1970 in UTC: 8 bytes, exact, sorts and compares the same in both.

    Read one by hand with `datetime(first_seen / 1000000, 'unixepoch')`, or `to_timestamp(first_seen / 1e6)`.
    A naive datetime is a mistake of ours and raises ValueError.
    """

    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        """The same word in both databases."""
        return "BIGINT"

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], int | None]:
        """From an aware datetime to microseconds."""
        return _written

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[int | None], datetime | None]:
        """From microseconds to an aware datetime in UTC."""
        return _read


def _written(value: datetime | None) -> int | None:
    return None if value is None else micros(value)


def _read(value: int | None) -> datetime | None:
    return None if value is None else moment(value)


def micros(value: datetime) -> int:
    """Microseconds since 1970 of an aware datetime."""
    if value.tzinfo is None:
        raise ValueError(f"a time without a zone cannot be recorded: {value.isoformat()}")
    return (value - EPOCH) // MICROSECOND


def moment(value: int) -> datetime:
    """The aware datetime, in UTC, of microseconds since 1970."""
    return EPOCH + timedelta(microseconds=value)


def clean(text: str) -> str:
    """Text that both databases can hold: from a broken feed may come NUL bytes and halves of surrogate pairs."""
    if is_clean(text):
        return text
    return text.replace("\x00", "\ufffd").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def is_clean(text: str) -> bool:
    """Whether both databases can hold it as it is."""
    if text.isascii():
        return "\x00" not in text
    try:
        return b"\x00" not in text.encode()
    except UnicodeEncodeError:
        return False


def cleaned(row: Mapping[str, object]) -> dict[str, object]:
    """A row with all its texts clean."""
    return {name: clean(value) if type(value) is str else value for name, value in row.items()}
