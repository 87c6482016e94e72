/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

#include "foi-letter-painter-private.h"
#include "foi-pdf-tags.h"

typedef struct
{
  FoiLayout *layout;
  FoiTagger *tagger;
  guint top_heading;     /* the level of a question: the first heading of all is H1 */
  guint n_notes;
} Writing;

/* The element a block is: what it is called depends on where it stands. */
static void
add_block_steps (Writing *self, FoiTagPath *path, const FoiBlock *block, const FoiBlock *parent)
{
  static const char *const headings[] = { "H1", "H2", "H3", "H4", "H5", "H6" };
  guint level = self->top_heading + MAX (block->level, 1) - 1;

  switch (block->kind)
    {
    case FOI_BLOCK_LETTERHEAD:
    case FOI_BLOCK_ADDRESSEE:
    case FOI_BLOCK_SIGN_OFF:
    case FOI_BLOCK_FIGURE:
      foi_tag_path_add (path, "Div", block, 0);
      break;
    case FOI_BLOCK_SUBJECT:
      foi_tag_path_add (path, "H1", block, 0);
      break;
    case FOI_BLOCK_HEADING:
      foi_tag_path_add (path, headings[MIN (level, G_N_ELEMENTS (headings)) - 1], block, 0);
      break;
    case FOI_BLOCK_DATE:
    case FOI_BLOCK_SALUTATION:
    case FOI_BLOCK_PARAGRAPH:
      foi_tag_path_add (path, parent != NULL && parent->kind == FOI_BLOCK_SUBJECT ? "Span" : "P",
                        block, 0);
      break;
    case FOI_BLOCK_ASKED:
      foi_tag_path_add (path, "BlockQuote", block, 0);
      foi_tag_path_add (path, "P", block, 0);
      break;
    case FOI_BLOCK_QUOTE:
      foi_tag_path_add (path, "BlockQuote", block, 0);
      break;
    case FOI_BLOCK_LIST:
      foi_tag_path_add (path, "L", block, 0);
      break;
    case FOI_BLOCK_ITEM:
      foi_tag_path_add (path, "LI", block, 0);
      foi_tag_path_add (path, "LBody", block, 0);
      break;
    case FOI_BLOCK_TABLE:
      foi_tag_path_add (path, "Table", block, 0);
      break;
    case FOI_BLOCK_NOTE:
      foi_tag_path_add (path, "P", block, 0);
      foi_tag_path_add (path, "Note", block, 0);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Notes stand below their table, not in it: a table holds rows and a caption only. */
static void
add_steps (Writing *self, FoiTagPath *path, const FoiItem *item)
{
  const FoiBlock *parent = NULL;

  foi_tag_path_add (path, "Document", NULL, 0);
  for (guint i = 0; i < item->path->len; i++)
    {
      const FoiBlock *block = item->path->pdata[i];

      if (block->kind == FOI_BLOCK_NOTE && parent != NULL && parent->kind == FOI_BLOCK_TABLE)
        path->n_steps--;
      add_block_steps (self, path, block, parent);
      parent = block;
    }
}

/* Bytes that no URI has go into it as percent and hexadecimal; quotes as cairo wants them. */
static void
append_uri (GString *attributes, const char *uri)
{
  for (const char *c = uri; *c != '\0'; c++)
    if ((guchar) *c <= ' ' || (guchar) *c >= 0x7f)
      g_string_append_printf (attributes, "%%%02X", (guchar) *c);
    else
      {
        if (*c == '\'' || *c == '\\')
          g_string_append_c (attributes, '\\');
        g_string_append_c (attributes, *c);
      }
}

static void
append_number (GString *text, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, "%.3f", number));
}

