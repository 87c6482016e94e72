/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-measure.h"

#include "foi-chart-painter.h"
#include "foi-letter-style.h"

static const FoiTextStyle body_style
    = { .size = FOI_BODY_SIZE, .pitch = FOI_BODY_PITCH, .ink = FOI_INK_TEXT };
static const FoiTextStyle bold_style
    = { .size = FOI_BODY_SIZE, .pitch = FOI_BODY_PITCH, .bold = TRUE, .ink = FOI_INK_TEXT };
static const FoiTextStyle asked_style
    = { .size = FOI_BODY_SIZE, .pitch = FOI_BODY_PITCH, .ink = FOI_INK_ASKED };
static const FoiTextStyle heading_style
    = { .size = FOI_HEADING_SIZE, .pitch = FOI_HEADING_PITCH, .bold = TRUE, .ink = FOI_INK_TEXT };

/**
 * foi_measuring_enter:
 * @self: the measuring
 * @block: the child that is measured next
 *
 * Items added from now on stand in @block. The path is made anew: items keep the old one.
 */
void
foi_measuring_enter (FoiMeasuring *self, FoiBlock *block)
{
  GPtrArray *path = g_ptr_array_new ();

  for (guint i = 0; self->path != NULL && i < self->path->len; i++)
    g_ptr_array_add (path, self->path->pdata[i]);
  g_ptr_array_add (path, block);
  g_clear_pointer (&self->path, g_ptr_array_unref);
  self->path = path;
}

/**
 * foi_measuring_leave:
 * @self: the measuring
 *
 * Goes back to the block around.
 */
void
foi_measuring_leave (FoiMeasuring *self)
{
  GPtrArray *path = g_ptr_array_new ();

  for (guint i = 0; i + 1 < self->path->len; i++)
    g_ptr_array_add (path, self->path->pdata[i]);
  g_ptr_array_unref (self->path);
  self->path = path;
}

/**
 * foi_measuring_add_item:
 * @self: the measuring
 * @kind: what is added
 *
 * Returns: (transfer none): a new item between the present edges, to be given slices at once.
 */
FoiItem *
foi_measuring_add_item (FoiMeasuring *self, FoiItemKind kind)
{
  FoiItem *item = foi_item_new (kind, self->path);

  item->x = self->x;
  item->width = self->width;
  g_ptr_array_add (self->measured->items, item);
  return item;
}

/* A line that announces what follows stays with it. */
static gboolean
announces (const GArray *spans)
{
  const FoiSpan *last;

  if (spans == NULL || spans->len == 0)
    return FALSE;
  last = &g_array_index (spans, FoiSpan, spans->len - 1);
  return g_str_has_suffix (last->text, ":");
}

static FoiItem *
add_set_text (FoiMeasuring *self, FoiSetText *set)
{
  FoiItem *item = foi_measuring_add_item (self, FOI_ITEM_TEXT);
  g_autofree double *heights = g_new (double, set->lines->len);

  for (guint i = 0; i < set->lines->len; i++)
    heights[i] = foi_set_text_get_line (set, i)->height;
  item->text = set;
  foi_item_set_slices (item, heights, set->lines->len);
  return item;
}

/**
 * foi_measuring_add_text:
 * @self: the measuring
 * @style: how it is set
 * @spans: (nullable) (element-type FoiSpan): the text
 *
 * Returns: (transfer none): an item of the text broken into lines between the present edges.
 */
FoiItem *
foi_measuring_add_text (FoiMeasuring *self, const FoiTextStyle *style, const GArray *spans)
{
  return add_set_text (self,
                       foi_typesetter_set_spans (self->typesetter, style, spans, self->width));
}

static void
measure_paragraph (FoiMeasuring *self, FoiBlock *block)
{
  FoiItem *item = foi_measuring_add_text (self, &body_style, block->spans);

  item->after = FOI_PARAGRAPH_GAP;
  item->keep_next = announces (block->spans);
}

