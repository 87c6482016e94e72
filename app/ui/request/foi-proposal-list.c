/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-proposal-list.h"

#include <glib/gi18n.h>
#include <string.h>

/* Bytes; more is not read in a line or a tooltip. */
#define MAX_SHOWN 600

#define NONE G_MAXUINT

struct _FoiProposalList
{
  GtkWidget parent_instance;

  FoiQuestionProposal *proposal;
  GPtrArray           *past;      /* the proposals before each edit */
  gboolean             updating;
  guint                renaming;  /* the question being renamed, and nothing else since; or NONE */

  GtkWidget *rows;
  GtkWidget *words;
};

enum
{
  CHANGED,
  SHOW,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiProposalList, foi_proposal_list, GTK_TYPE_WIDGET)

static void fill (FoiProposalList *self);

/* ---- edits ----------------------------------------------------------------------------------- */

static void
set_proposal (FoiProposalList *self, FoiQuestionProposal *proposal)
{
  g_clear_pointer (&self->proposal, foi_question_proposal_unref);
  self->proposal = proposal;
  self->renaming = NONE;
}

/* Takes @proposal, or says why there is none. */
static gboolean
take (FoiProposalList *self, FoiQuestionProposal *proposal, GError *error)
{
  if (proposal == NULL)
    {
      if (error != NULL)
        g_signal_emit (self, signals[REFUSED], 0, error->message);
      return FALSE;
    }
  g_ptr_array_add (self->past, foi_question_proposal_ref (self->proposal));
  set_proposal (self, proposal);
  fill (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

static void
focus_row (FoiProposalList *self, guint index)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);
  GtkWidget *entry;

  while (row != NULL && index-- > 0)
    row = gtk_widget_get_next_sibling (row);
  entry = row != NULL ? g_object_get_data (G_OBJECT (row), "entry") : NULL;
  if (entry != NULL)
    gtk_entry_grab_focus_without_selecting (GTK_ENTRY (entry));
}

static guint
index_of (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "index"));
}

static void
move_to (FoiProposalList *self, guint from, guint to)
{
  if (to >= self->proposal->questions->len)
    return;
  take (self, foi_question_proposal_move (self->proposal, from, to), NULL);
  focus_row (self, to);
}

static void
up_clicked_cb (GtkWidget *button, FoiProposalList *self)
{
  move_to (self, index_of (button), index_of (button) - 1);
}

static void
down_clicked_cb (GtkWidget *button, FoiProposalList *self)
{
  move_to (self, index_of (button), index_of (button) + 1);
}

static void
merge_clicked_cb (GtkWidget *button, FoiProposalList *self)
{
  const guint index = index_of (button);
  g_autoptr (GError) error = NULL;
  FoiQuestionProposal *merged = foi_question_proposal_merge (self->proposal, index, &error);

  if (take (self, merged, error))
    focus_row (self, index);
}

static void
remove_clicked_cb (GtkWidget *button, FoiProposalList *self)
{
  const guint index = index_of (button);

  take (self, foi_question_proposal_remove (self->proposal, index), NULL);
  focus_row (self, MIN (index, MAX (self->proposal->questions->len, 1) - 1));
}

