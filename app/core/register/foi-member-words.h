/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What stands in a case file, as officers call it. */
char *foi_member_dup_words  (const char *key);
char *foi_element_dup_words (const char *list, JsonNode *element, guint index);
char *foi_value_dup_words   (const char *key, JsonNode *value);

G_END_DECLS
