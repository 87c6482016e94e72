/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-event-row.h"

#include <glib/gi18n.h>

#include "foi-case-event.h"
#include "foi-case-field.h"
#include "foi-drop-down.h"
#include "foi-focus.h"
#include "foi-json-edit.h"

struct _FoiEventRow
{
  GtkWidget parent_instance;

  FoiDocument *document;
  guint        position;
  gboolean     updating;
  GPtrArray   *kinds; /* (element-type FoiEventKind): those that are offered */

  GtkWidget *kind;
  GtkWidget *date;
  GtkWidget *until;
  GtkWidget *until_label;
  GtkWidget *note;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (FoiEventRow, foi_event_row, GTK_TYPE_WIDGET)

static char *
dup_path (FoiEventRow *self, const char *member)
{
  return g_strdup_printf ("events/#%u%s%s", self->position, member != NULL ? "/" : "",
                          member != NULL ? member : "");
}

static const char *
get_kind (FoiEventRow *self)
{
  g_autofree char *path = dup_path (self, "type");

  return foi_case_state_get_string (foi_case_get_state (foi_document_get_case (self->document)),
                                    path);
}

/* What services were asked is said with the questions; an event of that kind, which older files
 * may have, can stay what it is. */
static void
offer_kinds (FoiEventRow *self, const char *type)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  gsize n_kinds;
  const FoiEventKind *kinds = foi_event_get_kinds (&n_kinds);

  g_ptr_array_set_size (self->kinds, 0);
  for (gsize i = 0; i < n_kinds; i++)
    {
      if (kinds[i].is_asking && g_strcmp0 (kinds[i].type, type) != 0)
        continue;
      g_ptr_array_add (self->kinds, (gpointer) &kinds[i]);
      gtk_string_list_append (words, foi_event_type_to_words (kinds[i].type));
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->kind), G_LIST_MODEL (words));
}

/* Whether the choices are those of an event of that type: it is one of them, and no other is of
 * what services were asked. */
static gboolean
is_offered (FoiEventRow *self, const char *type)
{
  gboolean has_type = FALSE;

  for (guint i = 0; i < self->kinds->len; i++)
    {
      const FoiEventKind *kind = g_ptr_array_index (self->kinds, i);

      if (g_strcmp0 (kind->type, type) == 0)
        has_type = TRUE;
      else if (kind->is_asking)
        return FALSE;
    }
  return has_type;
}

static void
kind_selected_cb (FoiEventRow *self)
{
  const guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));
  g_autofree char *path = dup_path (self, "type");
  g_autoptr (JsonNode) type = NULL;
  g_autoptr (GError) error = NULL;

  if (self->updating || selected >= self->kinds->len)
    return;
  type = foi_json_new_string (((const FoiEventKind *) self->kinds->pdata[selected])->type);
  if (!foi_case_editor_set_node (foi_document_get_editor (self->document), path, type,
                                 _("Change Event"), &error))
    foi_document_tell_error (self->document, error);
}

static void
remove_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiEventRow *self = FOI_EVENT_ROW (widget);
  g_autoptr (FoiDocument) document = g_object_ref (self->document);
  g_autofree char *path = dup_path (self, NULL);
  g_autoptr (GError) error = NULL;

  foi_document_commit (document);
  if (!foi_case_editor_set_node (foi_document_get_editor (document), path, NULL,
                                 _("Remove Event"), &error))
    foi_document_tell_error (document, error);
}

/* The day and the end of an extension share the line below them. */
static void
problem_changed_cb (FoiEventRow *self, GParamSpec *pspec, FoiCaseField *field)
{
  const char *problem = foi_case_field_get_problem (field);

  gtk_label_set_label (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL);
}

static gboolean
foi_event_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FOI_EVENT_ROW (widget)->date);
}

static void
foi_event_row_dispose (GObject *object)
{
  FoiEventRow *self = FOI_EVENT_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_EVENT_ROW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (foi_event_row_parent_class)->dispose (object);
}

static void
foi_event_row_finalize (GObject *object)
{
  g_ptr_array_unref (FOI_EVENT_ROW (object)->kinds);

  G_OBJECT_CLASS (foi_event_row_parent_class)->finalize (object);
}

static void
foi_event_row_class_init (FoiEventRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_event_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = foi_event_row_finalize;
  widget_class->grab_focus = foi_event_row_grab_focus;
  foi_focus_let_go (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foidesk/FoiDesk/ui/foi-event-row.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, FoiEventRow, kind);
  gtk_widget_class_bind_template_child (widget_class, FoiEventRow, date);
  gtk_widget_class_bind_template_child (widget_class, FoiEventRow, until);
  gtk_widget_class_bind_template_child (widget_class, FoiEventRow, until_label);
  gtk_widget_class_bind_template_child (widget_class, FoiEventRow, note);
  gtk_widget_class_bind_template_child (widget_class, FoiEventRow, problem);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_install_action (widget_class, "event.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_CONTROL_MASK,
                                       "event.remove", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
foi_event_row_init (FoiEventRow *self)
{
  self->kinds = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  foi_drop_down_set_name (self->kind, _("What happened"));
}

static FoiCaseField *
add_field (FoiEventRow *self, GtkWidget *widget, FoiFieldKind kind, const char *member)
{
  g_autofree char *path = dup_path (self, member);
  FoiCaseField *field = foi_case_field_new (widget, self->document, kind, path,
                                            _("Change Event"));

  foi_case_field_set_place (field, "request");
  if (kind == FOI_FIELD_DATE)
    g_signal_connect_object (field, "notify::problem", G_CALLBACK (problem_changed_cb), self,
                             G_CONNECT_SWAPPED);
  return field;
}

/**
 * foi_event_row_new:
 * @position: of an event in the case
 *
 * Returns: (transfer floating): its row.
 */
GtkWidget *
foi_event_row_new (FoiDocument *document, guint position)
{
  FoiEventRow *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  self = g_object_new (FOI_TYPE_EVENT_ROW, NULL);
  self->document = g_object_ref (document);
  self->position = position;
  foi_case_field_refuse_future (add_field (self, self->date, FOI_FIELD_DATE, "date"));
  add_field (self, self->until, FOI_FIELD_DATE, "until");
  add_field (self, self->note, FOI_FIELD_TEXT, "note");
  foi_event_row_update (self);
  return GTK_WIDGET (self);
}

/* What a complaint came to has no place but the note. */
static void
name_note (FoiEventRow *self, const char *type)
{
  const char *words = g_strcmp0 (type, "complaint-closed") == 0 ? _("What it came to")
                                                                : _("Note for the file");

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->note), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->note), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

/**
 * foi_event_row_update:
 *
 * Shows what kind of event the case has at this position now.
 */
void
foi_event_row_update (FoiEventRow *self)
{
  const char *type;
  guint selected = GTK_INVALID_LIST_POSITION;
  gboolean extends;

  g_return_if_fail (FOI_IS_EVENT_ROW (self));

  type = get_kind (self);
  self->updating = TRUE;
  if (!is_offered (self, type))
    offer_kinds (self, type);
  for (guint i = 0; i < self->kinds->len; i++)
    if (g_strcmp0 (((const FoiEventKind *) self->kinds->pdata[i])->type, type) == 0)
      selected = i;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), selected);
  self->updating = FALSE;
  name_note (self, type);
  extends = g_strcmp0 (type, "extended") == 0;
  gtk_widget_set_visible (self->until, extends);
  gtk_widget_set_visible (self->until_label, extends);
}
