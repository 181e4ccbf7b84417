"""The phrases by which walls are known, and lines that only send the reader to another story."""

from __future__ import annotations

import re


def one_of(*phrases: str) -> re.Pattern[str]:
    """A pattern of alternatives, in any letter case. No alternative may repeat without bound."""
    return re.compile("|".join(phrases), re.IGNORECASE)


BOT_TITLES = one_of(
    r"just a moment",
    r"attention required",
    r"access (?:to this page has been )?denied",
    r"are you (?:a )?(?:human|robot)",
    r"(?:robot|security) check",
    r"checking your browser",
    r"pardon our interruption",
    r"request (?:blocked|rejected|unsuccessful)",
    r"verify(?:ing)? you are human",
    r"human verification|bot (?:check|verification)|captcha|ddos-guard",
    r"403 forbidden|^forbidden$|429 too many|service unavailable",
    r"one more step|^please wait",
)
BOT_TEXT = one_of(
    r"enable javascript and cookies to continue",
    r"checking if the site connection is secure",
    r"verify(?:ing)? (?:that )?you are (?:a )?human",
    r"please complete the security check",
    r"unusual (?:traffic|activity) from your",
    r"you have been blocked",
    r"your access to this site has been limited",
    r"needs to review the security of your connection",
    r"performing security verification",
    r"press (?:&|and) hold",
    r"not a robot",
    r"please turn javascript on",
)
CONSENT_TITLES = one_of(
    r"before you continue",
    r"we value your privacy",
    r"your privacy (?:choices|matters)",
    r"cookie (?:consent|preferences|settings|notice|policy)",
    r"privacy (?:settings|choices)",
    r"^consent\b",
)
CONSENT_TEXT = one_of(
    r"we and our (?:\d{1,5} )?(?:trusted )?partners",
    r"accept all(?: cookies)?",
    r"reject all",
    r"manage (?:your )?(?:cookies|preferences|options|settings)",
    r"store and/or access information on a device",
    r"use (?:of )?cookies (?:and data )?to",
    r"consent or pay",
    r"accept (?:and continue|cookies)",
)
_ENTER = r"(?:register|sign[ -]?up|sign[ -]?in|log[ -]?in|create (?:a|an|your)(?: free)? account)"
REGISTRATION = one_of(
    _ENTER
    + r"(?: now| today)?(?: for free)?(?: in order)? (?:to|and) (?:continue|read|keep|access|view|see|carry on|unlock)",
    r"already (?:have an account|registered|a registered user)",
    r"register (?:for free|free|now)",
    r"registration is (?:free|quick)",
    r"you must be (?:logged|signed|registered)",
    r"free account to",
)
PAYWALL = one_of(
    r"subscribe (?:now |today |here )?(?:to|and|for) (?:continue|read|keep|access|unlock|full|unlimited)",
    r"subscribers? only|subscriber[- ]exclusive",
    r"(?:only|exclusively) (?:available )?(?:to|for) (?:our )?(?:subscribers|members)",
    r"already a (?:subscriber|member)",
    r"to (?:continue|keep) reading",
    r"to read (?:the (?:full|rest)|this) (?:of )?(?:this |the )?(?:story|article)",
    r"(?:reached|used) (?:all )?your (?:free |monthly )?(?:article )?limit",
    r"start your (?:free )?trial",
    r"unlock this article",
    r"premium (?:content|article)",
    r"become a (?:subscriber|member)",
    r"view subscription options",
)
MISSING = one_of(
    r"(?:page|article|report|document|content|story) not found",
    r"(?:page|article|report|document|content|story) (?:cannot|can.t|could not|couldn.t) be found",
    r"(?:page|article|report|document|content|story) has been (?:removed|deleted|withdrawn)",
    r"(?:page|article|report|document|content|story) (?:is )?no longer (?:available|exists?)",
    r"(?:page|article|report|document|content|story) does(?: not|n.t) exist",
    r"(?:^|\W)404(?:\W|$)",
    r"\bnot found$",
    r"we can.?t find (?:that|the|this) page",
    r"sorry, (?:that|this|the) page",
)
_READ_MORE = re.compile(
    r"(?:READ MORE|READ NOW|READ ALSO|RELATED|MORE NEWS|SEE ALSO|Read more|Read also|Also read|See also|Related)\s{0,3}[:|>–-]"
)


def is_read_more(line: str) -> bool:
    """Whether a line sends the reader to another story ("READ MORE: ...")."""
    return bool(_READ_MORE.match(line)) and len(line) < 300
