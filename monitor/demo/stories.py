"""The demo's news, told in our own words by made-up outlets; the grades and dates are those of 13 February 2017.

One new inadequate judgement told by three outlets, one improvement, one school, one old story.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

NOW = datetime(2017, 2, 13, 18, 0, tzinfo=UTC)
"""The evening on which the demo takes place."""


@dataclass(frozen=True, slots=True)
class Story:
    """One page of one outlet: `path` on the demo site, `at` the time it was published, `text` paragraphs."""

    outlet: str
    path: str
    at: datetime
    title: str
    summary: str
    text: tuple[str, ...]


def _at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2017, 2, day, hour, minute, tzinfo=UTC)


NEW_JUDGEMENT = (
    Story(
        "Severnside Post",
        "/severnside/news/children-let-down",
        _at(13, 10, 5),
        "Inspectors fail council over the care of its most vulnerable children",
        "South Gloucestershire's services for children are given the lowest of four grades.",
        (
            "Services for children in South Gloucestershire have been rated 'inadequate' in an Ofsted report that came out today.",
            "The inspectors spent four weeks with the council, from 21 November to 15 December last year.",
            "They found that help and protection for children at risk, and the way the service is led, were both inadequate. "
            "The care of looked-after children and of care leavers requires improvement, and adoption work was good.",
            "The council said that it accepted every finding and had already hired more social workers.",
        ),
    ),
    Story(
        "The Children's Desk",
        "/desk/2017/02/south-glos-inadequate",
        _at(13, 11, 30),
        "South Gloucestershire joins list of authorities judged inadequate",
        "Ofsted criticises leadership and child protection in the west of England.",
        (
            "Ofsted has judged South Gloucestershire Council's children's services inadequate overall, a report published on Monday shows.",
            "Neighbouring Gloucestershire, whose own inspection is still to come, is not concerned.",
            "Ministers will now appoint an adviser to the authority.",
        ),
    ),
    Story(
        "West Country Wire",
        "/wire/a-17-0213",
        _at(13, 16, 45),
        "'We are sorry': leader answers damning report",
        "A council leader has apologised after its children's services received the worst possible rating.",
        (
            "The leader of South Gloucestershire Council apologised to families this afternoon.",
            "Her words follow this morning's Ofsted report, in which the council's children's services were rated inadequate.",
            '"Children waited too long for help, and that is on us," she said.',
        ),
    ),
)

IMPROVEMENT = Story(
    "The Children's Desk",
    "/desk/2017/02/sutton-good",
    _at(13, 12, 0),
    "Sutton's children's services, once inadequate, are now good",
    "A south London borough has completed its turnaround, inspectors say.",
    (
        "Sutton was rated good by Ofsted in a report published today, years after its child protection was found inadequate.",
        "Inspectors visited the borough in November and December.",
    ),
)

SCHOOL = Story(
    "Severnside Post",
    "/severnside/news/primary-in-special-measures",
    _at(13, 9, 0),
    "Village primary school rated inadequate by Ofsted",
    "Parents in South Gloucestershire were told of the school's grade on Friday.",
    (
        "Hollow Lane Primary School has been rated inadequate by Ofsted and placed in special measures.",
        "The school's governors said that a new head teacher would start after Easter.",
    ),
)

OLD_STORY = Story(
    "West Country Wire",
    "/wire/a-17-0210",
    _at(10, 8, 0),
    "County sets aside millions after 'inadequate' verdict",
    "Worcestershire's cabinet agrees a budget for its inadequate children's services.",
    (
        "Councillors in Worcestershire have agreed to spend more on social workers, three weeks after the county's "
        "children's services were rated inadequate by Ofsted.",
        "January's report had spoken of serious failures. The money will be found from reserves, the cabinet heard on Thursday.",
    ),
)

OTHER = Story(
    "Severnside Post",
    "/severnside/sport/late-goal",
    _at(13, 8, 0),
    "Late goal sends Rovers through",
    "A header in stoppage time settled the replay.",
    ("The visitors had led for most of the match.",),
)

STORIES = (*NEW_JUDGEMENT, IMPROVEMENT, SCHOOL, OLD_STORY, OTHER)
