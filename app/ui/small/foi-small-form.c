/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-small-form.h"

#include <glib/gi18n.h>

#include "foi-drop-down.h"
#include "foi-small-practice.h"
#include "foi-small-rows.h"

struct _FoiSmallForm
{
  GtkWidget parent_instance;

  gboolean   updating;
  gboolean   is_authority; /* the rule is the authority's, and nobody chose another */
  char      *table;
  GPtrArray *columns;     /* of names: those that can be left out */
  GStrv      also;        /* tables that were proposed to be protected together with this one */
  GtkWidget *box;
  GtkWidget *preset;
  GtkWidget *own_line;
  GtkWidget *own;
  GtkWidget *zero;
  GtkWidget *practice;
  GtkWidget *suppress;
  GtkWidget *fewer;
  GtkWidget *round;
  GtkWidget *controlled;
  GtkWidget *base_line;
  GtkWidget *base;
  GtkWidget *combines;
  GtkWidget *rows;
  GtkWidget *combines_columns;
  GtkWidget *combined;
  GtkWidget *drops;
  GtkWidget *dropped;
  GtkWidget *together;
  GtkWidget *others;
  GtkWidget *reason;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiSmallForm, foi_small_form, GTK_TYPE_WIDGET)

/* What is chosen among what authorities commonly call small; NULL for another number. */
static const FoiSmallPractice *
get_practice (FoiSmallForm *self)
{
  GArray *practices = foi_small_practices_get ();
  const guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->preset));

  return chosen < practices->len ? &g_array_index (practices, FoiSmallPractice, chosen) : NULL;
}

static gint64
get_threshold (FoiSmallForm *self)
{
  const FoiSmallPractice *practice = get_practice (self);

  return practice != NULL ? practice->rule.threshold
                          : gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->own));
}

/* What the letter may say goes by the number. */
static void
update_fewer (FoiSmallForm *self)
{
  /* Translators: a number. [c] is the mark of a figure that is withheld. */
  g_autofree char *label = g_strdup_printf (_("Print “_fewer than %d”, not [c]"),
                                            (int) get_threshold (self) + 1);

  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->fewer), label);
}

static void
changed_cb (FoiSmallForm *self)
{
  if (self->updating)
    return;
  update_fewer (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Whose practice it is, or that it is the authority's. */
static void
update_source (FoiSmallForm *self)
{
  const FoiSmallPractice *practice = get_practice (self);
  g_autofree char *text = NULL;

  if (self->is_authority)
    text = g_strdup (_("The rule that your authority set in the preferences. No law sets a "
                       "number."));
  else if (practice != NULL)
    /* Translators: whose practice it is. */
    text = g_strdup_printf (_("Practice, not law: %s."), practice->source);
  else
    text = g_strdup (_("No law sets a number: say below why somebody could be identified."));
  gtk_label_set_text (GTK_LABEL (self->practice), text);
}

static void
preset_cb (FoiSmallForm *self)
{
  gtk_widget_set_visible (self->own_line, get_practice (self) == NULL);
  if (!self->updating)
    self->is_authority = FALSE;
  update_source (self);
  changed_cb (self);
}

static FoiSmallMethod
get_method (FoiSmallForm *self)
{
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->suppress)))
    return FOI_SMALL_SUPPRESS;
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->round)) ? FOI_SMALL_ROUND
                                                                      : FOI_SMALL_ROUND_CONTROLLED;
}

/* Of a choice among several, both the one that was and the one that is tell. */
static void
method_cb (FoiSmallForm *self, GtkCheckButton *button)
{
  if (!gtk_check_button_get_active (button))
    return;
  gtk_widget_set_visible (self->fewer, get_method (self) == FOI_SMALL_SUPPRESS);
  gtk_widget_set_visible (self->base_line, get_method (self) != FOI_SMALL_SUPPRESS);
  changed_cb (self);
}

static void
combines_cb (FoiSmallForm *self)
{
  gtk_widget_set_visible (self->rows,
                          gtk_check_button_get_active (GTK_CHECK_BUTTON (self->combines)));
  changed_cb (self);
}

static void
combines_columns_cb (FoiSmallForm *self)
{
  gtk_widget_set_visible (
    self->combined, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->combines_columns)));
  changed_cb (self);
}

