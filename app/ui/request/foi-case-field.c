/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-field.h"

#include <string.h>

#include "foi-almanac.h"
#include "foi-case-letters.h"
#include "foi-json-edit.h"
#include "foi-past-day.h"
#include "foi-typed-date.h"
#include "foi-typed-number.h"

/* A pause of so many milliseconds ends the command that typing is. */
#define PAUSE 1500

struct _FoiCaseField
{
  GObject parent_instance;

  GtkWidget    *widget;     /* owns us */
  FoiDocument  *document;
  FoiFieldKind  kind;
  char         *path;
  char         *label;
  char         *place;
  char         *fallback;   /* what stands there when the case says nothing */
  char         *problem;
  gboolean      updating;
  gboolean      is_past;    /* it tells on which day something happened */
  gboolean      is_pending; /* a date or number is typed and not in the case */
  guint         pause_source;
};

enum
{
  PROP_0,
  PROP_PROBLEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FoiCaseField, foi_case_field, G_TYPE_OBJECT)

/* ---- the widget's text ----------------------------------------------------------------------- */

static char *
dup_shown (FoiCaseField *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (GTK_IS_EDITABLE (self->widget))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->widget)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->widget));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* Changes only the stretch that differs, so that the cursor stays. */
static void
show_in_buffer (GtkTextBuffer *buffer, const char *old, const char *text)
{
  gsize old_length = strlen (old), length = strlen (text), head = 0, tail = 0;
  GtkTextIter start, end;

  while (head < old_length && head < length && old[head] == text[head])
    head++;
  while (head > 0 && (old[head] & 0xc0) == 0x80)
    head--;
  while (tail < old_length - head && tail < length - head
         && old[old_length - tail - 1] == text[length - tail - 1])
    tail++;
  while (tail > 0 && (old[old_length - tail] & 0xc0) == 0x80)
    tail--;
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) g_utf8_strlen (old, (gssize) head));
  gtk_text_buffer_get_iter_at_offset (buffer, &end,
                                      (int) g_utf8_strlen (old, (gssize) (old_length - tail)));
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text + head, (int) (length - head - tail));
}

static gboolean
has_focus (FoiCaseField *self)
{
  return (gtk_widget_get_state_flags (self->widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
show (FoiCaseField *self, const char *text)
{
  g_autofree char *old = dup_shown (self);

  if (g_str_equal (old, text))
    return;
  self->updating = TRUE;
  if (GTK_IS_EDITABLE (self->widget))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->widget), text);
      /* A narrow entry shows how its text begins, until somebody types into it. */
      gtk_editable_set_position (GTK_EDITABLE (self->widget), has_focus (self) ? -1 : 0);
    }
  else
    show_in_buffer (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->widget)), old, text);
  self->updating = FALSE;
}

/* ---- the case's text ------------------------------------------------------------------------- */

static JsonNode *
get_node (FoiCaseField *self)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));

  return foi_case_state_get_node (state, self->path);
}

static gboolean
is_dated (FoiCaseField *self)
{
  return self->kind == FOI_FIELD_DATE || self->kind == FOI_FIELD_MOMENT;
}

static gboolean
is_number (FoiCaseField *self)
{
  return self->kind >= FOI_FIELD_COUNT;
}

static FoiNumberKind
get_number_kind (FoiCaseField *self)
{
  return FOI_NUMBER_COUNT + (self->kind - FOI_FIELD_COUNT);
}

static char *
lines_to_text (JsonNode *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < foi_json_get_n_elements (lines); i++)
    {
      JsonNode *line = foi_json_get_element (lines, i);

      if (i > 0)
        g_string_append_c (text, '\n');
      if (foi_json_is_string (line))
        g_string_append (text, json_node_get_string (line));
    }
  return g_string_free (text, FALSE);
}

static char *
dup_stored (FoiCaseField *self)
{
  JsonNode *node = get_node (self);

  if (self->kind == FOI_FIELD_LINES && foi_json_is_array (node))
    return lines_to_text (node);
  if (is_number (self) && node != NULL)
    return foi_typed_number_to_words (get_number_kind (self), node);
  if (!foi_json_is_string (node))
    return g_strdup (self->fallback);
  return is_dated (self) ? foi_moment_to_words (json_node_get_string (node))
                         : g_strdup (json_node_get_string (node));
}

