/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-gap-names.h"
#include "foi-hidden-figures.h"
#include "foi-secrets.h"

G_BEGIN_DECLS

/**
 * FoiShownFigures:
 *
 * What the tables of a letter show, beside what is withheld in them: whether a number of a sentence
 * is one that anybody sees, and whether the sentence speaks of one that nobody may.
 */
typedef struct
{
  FoiSecrets *secrets;
  GPtrArray  *withheld; /* of FoiSecret: the figures among them, borrowed */
  GPtrArray  *tables; /* of FoiPublication */
  GArray     *sums;   /* what rows and columns come to; NULL until asked for */
  GArray     *mentions; /* of rows, in the text that is read; NULL until asked for */
  GArray     *values; /* of double: those that are withheld, each once */
  GHashTable *counted; /* of char *: what they count; NULL until asked for */
  FoiGapNames *gaps;
  FoiHiddenFigures *hidden;
  double      most;   /* what all figures of one table come to, the withheld ones too */
} FoiShownFigures;

/* A number in a text, and the sentence that it stands in. */
typedef struct
{
  const char *text; /* what is read together: a question with its answer */
  FoiRange    sentence;
  FoiRange    range;
  double      value;
} FoiSaidNumber;

FoiShownFigures *foi_shown_figures_new (FoiSecrets *secrets, GPtrArray *tables);
void             foi_shown_figures_free (FoiShownFigures *self);
void             foi_shown_figures_begin_text (FoiShownFigures *self);
gboolean         foi_shown_figures_have (FoiShownFigures *self, double value);
gboolean         foi_shown_figures_have_sum (FoiShownFigures *self, double value);
gboolean         foi_shown_figures_have_sum_of (FoiShownFigures *self, double value,
                                                const char *sentence);
gboolean         foi_shown_figures_have_count (FoiShownFigures *self, double value);
gboolean         foi_shown_figures_have_rows (FoiShownFigures *self, double value,
                                              const char *words);
gboolean         foi_shown_figures_have_mean (FoiShownFigures *self, double value, int decimals);
gboolean         foi_shown_figures_have_share (FoiShownFigures *self, double from, double to);
gboolean         foi_shown_figures_have_difference (FoiShownFigures *self, double from, double to,
                                                    gboolean is_share);
gboolean         foi_shown_figures_are_below (FoiShownFigures *self, double value);
gboolean         foi_shown_figures_hide (FoiShownFigures *self, double value);
gboolean         foi_shown_figures_have_difference_of (FoiShownFigures *self, double value,
                                                       const char *sentence);
gboolean         foi_shown_figures_have_share_of (FoiShownFigures *self, double from, double to,
                                                  const char *words);
gboolean         foi_shown_figures_count_in (FoiShownFigures *self, const char *words);
gboolean         foi_shown_figures_have_heading (FoiShownFigures *self, const char *word);
gboolean         foi_shown_figures_name (FoiShownFigures *self, const FoiSaidNumber *number);
gboolean         foi_shown_figures_name_row (FoiShownFigures *self, const char *words);
gboolean         foi_shown_figures_may_be_in (FoiShownFigures *self, const char *paragraph,
                                              gboolean has_hidden);
gboolean         foi_shown_figures_follow (FoiShownFigures *self, double value);
gboolean         foi_shown_figures_hide_up_to (FoiShownFigures *self, double value);
gboolean         foi_shown_figures_name_gap (FoiShownFigures *self, const char *text,
                                             FoiRange within);
gboolean         foi_shown_figures_are_open_at (FoiShownFigures *self,
                                                const FoiSaidNumber *number);
gboolean         foi_shown_figures_speak_of (FoiShownFigures *self, const FoiSaidNumber *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiShownFigures, foi_shown_figures_free)

G_END_DECLS
