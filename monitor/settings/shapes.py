"""The shapes of watchlist.toml and of the files in sources/."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from monitor.settings.fields import Cadence, Shape, Strings, WebAddress


class RuleTable(Shape):
    """[[rules]]: who wants to know what."""

    name: str = Field(default="", description="What the rule is called in messages.")
    authorities: Strings = Field(
        default=("all",),
        description='"all", names, "region:West Midlands", "type:county", "nation:Wales", "!Kent" to leave out.',
    )
    grades: Strings = Field(default=("inadequate",), description="The grades that matter.")
    areas: Strings = Field(default=("any",), description='"any", "overall", or areas such as "in_care".')
    notify: Strings | None = Field(default=None, description="Names of channels; all of them when left out.")
    kinds: Strings = Field(default=(), description='Further kinds of page that are wanted: "intervention".')
    enabled: bool = True


class WatchlistFile(Shape):
    """watchlist.toml."""

    rules: tuple[RuleTable, ...] = Field(default=(), strict=False)
    channels: dict[str, dict[str, Any]] = Field(
        default_factory=dict, description="[channels.<name>]: type = slack, email … and that type's own keys."
    )


class FeedTable(Shape):
    """[[feeds]]: one address of the publisher."""

    name: str = Field(default="", description="What people call it; the publisher's name when left out.")
    url: WebAddress
    every: Cadence = Field(default=1800, description='How often it is asked, from "1s" to "7d".')
    reader: str = Field(
        default="feed", description='"feed" for RSS, Atom and JSON Feed; "page" for the links of a web page.'
    )
    covers: Strings = Field(default=(), description="Authorities it writes about, as in a rule: a hint, never a proof.")
    subject_only: bool = Field(
        default=False, description="True where every entry is about inspections of children's services."
    )
    enabled: bool = True


class RegisterTable(Shape):
    """[register]: the publisher is an inspectorate whose own site is read by a volume of the shelf of registers."""

    type: str = Field(description="The volume: ofsted, care_inspectorate …")
    address: WebAddress | None = Field(
        default=None, description="Another address of the same site: a mirror or a test."
    )
    every: Cadence | None = Field(
        default=None, description="How often each page is asked; the volume knows a good one."
    )
    covers: Strings = Field(default=(), description="Only these authorities' pages, as in a rule; all when left out.")
    enabled: bool = True


class SourceFile(Shape):
    """sources/<slug>.toml."""

    name: str = Field(default="", description="The publisher, as messages name it.")
    kind: Literal["press", "regulator", "council"] = "press"
    homepage: WebAddress | None = None
    enabled: bool = True
    official: RegisterTable | None = Field(default=None, alias="register")
    feeds: tuple[FeedTable, ...] = Field(default=(), strict=False)