static void
append_destination (Writing *self, GString *attributes, const FoiPlaced *placed)
{
  FoiRect rect;

  _foi_layout_get_rect (self->layout, placed, &rect);
  g_string_append_printf (attributes, "page=%u pos=[", placed->page + 1);
  append_number (attributes, rect.x);
  g_string_append_c (attributes, ' ');
  append_number (attributes, rect.y);
  g_string_append_c (attributes, ']');
}

/* Where a link leads and where it can be clicked; NULL when it leads to nothing in this letter. */
static char *
describe_link (Writing *self, const FoiMark *mark)
{
  GString *attributes = g_string_new (NULL);

  if (mark->link->target[0] == '#')
    {
      const FoiPlaced *target = _foi_layout_find_first (self->layout, mark->link->target + 1);

      if (target == NULL)
        {
          g_string_free (attributes, TRUE);
          return NULL;
        }
      append_destination (self, attributes, target);
    }
  else
    {
      g_string_append (attributes, "uri='");
      append_uri (attributes, mark->link->target);
      g_string_append_c (attributes, '\'');
    }
  g_string_append (attributes, " rect=[");
  for (guint i = 0; i < mark->rects->len; i++)
    {
      const FoiRect *rect = &g_array_index (mark->rects, FoiRect, i);
      const double numbers[] = { rect->x, rect->y, rect->width, rect->height };

      for (guint j = 0; j < G_N_ELEMENTS (numbers); j++)
        {
          append_number (attributes, numbers[j]);
          g_string_append_c (attributes, ' ');
        }
    }
  g_string_append_c (attributes, ']');
  return g_string_free (attributes, FALSE);
}

static void
mark_link (Writing *self, const FoiMark *mark, FoiTagPath *path, guint part)
{
  g_autofree char *attributes = describe_link (self, mark);
  FoiPdfElement *element;

  foi_tag_path_add (path, attributes != NULL ? "Link" : "Span", mark->link, part);
  element = foi_tagger_go_to (self->tagger, path, TRUE, attributes);
  if (element != NULL && attributes != NULL)
    element->contents = mark->link->target[0] == '#' || g_str_equal (mark->link->text,
                                                                     mark->link->target)
                            ? g_strdup (mark->link->text)
                            : g_strdup_printf ("%s: %s", mark->link->text, mark->link->target);
}

static gboolean
has_links (const FoiItem *item)
{
  const GArray *spans = foi_item_get_block (item)->spans;

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    if (g_array_index (spans, FoiSpan, i).target != NULL)
      return TRUE;
  return FALSE;
}

/* Glyphs of leftward text stand in the order of the eye: say how it is read. */
static char *
spell_if_leftwards (const FoiItem *item)
{
  for (guint i = 0; i < item->text->runs->len; i++)
    if ((foi_set_text_get_run (item->text, i)->flags & CAIRO_TEXT_CLUSTER_FLAG_BACKWARD) != 0)
      return foi_block_dup_text (foi_item_get_block (item));
  return NULL;
}

/*
 * A paragraph on one page without links holds its words itself. Else they are in spans and links,
 * so that the paragraph can stay open while the head of the next page is painted.
 */
static void
mark_text (Writing *self, const FoiMark *mark)
{
  const FoiItem *item = mark->placed->item;
  const FoiBlock *block = foi_item_get_block (item);
  FoiPdfElement *element = NULL;
  FoiTagPath path = { .n_steps = 0 };

  add_steps (self, &path, item);
  if (block->kind == FOI_BLOCK_TABLE || block->kind == FOI_BLOCK_FIGURE)
    foi_tag_path_add (&path, "Caption", block, 0);
  if (!has_links (item) && mark->placed->n_slices == item->n_slices)
    element = foi_tagger_go_to (self->tagger, &path, TRUE, NULL);
  else
    {
      element = foi_tagger_go_to (self->tagger, &path, FALSE, NULL);
      if (mark->link != NULL)
        mark_link (self, mark, &path, mark->first_run);
      else
        {
          foi_tag_path_add (&path, "Span", mark->placed, mark->first_run);
          foi_tagger_go_to (self->tagger, &path, TRUE, NULL);
        }
    }
  if (element != NULL && block->kind == FOI_BLOCK_NOTE)
    element->id = g_strdup_printf ("note-%u", ++self->n_notes);
  if (element != NULL)
    element->actual_text = spell_if_leftwards (item);
}