static void
measure_salutation (FoiMeasuring *self, FoiBlock *block)
{
  foi_measuring_add_text (self, &body_style, block->spans)->after = FOI_SALUTATION_AFTER;
}

static void
measure_heading (FoiMeasuring *self, FoiBlock *block)
{
  gboolean is_part = block->level > 1;
  FoiItem *item = foi_measuring_add_text (self, is_part ? &bold_style : &heading_style,
                                          block->spans);

  item->before = is_part ? FOI_PART_BEFORE : FOI_HEADING_BEFORE;
  item->after = FOI_HEADING_AFTER;
  item->together = TRUE;
  item->keep_next = TRUE;
}

static void
measure_asked (FoiMeasuring *self, FoiBlock *block)
{
  FoiItem *item;

  self->x += FOI_ASKED_INDENT;
  self->width -= FOI_ASKED_INDENT;
  item = foi_measuring_add_text (self, &asked_style, block->spans);
  item->after = FOI_PARAGRAPH_GAP;
  item->together = item->n_slices <= FOI_ASKED_TOGETHER;
  item->keep_next = TRUE;
  self->x -= FOI_ASKED_INDENT;
  self->width += FOI_ASKED_INDENT;
}

/* Short lines, one below the other, that stay together. Returns the last, or NULL. */
static FoiItem *
measure_lines (FoiMeasuring *self, FoiBlock *block, const FoiTextStyle *first_style,
               const FoiTextStyle *other_style)
{
  FoiItem *item = NULL;

  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    {
      FoiBlock *child = block->children->pdata[i];
      FoiTextStyle style = i == 0 ? *first_style : *other_style;

      style.runs_on = block->kind == FOI_BLOCK_SUBJECT && i + 1 < block->children->len;
      foi_measuring_enter (self, child);
      item = foi_measuring_add_text (self, &style, child->spans);
      item->together = TRUE;
      item->keep_next = i + 1 < block->children->len;
      foi_measuring_leave (self);
    }
  if (block->children == NULL && block->spans != NULL)
    item = foi_measuring_add_text (self, first_style, block->spans);
  return item;
}

static void
measure_lines_apart (FoiMeasuring *self, FoiBlock *block, const FoiTextStyle *style, double after)
{
  FoiItem *last = measure_lines (self, block, style, style);

  if (last != NULL)
    last->after = after;
}

/*
 * The authority's name and address stand at the right, as on a council's paper: their left edges
 * in one line, the longest ending at the margin. The first line, a name, is bold.
 */
static void
measure_letterhead (FoiMeasuring *self, FoiBlock *block)
{
  double x = self->x, width = self->width, widest = 0.0;
  FoiItem *last;

  self->width = width / 2;
  last = measure_lines (self, block, &heading_style, &body_style);
  for (guint i = 0; i < self->measured->items->len; i++)
    {
      const FoiItem *item = self->measured->items->pdata[i];

      widest = MAX (widest, item->text->width);
    }
  for (guint i = 0; i < self->measured->items->len; i++)
    {
      FoiItem *item = self->measured->items->pdata[i];

      item->x = x + width - widest;
      item->width = widest;
      item->head = FOI_HEAD_LETTERHEAD;
    }
  if (last != NULL)
    last->after = FOI_LETTERHEAD_AFTER;
  self->width = width;
}

static void
measure_sign_off (FoiMeasuring *self, FoiBlock *block)
{
  guint first = self->measured->items->len;
  FoiItem *item;

  measure_lines_apart (self, block, &body_style, FOI_PARAGRAPH_GAP);
  if (self->measured->items->len == first)
    return;
  item = self->measured->items->pdata[first];
  item->before = FOI_SIGN_OFF_BEFORE;
  item->keep_previous = TRUE;
  if (self->measured->items->len > first + 1)
    {
      item->after = FOI_SIGNING_ROOM;
      item->firm_after = TRUE;
    }
}

