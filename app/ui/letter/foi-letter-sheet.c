/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-letter-sheet.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "foi-finding-mark.h"
#include "foi-letter-block.h"
#include "foi-letter-painter.h"

/* The bar in the margin beside what is being edited, in points. */
#define BAR_WIDTH 3.0
#define BAR_GAP 7.0
/* The marks stand in the other margin, where the bar is not: beside their first line. */
#define MARK_SIZE 10.0
#define MARK_GAP 1.0
#define MARK_TOP 2.5
/* How far, in points, letters may reach above and below their lines. */
#define INK_MARGIN 6.0

/* A piece of the page as it was painted last. */
typedef struct
{
  FoiPageBlock   there;
  GskRenderNode *node;   /* or NULL: not painted yet */
} Painted;

struct _FoiLetterSheet
{
  GtkWidget parent_instance;

  guint          page;
  FoiLayout     *layout;
  FoiRect        region;
  double         scale;
  int            width, height; /* as it was painted, in pixels */
  GArray        *bars;     /* of FoiRect: what is being edited */
  GskRenderNode *ground;   /* what stands on every page; NULL: not painted yet */
  GArray        *painted;  /* of Painted: the pieces over it, from top to bottom */
  gboolean       in_sight;
  GPtrArray     *blocks;   /* of FoiLetterBlock: what a screen reader reads */
  GHashTable    *marks;    /* block id -> FoiLetterMark: what was found in the letter, or NULL */
  GPtrArray     *signs;    /* of FoiFindingMark: of the blocks on this page */
  GArray        *sign_rects; /* of FoiRect: the blocks that they stand beside */
};

enum
{
  BLOCK_CLICKED,
  MARK_CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiLetterSheet, foi_letter_sheet, GTK_TYPE_WIDGET)

static void
painted_clear (gpointer data)
{
  g_clear_pointer (&((Painted *) data)->node, gsk_render_node_unref);
}

/* All is painted anew. */
static void
drop_nodes (FoiLetterSheet *self)
{
  g_clear_pointer (&self->ground, gsk_render_node_unref);
  for (guint i = 0; i < self->painted->len; i++)
    painted_clear (&g_array_index (self->painted, Painted, i));
}

static void
foi_letter_sheet_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                          int *minimum, int *natural, int *minimum_baseline,
                          int *natural_baseline)
{
  FoiLetterSheet *self = FOI_LETTER_SHEET (widget);
  double length = orientation == GTK_ORIENTATION_HORIZONTAL ? self->region.width
                                                            : self->region.height;

  *minimum = *natural = (int) ceil (length * self->scale);
}

static void
allocate_signs (FoiLetterSheet *self)
{
  const int side = (int) round (MARK_SIZE * self->scale);
  FoiRect text;
  double x;

  if (self->signs->len == 0)
    return;
  foi_layout_get_text_area (self->layout, &text);
  x = text.x + text.width + MARK_GAP - self->region.x;
  for (guint i = 0; i < self->signs->len; i++)
    {
      const FoiRect *rect = &g_array_index (self->sign_rects, FoiRect, i);
      const GtkAllocation allocation = {
        (int) round (x * self->scale),
        (int) round ((rect->y + MARK_TOP - self->region.y) * self->scale), side, side,
      };

      gtk_widget_size_allocate (self->signs->pdata[i], &allocation, -1);
    }
}

static void
foi_letter_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FoiLetterSheet *self = FOI_LETTER_SHEET (widget);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      FoiLetterBlock *block = g_ptr_array_index (self->blocks, i);
      FoiRect rect;
      GtkAllocation allocation;

      foi_letter_block_get_rect (block, &rect);
      allocation.x = (int) floor ((rect.x - self->region.x) * self->scale);
      allocation.y = (int) floor ((rect.y - self->region.y) * self->scale);
      allocation.width = MAX (1, (int) ceil (rect.width * self->scale));
      allocation.height = MAX (1, (int) ceil (rect.height * self->scale));
      gtk_widget_size_allocate (GTK_WIDGET (block), &allocation, -1);
    }
  allocate_signs (self);
  if (width != self->width || height != self->height)
    drop_nodes (self);
  self->width = width;
  self->height = height;
}

static void
snapshot_bars (FoiLetterSheet *self, GtkSnapshot *snapshot)
{
  FoiRect text;

  foi_layout_get_text_area (self->layout, &text);
  for (guint i = 0; i < self->bars->len; i++)
    {
      const FoiRect *bar = &g_array_index (self->bars, FoiRect, i);
      double x = text.x - BAR_GAP - BAR_WIDTH;

      gtk_snapshot_append_color (
        snapshot, &(GdkRGBA) { 0x35 / 255.0f, 0x84 / 255.0f, 0xe4 / 255.0f, 1 },
        &GRAPHENE_RECT_INIT ((float) ((x - self->region.x) * self->scale),
                             (float) ((bar->y - self->region.y) * self->scale),
                             (float) (BAR_WIDTH * self->scale),
                             (float) (bar->height * self->scale)));
    }
}