static JsonNode *
new_lines (const char *text)
{
  g_autofree char *stripped = g_strchomp (g_strdup (text));
  g_auto (GStrv) lines = g_strsplit (stripped, "\n", -1);

  return foi_json_new_strings ((const char *const *) lines);
}

static void
set_problem (FoiCaseField *self, const char *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

/* The case in which what stands at @path can be changed: its letter may not be written down yet. */
static FoiCaseState *
with_letter (FoiCaseState *state, const char *path, GError **error)
{
  g_auto (GStrv) segments = g_strsplit (path, "/", 3);

  if (!g_str_equal (segments[0], "letters") || segments[1] == NULL)
    return foi_case_state_ref (state);
  return foi_case_state_with_letter (state, segments[1], error);
}

static FoiCaseState *
with_node (FoiCaseState *state, const char *path, JsonNode *node, GError **error)
{
  g_autoptr (FoiCaseState) before = node != NULL ? with_letter (state, path, error)
                                                 : foi_case_state_ref (state);

  return before != NULL ? foi_case_state_with_node (before, path, node, error) : NULL;
}

static void
write_node (FoiCaseField *self, JsonNode *node, const char *merge_key)
{
  FoiCase *foi_case = foi_document_get_case (self->document);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiCaseState) state
    = with_node (foi_case_get_state (foi_case), self->path, node, &error);

  set_problem (self, error != NULL ? error->message : NULL);
  if (state != NULL)
    foi_case_editor_push (foi_document_get_editor (self->document), state, self->label, merge_key);
}

/* While a number is typed it is left as it is written. */
static gboolean
is_same_number (FoiCaseField *self, const char *shown)
{
  JsonNode *stored = get_node (self);
  g_autoptr (JsonNode) number = NULL;
  g_autofree char *reason = NULL;

  return has_focus (self)
         && foi_typed_number_read (get_number_kind (self), shown, &number, &reason)
         && (number != NULL && stored != NULL ? foi_json_equal (number, stored)
                                              : number == stored);
}

/* Lines that are blank at the end are not in the case, and stay while they are typed. */
static gboolean
says_the_same (FoiCaseField *self, const char *shown, const char *stored)
{
  g_autofree char *stripped = NULL;

  if (is_number (self) && is_same_number (self, shown))
    return TRUE;
  if (self->kind != FOI_FIELD_LINES)
    return g_str_equal (shown, stored);
  stripped = g_strchomp (g_strdup (shown));
  return g_str_equal (stripped, stored);
}

static void
case_changed_cb (FoiCaseField *self)
{
  g_autofree char *stored = NULL;
  g_autofree char *shown = NULL;

  if (self->is_pending)
    return;
  stored = dup_stored (self);
  shown = dup_shown (self);
  if (!says_the_same (self, shown, stored))
    show (self, stored);
}

/* ---- typing ---------------------------------------------------------------------------------- */

static gboolean
read_number (FoiCaseField *self, JsonNode **number, char **reason)
{
  g_autofree char *text = dup_shown (self);

  return foi_typed_number_read (get_number_kind (self), text, number, reason);
}

/* A number is in the case already, unless it is none; then the field says so once it is left. */
static void
commit_number (FoiCaseField *self)
{
  g_autoptr (JsonNode) number = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *stored = NULL;

  if (!read_number (self, &number, &reason))
    {
      set_problem (self, reason);
      return;
    }
  if (self->is_pending)
    return;
  stored = dup_stored (self);
  show (self, stored);
}

static gboolean
read_moment (FoiCaseField *self, const char *text, char **moment, char **reason)
{
  if (self->kind != FOI_FIELD_DATE)
    return foi_typed_moment_read (text, moment, reason);
  if (!foi_typed_date_read (text, moment, reason))
    return FALSE;
  if (self->is_past)
    *reason = foi_past_day_dup_problem (foi_date_from_iso (*moment),
                                        foi_almanac_get_today (foi_almanac_get_default ()));
  return *reason == NULL;
}

