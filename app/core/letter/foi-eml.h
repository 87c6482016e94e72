/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "foi-date.h"

G_BEGIN_DECLS

/* A file that goes with a mail. @format is a media type with what
 * belongs to it: "text/csv; charset=utf-8". */
typedef struct
{
  char   *name;
  char   *format;
  GBytes *bytes;
} FoiEmlFile;

/**
 * FoiEml:
 * @from: (nullable): the sender's address
 * @to: (nullable): the addresses of those it is for, with ", " between them
 * @subject: what it is about
 * @date: the day on which it is written, or none
 * @text: what it says, lines ending in "\n"
 * @files: (nullable) (element-type FoiEmlFile): what goes with it
 *
 * A mail that is still to be sent.
 */
typedef struct
{
  const char *from, *to, *subject, *text;
  FoiDate     date;
  GPtrArray  *files;
} FoiEml;

GBytes  *foi_eml_write          (const FoiEml *self);
char    *foi_eml_dup_addresses  (const char *contact);
char    *foi_eml_dup_wrong_address  (const char *contact);
gboolean foi_eml_shares_address (const char *contact, const char *other);
void     foi_eml_file_free      (FoiEmlFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiEmlFile, foi_eml_file_free)

G_END_DECLS