static char *
create_label (const FoiBlock *list, guint index)
{
  if (list->ordered)
    return g_strdup_printf ("%d.", list->start + (int) index);
  return g_strdup (list->level > 1 ? "–" : "•");
}

static void
measure_item (FoiMeasuring *self, FoiBlock *block)
{
  guint first = self->measured->items->len;

  if (block->children == NULL)
    foi_measuring_add_text (self, &body_style, block->spans);
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    foi_measure_child (self, block->children->pdata[i]);
  for (guint i = first; i < self->measured->items->len; i++)
    {
      FoiItem *item = self->measured->items->pdata[i];

      item->after = FOI_LIST_GAP;
    }
}

/* Adds an item of a list between the edges that are left beside labels of @indent, which stand at
 * its right where its text runs leftwards. */
static void
measure_labelled (FoiMeasuring *self, FoiBlock *block, FoiSetText *label, double indent)
{
  g_autofree char *text = foi_block_dup_text (block);
  gboolean leftwards = foi_typesetter_runs_leftwards (self->typesetter, text);
  double x = self->x, width = self->width;
  guint first = self->measured->items->len;
  FoiItem *item;

  self->width = width - indent;
  self->x = leftwards ? x : x + indent;
  foi_measure_child (self, block);
  self->x = x;
  self->width = width;
  if (first == self->measured->items->len)
    return;
  item = self->measured->items->pdata[first];
  if (item->label != NULL || item->text == NULL)
    return;
  item->label = foi_set_text_ref (label);
  item->label_x = leftwards ? x + width - indent + FOI_LABEL_GAP
                            : x + indent - FOI_LABEL_GAP - label->width;
}

/* Labels are all as wide as the widest. */
static void
measure_list (FoiMeasuring *self, FoiBlock *block)
{
  g_autoptr (GPtrArray) labels
      = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_set_text_unref);
  double widest = 0.0;

  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    {
      g_autofree char *words = create_label (block, i);
      FoiSetText *label = foi_typesetter_set_text (self->typesetter, &body_style, words,
                                                   FOI_WIDTH_UNLIMITED);

      widest = MAX (widest, label->width);
      g_ptr_array_add (labels, label);
    }
  for (guint i = 0; i < labels->len; i++)
    measure_labelled (self, block->children->pdata[i], labels->pdata[i],
                      FOI_LIST_INDENT + widest + FOI_LABEL_GAP);
}

static void
measure_quote (FoiMeasuring *self, FoiBlock *block)
{
  self->x += FOI_QUOTE_INDENT;
  self->width -= 2 * FOI_QUOTE_INDENT;
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    foi_measure_child (self, block->children->pdata[i]);
  if (block->children == NULL)
    foi_measuring_add_text (self, &body_style, block->spans);
  self->x -= FOI_QUOTE_INDENT;
  self->width += 2 * FOI_QUOTE_INDENT;
}

/* A chart is as tall as it wants to be, as long as its caption still finds room on the page. */
static void
measure_figure (FoiMeasuring *self, FoiBlock *block)
{
  FoiItem *figure = NULL, *caption;
  double height, room;

  if (block->chart != NULL)
    figure = foi_measuring_add_item (self, FOI_ITEM_FIGURE);
  caption = foi_measuring_add_text (self, &bold_style, block->spans);
  caption->together = TRUE;
  caption->after = FOI_FIGURE_AFTER;
  if (figure == NULL)
    return;
  room = self->measured->max_height - foi_item_get_height (caption, 0, caption->n_slices)
         - FOI_CAPTION_AFTER;
  height = MIN (foi_chart_get_natural_height (block->chart, self->width), room);
  foi_item_set_slices (figure, &height, 1);
  figure->least = height * FOI_FIGURE_LEAST;
  figure->before = FOI_CAPTION_BEFORE;
  figure->after = FOI_CAPTION_AFTER;
  figure->keep_next = TRUE;
}

