/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stands for `<br>` until the text is trimmed: line ends of the source are spaces. */
#define FOI_HTML_LINE '\1'

/* Goes through HTML from one tag or text to the next; comments, scripts and styles are left out. */
typedef struct
{
  const char *p;
  const char *end;
  GString *tag; /* what stands between < and > */
  const char *text;
  gsize text_length;
} FoiHtmlScanner;

void foi_html_scanner_init (FoiHtmlScanner *self, const char *html, gsize length);
void foi_html_scanner_clear (FoiHtmlScanner *self);
gboolean foi_html_scanner_next (FoiHtmlScanner *self, gboolean *is_tag);
char *foi_html_get_attribute (const char *tag, const char *name);
gboolean foi_html_is_hidden (const char *tag);
void foi_html_text_append (GString *text, const char *html, gsize length);
void foi_html_text_trim (GString *text);

G_END_DECLS
