/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-document.h"

G_BEGIN_DECLS

/* Where the files lie that go with the letter, and which of them came or went in this window. */
char *foi_document_files_dup_folder (FoiDocument *document);
void  foi_document_files_note       (FoiDocument *document, const char *name, gboolean is_copy);
void  foi_document_files_bring      (FoiDocument *document, const char *from);
void  foi_document_files_tidy       (FoiDocument *document);

G_END_DECLS
