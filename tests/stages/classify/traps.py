"""Every trap in one tuple: those that tell news and those that tell none of a lowest grade."""

from __future__ import annotations

from tests.stages.classify.traps_again import AGAIN, AGAIN_SILENT
from tests.stages.classify.traps_alone import ALONE_NEW, ALONE_OLD
from tests.stages.classify.traps_areas import AREAS_TOLD
from tests.stages.classify.traps_clause_by_clause import CLAUSES_AGAIN, SEVERAL_AGAIN, UNMOVED_SILENT
from tests.stages.classify.traps_clauses import CLAUSES
from tests.stages.classify.traps_forms_new import FORMS_NEW
from tests.stages.classify.traps_forms_new_more import MORE_FORMS_NEW
from tests.stages.classify.traps_forms_old import FORMS_OLD
from tests.stages.classify.traps_forms_old_2 import FORMS_OLD_2
from tests.stages.classify.traps_forms_old_3 import FORMS_OLD_3
from tests.stages.classify.traps_forms_old_more import MORE_FORMS_OLD
from tests.stages.classify.traps_leaders import LEADERS, NO_RATING
from tests.stages.classify.traps_mixed import MIXED
from tests.stages.classify.traps_neighbours import NEIGHBOURS
from tests.stages.classify.traps_new import NEW
from tests.stages.classify.traps_new_more import MORE_NEW
from tests.stages.classify.traps_old import OLD
from tests.stages.classify.traps_old_more import MORE_OLD
from tests.stages.classify.traps_papers_new_1 import PAPERS_NEW_1
from tests.stages.classify.traps_papers_new_2 import PAPERS_NEW_2
from tests.stages.classify.traps_papers_new_3 import PAPERS_NEW_3
from tests.stages.classify.traps_papers_new_4 import PAPERS_NEW_4
from tests.stages.classify.traps_papers_new_5 import PAPERS_NEW_5
from tests.stages.classify.traps_papers_old_1 import PAPERS_OLD_1
from tests.stages.classify.traps_papers_old_2 import PAPERS_OLD_2
from tests.stages.classify.traps_papers_old_3 import PAPERS_OLD_3
from tests.stages.classify.traps_papers_old_4 import PAPERS_OLD_4

TELLING = (
    *NEW,
    *MORE_NEW,
    *AREAS_TOLD,
    *NEIGHBOURS,
    *AGAIN,
    *ALONE_NEW,
    *LEADERS,
    *CLAUSES,
    *CLAUSES_AGAIN,
    *PAPERS_NEW_1,
    *PAPERS_NEW_2,
    *PAPERS_NEW_3,
    *PAPERS_NEW_4,
    *PAPERS_NEW_5,
)
FORMS = (*FORMS_NEW, *MORE_FORMS_NEW)
SILENT = (
    *OLD,
    *MORE_OLD,
    *FORMS_OLD,
    *FORMS_OLD_2,
    *FORMS_OLD_3,
    *MORE_FORMS_OLD,
    *AGAIN_SILENT,
    *ALONE_OLD,
    *NO_RATING,
    *UNMOVED_SILENT,
    *PAPERS_OLD_1,
    *PAPERS_OLD_2,
    *PAPERS_OLD_3,
    *PAPERS_OLD_4,
)
EVERY_TRAP = (*TELLING, *FORMS, *MIXED, *SEVERAL_AGAIN, *SILENT)