/* The innermost list's element is opened by itself, to say how its items are told apart. */
static void
mark_label (Writing *self, const FoiMark *mark)
{
  const FoiItem *item = mark->placed->item;
  FoiTagPath path = { .n_steps = 0 };
  FoiTagPath list;
  FoiPdfElement *element;

  add_steps (self, &path, item);
  while (path.n_steps > 0 && !g_str_equal (path.steps[path.n_steps - 1].tag, "LI"))
    path.n_steps--;
  g_assert (path.n_steps > 1);
  list = path;
  list.n_steps--;
  element = foi_tagger_go_to (self->tagger, &list, FALSE, NULL);
  if (element != NULL)
    element->numbering = ((const FoiBlock *) list.steps[list.n_steps - 1].key)->ordered
                             ? "Decimal"
                             : "Disc";
  foi_tag_path_add (&path, "Lbl", item, 0);
  foi_tagger_go_to (self->tagger, &path, TRUE, NULL);
}

static void
add_row_step (FoiTagPath *path, const FoiPlaced *placed)
{
  foi_tag_path_add (path, "TR", placed->item, placed->first);
}

static void
mark_cell (Writing *self, const FoiMark *mark)
{
  const FoiItem *item = mark->placed->item;
  gboolean is_heading = item->row == G_MAXUINT;
  gboolean is_row_heading = !is_heading && mark->cell == 0 && item->has_row_heading;
  FoiPdfElement *element;
  FoiTagPath path = { .n_steps = 0 };

  add_steps (self, &path, item);
  add_row_step (&path, mark->placed);
  foi_tag_path_add (&path, is_heading || is_row_heading ? "TH" : "TD", item, mark->cell);
  element = foi_tagger_go_to (self->tagger, &path, TRUE, NULL);
  if (element != NULL && is_heading)
    element->scope = "Column";
  else if (element != NULL && is_row_heading)
    element->scope = "Row";
}

static void
mark_figure (Writing *self, const FoiMark *mark)
{
  const FoiBlock *block = foi_item_get_block (mark->placed->item);
  FoiTagPath path = { .n_steps = 0 };
  FoiPdfElement *element;
  FoiRect rect;
  double height = self->layout->page_height;

  add_steps (self, &path, mark->placed->item);
  foi_tag_path_add (&path, "Figure", block, 0);
  element = foi_tagger_go_to (self->tagger, &path, TRUE, NULL);
  if (element == NULL)
    return;
  _foi_layout_get_rect (self->layout, mark->placed, &rect);
  element->alt = g_strdup (foi_chart_get_description (block->chart));
  element->has_box = TRUE;
  element->box[0] = rect.x;
  element->box[1] = height - rect.y - rect.height;
  element->box[2] = rect.x + rect.width;
  element->box[3] = height - rect.y;
}

static void
mark_ornament (Writing *self, const FoiMark *mark)
{
  FoiTagPath path = { .n_steps = 0 };

  foi_tagger_leave_leaf (self->tagger);
  if (mark->placed != NULL)
    {
      add_steps (self, &path, mark->placed->item);
      if (!mark->placed->repeated)
        add_row_step (&path, mark->placed);
      foi_tagger_go_to (self->tagger, &path, FALSE, NULL);
    }
  foi_tagger_begin_artifact (self->tagger);
}

