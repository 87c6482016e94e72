/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-estimate-card.h"

#include <glib/gi18n.h>

#include "foi-almanac.h"
#include "foi-case-estimate.h"
#include "foi-case-field.h"
#include "foi-case-stance.h"
#include "foi-estimate-grid.h"
#include "foi-estimate-pooling.h"
#include "foi-estimate-words.h"
#include "foi-focus.h"
#include "foi-json-edit.h"
#include "foi-rules-clock.h"
#include "foi-spelling.h"
#include "foi-words.h"

/* The time that is most often counted by mistake. */
static const char *const uncountable[] = {
  N_("Redaction"),
  N_("Considering exemptions"),
  N_("Approval"),
};

struct _FoiEstimateCard
{
  GtkWidget parent_instance;

  FoiDocument  *document;
  char         *question;

  gboolean      is_offered;  /* where there is no card */
  GtkWidget    *card;
  GtkWidget    *empty;
  GtkWidget    *work;
  GtkWidget    *buttons;     /* for a row of it */
  GtkWidget    *not_counted;
  GtkWidget    *rate_line;
  GtkWidget    *rate;
  FoiCaseField *rate_field;  /* owned by the entry, as the other is by its view */
  GtkWidget    *sum;
  GtkWidget    *verdict;
  GtkWidget    *limit;
  GtkWidget    *pooling;
  GtkWidget    *advice;
  FoiCaseField *advice_field;
};

G_DEFINE_FINAL_TYPE (FoiEstimateCard, foi_estimate_card, GTK_TYPE_WIDGET)

static FoiCaseState *
get_state (FoiEstimateCard *self)
{
  return foi_case_get_state (foi_document_get_case (self->document));
}

static FoiQuestion *
get_question (FoiEstimateCard *self)
{
  return self->question != NULL
           ? foi_case_find_question (foi_document_get_case (self->document), self->question)
           : NULL;
}

/* ---- when it is there ------------------------------------------------------------------------ */

static gboolean
has_cost_ground (FoiQuestion *question)
{
  JsonNode *grounds = foi_question_get_grounds (question);

  for (guint i = 0; i < foi_json_get_n_elements (grounds); i++)
    if (foi_estimate_is_cost (foi_json_get_string (foi_json_get_element (grounds, i), "kind",
                                                   NULL)))
      return TRUE;
  return FALSE;
}

static gboolean
is_needed (FoiEstimateCard *self, FoiQuestion *question)
{
  return has_cost_ground (question)
         || foi_case_state_get_estimate (get_state (self), self->question) != NULL;
}

/* Without a calendar: only what is added up needs one. */
static gboolean
has_limit (FoiEstimateCard *self)
{
  g_autoptr (FoiEstimatePool) pool
    = foi_case_state_pool_estimate (get_state (self), self->question, foi_rules_get_default (),
                                    NULL);

  return pool->limit != NULL;
}

/* Whether it is open if the question goes beyond a limit. */
static gboolean
is_open (FoiEstimateCard *self, FoiQuestion *question)
{
  const FoiStance stance = foi_case_state_get_stance (get_state (self), question);
  g_auto (GStrv) tables = foi_question_dup_tables (question);

  if (g_list_model_get_n_items (foi_question_get_parts (question)) > 0)
    return FALSE;
  switch (stance.outcome)
    {
    case FOI_OUTCOME_OPEN:
      return tables[0] == NULL;
    case FOI_OUTCOME_PART:
    case FOI_OUTCOME_REFUSED:
      return foi_json_get_n_elements (foi_question_get_grounds (question)) == 0;
    case FOI_OUTCOME_CLARIFICATION:
      return TRUE;
    case FOI_OUTCOME_DISCLOSED:
    case FOI_OUTCOME_NOT_HELD:
    case FOI_OUTCOME_NEITHER:
    case FOI_OUTCOME_TRANSFERRED:
    case FOI_OUTCOME_EXTENDED:
    default:
      return FALSE;
    }
}

/* ---- what it says ---------------------------------------------------------------------------- */