static void
drops_cb (FoiSmallForm *self)
{
  gtk_widget_set_visible (self->dropped,
                          gtk_check_button_get_active (GTK_CHECK_BUTTON (self->drops)));
  changed_cb (self);
}

static void
fill_presets (FoiSmallForm *self)
{
  GArray *practices = foi_small_practices_get ();
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < practices->len; i++)
    gtk_string_list_append (words, g_array_index (practices, FoiSmallPractice, i).name);
  gtk_string_list_append (words, _("Another number"));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->preset), G_LIST_MODEL (words));
  foi_drop_down_set_name (self->preset, _("Which figures are small"));
}

static void
foi_small_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOI_TYPE_SMALL_FORM);
  G_OBJECT_CLASS (foi_small_form_parent_class)->dispose (object);
}

static void
foi_small_form_finalize (GObject *object)
{
  FoiSmallForm *self = FOI_SMALL_FORM (object);

  g_free (self->table);
  g_strfreev (self->also);
  g_ptr_array_unref (self->columns);

  G_OBJECT_CLASS (foi_small_form_parent_class)->finalize (object);
}

static void
foi_small_form_class_init (FoiSmallFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_small_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = foi_small_form_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  g_type_ensure (FOI_TYPE_SMALL_ROWS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-small-form.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, box);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, preset);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, own_line);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, own);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, zero);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, practice);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, suppress);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, fewer);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, round);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, controlled);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, base_line);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, base);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, combines);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, rows);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, combines_columns);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, combined);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, drops);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, dropped);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, together);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, others);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallForm, reason);
  gtk_widget_class_bind_template_callback (widget_class, preset_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, method_cb);
  gtk_widget_class_bind_template_callback (widget_class, combines_cb);
  gtk_widget_class_bind_template_callback (widget_class, combines_columns_cb);
  gtk_widget_class_bind_template_callback (widget_class, drops_cb);

  signals[CHANGED] = g_signal_new ("changed", FOI_TYPE_SMALL_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
foi_small_form_init (FoiSmallForm *self)
{
  self->updating = TRUE;
  self->columns = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Rule about small numbers"), -1);
  fill_presets (self);
  self->updating = FALSE;
}

/**
 * foi_small_form_new:
 *
 * Returns: (transfer floating): a form that says nothing yet.
 */
GtkWidget *
foi_small_form_new (void)
{
  return g_object_new (FOI_TYPE_SMALL_FORM, NULL);
}

/**
 * foi_small_form_set_table:
 * @data: a table
 *
 * Says which table it is about: its rows can be combined, and its columns left out, but for those
 * that name the rows.
 */
void
foi_small_form_set_table (FoiSmallForm *self, FoiTableData *data)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  g_return_if_fail (FOI_IS_SMALL_FORM (self) && data != NULL);

  self->updating = TRUE;
  g_free (self->table);
  self->table = g_strdup (foi_table_data_get_name (data));
  g_ptr_array_set_size (self->columns, 0);
  for (guint i = 0; i < foi_table_data_get_n_columns (data); i++)
    {
      FoiColumn *column = foi_table_data_get_column (data, i);

      if (foi_table_data_is_key (data, i) || foi_column_is_left_out (column))
        continue;
      g_ptr_array_add (self->columns, g_strdup (foi_column_get_name (column)));
      gtk_string_list_append (titles, foi_column_get_title (column));
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->dropped), G_LIST_MODEL (titles));
  foi_drop_down_set_name (self->dropped, _("Column that is left out"));
  gtk_widget_set_visible (self->drops, self->columns->len > 1);
  gtk_widget_set_visible (self->combines,
                          foi_small_rows_set_table (FOI_SMALL_ROWS (self->rows), data) > 2);
  gtk_widget_set_visible (self->combines_columns,
                          foi_small_rows_set_columns (FOI_SMALL_ROWS (self->combined), data) > 1);
  self->updating = FALSE;
}

/**
 * foi_small_form_set_rule:
 * @reason: (nullable): why somebody could be identified
 * @is_authority: it is what the authority does with every table
 *
 * Shows a rule, and says whose it is. Nobody is told of it by "changed".
 */
