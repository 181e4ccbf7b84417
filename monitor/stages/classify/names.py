"""Which names stand for which Authority, and which look like one and are none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from monitor.model.authority import Authority, Reference
from monitor.stages.classify.lexicon import Cue, Entry, normal
from monitor.stages.classify.page_text import PageText
from monitor.stages.classify.word_sets import words

UNSAFE = frozenset(
    {
        "the vale",
        "borders",
        "the scottish borders",
        "northern",
        "southern",
        "western",
        "south eastern",
        "belfast",
        "achieving for children",
    }
)
"""Names on record that are no names in running text."""
WEAK = words(
    "reading bury kent dudley sutton westminster newport angus richmond kingston durham stirling highland "
    "moray windsor halton barking bedford newcastle stoke york derby lincolnshire merton enfield barnet "
    "blackburn brighton stockton cumberland norfolk suffolk essex cornwall falkirk devon dorset somerset "
    "hereford telford southend redcar scilly borders perth orkney shetland"
)
"""Names of other things as well: people, larger counties, towns elsewhere."""
DECOYS_AFTER = words(
    "police constabulary hospital hospitals university college nhs school primary academy prison fc united "
    "rovers athletic crown magistrates coroner herald echo gazette mail post times chronicle telegraph star "
    "express news observer argus advertiser mercury journal guardian live airport cathedral racecourse "
    "festival station road street theatre arena museum park fire ambulance infirmary rugby railway diocese "
    "clinical ccg icb partnership racing independent reporter evening standard examiner today online weekly "
    "courier fringe"
)
"""A name right before one of these is no council ("Gloucestershire police", "Newcastle Herald")."""
DECOYS_WHOLE = (
    "newcastle under lyme; newcastle, new south wales; sutton coldfield; derby day; kentucky;"
    " bury st edmunds; richmond north yorkshire; kingston jamaica; perth australia;"
    "reading age; reading list; reading and writing; reading writing; windsor castle; newport pagnell;"
    " newport isle of wight; norfolk virginia; stoke mandeville; stoke newington;"
    "york university; new york; east durham; durham north carolina; durham university; westminster hall;"
    " city of westminster college; london borough; derby telegraph;"
    "university of york; university of kent; university of essex; university of bristol;"
    " university of reading; university of bedford; buckingham palace; cornwall live; devon live;"
    "bristol live; coventry live; leeds live; hull live; essex live; kent live; surrey live;"
    " greater manchester; greater manchester police; west yorkshire; south yorkshire; merseyside;"
    "gloucester; lancaster; leicester square; liverpool street; oxford; cambridge; worcester; warwick;"
    " stafford; nottingham forest; west ham; west bromwich; east london; west midlands;"
    "northumberland avenue; sheffield hallam; manchester united; manchester city fc; birmingham mail;"
    " birmingham live; camden town; lambeth palace; greenwich mean time; hounslow heath;"
    "brent cross; bromley contact; brent knoll; swansea bay; kent online; north london; south london;"
    " hampshire constabulary; devon and cornwall police; kent and medway; thames valley;"
    "hereford and worcester; cambridgeshire and peterborough; peterborough and cambridgeshire;"
    " leicester leicestershire and rutland; avon and somerset"
)
MEMBERS = words("mp mps")
"""A place's members: the place is named, in passing."""
TITLES = words(
    "mr mrs ms miss dr sir lord lady cllr councillor baroness dame judge pc inspector sergeant reverend rev "
    "professor prof"
)
PLACE_WORDS = words(
    "in at of for by from to and with near across around outside the royal city county borough london council "
    "s which where when while after has says said as is was on that mps both councils"
)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """What a name stands for: `name` cues carry an index into `meanings`."""

    entries: tuple[tuple[str, Entry], ...]
    meanings: tuple[tuple[str, ...], ...]
    exact: dict[str, frozenset[str]] = field(default_factory=dict)
    """Acronyms, lower case: the spellings that count ("CWaC")."""


def gazetteer(reference: Reference) -> Gazetteer:
    """Every name, alias, acronym and trust of the Reference."""
    bearers: dict[str, list[str]] = {}
    exact: dict[str, set[str]] = {}
    for authority in reference.authorities:
        for name in _names_of(authority):
            key = normal(name)
            if not key or key in UNSAFE:
                continue
            if authority.name not in bearers.setdefault(key, []):
                bearers[key].append(authority.name)
            if is_acronym(name):
                exact.setdefault(key, set()).add(name.replace(" ", ""))
    meanings = tuple(tuple(names) for names in bearers.values())
    entries = [(key, ("name", str(number))) for number, key in enumerate(bearers)]
    entries += [(normal(phrase), ("name", "decoy")) for phrase in DECOYS_WHOLE.split(";")]
    return Gazetteer(tuple(entries), meanings, {key: frozenset(forms) for key, forms in exact.items()})


def _names_of(authority: Authority) -> Iterator[str]:
    base = authority.name.split(" (")[0]
    nation = authority.nation
    if nation != "Northern Ireland":
        yield from (base, f"{base} Council", f"{base} CC", f"{base} LBC", f"{base} BC", f"{base} MBC")
    yield authority.official_name
    if nation == "England":
        yield from (f"{base} County Council", f"{base} City Council", f"{base} Borough Council")
        yield from (f"London Borough of {base}", f"{base} Children's Services", f"{base} Children's Trust")
        yield from (
            f"{base} Children's Services Trust",
            f"{base} Children First",
            f"{base} Children and Families Trust",
        )
    yield from authority.aliases
    yield from (trust for trust in authority.trusts if trust)


def is_acronym(name: str) -> bool:
    """Whether a name counts only as written: short, one word, at least two capitals."""
    return len(name) <= 6 and " " not in name.strip() and sum(c.isupper() for c in name) >= 2


def is_name(page: PageText, cue: Cue, gazette: Gazetteer) -> bool:
    """Whether a name found is written as a name and is not part of something else's."""
    if cue.value == "decoy":
        return False
    raw = page.raw(cue.first, cue.last)
    words = page.words
    forms = gazette.exact.get(" ".join(words[cue.first : cue.last]))
    if forms and raw.replace(" ", "") not in forms:
        return False
    if not raw[0].isupper() and not raw.lower().startswith("the "):
        return False
    following = words[cue.last] if cue.last < len(words) else ""
    if following in DECOYS_AFTER and "council" not in words[cue.first : cue.last] and not _breaks(page, cue.last):
        return _follows_title_case(page, cue, following)
    before = words[cue.first - 1] if cue.first else ""
    if before in TITLES:
        return False
    return not (raw.lower() in WEAK and _is_surname(page, cue, before))


def _follows_title_case(page: PageText, cue: Cue, following: str) -> bool:
    """ "Essex police" is no council; "Kent today" and "Leeds live" in running text may be."""
    return (
        following in {"today", "live", "online", "independent", "evening", "news", "park", "standard", "partnership"}
        and page.raw(cue.last, cue.last + 1).islower()
    )


def _breaks(page: PageText, word: int) -> bool:
    between = page.between(word - 1, word)
    return any(mark in between for mark in ",.;:|–—\n")


def _is_surname(page: PageText, cue: Cue, before: str) -> bool:
    """ "Clark Kent", "Jane Sutton": a capitalised word before that is no place word."""
    if not before or before in PLACE_WORDS or _breaks(page, cue.first):
        return False
    raw = page.raw(cue.first - 1, cue.first)
    return (
        raw[0].isupper()
        and raw[1:].islower()
        and page.words[cue.last : cue.last + 1] not in (["council"], ["s"], ["county"])
    )