static FoiEstimatePool *
read_pool (FoiEstimateCard *self)
{
  FoiCaseState *state = get_state (self);
  const char *regime = foi_case_state_get_string (state, "regime");
  FoiHolidays *holidays = foi_almanac_get_holidays (foi_almanac_get_default ());
  g_autoptr (FoiCalendar) calendar
    = regime != NULL
        ? foi_rules_new_calendar (foi_rules_get_default (), regime, holidays, NULL) : NULL;

  return foi_case_state_pool_estimate (state, self->question, foi_rules_get_default (), calendar);
}

static void
show_sum (FoiEstimateCard *self, const FoiEstimatePool *pool)
{
  const FoiDate received
    = foi_date_from_iso (foi_case_state_get_string (get_state (self), "request/received"));
  g_autofree char *sum = foi_estimate_dup_sum_words (pool);
  g_autofree char *verdict = foi_estimate_dup_verdict (pool);
  g_autofree char *limit = foi_estimate_dup_limit_words (pool, received);
  g_autofree char *hours = foi_estimate_dup_hours (pool->sum.not_counted);
  g_autofree char *both = pool->sum.not_counted > 0 && pool->limit != NULL
                            /* Translators: a sentence; hours and minutes of work. */
                            ? g_strdup_printf (_("%s %s more are not counted."), sum, hours)
                            : g_strdup (sum);

  foi_words_show (self->sum, both);
  foi_words_show (self->verdict, verdict);
  foi_words_show (self->limit, limit);
}

static void
show_card (FoiEstimateCard *self, const FoiEstimatePool *pool)
{
  guint n_rows;

  foi_estimate_grid_update (FOI_ESTIMATE_GRID (self->work), pool);
  foi_estimate_grid_update (FOI_ESTIMATE_GRID (self->not_counted), pool);
  foi_estimate_pooling_update (FOI_ESTIMATE_POOLING (self->pooling), pool);
  show_sum (self, pool);
  n_rows = foi_estimate_grid_get_n_rows (FOI_ESTIMATE_GRID (self->work));
  gtk_widget_set_visible (self->empty, n_rows == 0);
  gtk_widget_set_visible (self->buttons, n_rows > 0);
  gtk_widget_set_visible (self->rate_line,
                          foi_json_get_boolean (pool->limit, "rate_is_most", FALSE));
}

/* ---- doing ----------------------------------------------------------------------------------- */

static void
add_cb (FoiEstimateCard *self)
{
  gtk_widget_activate_action (self->work, "estimate.add", NULL);
}

static void
row_cb (FoiEstimateCard *self, GtkWidget *button)
{
  const char *action = g_object_get_data (G_OBJECT (button), "action");
  const int step = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "step"));

  gtk_widget_activate_action (self->work, action, step != 0 ? "i" : NULL, step);
}

static void
add_not_counted_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiEstimateCard *self = FOI_ESTIMATE_CARD (widget);
  FoiEstimateGrid *grid = FOI_ESTIMATE_GRID (self->not_counted);

  foi_estimate_grid_add_row (grid, foi_estimate_grid_get_n_rows (grid),
                             g_variant_get_string (parameter, NULL));
}

/* ---- the widget ------------------------------------------------------------------------------ */

static gboolean
foi_estimate_card_grab_focus (GtkWidget *widget)
{
  FoiEstimateCard *self = FOI_ESTIMATE_CARD (widget);

  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (gtk_widget_grab_focus (self->work))
    return TRUE;
  return gtk_widget_child_focus (self->empty, GTK_DIR_TAB_FORWARD);
}

static void
foi_estimate_card_dispose (GObject *object)
{
  FoiEstimateCard *self = FOI_ESTIMATE_CARD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (foi_estimate_card_parent_class)->dispose (object);
}

static void
foi_estimate_card_finalize (GObject *object)
{
  g_free (FOI_ESTIMATE_CARD (object)->question);

  G_OBJECT_CLASS (foi_estimate_card_parent_class)->finalize (object);
}

static void
foi_estimate_card_class_init (FoiEstimateCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foi_estimate_card_dispose;
  object_class->finalize = foi_estimate_card_finalize;
  widget_class->grab_focus = foi_estimate_card_grab_focus;
  foi_focus_let_go (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "card.add-not-counted", "s",
                                   add_not_counted_action);
}