/* Paints a piece, or for %NULL what stands on every page. */
static GskRenderNode *
paint (FoiLetterSheet *self, const FoiPageBlock *piece)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self)), top = 0, bottom = height;
  GskRenderNode *node;
  cairo_t *cr;

  if (piece != NULL)
    {
      double y = piece->rect.y - self->region.y, end = y + piece->rect.height;

      top = (int) floor (CLAMP ((y - INK_MARGIN) * self->scale, 0, height));
      bottom = (int) ceil (CLAMP ((end + INK_MARGIN) * self->scale, 0, height));
    }
  node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, (float) top, (float) width,
                                                  (float) MAX (bottom - top, 0)));
  cr = gsk_cairo_node_get_draw_context (node);
  cairo_rectangle (cr, 0, top, width, bottom - top);
  cairo_clip (cr);
  cairo_scale (cr, self->scale, self->scale);
  cairo_translate (cr, -self->region.x, -self->region.y);
  if (piece != NULL)
    foi_letter_paint_piece (self->layout, self->page, piece, cr);
  else
    foi_letter_paint_ground (self->layout, self->page, cr);
  cairo_destroy (cr);
  return node;
}

/* Each piece has a node of its own, kept until it changes: what stayed the same is neither painted
 * again nor put on the screen again. */
static void
foi_letter_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FoiLetterSheet *self = FOI_LETTER_SHEET (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));

  if (self->layout == NULL || self->page >= foi_layout_get_n_pages (self->layout))
    return;
  /* Paper is white whatever the theme. */
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &bounds);
  if (!self->in_sight)
    return;
  if (self->ground == NULL)
    self->ground = paint (self, NULL);
  gtk_snapshot_append_node (snapshot, self->ground);
  for (guint i = 0; i < self->painted->len; i++)
    {
      Painted *painted = &g_array_index (self->painted, Painted, i);

      if (painted->node == NULL)
        painted->node = paint (self, &painted->there);
      gtk_snapshot_append_node (snapshot, painted->node);
    }
  snapshot_bars (self, snapshot);
  for (guint i = 0; i < self->signs->len; i++)
    gtk_widget_snapshot_child (widget, self->signs->pdata[i], snapshot);
}

static void
released_cb (FoiLetterSheet *self, int n_presses, double x, double y)
{
  FoiBlock *block;

  if (self->layout == NULL)
    return;
  block = foi_layout_get_block_at (self->layout, self->page, x / self->scale + self->region.x,
                                   y / self->scale + self->region.y);
  if (block != NULL && block->place != NULL)
    g_signal_emit (self, signals[BLOCK_CLICKED], 0, block->place);
}

