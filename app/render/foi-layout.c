/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "foi-letter-style.h"
#include "foi-measure.h"

G_DEFINE_BOXED_TYPE (FoiLayout, foi_layout, foi_layout_ref, foi_layout_unref)

#define WATERMARK_SIZE 130.0

static const FoiTextStyle small_style
    = { .size = FOI_SMALL_SIZE, .pitch = FOI_SMALL_PITCH, .ink = FOI_INK_SMALL };

static void
choose_paper (FoiLayout *self, FoiPaper paper)
{
  self->paper = paper;
  switch (paper)
    {
    case FOI_PAPER_A4:
      self->page_width = 210.0 * 72.0 / 25.4;
      self->page_height = 297.0 * 72.0 / 25.4;
      break;
    case FOI_PAPER_LETTER:
      self->page_width = 8.5 * 72.0;
      self->page_height = 11.0 * 72.0;
      break;
    default:
      g_assert_not_reached ();
    }
  self->area = (FoiRect) { FOI_MARGIN, FOI_MARGIN, self->page_width - 2 * FOI_MARGIN,
                           self->page_height - 2 * FOI_MARGIN };
}

/* What was measured before serves again if nothing that decides about it has changed. */
static gboolean
is_reusable (FoiLayout *self, FoiLayout *previous)
{
  return previous != NULL && previous->paper == self->paper
         && previous->letter->draft == self->letter->draft
         && g_strcmp0 (previous->letter->language, self->letter->language) == 0;
}

static void
measure_blocks (FoiLayout *self, FoiTypesetter *typesetter, FoiLayout *previous)
{
  GPtrArray *blocks = self->letter->blocks;

  self->measured = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_measured_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      FoiBlock *block = blocks->pdata[i];
      FoiMeasured *measured
          = previous != NULL ? g_hash_table_lookup (previous->by_id, block->id) : NULL;

      if (measured != NULL && foi_block_equal (measured->block, block))
        foi_measured_ref (measured);
      else
        {
          measured = foi_measure (typesetter, block, self->area.width, self->area.height);
          self->n_measured++;
        }
      g_ptr_array_add (self->measured, measured);
      g_hash_table_insert (self->by_id, measured->block->id, measured);
    }
}

static void
put_on_pages (FoiLayout *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  guint page = G_MAXUINT;

  for (guint i = 0; i < self->measured->len; i++)
    {
      const FoiMeasured *measured = self->measured->pdata[i];

      for (guint j = 0; j < measured->items->len; j++)
        g_ptr_array_add (items, measured->items->pdata[j]);
    }
  self->placed = foi_paginate (items, self->area.height);
  self->page_starts = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->placed->len; i++)
    if (g_array_index (self->placed, FoiPlaced, i).page != page)
      {
        page = g_array_index (self->placed, FoiPlaced, i).page;
        g_array_append_val (self->page_starts, i);
      }
  if (self->page_starts->len == 0)
    g_array_append_val (self->page_starts, self->placed->len);
  g_array_append_val (self->page_starts, self->placed->len);
}

static void
set_page_labels (FoiLayout *self, FoiTypesetter *typesetter, FoiLayout *previous)
{
  guint n_pages = foi_layout_get_n_pages (self);

  if (previous != NULL && previous->page_labels->len == n_pages)
    {
      self->page_labels = g_ptr_array_ref (previous->page_labels);
      return;
    }
  self->page_labels = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_set_text_unref);
  for (guint i = 0; i < n_pages; i++)
    {
      /* Translators: in the head of a letter's pages: the number of this one and of all. */
      g_autofree char *label = g_strdup_printf (_("Page %u of %u"), i + 1, n_pages);

      g_ptr_array_add (self->page_labels,
                       foi_typesetter_set_text (typesetter, &small_style, label,
                                                FOI_WIDTH_UNLIMITED));
    }
}

