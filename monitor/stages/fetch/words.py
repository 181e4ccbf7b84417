"""The words by which an entry is thought worth a visit. A miss is fatal and a visit costs one request: they are generous.

Each row is stems at word beginnings ("fail" is fails, failing, failure) or, with a closing dot, whole words.
"""

from __future__ import annotations

from collections.abc import Mapping

from ahocorasick_rs import AhoCorasick

SUBJECT = (
    "ofsted estyn. inadequate in-adequate safeguard fostering. childcare. childminder jtai. ilacs. sendiast. "
    "cafcass. kinship. "
    "|children's serv|childrens serv|children serv|child serv|kids' serv|kids serv|services for child|services to child"
    "|services to protect|services for kids|services for young|services for vulnerable|young people's serv|youth serv"
    "|family serv|families serv|children's social|child social|social serv|social care|social work|child protection"
    "|protect child|protecting child|children's trust|children first|children's depart|children's director"
    "|children's boss|children's chief|children's minister|children's commissioner|director of child|directors of child"
    "|head of child|children's home|children's board|children's act|children in care|child in care|children in need"
    "|kids in care|young people in care|in care of|into care|care leaver|leaving care|left care|care system|care order"
    "|care experienced|looked after|looked-after|corporate parent|foster care|foster carer|foster famil|foster child"
    "|foster parent|foster agenc|adoption serv|adoption unit|adoption agenc|care inspectorate|care crisis"
    "|children's care|children at risk|child at risk|youngsters at risk|kids at risk|vulnerable child|vulnerable young"
    "|vulnerable people|child cruelty|child exploitation|child sexual|child abuse|child neglect|child death"
    "|serious case|safeguarding review|practice review|requires improvement|require improvement|requiring improvement"
    "|special measures|lowest rating|lowest possible|lowest grade|lowest mark|lowest judg|bottom grade|bottom rating"
    "|bottom mark|worst rating|worst grade|worst mark|worst possible|worst judg|failing council|failing authorit"
    "|failing service|overall judg|overall grade|overall rating|failings in serv|joint targeted|monitoring visit"
    "|focused visit|statutory direction|improvement notice"
    "|improvement board|department for education|education secretary|troubleshooter|every count|every level"
    "|every measure|every area|four areas|four measures|four counts|all counts|all areas"
    "|send inspection|send failing|send serv"
)
COUNCIL = (
    "council authority. authorities. borough. boroughs. metropolitan. unitary. cabinet. councillor town-hall. lga. "
    "|town hall|county hall|city hall|shire hall|civic centre|guildhall|local government|chief executive|leader of"
    "|children's lead|lead member"
)
CHILDREN = (
    "child kid. kids. youngster teen. teens. teenager toddler baby. babies. boy. boys. girl. girls. pupil famil "
    "parent minor. minors. orphan adopt foster vulnerable "
    "|young people|young person|in care"
)
INSPECTION = (
    "inspect watchdog regulator rated. rates. rate. rating graded. grades. grade. downgrad upgrad judged. judges. "
    "judgement judgment judgements. verdict commissioner intervention intervene takeover minister ministers. dfe. whitehall. "
    "outstanding. report. reports. review. findings. "
    "|taken over|takes over|takes charge|take charge|sent in|sends in|stripped of|strip of|loses control|lose control"
    "|government steps|government orders|independent trust"
)
FAILING = (
    "fail damning scathing worst. lowest. bottom. poor. poorly. weak. weakness widespread systemic catalogue. "
    "shortcoming deficien neglect. danger unsafe. harm harmful. sorry. apolog critici condemn slam. slammed. slams. "
    "blast lambast shame shambl chaos. crisis. struggling. slump plunge plummet improv turnaround. resign quits. quit. "
    "sacked. ousted. unacceptable. appalling. shocking. disgrace devastat worrying. concern concerns. praise. "
    "|at risk|let down|letting down|not protected|steps down|stepping down|stands down|under fire|not improved"
    "|across the board|on all counts|serious fail|told off|not good enough|not up to|wake-up call|put right"
)
SECTIONS = (
    "sport sports football rugby cricket boxing golf racing tennis weather whats-on what-s-on lifestyle food-and-drink "
    "food-drink tv celebs celebrity showbiz gaming motoring property homes-and-gardens horoscopes puzzles travel "
    "entertainment music film recipes competitions fashion shopping"
)


class Lookout:
    """Finds the first word of every kind in one pass over the text, however many words there are."""

    def __init__(self, kinds: Mapping[str, str]) -> None:
        rows = [(word, kind) for kind, words in kinds.items() for word in _listed(words)]
        self._kinds = [kind for _, kind in rows]
        self._whole = [word.endswith(".") for word, _ in rows]
        self._machine = AhoCorasick([word.removesuffix(".") for word, _ in rows])

    def sightings(self, text: str) -> dict[str, str]:
        """The words found, by kind; `text` casefolded. A word counts only at the beginning of a word."""
        found: dict[str, str] = {}
        for number, start, end in self._machine.find_matches_as_indexes(text, overlapping=True):
            kind = self._kinds[number]
            begins = start == 0 or not text[start - 1].isalnum()
            if kind in found or not begins or (self._whole[number] and text[end : end + 1].isalnum()):
                continue
            found[kind] = text[start:end]
        return found


def _listed(words: str) -> list[str]:
    singles, *phrases = words.split("|")
    return [*singles.split(), *phrases]
