/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-text-span.h"

G_BEGIN_DECLS

char **foi_question_labels_make (const char *text, const FoiTextSpan *questions, gsize n_questions);

G_END_DECLS