static void
set_furniture (FoiLayout *self, FoiTypesetter *typesetter, FoiLayout *previous)
{
  const char *reference = self->letter->reference != NULL ? self->letter->reference : "";
  const FoiTextStyle style = { .size = WATERMARK_SIZE, .bold = TRUE };

  set_page_labels (self, typesetter, previous);
  if (previous != NULL && g_strcmp0 (previous->letter->reference, self->letter->reference) == 0)
    self->reference = foi_set_text_ref (previous->reference);
  else
    self->reference = foi_typesetter_set_text (typesetter, &small_style, reference,
                                               self->area.width * 0.7);
  if (!self->letter->draft)
    return;
  if (previous != NULL && previous->watermark != NULL)
    self->watermark = foi_set_text_ref (previous->watermark);
  else
    /* Translators: printed large and pale across each page of a letter that is not issued. */
    self->watermark = foi_typesetter_set_text (typesetter, &style, _("DRAFT"),
                                               FOI_WIDTH_UNLIMITED);
}

/**
 * foi_layout_new:
 * @letter: a composed letter; kept
 * @paper: on what it is printed
 * @previous: (nullable): how it was set before it changed
 *
 * Sets a letter on pages. Blocks that @previous has and that are still the same are taken over as
 * they were broken into lines; pages are always made anew, which costs little. May be called in
 * any thread; what it returns may be painted in any thread.
 *
 * Returns: (transfer full): the letter on its pages, one at least.
 */
FoiLayout *
foi_layout_new (FoiLetter *letter, FoiPaper paper, FoiLayout *previous)
{
  g_autoptr (FoiTypesetter) typesetter = NULL;
  FoiLayout *self;

  g_return_val_if_fail (letter != NULL, NULL);

  self = g_new0 (FoiLayout, 1);
  self->ref_count = 1;
  self->letter = foi_letter_ref (letter);
  choose_paper (self, paper);
  if (!is_reusable (self, previous))
    previous = NULL;
  typesetter = foi_typesetter_acquire (letter->language != NULL ? letter->language : "en-GB",
                                       letter->draft);
  self->font = foi_typesetter_get_font (typesetter);
  measure_blocks (self, typesetter, previous);
  put_on_pages (self);
  set_furniture (self, typesetter, previous);
  return self;
}

/**
 * foi_layout_ref:
 * @self: a layout
 *
 * Returns: (transfer full): @self, from any thread.
 */
FoiLayout *
foi_layout_ref (FoiLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_int_inc (&self->ref_count);
  return self;
}

/**
 * foi_layout_unref:
 * @self: (transfer full): a layout
 *
 * Gives a reference up; the last frees the layout, but not what later layouts took over from it.
 */
void
foi_layout_unref (FoiLayout *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_array_unref (self->placed);
  g_array_unref (self->page_starts);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->measured);
  g_ptr_array_unref (self->page_labels);
  foi_set_text_unref (self->reference);
  g_clear_pointer (&self->watermark, foi_set_text_unref);
  foi_letter_unref (self->letter);
  g_free (self);
}

/**
 * foi_layout_get_letter:
 * @self: a layout
 *
 * Returns: (transfer none): the letter that it sets.
 */
FoiLetter *
foi_layout_get_letter (FoiLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->letter;
}

/**
 * foi_layout_get_n_pages:
 * @self: a layout
 *
 * Returns: how many pages it has, one at least.
 */
guint
foi_layout_get_n_pages (FoiLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->page_starts->len - 1;
}

/**
 * foi_layout_get_page_size:
 * @self: a layout
 * @width: (out) (optional): in points
 * @height: (out) (optional): in points
 *
 * Says how large the paper is.
 */
void
foi_layout_get_page_size (FoiLayout *self, double *width, double *height)
{
  g_return_if_fail (self != NULL);

  if (width != NULL)
    *width = self->page_width;
  if (height != NULL)
    *height = self->page_height;
}

/**
 * foi_layout_get_text_area:
 * @self: a layout
 * @area: (out): on each page
 *
 * Says where the letter's text stands; only the running header is outside.
 */
void
foi_layout_get_text_area (FoiLayout *self, FoiRect *area)
{
  g_return_if_fail (self != NULL && area != NULL);
  *area = self->area;
}

/**
 * foi_layout_get_font:
 * @self: a layout
 *
 * Returns: the family that the letter is really set in, which is "Liberation Sans" where that is
 *   installed. Characters it does not have are set in others.
 */
const char *
foi_layout_get_font (FoiLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->font;
}

/**
 * foi_layout_get_n_measured:
 * @self: a layout
 *
 * Returns: how many blocks had to be broken into lines for it: all, or those that changed.
 */
guint
foi_layout_get_n_measured (FoiLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_measured;
}
