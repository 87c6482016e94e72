/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-clock.h"
#include "foi-document.h"

G_BEGIN_DECLS

/* Short lines about a case, for title, outline and status bar. Pure functions. */
char       *foi_case_facts_dup_received (FoiCase *foi_case);
const char *foi_case_facts_get_type_name (const char *type);
char       *foi_case_facts_dup_letter_name (FoiCase *foi_case, const char *letter_id);
JsonNode   *foi_case_facts_find_issued (FoiCase *foi_case, const char *letter_id);
char       *foi_case_facts_dup_letter_state (FoiCase *foi_case, const char *letter_id);
FoiDate     foi_case_facts_propose_date (FoiCase *foi_case, FoiDate today);
char       *foi_case_facts_dup_date_remark (FoiCase *foi_case, FoiDate date, FoiDate today);
char       *foi_case_facts_dup_date_fault (FoiCaseState *state, FoiHolidays *holidays, FoiDate date,
                                           FoiDate today);
char       *foi_case_facts_dup_table_summary (FoiCase *foi_case, const char *table, guint n_rows);
char       *foi_case_facts_dup_topic (FoiDocument *document);
char       *foi_case_facts_dup_subtitle (FoiDocument *document, const FoiCaseClock *clock,
                                         FoiDate today);
char       *foi_case_facts_dup_saved (FoiDocument *document);
char       *foi_case_facts_dup_file_name (FoiCase *foi_case);

G_END_DECLS
