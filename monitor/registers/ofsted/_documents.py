"""Which document it is: told from its own first page, or from the label the register puts beside the link."""

from __future__ import annotations

import re
from dataclasses import dataclass

from monitor.registers._squeezed import Squeezed, squeeze

FIRST_PAGE = 2_600
"""Letters of the first page that may hold a title; a title further down is a cross-reference."""

GRADED = ("ILACS", "SIF", "LAC", "CP", "SLAC")


@dataclass(frozen=True, slots=True)
class Document:
    """`regime` one of GRADED or "" where nothing is graded; `kind` as in Report; `reason` the words that decided.

    `start` is where the title begins in the squeezed first page.
    """

    regime: str
    kind: str
    reason: str
    start: int = 0


_TITLES: tuple[tuple[str, str, str], ...] = (
    # regime, kind, squeezed title: the earliest on the page decides, and of two at one place the longer
    ("ILACS", "full", r"inspectionof[a-z0-9]{0,90}?localauthoritychildrensservices"),
    ("ILACS", "full", r"inspectionofchildrenssocialcareservices"),
    ("SIF", "full", r"inspectionofservicesforchildreninneedofhelpandprotection"),
    ("LAC", "full", r"inspectionof(?:localauthority)?(?:services)?(?:for)?lookedafterchildren(?:services)?"),
    ("CP", "full", r"inspectionof[a-z0-9]{0,60}?arrangementsfortheprotectionofchildren"),
    ("SLAC", "full", r"inspectionof[a-z0-9]{0,60}?safeguardingandlookedafterchildren"),
    ("", "focused_visit", r"focus+edvisit"),
    ("", "monitoring_visit", r"monitoringvisit"),
    ("", "jtai", r"jointtargetedareainspection"),
    ("", "jtai", r"jointareachildprotectioninspection"),
    ("", "send_area", r"areasend(?:full|monitoring)?inspection"),
    ("", "send_area", r"joint(?:local)?areaspecialeducationalneeds"),
    ("", "send_area", r"localareaspecialeducationalneeds"),
    ("", "send_area", r"(?:specialeducationalneedsand(?:or)?disabilit(?:y|ies)|send)(?:joint)?(?:local)?area"),
    ("", "other", r"reviewoftheeffectivenessofthelocalsafeguardingchildrenboard"),
    ("", "other", r"jointareareview"),
)
_TITLE_PATTERNS = tuple((regime, kind, re.compile(pattern)) for regime, kind, pattern in _TITLES)
_LETTER = re.compile(r"^[ \t]{0,40}Dear\s", re.MULTILINE)
_TABLE_HEAD = re.compile(r"judgementgrade|theimpactofleaders|lookedafterandachievingpermanence")


def document(text: Squeezed) -> Document:
    """The document whose first page is `text`.

    The title is the earliest that matches; but in a letter ("Dear ...") a graded inspection is only recalled, and of the
    ungraded kinds the earliest counts.
    """
    is_letter = bool(_LETTER.search(text.source)) and not _TABLE_HEAD.search(text.letters)
    found: list[tuple[int, int, str, str]] = []
    for regime, kind, pattern in _TITLE_PATTERNS:
        match = pattern.search(text.letters, 0, FIRST_PAGE)
        if match and not (is_letter and regime):
            found.append((match.start(), -match.end(), regime, kind))
    if not found:
        return Document("", "other", "")
    start, end, regime, kind = min(found)
    title = text.letters[start:-end]
    return (
        Document(regime, "reinspection", title, start - 2)
        if _again(text, start)
        else Document(regime, kind, title, start)
    )


def _again(text: Squeezed, start: int) -> bool:
    """Whether the title is "Re-inspection of ...": "Hertfordshire / Inspection" ends in the same letters and is none."""
    return (
        text.letters[:start].endswith("re")
        and text.begins_word(start - 2)
        and text.letters[start:].startswith("inspection")
    )


_LABELS: tuple[tuple[str, str], ...] = (
    ("monitoring_visit", r"monitoringvisit"),
    ("focused_visit", r"focus+edvisit"),
    ("jtai", r"jointareachildprotection|jointtargetedarea|jtai"),
    ("send_area", r"areasend|specialeducationalneeds|localareasend"),
    (
        "other",
        r"jointareareview|safeguardingchildrenboard|lscb|annualperformance|childrensservices(?:annual)?(?:rating|assessment)",
    ),
    (
        "full",
        r"childrensservices(?:full|short|standard|re)?inspection|singleinspection|(?:re)?inspectionof(?:la|localauthority)",
    ),
    ("full", r"inspectionof(?:childrens|services|safeguarding|arrangements|lookedafter)|lookedafterchildreninspection"),
)
_LABEL_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _LABELS)


def kind_of_label(label: str) -> str:
    """The kind of document a register's label announces, or "" for a label nobody has seen: news for a person."""
    letters = squeeze(label)
    return next((kind for kind, pattern in _LABEL_PATTERNS if pattern.search(letters)), "")