static GtkWidget *
new_button (FoiEstimateCard *self, const char *icon, const char *words, const char *action,
            int step)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_focus_on_click (button, FALSE);
  g_object_set_data (G_OBJECT (button), "action", (gpointer) action);
  g_object_set_data (G_OBJECT (button), "step", GINT_TO_POINTER (step));
  g_signal_connect_object (button, "clicked", G_CALLBACK (row_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_not_counted_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (uncountable); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(uncountable[i]), NULL);

      g_menu_item_set_action_and_target (item, "card.add-not-counted", "s", _(uncountable[i]));
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Not Counted"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _("Add time that may not be counted, for the file"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Not Counted"), -1);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  return button;
}

static GtkWidget *
new_header (FoiEstimateCard *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *title = gtk_label_new (_("Cost estimate"));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "title-label");
  gtk_widget_add_css_class (header, "foi-card-header");
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_box_append (GTK_BOX (self->buttons), new_button (self, "list-add-symbolic",
                                                       _("Add Row (Ctrl++)"), "estimate.add", 0));
  gtk_box_append (GTK_BOX (self->buttons),
                  new_button (self, "list-remove-symbolic", _("Delete Row (Ctrl+−)"),
                              "estimate.delete", 0));
  gtk_box_append (GTK_BOX (self->buttons), new_button (self, "go-up-symbolic",
                                                       _("Move Row Up (Alt+Up)"), "estimate.move",
                                                       -1));
  gtk_box_append (GTK_BOX (self->buttons), new_button (self, "go-down-symbolic",
                                                       _("Move Row Down (Alt+Down)"),
                                                       "estimate.move", 1));
  gtk_box_append (GTK_BOX (header), title);
  gtk_box_append (GTK_BOX (header), self->buttons);
  gtk_box_append (GTK_BOX (header), new_not_counted_menu ());
  return header;
}

static GtkWidget *
new_empty (FoiEstimateCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *words = foi_words_new (NULL, "foi-estimate-words");
  GtkWidget *button = gtk_button_new_with_label (_("Add Row"));

  gtk_label_set_label (GTK_LABEL (words),
                       _("List what would have to be searched: how many, and how many minutes "
                         "each, from a sample."));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static GtkWidget *
new_advice (FoiEstimateCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new_with_mnemonic (
    _("What could be done _within the limit, or why nothing could"));

  self->advice = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->advice), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->advice), FALSE);
  g_object_set (self->advice, "left-margin", 6, "right-margin", 6, "top-margin", 4,
                "bottom-margin", 4, NULL);
  foi_spelling_attach (GTK_TEXT_VIEW (self->advice));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->advice);
  /* Three lines: a view knows its own height only after it was seen. */
  g_object_set (scroller, "child", self->advice, "has-frame", TRUE, "hscrollbar-policy",
                GTK_POLICY_NEVER, "height-request", 66, NULL);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), scroller);
  return box;
}

static void
build_rate (FoiEstimateCard *self)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (_("Pay for an _hour, £"));

  self->rate_line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->rate = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->rate), 7);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->rate);
  gtk_box_append (GTK_BOX (self->rate_line), label);
  gtk_box_append (GTK_BOX (self->rate_line), self->rate);
}

static void
build_card (FoiEstimateCard *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->card, "foi-card");
  gtk_widget_add_css_class (body, "foi-estimate");
  self->empty = new_empty (self);
  build_rate (self);
  self->sum = foi_words_new (NULL, "foi-estimate-words");
  self->verdict = foi_words_new (NULL, "foi-estimate-verdict");
  self->limit = foi_words_new (NULL, "row-subtitle");
  gtk_box_append (GTK_BOX (self->card), new_header (self));
  gtk_box_append (GTK_BOX (self->card), self->work);
  gtk_box_append (GTK_BOX (self->card), self->not_counted);
  gtk_box_append (GTK_BOX (body), self->empty);
  gtk_box_append (GTK_BOX (body), self->rate_line);
  gtk_box_append (GTK_BOX (body), self->sum);
  gtk_box_append (GTK_BOX (body), self->verdict);
  gtk_box_append (GTK_BOX (body), self->limit);
  gtk_box_append (GTK_BOX (body), self->pooling);
  gtk_box_append (GTK_BOX (body), new_advice (self));
  gtk_box_append (GTK_BOX (self->card), body);
}

