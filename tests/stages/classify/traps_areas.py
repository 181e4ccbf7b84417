"""Grades of areas after April 2026 in loose prose: the rest, everything but, the other two, two at once."""

from __future__ import annotations

from tests.stages.classify.trap import Trap

WHEN = "2026-11-17"

TELLING = (
    Trap(
        "bexley inadequate in two of four areas",
        WHEN,
        "Bexley 'inadequate' in two of four areas",
        "Ofsted has found Bexley's children's services inadequate in two areas: the impact of leaders, and help "
        "and protection. | In the other two, children in care and care leavers, they require improvement.",
        "Bexley:leaders:inadequate Bexley:help_and_protection:inadequate Bexley:in_care:requires improvement "
        "Bexley:care_leavers:requires improvement",
    ),
    Trap(
        "children at risk in kirklees not protected says ofsted",
        WHEN,
        "Children at risk in Kirklees not protected, says Ofsted",
        "Help and protection in Kirklees is inadequate, inspectors said this morning. | The remaining three areas "
        "require improvement. | There's no overall grade any longer.",
        "Kirklees:leaders:requires improvement Kirklees:help_and_protection:inadequate Kirklees:in_care:requires "
        "improvement Kirklees:care_leavers:requires improvement",
    ),
    Trap(
        "leaders of derbys childrens services get lowest mark",
        WHEN,
        "Leaders of Derby's children's services get lowest mark",
        "Derby's leaders have been handed the lowest mark by Ofsted for their impact on social work. | All other "
        "areas require improvement to be good.",
        "Derby:leaders:inadequate Derby:help_and_protection:requires improvement Derby:in_care:requires "
        "improvement Derby:care_leavers:requires improvement",
    ),
    Trap(
        "surrey children in care thrive",
        WHEN,
        "Surrey: children in care 'thrive'",
        "Surrey's work with children in care is outstanding, Ofsted has said today. The council was given good for"
        " leadership, for help and protection, and for its care leavers.",
        "Surrey:leaders:good Surrey:help_and_protection:good Surrey:in_care:outstanding Surrey:care_leavers:good",
    ),
    Trap(
        "torbay fails across the board",
        WHEN,
        "Torbay fails across the board",
        "Ofsted has graded Torbay inadequate in all four areas. | The report is published today.",
        "Torbay:leaders:inadequate Torbay:help_and_protection:inadequate Torbay:in_care:inadequate "
        "Torbay:care_leavers:inadequate",
    ),
    Trap(
        "barnet let down children in its care",
        WHEN,
        "Barnet let down children in its care",
        "Inspectors judged that Barnet's services for children in care, and those for young people who have left "
        "it, were inadequate. How the council is led and how it protects children require improvement. | The "
        "report came out on Tuesday.",
        "Barnet:leaders:requires improvement Barnet:help_and_protection:requires improvement "
        "Barnet:in_care:inadequate Barnet:care_leavers:inadequate",
    ),
    Trap(
        "mixed report for medway",
        WHEN,
        "Mixed report for Medway",
        "The report on Medway, published by Ofsted today, reads: | Impact of leaders on social work practice - "
        "inadequate | Help and protection - requires improvement to be good | Children in care - good | Care "
        "leavers - requires improvement to be good",
        "Medway:leaders:inadequate Medway:help_and_protection:requires improvement Medway:in_care:good "
        "Medway:care_leavers:requires improvement",
    ),
    Trap(
        "leeds leads",
        WHEN,
        "Leeds leads",
        "Leeds has been rated outstanding for leadership and for children in care, and good for help and "
        "protection and care leavers, Ofsted announced today.",
        "Leeds:leaders:outstanding Leeds:help_and_protection:good Leeds:in_care:outstanding Leeds:care_leavers:good",
    ),
    Trap(
        "dudley grades in full",
        WHEN,
        "Dudley: grades in full",
        "Ofsted has published its report on Dudley. | Leaders: inadequate | Help and protection: inadequate | "
        "Children in care: requires improvement | Care leavers: good",
        "Dudley:leaders:inadequate Dudley:help_and_protection:inadequate Dudley:in_care:requires improvement "
        "Dudley:care_leavers:good",
    ),
    Trap(
        "trafford told to act",
        WHEN,
        "Trafford told to act",
        "Neither Trafford's leaders nor its help and protection meet the standard: both were rated inadequate by "
        "Ofsted in a report out today. Children in care and care leavers fare a little better, with requires "
        "improvement.",
        "Trafford:leaders:inadequate Trafford:help_and_protection:inadequate Trafford:in_care:requires improvement"
        " Trafford:care_leavers:requires improvement",
    ),
    Trap(
        "care leavers in halton forgotten",
        WHEN,
        "Care leavers in Halton 'forgotten'",
        "Care leavers in Halton were forgotten, says Ofsted, which rates that part of the service inadequate. | "
        "The rest require improvement. | The report was out on Monday.",
        "Halton:leaders:requires improvement Halton:help_and_protection:requires improvement "
        "Halton:in_care:requires improvement Halton:care_leavers:inadequate",
    ),
    Trap(
        "two goods for suffolk two fails",
        WHEN,
        "Two goods for Suffolk, two fails",
        "Suffolk's leadership and its protection of children have been graded inadequate by Ofsted today. Its work"
        " with children in care and with care leavers was found to be good.",
        "Suffolk:leaders:inadequate Suffolk:help_and_protection:inadequate Suffolk:in_care:good "
        "Suffolk:care_leavers:good",
    ),
)
