/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-letter-block.h"

#include <glib/gi18n.h>
#include <string.h>

struct _FoiLetterBlock
{
  GtkWidget parent_instance;

  FoiBlock *block;
  FoiRect   rect;
};

G_DEFINE_FINAL_TYPE (FoiLetterBlock, foi_letter_block, GTK_TYPE_WIDGET)

static void
foi_letter_block_finalize (GObject *object)
{
  g_clear_pointer (&FOI_LETTER_BLOCK (object)->block, foi_block_unref);

  G_OBJECT_CLASS (foi_letter_block_parent_class)->finalize (object);
}

static void
foi_letter_block_class_init (FoiLetterBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foi_letter_block_finalize;
}

static void
foi_letter_block_init (FoiLetterBlock *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/* The role is set at construction: it cannot change afterwards. */
static GtkAccessibleRole
get_role (const FoiBlock *block)
{
  switch (block->kind)
    {
    case FOI_BLOCK_HEADING:
      return GTK_ACCESSIBLE_ROLE_HEADING;
    case FOI_BLOCK_TABLE:
      return GTK_ACCESSIBLE_ROLE_LABEL;
    case FOI_BLOCK_FIGURE:
      return GTK_ACCESSIBLE_ROLE_IMG;
    case FOI_BLOCK_LETTERHEAD:
    case FOI_BLOCK_DATE:
    case FOI_BLOCK_ADDRESSEE:
    case FOI_BLOCK_SALUTATION:
    case FOI_BLOCK_SUBJECT:
    case FOI_BLOCK_PARAGRAPH:
    case FOI_BLOCK_ASKED:
    case FOI_BLOCK_LIST:
    case FOI_BLOCK_ITEM:
    case FOI_BLOCK_QUOTE:
    case FOI_BLOCK_NOTE:
    case FOI_BLOCK_SIGN_OFF:
    default:
      return GTK_ACCESSIBLE_ROLE_LABEL;
    }
}

/* A table read out: its caption, then row after row, each cell under its heading. */
static char *
dup_table_text (const FoiBlock *block)
{
  g_autofree char *caption = foi_block_dup_text (block);
  GString *text = g_string_new (caption);
  guint n_columns = foi_publication_get_n_columns (block->table);

  for (guint row = 0; row < foi_publication_get_n_rows (block->table); row++)
    {
      g_string_append_c (text, '\n');
      for (guint column = 0; column < n_columns; column++)
        {
          g_autofree char *heading = foi_block_dup_heading_text (block, column);
          g_autofree char *cell = foi_block_dup_cell_text (block, row, column);

          if (cell[0] == '\0')
            continue;
          if (column > 0)
            /* Translators: the heading of a column, and a cell of it. */
            g_string_append_printf (text, _(", %s: %s"), heading, cell);
          else
            g_string_append (text, cell);
        }
    }
  return g_string_free (text, FALSE);
}

/**
 * foi_letter_block_new:
 * @block: a block whose kind the widget is for
 *
 * Returns: (transfer floating): it.
 */
GtkWidget *
foi_letter_block_new (FoiBlock *block)
{
  return g_object_new (FOI_TYPE_LETTER_BLOCK, "accessible-role", get_role (block), NULL);
}

/**
 * foi_letter_block_set:
 * @block: what is to be read out
 * @rect: where it stands on the page, in points
 *
 * Says the block, unless it says the same already.
 *
 * Returns: whether it stands elsewhere than before.
 */
gboolean
foi_letter_block_set (FoiLetterBlock *self, FoiBlock *block, const FoiRect *rect)
{
  g_autofree char *text = NULL;
  gboolean moved;

  g_return_val_if_fail (FOI_IS_LETTER_BLOCK (self), FALSE);

  moved = memcmp (&self->rect, rect, sizeof self->rect) != 0;
  self->rect = *rect;
  if (self->block == block || (self->block != NULL && foi_block_equal (self->block, block)))
    return moved;
  g_clear_pointer (&self->block, foi_block_unref);
  self->block = foi_block_ref (block);
  text = block->table != NULL && block->kind == FOI_BLOCK_TABLE ? dup_table_text (block)
                                                                : foi_block_dup_text (block);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return moved;
}

/**
 * foi_letter_block_get_id:
 *
 * Returns: (nullable): the id of the block that it says.
 */
const char *
foi_letter_block_get_id (FoiLetterBlock *self)
{
  g_return_val_if_fail (FOI_IS_LETTER_BLOCK (self), NULL);
  return self->block != NULL ? self->block->id : NULL;
}

/**
 * foi_letter_block_suits:
 *
 * Returns: whether the widget's role, which cannot change, is that of @block.
 */
gboolean
foi_letter_block_suits (FoiLetterBlock *self, const FoiBlock *block)
{
  g_return_val_if_fail (FOI_IS_LETTER_BLOCK (self), FALSE);
  return gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (self)) == get_role (block);
}

/**
 * foi_letter_block_get_rect:
 * @rect: (out): where the block stands on its page, in points
 */
void
foi_letter_block_get_rect (FoiLetterBlock *self, FoiRect *rect)
{
  g_return_if_fail (FOI_IS_LETTER_BLOCK (self));
  *rect = self->rect;
}