static void
foi_letter_sheet_dispose (GObject *object)
{
  FoiLetterSheet *self = FOI_LETTER_SHEET (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->blocks, 0);
  g_ptr_array_set_size (self->signs, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  drop_nodes (self);
  g_array_set_size (self->painted, 0);
  g_clear_pointer (&self->layout, foi_layout_unref);

  G_OBJECT_CLASS (foi_letter_sheet_parent_class)->dispose (object);
}

static void
foi_letter_sheet_finalize (GObject *object)
{
  FoiLetterSheet *self = FOI_LETTER_SHEET (object);

  g_clear_pointer (&self->bars, g_array_unref);
  g_clear_pointer (&self->painted, g_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  g_clear_pointer (&self->signs, g_ptr_array_unref);
  g_clear_pointer (&self->sign_rects, g_array_unref);

  G_OBJECT_CLASS (foi_letter_sheet_parent_class)->finalize (object);
}

static void
foi_letter_sheet_class_init (FoiLetterSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foi_letter_sheet_dispose;
  object_class->finalize = foi_letter_sheet_finalize;
  widget_class->measure = foi_letter_sheet_measure;
  widget_class->size_allocate = foi_letter_sheet_size_allocate;
  widget_class->snapshot = foi_letter_sheet_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[BLOCK_CLICKED] = g_signal_new ("block-clicked", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_STRING);
  signals[MARK_CLICKED] = g_signal_new ("mark-clicked", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                        G_TYPE_STRING);
}

static void
foi_letter_sheet_init (FoiLetterSheet *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->scale = 1;
  self->in_sight = TRUE;
  self->bars = g_array_new (FALSE, FALSE, sizeof (FoiRect));
  self->painted = g_array_new (FALSE, FALSE, sizeof (Painted));
  g_array_set_clear_func (self->painted, painted_clear);
  self->blocks = g_ptr_array_new ();
  self->signs = g_ptr_array_new ();
  self->sign_rects = g_array_new (FALSE, FALSE, sizeof (FoiRect));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * foi_letter_sheet_new:
 * @page: which page, from 0
 *
 * Returns: (transfer floating): a sheet without a letter yet.
 */
GtkWidget *
foi_letter_sheet_new (guint page)
{
  FoiLetterSheet *self = g_object_new (FOI_TYPE_LETTER_SHEET, NULL);
  /* Translators: the accessible name of a page of the letter. */
  g_autofree char *name = g_strdup_printf (_("Page %u"), page + 1);

  self->page = page;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

static void
drop_blocks (FoiLetterSheet *self, guint from)
{
  for (guint i = from; i < self->blocks->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->blocks, i));
  g_ptr_array_set_size (self->blocks, (int) from);
}

static void
sign_clicked_cb (FoiLetterSheet *self, FoiFindingMark *sign)
{
  g_autofree char *place = g_strdup (foi_finding_mark_get_editor (sign));

  g_signal_emit (self, signals[MARK_CLICKED], 0, place);
}

/* The sign of a block comes after it, for those who hear the page and for the keys. */
static void
put_sign (FoiLetterSheet *self, guint index, GtkWidget *block, const FoiRect *rect,
          const FoiLetterMark *mark)
{
  GtkWidget *sign;

  if (index == self->signs->len)
    {
      sign = foi_finding_mark_new ();
      g_signal_connect_object (sign, "clicked", G_CALLBACK (sign_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (self->signs, sign);
      g_array_append_val (self->sign_rects, *rect);
      gtk_widget_insert_after (sign, GTK_WIDGET (self), block);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  sign = self->signs->pdata[index];
  if (gtk_widget_get_prev_sibling (sign) != block)
    gtk_widget_insert_after (sign, GTK_WIDGET (self), block);
  foi_finding_mark_set (FOI_FINDING_MARK (sign), mark);
  if (memcmp (&g_array_index (self->sign_rects, FoiRect, index), rect, sizeof *rect) != 0)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_array_index (self->sign_rects, FoiRect, index) = *rect;
}

/* Puts a sign beside each block of the page in which something was found. */
static void
update_signs (FoiLetterSheet *self)
{
  guint used = 0;

  for (guint i = 0; self->marks != NULL && i < self->blocks->len; i++)
    {
      FoiLetterBlock *block = self->blocks->pdata[i];
      const FoiLetterMark *mark
        = g_hash_table_lookup (self->marks, foi_letter_block_get_id (block));
      FoiRect rect;

      if (mark == NULL)
        continue;
      foi_letter_block_get_rect (block, &rect);
      put_sign (self, used++, GTK_WIDGET (block), &rect, mark);
    }
  if (used < self->signs->len)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  while (used < self->signs->len)
    {
      gtk_widget_unparent (self->signs->pdata[self->signs->len - 1]);
      g_ptr_array_set_size (self->signs, (int) self->signs->len - 1);
    }
  g_array_set_size (self->sign_rects, used);
}

/* Keeps the readable blocks that are of the same kind in the same order, and makes the others
   anew. */
static void
update_blocks (FoiLetterSheet *self)
{
  g_autoptr (GArray) blocks = foi_layout_list_blocks (self->layout, self->page);
  guint used = 0;
  gboolean moved = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      const FoiPageBlock *there = &g_array_index (blocks, FoiPageBlock, i);
      GtkWidget *widget;

      if (there->rect.height <= 0)
        continue;
      if (used < self->blocks->len
          && !foi_letter_block_suits (g_ptr_array_index (self->blocks, used), there->block))
        drop_blocks (self, used);
      if (used == self->blocks->len)
        {
          widget = foi_letter_block_new (there->block);
          gtk_widget_insert_before (widget, GTK_WIDGET (self), NULL);
          g_ptr_array_add (self->blocks, widget);
        }
      widget = g_ptr_array_index (self->blocks, used++);
      moved |= foi_letter_block_set (FOI_LETTER_BLOCK (widget), there->block, &there->rect);
    }
  drop_blocks (self, used);
  if (moved)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  update_signs (self);
}

/* Takes the node of each piece that looks as it did in @previous, where it is one of @painted. */
static gboolean
take_nodes (FoiLetterSheet *self, FoiLayout *previous, GArray *painted)
{
  gboolean all = painted->len == self->painted->len;
  guint from = 0;

  for (guint i = 0; i < self->painted->len; i++)
    {
      Painted *now = &g_array_index (self->painted, Painted, i);
      guint j = from;

      for (; j < painted->len; j++)
        {
          Painted *was = &g_array_index (painted, Painted, j);

          if (!foi_layout_shares_piece (self->layout, &now->there, previous, &was->there,
                                        self->page))
            continue;
          now->node = g_steal_pointer (&was->node);
          from = j + 1;
          break;
        }
      all &= now->node != NULL;
    }
  return all;
}

/* Says of the new letter's pieces which have to be painted; returns whether none has. */
static gboolean
update_painted (FoiLetterSheet *self, FoiLayout *previous)
{
  g_autoptr (GArray) pieces = foi_layout_list_pieces (self->layout, self->page);
  g_autoptr (GArray) painted = g_steal_pointer (&self->painted);

  self->painted = g_array_sized_new (FALSE, TRUE, sizeof (Painted), pieces->len);
  g_array_set_clear_func (self->painted, painted_clear);
  for (guint i = 0; i < pieces->len; i++)
    {
      Painted now = { .there = g_array_index (pieces, FoiPageBlock, i) };

      g_array_append_val (self->painted, now);
    }
  if (previous == NULL || self->page >= foi_layout_get_n_pages (previous))
    return FALSE;
  if (!foi_layout_shares_ground (self->layout, previous, self->page))
    g_clear_pointer (&self->ground, gsk_render_node_unref);
  return take_nodes (self, previous, painted) && self->ground != NULL;
}

/**
 * foi_letter_sheet_set_layout:
 * @layout: the letter as set
 *
 * Shows the page of another letter, or of the same one changed: of that, what changed is painted.
 */
void
foi_letter_sheet_set_layout (FoiLetterSheet *self, FoiLayout *layout)
{
  g_autoptr (FoiLayout) previous = NULL;

  g_return_if_fail (FOI_IS_LETTER_SHEET (self));
  g_return_if_fail (layout != NULL);

  if (self->layout == layout)
    return;
  previous = g_steal_pointer (&self->layout);
  self->layout = foi_layout_ref (layout);
  if (!update_painted (self, previous))
    gtk_widget_queue_draw (GTK_WIDGET (self));
  update_blocks (self);
}

/**
 * foi_letter_sheet_set_view:
 * @region: the part of the page that is shown, in points
 * @scale: pixels for a point
 *
 * Sets what is seen of the page and how large.
 */
void
foi_letter_sheet_set_view (FoiLetterSheet *self, const FoiRect *region, double scale)
{
  g_return_if_fail (FOI_IS_LETTER_SHEET (self));

  if (memcmp (&self->region, region, sizeof *region) == 0
      && memcmp (&self->scale, &scale, sizeof scale) == 0)
    return;
  self->region = *region;
  self->scale = scale;
  drop_nodes (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * foi_letter_sheet_set_bars:
 * @bars: (element-type FoiRect): what is being edited on this page
 *
 * Marks it with a bar in the margin.
 */
void
foi_letter_sheet_set_bars (FoiLetterSheet *self, GArray *bars)
{
  g_return_if_fail (FOI_IS_LETTER_SHEET (self));

  if (bars->len == self->bars->len
      && (bars->len == 0
          || memcmp (bars->data, self->bars->data, bars->len * sizeof (FoiRect)) == 0))
    return;
  g_array_set_size (self->bars, 0);
  g_array_append_vals (self->bars, bars->data, bars->len);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * foi_letter_sheet_set_marks:
 * @marks: (nullable) (element-type utf8 FoiLetterMark): what was found, by the ids of the blocks
 *
 * Marks the blocks of this page in which something was found. The marks are on the screen only:
 * they belong to the sheet, not to the letter, and follow their blocks until others are set.
 */
void
foi_letter_sheet_set_marks (FoiLetterSheet *self, GHashTable *marks)
{
  g_return_if_fail (FOI_IS_LETTER_SHEET (self));

  g_clear_pointer (&self->marks, g_hash_table_unref);
  self->marks = marks != NULL ? g_hash_table_ref (marks) : NULL;
  update_signs (self);
}

/**
 * foi_letter_sheet_set_in_sight:
 * @in_sight: whether some of it is seen, or nearly
 *
 * Leaves the writing on a page that nobody sees to when it comes into sight: a long letter takes no
 * time of the frames that show one page of it.
 */
void
foi_letter_sheet_set_in_sight (FoiLetterSheet *self, gboolean in_sight)
{
  g_return_if_fail (FOI_IS_LETTER_SHEET (self));

  if (self->in_sight == in_sight)
    return;
  self->in_sight = in_sight;
  if (!in_sight)
    drop_nodes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