static void
commit_date (FoiCaseField *self)
{
  g_autofree char *text = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *moment = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (is_number (self))
    {
      commit_number (self);
      return;
    }
  if (!self->is_pending)
    return;
  text = dup_shown (self);
  if (!read_moment (self, text, &moment, &reason))
    {
      set_problem (self, reason);
      return;
    }
  self->is_pending = FALSE;
  node = moment != NULL ? foi_json_new_string (moment) : NULL;
  write_node (self, node, NULL);
  case_changed_cb (self);
}

static void
end_typing (FoiCaseField *self)
{
  g_clear_handle_id (&self->pause_source, g_source_remove);
  foi_case_editor_break_merge (foi_document_get_editor (self->document));
}

static gboolean
pause_cb (gpointer user_data)
{
  FoiCaseField *self = user_data;

  self->pause_source = 0;
  end_typing (self);
  return G_SOURCE_REMOVE;
}

static void
begin_pause (FoiCaseField *self)
{
  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->pause_source = g_timeout_add (PAUSE, pause_cb, self);
}

static void
typed_number (FoiCaseField *self)
{
  g_autoptr (JsonNode) number = NULL;
  g_autofree char *reason = NULL;

  self->is_pending = !read_number (self, &number, &reason);
  set_problem (self, NULL);
  if (self->is_pending)
    return;
  write_node (self, number, self->path);
  begin_pause (self);
}

static void
typed_cb (FoiCaseField *self)
{
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (self->updating)
    return;
  if (is_dated (self))
    {
      self->is_pending = TRUE;
      set_problem (self, NULL);
      return;
    }
  if (is_number (self))
    {
      typed_number (self);
      return;
    }
  text = dup_shown (self);
  if (!g_str_equal (text, self->fallback))
    node = self->kind == FOI_FIELD_LINES ? new_lines (text) : foi_json_new_string (text);
  write_node (self, node, self->path);
  begin_pause (self);
}

static void
entered_cb (FoiCaseField *self)
{
  foi_document_set_place (self->document, self->place);
}

static void
left_cb (FoiCaseField *self)
{
  commit_date (self);
  end_typing (self);
}

/* ---- the object ------------------------------------------------------------------------------ */

static void
foi_case_field_dispose (GObject *object)
{
  FoiCaseField *self = FOI_CASE_FIELD (object);

  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (foi_case_field_parent_class)->dispose (object);
}

static void
foi_case_field_finalize (GObject *object)
{
  FoiCaseField *self = FOI_CASE_FIELD (object);

  g_free (self->path);
  g_free (self->label);
  g_free (self->place);
  g_free (self->fallback);
  g_free (self->problem);

  G_OBJECT_CLASS (foi_case_field_parent_class)->finalize (object);
}

static void
foi_case_field_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PROBLEM:
      g_value_set_string (value, FOI_CASE_FIELD (object)->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foi_case_field_class_init (FoiCaseFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = foi_case_field_dispose;
  object_class->finalize = foi_case_field_finalize;
  object_class->get_property = foi_case_field_get_property;

  properties[PROP_PROBLEM]
    = g_param_spec_string ("problem", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
foi_case_field_init (FoiCaseField *self)
{
  self->fallback = g_strdup ("");
}

static void
follow_widget (FoiCaseField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GObject *source = G_OBJECT (self->widget);

  if (GTK_IS_TEXT_VIEW (self->widget))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->widget));

      gtk_text_buffer_set_enable_undo (buffer, FALSE);
      source = G_OBJECT (buffer);
    }
  else
    gtk_editable_set_enable_undo (GTK_EDITABLE (self->widget), FALSE);
  if (GTK_IS_ENTRY (self->widget))
    g_signal_connect_object (self->widget, "activate", G_CALLBACK (commit_date), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->widget, focus);
}

/**
 * foi_case_field_new:
 * @widget: an entry, or a text view
 * @document: the document
 * @kind: what its text is in the case
 * @path: where, as in foi_case_state_get_node(); also the place at which the person then is
 * @label: what typing there is called: "Change Subject"
 *
 * Returns: (transfer none): the field, which @widget owns.
 */