static void
foi_estimate_card_init (FoiEstimateCard *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Cost estimate"), -1);
}

/**
 * foi_estimate_card_new:
 *
 * Returns: (transfer floating): a card without a question yet. Its page tells it to follow the
 *   case.
 */
GtkWidget *
foi_estimate_card_new (FoiDocument *document)
{
  FoiEstimateCard *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  self = g_object_new (FOI_TYPE_ESTIMATE_CARD, NULL);
  self->document = g_object_ref (document);
  self->work = foi_estimate_grid_new (document, FOI_ESTIMATE_WORK);
  self->not_counted = foi_estimate_grid_new (document, FOI_ESTIMATE_NOT_COUNTED);
  self->pooling = foi_estimate_pooling_new (document);
  build_card (self);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  g_signal_connect_object (foi_almanac_get_default (), "changed",
                           G_CALLBACK (foi_estimate_card_update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
follow_path (FoiEstimateCard *self, GtkWidget *widget, FoiFieldKind kind, const char *member,
             const char *label, FoiCaseField **field)
{
  g_autofree char *place = foi_case_state_dup_question_path (get_state (self), self->question);
  g_autofree char *path = g_strconcat (place, "/estimate/", member, NULL);

  if (*field != NULL)
    foi_case_field_set_path (*field, path);
  else
    *field = foi_case_field_new (widget, self->document, kind, path, label);
}

/**
 * foi_estimate_card_set_question:
 * @question: (nullable): the id of a question or of a part of one
 */
void
foi_estimate_card_set_question (FoiEstimateCard *self, const char *question)
{
  g_return_if_fail (FOI_IS_ESTIMATE_CARD (self));

  g_free (self->question);
  self->question = g_strdup (question);
  foi_estimate_grid_set_question (FOI_ESTIMATE_GRID (self->work), question);
  foi_estimate_grid_set_question (FOI_ESTIMATE_GRID (self->not_counted), question);
  foi_estimate_pooling_set_question (FOI_ESTIMATE_POOLING (self->pooling), question);
  if (get_question (self) == NULL)
    return;
  follow_path (self, self->advice, FOI_FIELD_TEXT, "advice", _("Change Advice"),
               &self->advice_field);
  follow_path (self, self->rate, FOI_FIELD_POUNDS, "rate", _("Change Pay"), &self->rate_field);
  foi_estimate_card_update (self);
}

/**
 * foi_estimate_card_update:
 *
 * Shows what the case says now, or whether an estimate may help.
 */
void
foi_estimate_card_update (FoiEstimateCard *self)
{
  FoiQuestion *question;
  g_autoptr (FoiEstimatePool) pool = NULL;
  gboolean needed;

  g_return_if_fail (FOI_IS_ESTIMATE_CARD (self));

  question = get_question (self);
  if (question == NULL)
    return;
  needed = is_needed (self, question);
  gtk_widget_set_visible (GTK_WIDGET (self), needed);
  self->is_offered = !needed && is_open (self, question) && has_limit (self);
  if (!needed)
    return;
  pool = read_pool (self);
  show_card (self, pool);
}

/**
 * foi_estimate_card_begin:
 *
 * Begins an estimate with a first row, which has the focus then.
 */
void
foi_estimate_card_begin (FoiEstimateCard *self)
{
  g_return_if_fail (FOI_IS_ESTIMATE_CARD (self));

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  foi_estimate_grid_add_row (FOI_ESTIMATE_GRID (self->work), 0, NULL);
  foi_estimate_card_update (self);
}

/**
 * foi_estimate_card_is_offered:
 *
 * Returns: whether the question has no estimate, and one may help.
 */
gboolean
foi_estimate_card_is_offered (FoiEstimateCard *self)
{
  g_return_val_if_fail (FOI_IS_ESTIMATE_CARD (self), FALSE);
  return self->is_offered;
}