/* Below its table, or below the sentence that says that the table is a file. */
static void
measure_note (FoiMeasuring *self, FoiBlock *block)
{
  FoiItem *item = foi_measuring_add_text (self, &asked_style, block->spans);

  item->before = FOI_NOTE_GAP;
  item->after = self->path->len > 1 ? FOI_NOTE_GAP : FOI_PARAGRAPH_GAP;
}

/* Date and addressee leave the right half to the letterhead, beside which they stand. */
static void
measure_beside_letterhead (FoiMeasuring *self, FoiBlock *block)
{
  double width = self->width;
  guint first = self->measured->items->len;

  self->width = width / 2 - FOI_HEAD_GAP;
  measure_lines_apart (self, block, &body_style, FOI_DATE_AFTER);
  self->width = width;
  for (guint i = first; i < self->measured->items->len; i++)
    ((FoiItem *) self->measured->items->pdata[i])->head = FOI_HEAD_ADDRESSEE;
}

static void
measure_block (FoiMeasuring *self, FoiBlock *block)
{
  switch (block->kind)
    {
    case FOI_BLOCK_LETTERHEAD:
      measure_letterhead (self, block);
      break;
    case FOI_BLOCK_DATE:
    case FOI_BLOCK_ADDRESSEE:
      measure_beside_letterhead (self, block);
      break;
    case FOI_BLOCK_SUBJECT:
      measure_lines_apart (self, block, &heading_style, FOI_SUBJECT_AFTER);
      break;
    case FOI_BLOCK_HEADING:
      measure_heading (self, block);
      break;
    case FOI_BLOCK_SALUTATION:
      measure_salutation (self, block);
      break;
    case FOI_BLOCK_PARAGRAPH:
      measure_paragraph (self, block);
      break;
    case FOI_BLOCK_ASKED:
      measure_asked (self, block);
      break;
    case FOI_BLOCK_LIST:
      measure_list (self, block);
      break;
    case FOI_BLOCK_ITEM:
      measure_item (self, block);
      break;
    case FOI_BLOCK_QUOTE:
      measure_quote (self, block);
      break;
    case FOI_BLOCK_TABLE:
      foi_measure_table (self, block);
      break;
    case FOI_BLOCK_FIGURE:
      measure_figure (self, block);
      break;
    case FOI_BLOCK_NOTE:
      measure_note (self, block);
      break;
    case FOI_BLOCK_SIGN_OFF:
      measure_sign_off (self, block);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * foi_measure_child:
 * @self: the measuring
 * @block: a block in the one being measured
 *
 * Adds the items of @block.
 */
void
foi_measure_child (FoiMeasuring *self, FoiBlock *block)
{
  foi_measuring_enter (self, block);
  measure_block (self, block);
  foi_measuring_leave (self);
}

/**
 * foi_measure:
 * @typesetter: Pango
 * @block: a block of the letter, not one inside another
 * @width: of the text area, in points
 * @max_height: of the text area
 *
 * Breaks a block into what is put on pages: it depends on the block and the measures only, so that
 * it can be kept until the block changes.
 *
 * Returns: (transfer full): the measured block.
 */
FoiMeasured *
foi_measure (FoiTypesetter *typesetter, FoiBlock *block, double width, double max_height)
{
  FoiMeasured *measured;
  FoiMeasuring self = { .typesetter = typesetter, .width = width };

  g_return_val_if_fail (typesetter != NULL && block != NULL, NULL);
  g_return_val_if_fail (width > 0.0 && max_height > 0.0, NULL);

  measured = foi_measured_new (block, width, max_height);
  self.measured = measured;
  foi_measuring_enter (&self, block);
  measure_block (&self, block);
  g_ptr_array_unref (self.path);
  if (block->kind == FOI_BLOCK_LIST && measured->items->len > 0)
    ((FoiItem *) measured->items->pdata[measured->items->len - 1])->after = FOI_PARAGRAPH_GAP;
  return measured;
}