void
foi_small_form_set_rule (FoiSmallForm *self, const FoiSmallRule *rule, const char *reason,
                         gboolean is_authority)
{
  GArray *practices = foi_small_practices_get ();
  guint chosen = practices->len;

  g_return_if_fail (FOI_IS_SMALL_FORM (self) && rule != NULL);

  self->updating = TRUE;
  for (guint i = 0; i < practices->len; i++)
    if (g_array_index (practices, FoiSmallPractice, i).rule.threshold == rule->threshold)
      chosen = i;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->preset), chosen);
  if (rule->threshold > 0)
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->own), (double) rule->threshold);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->zero), rule->zero);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->fewer), rule->says_fewer);
  update_fewer (self);
  if (rule->round > 1)
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->base), (double) rule->round);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (rule->method == FOI_SMALL_SUPPRESS ? self->suppress
                                                 : rule->method == FOI_SMALL_ROUND
                                                   ? self->round : self->controlled), TRUE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->reason)),
                            reason != NULL ? reason : "", -1);
  self->is_authority = is_authority;
  update_source (self);
  self->updating = FALSE;
}

static FoiSmallRule
get_rule (FoiSmallForm *self)
{
  FoiSmallRule rule = { .method = get_method (self) };

  rule.threshold = get_threshold (self);
  rule.zero = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->zero));
  rule.says_fewer = rule.method == FOI_SMALL_SUPPRESS
                    && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->fewer));
  if (rule.method != FOI_SMALL_SUPPRESS)
    rule.round = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->base));
  return rule;
}

/**
 * foi_small_form_dup_request:
 *
 * Returns: (transfer full): what is to be done to the table, as it is shown.
 */
FoiRemedyRequest *
foi_small_form_dup_request (FoiSmallForm *self)
{
  FoiRemedyRequest *request;
  guint dropped;

  g_return_val_if_fail (FOI_IS_SMALL_FORM (self), NULL);

  request = foi_remedy_request_new (self->table);
  request->rule = get_rule (self);
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->reason)), "text", &request->reason,
                NULL);
  g_strstrip (request->reason);
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->combines)))
    foi_small_rows_ask (FOI_SMALL_ROWS (self->rows), request);
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->combines_columns)))
    foi_small_rows_ask_columns (FOI_SMALL_ROWS (self->combined), request);
  dropped = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->dropped));
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->drops)) && dropped < self->columns->len)
    request->dropped = g_strdupv ((char *[]) { self->columns->pdata[dropped], NULL });
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->together)))
    request->also = g_strdupv (self->also);
  return request;
}

static void
take_others (FoiSmallForm *self, const FoiRemedyRequest *proposal, const char *others)
{
  /* Translators: titles of tables, in quotation marks. */
  g_autofree char *label = g_strdup_printf (_("At th_e same time in %s"), others);

  g_strfreev (self->also);
  self->also = g_strdupv (proposal->also);
  gtk_label_set_label (GTK_LABEL (self->others), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->together), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (self->others)), -1);
  gtk_widget_set_visible (self->together, TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->together), TRUE);
  /* Together they go by the stricter of their rules. */
  if (proposal->rule.threshold != get_threshold (self))
    foi_small_form_set_rule (self, &proposal->rule, proposal->reason, FALSE);
}

/**
 * foi_small_form_take:
 * @proposal: rows that may become one, and what they are called then, or tables to which it is
 *   done as well
 * @others: the titles of these tables, for a sentence
 *
 * Asks for that as well.
 */
void
foi_small_form_take (FoiSmallForm *self, const FoiRemedyRequest *proposal, const char *others)
{
  g_return_if_fail (FOI_IS_SMALL_FORM (self) && proposal != NULL && others != NULL);

  self->updating = TRUE;
  if (proposal->also != NULL)
    take_others (self, proposal, others);
  self->updating = TRUE;
  if (proposal->rows->len > 0)
    {
      foi_small_rows_set_rows (FOI_SMALL_ROWS (self->rows), proposal->rows, proposal->rows_label);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->combines), TRUE);
    }
  self->updating = FALSE;
  changed_cb (self);
  gtk_widget_grab_focus (proposal->rows->len > 0 ? self->combines : self->together);
}