FoiCaseField *
foi_case_field_new (GtkWidget *widget, FoiDocument *document, FoiFieldKind kind, const char *path,
                    const char *label)
{
  FoiCaseField *self;

  g_return_val_if_fail (GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget), NULL);
  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (path != NULL && label != NULL, NULL);

  self = g_object_new (FOI_TYPE_CASE_FIELD, NULL);
  self->widget = widget;
  self->document = g_object_ref (document);
  self->kind = kind;
  self->path = g_strdup (path);
  self->label = g_strdup (label);
  self->place = g_strdup (path);
  g_object_set_data_full (G_OBJECT (widget), "foi-case-field", self, g_object_unref);
  follow_widget (self);
  g_signal_connect_object (foi_document_get_case (document), "changed",
                           G_CALLBACK (case_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "commit", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  case_changed_cb (self);
  return self;
}

/**
 * foi_case_field_set_path:
 * @path: where its text is in the case from now on
 *
 * Puts what is typed where it belonged so far, and shows what the case has at @path.
 */
void
foi_case_field_set_path (FoiCaseField *self, const char *path)
{
  g_return_if_fail (FOI_IS_CASE_FIELD (self));
  g_return_if_fail (path != NULL);

  if (g_str_equal (self->path, path))
    return;
  left_cb (self);
  g_free (self->path);
  self->path = g_strdup (path);
  case_changed_cb (self);
}

/**
 * foi_case_field_set_place:
 *
 * Says where the person is while the field has the focus, when that is not its path.
 */
void
foi_case_field_set_place (FoiCaseField *self, const char *place)
{
  g_return_if_fail (FOI_IS_CASE_FIELD (self));
  g_return_if_fail (place != NULL);

  g_free (self->place);
  self->place = g_strdup (place);
}

/**
 * foi_case_field_set_fallback:
 * @fallback: what holds when the case says nothing
 *
 * Shows @fallback where the case says nothing; typing just that removes what the case says.
 */
void
foi_case_field_set_fallback (FoiCaseField *self, const char *fallback)
{
  g_return_if_fail (FOI_IS_CASE_FIELD (self));
  g_return_if_fail (fallback != NULL);

  if (g_str_equal (self->fallback, fallback))
    return;
  g_free (self->fallback);
  self->fallback = g_strdup (fallback);
  case_changed_cb (self);
}

/**
 * foi_case_field_refuse_future:
 *
 * Says of a date that it tells when something happened: a day that is yet to come is refused.
 */
void
foi_case_field_refuse_future (FoiCaseField *self)
{
  g_return_if_fail (FOI_IS_CASE_FIELD (self) && self->kind == FOI_FIELD_DATE);

  self->is_past = TRUE;
}

/**
 * foi_case_field_forget:
 *
 * Shows what the case says, in the place of anything typed that it could not take.
 */
void
foi_case_field_forget (FoiCaseField *self)
{
  g_return_if_fail (FOI_IS_CASE_FIELD (self));

  self->is_pending = FALSE;
  set_problem (self, NULL);
  case_changed_cb (self);
}

/**
 * foi_case_field_dup_draft:
 *
 * Returns: (transfer full) (nullable): what is typed, where the case could not take it.
 */
char *
foi_case_field_dup_draft (FoiCaseField *self)
{
  g_return_val_if_fail (FOI_IS_CASE_FIELD (self), NULL);
  return self->is_pending ? dup_shown (self) : NULL;
}

/**
 * foi_case_field_set_draft:
 * @draft: what foi_case_field_dup_draft() gave, for the same place of the case
 *
 * Shows it again, with what is wrong with it, and changes nothing in the case.
 */
void
foi_case_field_set_draft (FoiCaseField *self, const char *draft)
{
  g_return_if_fail (FOI_IS_CASE_FIELD (self));
  g_return_if_fail (draft != NULL && (is_number (self) || is_dated (self)));

  show (self, draft);
  self->is_pending = TRUE;
  commit_date (self);
}

/**
 * foi_case_field_get_problem:
 *
 * Returns: (nullable): why what is typed is not in the case.
 */
const char *
foi_case_field_get_problem (FoiCaseField *self)
{
  g_return_val_if_fail (FOI_IS_CASE_FIELD (self), NULL);
  return self->problem;
}
