/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-xml.h"

G_BEGIN_DECLS

/* What is counted in a part of an archive: elements called @counted, and the names that @named has
 * as text, or in its attribute @attribute. Both are nullable. */
typedef struct
{
  const char *counted;
  const char *named;
  const char *attribute;
} FoiSurveyWish;

/* @names (nullable): the different ones, with commas; @root: the first element's name. */
typedef struct
{
  guint count;
  char *names;
  char *root;
} FoiSurvey;

gboolean foi_part_survey_all (FoiZip *zip, const char *part, const FoiSurveyWish *wishes,
                              FoiSurvey *surveys, guint n, GCancellable *cancellable,
                              GError **error);
gboolean foi_part_survey (FoiZip *zip, const char *part, const FoiSurveyWish *wish,
                          FoiSurvey *survey, GCancellable *cancellable, GError **error);
void foi_survey_clear (FoiSurvey *survey);
void foi_surveys_free (FoiSurvey *surveys, guint n);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoiSurvey, foi_survey_clear)

G_END_DECLS