/* The row stays as it is: it is being typed in. All that is typed in it is one thing to undo. */
static void
label_changed_cb (GtkWidget *entry, FoiProposalList *self)
{
  const guint index = index_of (entry);
  const gboolean is_first = self->renaming != index;

  if (self->updating)
    return;
  if (is_first)
    g_ptr_array_add (self->past, foi_question_proposal_ref (self->proposal));
  set_proposal (self, foi_question_proposal_rename (
                        self->proposal, index, gtk_editable_get_text (GTK_EDITABLE (entry))));
  self->renaming = index;
  if (is_first)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
show_span (FoiProposalList *self, FoiTextSpan span)
{
  g_signal_emit (self, signals[SHOW], 0, (guint64) span.start, (guint64) span.end);
}

static void
number_clicked_cb (GtkWidget *button, FoiProposalList *self)
{
  show_span (self, foi_question_proposal_get (self->proposal, index_of (button))->span);
}

static void
words_clicked_cb (GtkWidget *button, FoiProposalList *self)
{
  const FoiTextSpan *span = g_object_get_data (G_OBJECT (button), "span");

  show_span (self, *span);
}

/* ---- rows ------------------------------------------------------------------------------------ */

/* The words of @span in one line; no more of them than can be read in passing. */
static char *
dup_line (FoiProposalList *self, FoiTextSpan span)
{
  const char *text = self->proposal->text;
  g_autofree char *line = NULL;

  if (span.end - span.start <= MAX_SHOWN)
    return foi_text_span_dup_line (text, span);
  span.end = span.start + MAX_SHOWN;
  while (((guchar) text[span.end] & 0xc0) == 0x80)
    span.end--;
  line = foi_text_span_dup_line (text, span);
  return g_strconcat (line, "…", NULL);
}

static void
connect (FoiProposalList *self, GtkWidget *widget, guint index, const char *signal,
         GCallback callback)
{
  g_object_set_data (G_OBJECT (widget), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (widget, signal, callback, self, 0);
}

static void
append_button (FoiProposalList *self, GtkWidget *box, guint index, const char *icon,
               const char *tip, GCallback callback, gboolean sensitive)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon)
                                   : gtk_button_new_with_label (_("Merge"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "foi-tight");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_widget_set_sensitive (button, sensitive);
  connect (self, button, index, "clicked", callback);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
new_header (FoiProposalList *self, guint index, const FoiFoundQuestion *found, GtkWidget **entry)
{
  const guint n = self->proposal->questions->len;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  /* Translators: %s is a number. */
  g_autofree char *name = g_strdup_printf (_("Short name of question %s"), number);
  GtkWidget *show = gtk_button_new_with_label (number);

  gtk_widget_add_css_class (show, "flat");
  gtk_widget_add_css_class (show, "foi-tight");
  gtk_widget_add_css_class (show, index % 2 == 0 ? "foi-tint-a" : "foi-tint-b");
  gtk_widget_set_tooltip_text (show, _("Show the question in the request"));
  connect (self, show, index, "clicked", G_CALLBACK (number_clicked_cb));
  gtk_box_append (GTK_BOX (box), show);
  *entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (*entry), found->label);
  gtk_editable_set_width_chars (GTK_EDITABLE (*entry), 8);
  gtk_entry_set_placeholder_text (GTK_ENTRY (*entry), _("Short name for lists"));
  gtk_widget_set_hexpand (*entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (*entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  connect (self, *entry, index, "changed", G_CALLBACK (label_changed_cb));
  gtk_box_append (GTK_BOX (box), *entry);
  append_button (self, box, index, "go-up-symbolic", _("Move Up"), G_CALLBACK (up_clicked_cb),
                 index > 0);
  append_button (self, box, index, "go-down-symbolic", _("Move Down"),
                 G_CALLBACK (down_clicked_cb), index + 1 < n);
  append_button (self, box, index, NULL, _("Merge with the Next"),
                 G_CALLBACK (merge_clicked_cb), index + 1 < n);
  append_button (self, box, index, "edit-delete-symbolic", _("Remove"),
                 G_CALLBACK (remove_clicked_cb), TRUE);
  return box;
}

static GtkWidget *
new_excerpt (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_add_css_class (label, "row-subtitle");
  gtk_widget_set_margin_start (label, 8);
  return label;
}

static GtkWidget *
new_row (FoiProposalList *self, guint index)
{
  const FoiFoundQuestion *found = foi_question_proposal_get (self->proposal, index);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *text = dup_line (self, found->words);
  GtkWidget *entry;

  gtk_box_append (GTK_BOX (row), new_header (self, index, found, &entry));
  gtk_box_append (GTK_BOX (row), new_excerpt (text));
  if (found->parts->len > 0)
    {
      g_autofree char *parts = g_strdup_printf (ngettext ("in %u part", "in %u parts",
                                                          found->parts->len),
                                                found->parts->len);

      gtk_box_append (GTK_BOX (row), new_excerpt (parts));
    }
  g_object_set_data (G_OBJECT (row), "entry", entry);
  return row;
}

/* Words in no question; what frames the request is there too, but quietly: nothing is lost. */
static void
append_words (FoiProposalList *self, FoiTextSpan span, const char *kind)
{
  g_autofree char *line = dup_line (self, span);
  g_autofree char *text = kind != NULL ? g_strconcat (kind, " ", line, NULL) : g_strdup (line);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new ();
  FoiTextSpan *copy = g_new (FoiTextSpan, 1);

  *copy = span;
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "foi-words");
  if (kind != NULL)
    gtk_widget_add_css_class (button, "foi-hint");
  gtk_widget_set_tooltip_text (button, line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "span", copy, g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (words_clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (self->words), button);
}

/* What to do where nothing was recognised. */
static void
append_hint (FoiProposalList *self)
{
  GtkWidget *hint = gtk_label_new (_("No question was found. Select the words of each in the "
                                     "request, and press Ctrl+Enter."));

  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_widget_add_css_class (hint, "foi-hint");
  gtk_box_append (GTK_BOX (self->rows), hint);
}

static void
fill_words (FoiProposalList *self)
{
  const FoiQuestionProposal *proposal = self->proposal;
  GtkWidget *heading;

  if (proposal == NULL
      || (proposal->words->len == 0 && foi_text_span_is_empty (proposal->preamble)))
    return;
  heading = gtk_label_new (_("Words in no question"));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "foi-section");
  gtk_box_append (GTK_BOX (self->words), heading);
  if (!foi_text_span_is_empty (proposal->preamble))
    append_words (self, proposal->preamble, _("Before the questions:"));
  for (guint i = 0; i < proposal->words->len; i++)
    {
      const FoiWords *words = &g_array_index (proposal->words, FoiWords, i);

      append_words (self, words->span,
                    words->kind == FOI_WORDS_GREETING  ? _("Greeting:")
                    : words->kind == FOI_WORDS_CLOSING ? _("Closing:")
                                                       : NULL);
    }
}

static void
empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
fill (FoiProposalList *self)
{
  self->updating = TRUE;
  empty (self->rows);
  empty (self->words);
  for (guint i = 0; self->proposal != NULL && i < self->proposal->questions->len; i++)
    gtk_box_append (GTK_BOX (self->rows), new_row (self, i));
  if (self->proposal != NULL && self->proposal->questions->len == 0)
    append_hint (self);
  fill_words (self);
  self->updating = FALSE;
}

/* ---- the widget ------------------------------------------------------------------------------ */

static void
foi_proposal_list_dispose (GObject *object)
{
  FoiProposalList *self = FOI_PROPOSAL_LIST (object);

  g_clear_pointer (&self->rows, gtk_widget_unparent);
  g_clear_pointer (&self->words, gtk_widget_unparent);

  G_OBJECT_CLASS (foi_proposal_list_parent_class)->dispose (object);
}

static void
foi_proposal_list_finalize (GObject *object)
{
  FoiProposalList *self = FOI_PROPOSAL_LIST (object);

  g_clear_pointer (&self->proposal, foi_question_proposal_unref);
  g_ptr_array_unref (self->past);

  G_OBJECT_CLASS (foi_proposal_list_parent_class)->finalize (object);
}

static void
foi_proposal_list_class_init (FoiProposalListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = foi_proposal_list_dispose;
  object_class->finalize = foi_proposal_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[SHOW] = g_signal_new ("show-span", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_UINT64, G_TYPE_UINT64);
  signals[REFUSED] = g_signal_new ("refused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
foi_proposal_list_init (FoiProposalList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  self->renaming = NONE;
  self->past
    = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_question_proposal_unref);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
}

/**
 * foi_proposal_list_new:
 *
 * Returns: (transfer floating): a list without a proposal.
 */
GtkWidget *
foi_proposal_list_new (void)
{
  return g_object_new (FOI_TYPE_PROPOSAL_LIST, NULL);
}

/* Where the words of @span of @old are in @text; empty where they are no longer. */
static FoiTextSpan
find_again (const FoiQuestionProposal *old, FoiTextSpan span, const char *text)
{
  g_autofree char *words = g_strndup (old->text + span.start, span.end - span.start);
  const char *hit = strstr (text, words);
  FoiTextSpan found = { 0, 0 };

  if (hit != NULL)
    found = (FoiTextSpan){ (gsize) (hit - text), (gsize) (hit - text) + strlen (words) };
  return found;
}

/* @fresh with the questions that a person made of @old, as far as their words are still there;
   NULL where none is. */
static FoiQuestionProposal *
carry_over (const FoiQuestionProposal *old, FoiQuestionProposal *fresh)
{
  FoiQuestionProposal *carried = foi_question_proposal_ref (fresh);
  guint n = 0;

  while (carried->questions->len > 0)
    {
      g_autoptr (FoiQuestionProposal) before = carried;

      carried = foi_question_proposal_remove (before, before->questions->len - 1);
    }
  for (guint i = 0; i < old->questions->len; i++)
    {
      const FoiFoundQuestion *question = foi_question_proposal_get (old, i);
      const FoiTextSpan span = find_again (old, question->span, fresh->text);
      g_autoptr (FoiQuestionProposal) before = carried;
      g_autoptr (FoiQuestionProposal) added = NULL;
      g_autoptr (FoiQuestionProposal) moved = NULL;
      guint index;

      added = foi_text_span_is_empty (span)
                ? NULL : foi_question_proposal_add (before, span, &index, NULL);
      if (added == NULL)
        {
          carried = g_steal_pointer (&before);
          continue;
        }
      moved = foi_question_proposal_move (added, index, n);
      carried = foi_question_proposal_rename (moved, n, question->label);
      n++;
    }
  if (n == 0)
    g_clear_pointer (&carried, foi_question_proposal_unref);
  return carried;
}

/**
 * foi_proposal_list_propose:
 * @proposal: (nullable): what was found in another text
 *
 * Starts anew with @proposal. Where the person had changed the questions, and their words are in
 * the other text too, their questions stay, and undo gives @proposal.
 */
void
foi_proposal_list_propose (FoiProposalList *self, FoiQuestionProposal *proposal)
{
  FoiQuestionProposal *carried = NULL;

  g_return_if_fail (FOI_IS_PROPOSAL_LIST (self));

  if (proposal != NULL && self->proposal != NULL && self->past->len > 0)
    carried = carry_over (self->proposal, proposal);
  g_ptr_array_set_size (self->past, 0);
  if (carried != NULL)
    g_ptr_array_add (self->past, foi_question_proposal_ref (proposal));
  else if (proposal != NULL)
    carried = foi_question_proposal_ref (proposal);
  set_proposal (self, carried);
  fill (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * foi_proposal_list_get:
 *
 * Returns: (transfer none) (nullable): the proposal as the person has it.
 */
FoiQuestionProposal *
foi_proposal_list_get (FoiProposalList *self)
{
  g_return_val_if_fail (FOI_IS_PROPOSAL_LIST (self), NULL);
  return self->proposal;
}

/**
 * foi_proposal_list_add:
 * @span: words of the text
 *
 * Returns: whether they are a question now.
 */
gboolean
foi_proposal_list_add (FoiProposalList *self, FoiTextSpan span)
{
  g_autoptr (GError) error = NULL;
  FoiQuestionProposal *proposal;

  g_return_val_if_fail (FOI_IS_PROPOSAL_LIST (self), FALSE);

  if (self->proposal == NULL)
    return FALSE;
  proposal = foi_question_proposal_add (self->proposal, span, NULL, &error);
  return take (self, proposal, error);
}

/**
 * foi_proposal_list_split:
 * @offset: a byte of the text
 *
 * Returns: whether the question there is two now.
 */
gboolean
foi_proposal_list_split (FoiProposalList *self, gsize offset)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (FOI_IS_PROPOSAL_LIST (self), FALSE);

  for (guint i = 0; self->proposal != NULL && i < self->proposal->questions->len; i++)
    {
      const FoiTextSpan span = foi_question_proposal_get (self->proposal, i)->span;

      if (offset > span.start && offset < span.end)
        {
          FoiQuestionProposal *proposal
            = foi_question_proposal_split (self->proposal, i, offset, &error);

          return take (self, proposal, error);
        }
    }
  g_signal_emit (self, signals[REFUSED], 0,
                 _("Put the cursor into a question, between the words of the two, then split."));
  return FALSE;
}

/**
 * foi_proposal_list_can_undo:
 *
 * Returns: whether anything was done to the questions.
 */
gboolean
foi_proposal_list_can_undo (FoiProposalList *self)
{
  g_return_val_if_fail (FOI_IS_PROPOSAL_LIST (self), FALSE);
  return self->past->len > 0;
}

/**
 * foi_proposal_list_undo:
 *
 * Takes the last thing back that was done to the questions.
 *
 * Returns: whether there was one.
 */
gboolean
foi_proposal_list_undo (FoiProposalList *self)
{
  g_return_val_if_fail (FOI_IS_PROPOSAL_LIST (self), FALSE);

  if (self->past->len == 0)
    return FALSE;
  set_proposal (self, g_ptr_array_steal_index (self->past, self->past->len - 1));
  fill (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}
