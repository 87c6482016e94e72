/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-pdf-xmp.h"

/* XML has no way to write control characters. */
static char *
escape (const char *text)
{
  g_autofree char *clean = g_strdup (text);

  for (char *c = clean; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';
  return g_markup_escape_text (clean, -1);
}

static void
append (GString *xmp, const char *format, const char *text)
{
  g_autofree char *escaped = NULL;
  g_auto (GStrv) parts = NULL;

  if (text == NULL || text[0] == '\0')
    return;
  escaped = escape (text);
  parts = g_strsplit (format, "%", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (xmp, escaped);
      g_string_append (xmp, parts[i]);
    }
}

/**
 * foi_pdf_create_xmp:
 * @facts: about the document
 * @program: that made it
 *
 * Returns: (transfer full): the metadata of a PDF as XMP (ISO 16684-1): title, authority, language
 *   and date and, if it has a structure, that it keeps to PDF/UA-1 (ISO 14289-1, 5).
 */
char *
foi_pdf_create_xmp (const FoiPdfFacts *facts, const char *program)
{
  GString *xmp = g_string_new (
      "<?xpacket begin=\"\357\273\277\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
      " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
      "<dc:format>application/pdf</dc:format>\n");

  if (facts->elements != NULL && facts->elements->len > 0)
    g_string_append (xmp, "<pdfuaid:part>1</pdfuaid:part>\n");
  append (xmp,
          "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%</rdf:li></rdf:Alt></dc:title>\n",
          facts->title);
  append (xmp, "<dc:creator><rdf:Seq><rdf:li>%</rdf:li></rdf:Seq></dc:creator>\n", facts->author);
  append (xmp, "<dc:language><rdf:Bag><rdf:li>%</rdf:li></rdf:Bag></dc:language>\n",
          facts->language);
  append (xmp,
          "<xmp:CreateDate>%T00:00:00Z</xmp:CreateDate>\n"
          "<xmp:ModifyDate>%T00:00:00Z</xmp:ModifyDate>\n",
          facts->date);
  append (xmp, "<xmp:CreatorTool>%</xmp:CreatorTool>\n<pdf:Producer>%</pdf:Producer>\n", program);
  g_string_append (xmp, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n");
  return g_string_free (xmp, FALSE);
}
