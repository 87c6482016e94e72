/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-small-rule.h"

G_BEGIN_DECLS

/**
 * FoiSmallPractice:
 * @id: what it is called on a command line: "fewer-than-5"
 * @name: what people call it: "Fewer than 5"
 * @source: whose practice it is
 * @rule: which counts are small by it
 *
 * What authorities commonly call small. Practice, not law.
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *source;
  FoiSmallRule rule;
} FoiSmallPractice;

GArray                 *foi_small_practices_get (void);
const FoiSmallPractice *foi_small_practice_find (const char *id);

G_END_DECLS
