/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "foi-xlsx-private.h"

#define MAX_NAME 200

/* What newer programs keep in `extLst`, by its URI: all of it is seen, or looked at elsewhere. */
static const char *const known[] = {
  /* of sheets: conditions, lists, sparklines, slicers, protected ranges, errors not to be marked,
   * timelines, web extensions, and what ties a condition to its newer half */
  "{78C0D931-6437-407d-A8EE-F0AAD7539E65}", "{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}",
  "{05C60535-1F16-4fd2-B633-F4F36F0B64E0}", "{A8765BA9-456A-4dab-B4F3-ACF838C121DE}",
  "{3A4CF648-6AED-40f4-86FF-DC5316D8AED3}", "{FC87AEE6-9EDD-4A0A-B7FB-166176984837}",
  "{01252117-D84E-4E92-8308-4BE1C098FCBB}", "{7E03D99C-DC04-49d9-9315-930204A7B6E9}",
  "{F7C9EE02-42E1-4005-9D12-6889AFFD525C}", "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}",
  "{64002731-A6B0-56B0-2670-7721B7C09600}",
  /* of styles: looks of slicers and timelines, and what conditions of these change */
  "{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}", "{9260A510-F301-46a8-8635-F512D64BE5F5}",
  "{46F421CA-312F-682F-3DD2-61675219B42D}",
  /* of workbooks: settings, what is reckoned how, and lists of parts that are looked at */
  "{79F54976-1DA5-4618-B147-4CDE4B953A38}", "{140A7094-0E35-4892-8432-C4D2E57EDEB5}",
  "{B58B0392-4F1F-4190-BB64-5DF3571DCE5F}", "{7523E5D3-25F3-A5E0-1632-64F254C22452}",
  "{7626C862-2A13-11E5-B345-FEFF819CDC9F}", "{BBE1A952-AA13-448e-AADC-164F8A28A991}",
  "{46BE6895-7355-4a93-B00E-2C351335B9C9}", "{876F7934-8845-4945-9796-88D515C7AA90}",
  "{841E416B-1EF1-43b6-AB56-02D37102CBD5}", "{983426D0-5260-488c-9760-48F4B6AC55F4}",
  "{D0CA8CA8-9F24-4464-BF8E-62219DCF47F9}", "{FCE2AD5D-F65C-4FA6-A056-5C36A1767C68}",
  "{9835A34E-60A6-4A7C-AAB8-D5F71C897F49}",
};

/* Takes up an element of any part. What nobody knows may be anything. */
void
_foi_xlsx_take_extension (const char *name, const FoiXmlAttributes *attributes, const char *place,
                          FoiHidden *hidden)
{
  const char *uri = foi_xml_get (attributes, "uri");
  g_autofree char *shown = NULL;

  if (strcmp (name, "ext") != 0)
    return;
  for (gsize i = 0; uri != NULL && i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strcasecmp (uri, known[i]) == 0)
      return;
  shown = uri != NULL ? g_utf8_make_valid (uri, (gssize) MIN (strlen (uri), MAX_NAME)) : NULL;
  foi_hidden_add (hidden, FOI_HIDDEN_CUSTOM_XML, place, 1, shown);
}

typedef struct
{
  const char *part;
  FoiHidden *hidden;
} Reading;

static gboolean
begin_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data, GError **error)
{
  Reading *self = data;

  _foi_xlsx_take_extension (name, attributes, self->part, self->hidden);
  return TRUE;
}

/* Tells of extensions of the workbook and its styles that nobody knows. */
gboolean
_foi_xlsx_inspect_extensions (FoiXlsx *self, FoiHidden *hidden, GCancellable *cancellable,
                              GError **error)
{
  static const FoiXmlHandler handler = { .begin = begin_cb };
  const char *parts[] = { self->part, g_hash_table_lookup (self->relations, "/styles") };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      Reading reading = { parts[i], hidden };

      if (parts[i] != NULL && foi_zip_find (self->zip, parts[i]) != NULL
          && !foi_xml_read (self->zip, parts[i], &handler, &reading, cancellable, error))
        return FALSE;
    }
  return TRUE;
}
