/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a text, of Word or OpenDocument, with anything in them. It is refused with a reason,
 * or what is hidden in it is named: by valid words, and so often at least once. */

#include "fuzz.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "foi-file-inspect.h"

const char *const fuzz_words[] = {
  "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:rPr>", "</w:rPr>", "<w:t>", "</w:t>", "<w:pPr>",
  "<w:vanish/>", "<w:tbl>", "</w:tbl>", "<w:tc>", "</w:tc>", "<w:tcPr>", "<w:txbxContent>",
  "<w:shd w:fill=\"000000\"/>", "<w:color w:val=\"FFFFFF\"/>", "<mc:Fallback>", "</mc:Fallback>",
  "<w:rPrChange w:author=\"a\">", "</w:rPrChange>", "<wp:anchor>", "<wps:spPr>", "<a:ln>",
  "<style:style style:name=\"a\" style:parent-style-name=\"a\">", "</style:style>",
  "<text:span text:style-name=\"a\">", "</text:span>", "<text:section text:display=\"none\">",
  "<office:annotation>", "</office:annotation>", "<dc:creator>", "</dc:creator>",
  "<text:tracked-changes>", "</text:tracked-changes>", "<![CDATA[", "&amp;", "&#0;", "\xff", "/>",
  NULL,
};

static void
add_part (struct archive *archive, const char *name, const void *data, size_t size)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) size);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  archive_write_data (archive, data, size);
  archive_entry_free (entry);
}

/* The same bytes are the words and the styles of it. */
static GBytes *
make_file (const void *data, size_t size, gboolean is_open)
{
  gsize room = 2 * size + 65536, used = 0;
  g_autofree char *buffer = g_malloc (room);
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  archive_write_set_bytes_in_last_block (archive, 1);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, room, &used), ==, ARCHIVE_OK);
  if (is_open)
    add_part (archive, "mimetype", "application/vnd.oasis.opendocument.text", 39);
  add_part (archive, is_open ? "content.xml" : "word/document.xml", data, size);
  add_part (archive, is_open ? "styles.xml" : "word/styles.xml", data, size);
  archive_write_free (archive);
  return g_bytes_new (buffer, used);
}

static void
check (GBytes *bytes)
{
  g_autofree char *format = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiHidden) hidden = foi_file_inspect (bytes, NULL, &format, NULL, &error);

  if (hidden == NULL)
    {
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, !=, "");
      return;
    }
  g_assert_nonnull (format);
  for (guint i = 0; i < foi_hidden_get_length (hidden); i++)
    {
      const FoiHiddenItem *item = foi_hidden_get (hidden, i);

      g_assert_cmpuint (item->count, >, 0);
      g_assert_cmpstr (item->place, !=, NULL);
      g_assert_true (item->detail == NULL || g_utf8_validate (item->detail, -1, NULL));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GBytes) bytes = make_file (data, size, i == 1);

      check (bytes);
    }
  return 0;
}