static void
mark_cb (const FoiMark *mark, cairo_t *cr, gpointer data)
{
  switch (mark->kind)
    {
    case FOI_MARK_ORNAMENT:
      mark_ornament (data, mark);
      break;
    case FOI_MARK_TEXT:
      mark_text (data, mark);
      break;
    case FOI_MARK_LABEL:
      mark_label (data, mark);
      break;
    case FOI_MARK_CELL:
      mark_cell (data, mark);
      break;
    case FOI_MARK_FIGURE:
      mark_figure (data, mark);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* The questions and their parts, to be chosen from a list beside the pages. */
static void
add_outline (Writing *self, cairo_surface_t *surface)
{
  GPtrArray *blocks = self->layout->letter->blocks;
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; i < blocks->len; i++)
    {
      const FoiBlock *block = blocks->pdata[i];
      const FoiPlaced *placed;
      g_autofree char *text = NULL;
      g_autoptr (GString) attributes = g_string_new (NULL);
      int entry;

      if (block->kind != FOI_BLOCK_HEADING)
        continue;
      placed = _foi_layout_find_first (self->layout, block->id);
      if (placed == NULL)
        continue;
      text = foi_block_dup_text (block);
      append_destination (self, attributes, placed);
      entry = cairo_pdf_surface_add_outline (
          surface, block->level > 1 ? parent : CAIRO_PDF_OUTLINE_ROOT, text, attributes->str,
          CAIRO_PDF_OUTLINE_FLAG_OPEN);
      if (block->level <= 1)
        parent = entry;
    }
}

static cairo_status_t
append_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
has_subject (const FoiLetter *letter)
{
  for (guint i = 0; i < letter->blocks->len; i++)
    if (((const FoiBlock *) letter->blocks->pdata[i])->kind == FOI_BLOCK_SUBJECT)
      return TRUE;
  return FALSE;
}

static cairo_status_t
paint (Writing *self, GByteArray *bytes)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      append_cb, bytes, self->layout->page_width, self->layout->page_height);
  cairo_t *cr = cairo_create (surface);
  const FoiTagPath nowhere = { .n_steps = 0 };
  cairo_status_t status;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  self->tagger = foi_tagger_new (cr);
  self->top_heading = has_subject (self->layout->letter) ? 2 : 1;
  add_outline (self, surface);
  for (guint page = 0; page < foi_layout_get_n_pages (self->layout); page++)
    {
      _foi_letter_paint_page (self->layout, page, cr, mark_cb, self);
      foi_tagger_leave_leaf (self->tagger);
      if (page + 1 == foi_layout_get_n_pages (self->layout))
        foi_tagger_go_to (self->tagger, &nowhere, FALSE, NULL);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

/**
 * foi_letter_to_pdf:
 * @layout: a letter on its pages
 * @error: return location
 *
 * Writes the letter as a tagged PDF (ISO 32000-1, with what ISO 14289-1, PDF/UA, asks for): its
 * structure, language, title, descriptions of charts and scopes of headings, with fonts embedded.
 * The same letter gives the same bytes: its dates are the letter's.
 *
 * Returns: (transfer full): the file; %NULL with %G_IO_ERROR_FAILED when a library failed.
 */
GBytes *
foi_letter_to_pdf (FoiLayout *layout, GError **error)
{
  g_autoptr (GBytes) painted = NULL;
  g_autoptr (FoiTagger) tagger = NULL;
  Writing self = { .layout = layout };
  GByteArray *bytes;
  cairo_status_t status;
  FoiPdfFacts facts;

  g_return_val_if_fail (layout != NULL, NULL);

  bytes = g_byte_array_new ();
  status = paint (&self, bytes);
  tagger = self.tagger;
  painted = g_byte_array_free_to_bytes (bytes);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "cairo: %s",
                   cairo_status_to_string (status));
      return NULL;
    }
  facts = (FoiPdfFacts) { .title = layout->letter->title,
                          .author = layout->letter->author,
                          .language = layout->letter->language,
                          .date = layout->letter->date,
                          .elements = foi_tagger_get_elements (tagger) };
  return foi_pdf_finish (painted, &facts, error);
}
