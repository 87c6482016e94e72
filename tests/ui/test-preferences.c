/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-json-edit.h"
#include "foi-preferences-window.h"
#include "foi-profile-fields.h"
#include "foi-profile-form.h"
#include "foi-profile.h"
#include "foi-program-page.h"
#include "foi-rules.h"
#include "foi-settings.h"
#include "foi-wording-page.h"
#include "ui-test.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>

static const FoiField *
find_field (const char *path)
{
  for (int page = FOI_PAGE_AUTHORITY; page <= FOI_PAGE_LETTERS; page++)
    {
      guint n_fields;
      const FoiField *fields = foi_profile_fields ((FoiProfilePage) page, &n_fields);

      for (guint i = 0; i < n_fields; i++)
        {
          if (g_strcmp0 (fields[i].path, path) == 0)
            return &fields[i];
        }
    }
  g_assert_not_reached ();
}

/* What is typed, and what the profile then says. */
static void
test_fields (void)
{
  static const struct
  {
    const char *path, *typed, *json;
  } rows[] = {
    { "name", "Anytown Council", "\"Anytown Council\"" },
    { "name", "", NULL },
    { "address", "1 High Street\n\n Anytown ", "[\"1 High Street\",\"Anytown\"]" },
    { "address", "\n", NULL },
    { "type", "local", "\"local\"" },
    { "scottish", "true", "true" },
    { "scottish", "", NULL },
    { "review/window/n", "40", "40" },
    { "review/window/n", "0", NULL },
    { "small_numbers/round", "5", "5" },
    { "small_numbers/round", "0", NULL },
    { "links", "Publication Scheme https://anytown.example/scheme\n",
      "[{\"text\":\"Publication Scheme\",\"url\":\"https://anytown.example/scheme\"}]" },
    { "colour", "#12436D", "\"#12436D\"" },
    { "type", "parliament", "\"parliament\"" },
    { "limits/appropriate-limit/pounds", "500", "500" },
    { "limits/appropriate-limit/pounds", "", NULL },
    { "limits/appropriate-limit/from", "1 April 2026", "\"2026-04-01\"" },
    { "limits/appropriate-limit/from", "13/4/2026", "\"2026-04-13\"" },
    { "limits/appropriate-limit/from", "", NULL },
    { "limits/appropriate-limit/to", "31 March 2027", "\"2027-03-31\"" },
    { "limits/appropriate-limit/to", "", NULL },
    { "closed", "21 December 2024 to 5 January 2025\n\n 2025-02-17..2025-02-21 ",
      "[{\"from\":\"2024-12-21\",\"to\":\"2025-01-05\"},"
      "{\"from\":\"2025-02-17\",\"to\":\"2025-02-21\"}]" },
    { "closed", "\n", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const FoiField *field = find_field (rows[i].path);
      g_autoptr (JsonNode) empty = foi_profile_new ();
      g_autoptr (JsonNode) profile = foi_profile_with_field (empty, field, rows[i].typed);
      JsonNode *node = foi_profile_get_node (profile, rows[i].path);
      g_autofree char *json = node != NULL ? json_to_string (node, FALSE) : NULL;
      g_autofree char *shown = foi_profile_dup_field (profile, field);
      g_autoptr (JsonNode) again = foi_profile_with_field (profile, field, shown);

      g_assert_cmpstr (json, ==, rows[i].json);
      /* What is shown, kept again, says the same. */
      g_assert_true (foi_json_equal (profile, again));
    }
}

static void
test_bad_fields (void)
{
  static const struct
  {
    const char *path, *typed, *complaint;
  } rows[] = {
    { "colour", "", NULL },
    { "colour", "#12436", "A colour is written as #12436D" },
    { "colour", "navy", "A colour is written as #12436D" },
    { "links", "Scheme https://a.example\n", NULL },
    { "links", "https://a.example", "Each line needs a name and then an address" },
    { "limits/appropriate-limit/rate", "", NULL },
    { "limits/appropriate-limit/rate", "25", NULL },
    { "limits/appropriate-limit/rate", "0", "Whole pounds, in figures" },
    { "limits/appropriate-limit/rate", "£25", "Whole pounds, in figures" },
    { "limits/appropriate-limit/rate", "25.50", "Whole pounds, in figures" },
    { "closed", "", NULL },
    { "closed", "21 December 2024", "“21 December 2024” does not say from which day to which" },
    { "closed", "5 January 2025 to 21 December 2024",
      "“5 January 2025 to 21 December 2024” ends before it begins" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JsonNode) profile = foi_profile_new ();
      g_autofree char *complaint
        = foi_profile_dup_complaint (profile, find_field (rows[i].path), rows[i].typed);

      g_assert_cmpstr (complaint, ==, rows[i].complaint);
    }
}

/* A limit that ends before it begins would never apply. */
static void
test_days_in_order (void)
{
#define LIMIT(days) "{\"limits\":{\"appropriate-limit\":{\"pounds\":500" days "}}}"
#define FROM LIMIT (",\"from\":\"2026-04-01\"")
#define TO LIMIT (",\"to\":\"2026-03-31\"")
  static const struct
  {
    const char *json, *path, *typed, *complaint;
  } rows[] = {
    { FROM, "limits/appropriate-limit/to", "1 April 2026", NULL },
    { FROM, "limits/appropriate-limit/to", "", NULL },
    { LIMIT (""), "limits/appropriate-limit/to", "31 March 2026", NULL },
    { FROM, "limits/appropriate-limit/to", "31 March 2026",
      "This is before the day from which it applies" },
    { TO, "limits/appropriate-limit/from", "31 March 2026", NULL },
    { TO, "limits/appropriate-limit/from", "1 April 2026",
      "This is after the last day for which it applies" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JsonNode) profile = json_from_string (rows[i].json, NULL);
      g_autofree char *complaint
        = foi_profile_dup_complaint (profile, find_field (rows[i].path), rows[i].typed);

      g_assert_cmpstr (complaint, ==, rows[i].complaint);
    }
}

/* What the law has instead is said beside what an authority may set, and follows what it is. */
static void
test_hints (void)
{
  static const struct
  {
    const char *json, *path, *hint;
  } rows[] = {
    { "{}", "pounds", "Empty: £450, by section 12; SI 2004/3244" },
    { "{\"type\":\"local\"}", "pounds", "Empty: £450, by section 12; SI 2004/3244" },
    { "{\"type\":\"central\"}", "pounds", "Empty: £600, by section 12; SI 2004/3244" },
    { "{\"type\":\"parliament\"}", "pounds", "Empty: £600, by section 12; SI 2004/3244" },
    { "{\"type\":\"armed-forces\"}", "pounds", "Empty: £600, by section 12; SI 2004/3244" },
    { "{\"type\":\"central\"}", "rate", "Empty: £25, by section 12; SI 2004/3244" },
    { "{\"scottish\":true}", "rate", "Empty: £15, by section 12; SSI 2004/467" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JsonNode) profile = json_from_string (rows[i].json, NULL);
      g_autofree char *path = g_strconcat ("limits/appropriate-limit/", rows[i].path, NULL);
      g_autofree char *hint = foi_profile_dup_hint (profile, find_field (path));

      g_assert_cmpstr (hint, ==, rows[i].hint);
    }
}

/* A window of time is said whole or not at all. */
static void
test_window_of_review (void)
{
  g_autoptr (JsonNode) empty = foi_profile_new ();
  g_autoptr (JsonNode) with_n = foi_profile_with_field (empty, find_field ("review/window/n"),
                                                        "40");
  g_autoptr (JsonNode) with_unit = NULL;
  g_autoptr (JsonNode) without = NULL;

  g_assert_cmpstr (foi_json_get_string (foi_profile_get_node (with_n, "review/window"), "from",
                                        NULL),
                   ==, "issue");
  with_unit = foi_profile_with_field (with_n, find_field ("review/window/unit"), "working");
  without = foi_profile_with_field (with_unit, find_field ("review/window/n"), "0");
  g_assert_true (foi_json_equal (empty, without));
}

static JsonNode *
load_profile (void)
{
  g_autoptr (GFile) file = foi_settings_ref_authority_file (foi_settings_get_default ());

  return foi_profile_load (file, NULL, NULL, NULL);
}

static gboolean
has_profile (gpointer data)
{
  g_autoptr (JsonNode) profile = load_profile ();

  return profile != NULL;
}

static void
choose (GtkWidget *page, guint button)
{
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (ui_test_find_nth (page, GTK_TYPE_CHECK_BUTTON, button)), TRUE);
}

static GtkListBoxRow *
find_paragraph (GtkWidget *list, const char *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)) != NULL; i++)
    {
      if (g_strcmp0 (foi_wording_row_get_id (row), id) == 0)
        return row;
    }
  return NULL;
}

static void
test_save (void)
{
  GtkWidget *window = GTK_WIDGET (
    foi_preferences_window_present (ui_test_get_application (), NULL, NULL));
  GtkWidget *form = ui_test_find (window, FOI_TYPE_PROFILE_FORM);
  GtkWidget *page, *list;
  g_autoptr (JsonNode) profile = NULL;
  GtkWidget *save = ui_test_find_action (window, "preferences.save");

  g_assert_true (ui_test_wait_until (ui_test_is_mapped, window, 5000));
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (form, GTK_TYPE_ENTRY)), "Anytown Council");
  g_assert_true (gtk_widget_get_sensitive (save));

  page = ui_test_find (window, FOI_TYPE_WORDING_PAGE);
  list = ui_test_find (page, GTK_TYPE_LIST_BOX);
  gtk_list_box_select_row (GTK_LIST_BOX (list), find_paragraph (list, "accessible"));
  choose (page, 2);
  gtk_list_box_select_row (GTK_LIST_BOX (list), find_paragraph (list, "re-use"));
  choose (page, 1);

  g_assert_true (gtk_widget_activate_action (window, "preferences.save", NULL));
  g_assert_true (ui_test_wait_until (has_profile, NULL, 5000));
  ui_test_settle ();
  g_assert_false (gtk_widget_get_sensitive (save));
  profile = load_profile ();
  g_assert_cmpstr (foi_json_get_string (profile, "name", NULL), ==, "Anytown Council");
  g_assert_cmpstr (
    foi_json_get_string (foi_json_get_member (profile, "wording"), "accessible", NULL), ==, "");
  /* One begins to reword with what stands there. */
  g_assert_true (g_str_has_prefix (
    foi_json_get_string (foi_json_get_member (profile, "wording"), "re-use", NULL), "You may use"));
  gtk_window_close (GTK_WINDOW (window));
  ui_test_settle ();
}

static void
assert_wording (GtkListBoxRow *row, const char *state)
{
  GtkWidget *label = ui_test_find_nth (GTK_WIDGET (row), GTK_TYPE_LABEL, 1);

  g_assert_true (gtk_widget_get_visible (label) == (state != NULL));
  if (state != NULL)
    g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, state);
}

/* A paragraph is reworded for the authority, which is seen, and goes back to what it was. Words of
 * the law in it are locked until one asks for them. */
static void
test_wording (void)
{
  g_autoptr (FoiDocument) document = ui_test_open_example ();
  GtkWidget *parent = ui_test_show (document);
  GtkWidget *window = GTK_WIDGET (foi_preferences_window_present (
    ui_test_get_application (), GTK_WINDOW (parent), document));
  GtkWidget *page = ui_test_find (window, FOI_TYPE_WORDING_PAGE);
  GtkWidget *list = ui_test_find (page, GTK_TYPE_LIST_BOX);
  GtkTextBuffer *own = gtk_text_view_get_buffer (
    GTK_TEXT_VIEW (ui_test_find (page, GTK_TYPE_TEXT_VIEW)));
  GtkListBoxRow *row;
  GtkTextIter iter;
  GtkWidget *unlock = ui_test_find_button (page, "U_nlock Words of the Law");

  g_assert_true (ui_test_wait_until (ui_test_is_mapped, window, 5000));
  row = find_paragraph (list, "regulator");
  gtk_list_box_select_row (GTK_LIST_BOX (list), row);
  choose (page, 0);
  assert_wording (row, NULL);
  g_assert_false (gtk_widget_get_visible (unlock));
  gtk_text_buffer_set_text (own, "", -1);
  choose (page, 1);
  assert_wording (row, "Own words");
  g_assert_true (gtk_widget_get_visible (unlock));
  gtk_text_buffer_get_start_iter (own, &iter);
  g_assert_true (gtk_text_buffer_insert_interactive (own, &iter, "Well: ", -1, TRUE));
  gtk_text_buffer_get_start_iter (own, &iter);
  g_assert_true (gtk_text_iter_forward_search (&iter, "gives you", GTK_TEXT_SEARCH_TEXT_ONLY, &iter,
                                               NULL, NULL));
  g_assert_false (gtk_text_buffer_insert_interactive (own, &iter, "hardly ", -1, TRUE));
  g_signal_emit_by_name (unlock, "clicked");
  g_assert_true (gtk_text_buffer_insert_interactive (own, &iter, "hardly ", -1, TRUE));
  g_assert_false (gtk_widget_get_visible (unlock));
  choose (page, 0);
  assert_wording (row, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (parent));
  ui_test_settle ();
}

static void
test_apply (void)
{
  g_autoptr (FoiDocument) document = ui_test_open_example ();
  GtkWidget *parent = ui_test_show (document);
  GtkWidget *window = GTK_WIDGET (foi_preferences_window_present (
    ui_test_get_application (), GTK_WINDOW (parent), document));
  FoiCase *foi_case = foi_document_get_case (document);

  g_assert_true (ui_test_wait_until (ui_test_is_mapped, window, 5000));
  g_assert_true (gtk_widget_activate_action (window, "preferences.apply", NULL));
  ui_test_settle ();
  g_assert_cmpstr (foi_case_state_get_string (foi_case_get_state (foi_case), "authority/name"), ==,
                   "Anytown Council");
  g_assert_cmpstr (foi_case_editor_get_undo_label (foi_document_get_editor (document)), ==,
                   "Use Authority Profile");
  gtk_window_close (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (parent));
  ui_test_settle ();
}

static GtkWidget *
find_entry (GtkWidget *window, const char *path)
{
  GtkWidget *form = ui_test_find (window, FOI_TYPE_PROFILE_FORM);
  guint n_fields, n_entries = 0;
  const FoiField *fields = foi_profile_fields (FOI_PAGE_AUTHORITY, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].path == NULL)
        continue;
      if (g_str_equal (fields[i].path, path))
        return ui_test_find_nth (form, GTK_TYPE_ENTRY, n_entries);
      n_entries += fields[i].kind == FOI_FIELD_TEXT || fields[i].kind == FOI_FIELD_AMOUNT
                   || fields[i].kind == FOI_FIELD_DATE;
    }
  g_assert_not_reached ();
}

/* The limit that the open case then has; it needs no law of its own. */
static gint64
get_limit (FoiDocument *document)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (document));
  g_autoptr (JsonNode) limit
    = foi_rules_find_own_limit (foi_rules_get_default (), "foia", "appropriate-limit",
                                foi_case_state_get_node (state, "authority"),
                                foi_date_from_iso ("2024-10-30"));

  return foi_json_get_integer (limit, "pounds", 0);
}

/* An officer sets the limit of the authority, and takes it back. */
static void
test_own_limit (void)
{
  g_autoptr (FoiDocument) document = ui_test_open_example ();
  GtkWidget *parent = ui_test_show (document);
  GtkWidget *window = GTK_WIDGET (foi_preferences_window_present (
    ui_test_get_application (), GTK_WINDOW (parent), document));
  GtkWidget *pounds = find_entry (window, "limits/appropriate-limit/pounds");
  GtkWidget *last = find_entry (window, "limits/appropriate-limit/to");
  int end = 3;

  g_assert_true (ui_test_wait_until (ui_test_is_mapped, window, 5000));
  g_assert_cmpint (get_limit (document), ==, 450);
  gtk_editable_set_text (GTK_EDITABLE (pounds), "500");
  gtk_widget_activate_action (window, "preferences.apply", NULL);
  g_assert_cmpint (get_limit (document), ==, 500);
  /* The request is of 30 October 2024. */
  gtk_editable_set_text (GTK_EDITABLE (last), "29 October 2024");
  gtk_widget_activate_action (window, "preferences.apply", NULL);
  g_assert_cmpint (get_limit (document), ==, 450);
  gtk_editable_set_text (GTK_EDITABLE (last), "30 October 2024");
  gtk_widget_activate_action (window, "preferences.apply", NULL);
  g_assert_cmpint (get_limit (document), ==, 500);
  gtk_editable_set_text (GTK_EDITABLE (last), "");
  /* What is no amount is said, and not kept. */
  gtk_editable_insert_text (GTK_EDITABLE (pounds), " or so", -1, &end);
  g_assert_true (gtk_widget_has_css_class (pounds, "error"));
  gtk_widget_activate_action (window, "preferences.apply", NULL);
  g_assert_cmpint (get_limit (document), ==, 500);
  gtk_editable_set_text (GTK_EDITABLE (pounds), "");
  g_assert_false (gtk_widget_has_css_class (pounds, "error"));
  gtk_widget_activate_action (window, "preferences.apply", NULL);
  g_assert_cmpint (get_limit (document), ==, 450);
  g_assert_true (foi_case_editor_undo (foi_document_get_editor (document)));
  g_assert_cmpint (get_limit (document), ==, 500);
  gtk_window_close (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (parent));
  ui_test_settle ();
}

static const char *
name_shown (GtkWidget *window)
{
  GtkWidget *form = ui_test_find (window, FOI_TYPE_PROFILE_FORM);

  return gtk_editable_get_text (GTK_EDITABLE (ui_test_find (form, GTK_TYPE_ENTRY)));
}

static void
type_name (GtkWidget *window, const char *name)
{
  GtkWidget *form = ui_test_find (window, FOI_TYPE_PROFILE_FORM);

  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (form, GTK_TYPE_ENTRY)), name);
}

typedef struct
{
  GtkWidget  *window;
  const char *name;
} Shown;

static gboolean
is_shown (gpointer data)
{
  const Shown *shown = data;

  return g_strcmp0 (name_shown (shown->window), shown->name) == 0
         && gtk_widget_is_sensitive (ui_test_find (shown->window, FOI_TYPE_PROFILE_FORM));
}

static void
wait_for_name (GtkWidget *window, const char *name)
{
  Shown shown = { window, name };

  g_assert_true (ui_test_wait_until (is_shown, &shown, 5000));
}

static gboolean
is_path_chosen (gpointer path)
{
  g_autofree char *chosen = foi_settings_dup_authority_path (foi_settings_get_default ());

  return g_strcmp0 (chosen, path) == 0;
}

/* Another profile takes the place of the one at hand: what was changed there is asked about. */
static void
test_other_profile (void)
{
  GtkWidget *window = GTK_WIDGET (
    foi_preferences_window_present (ui_test_get_application (), NULL, NULL));
  GtkWidget *program = ui_test_find (window, FOI_TYPE_PROGRAM_PAGE);
  g_autofree char *usual = foi_settings_dup_authority_path (foi_settings_get_default ());
  g_autofree char *other = g_strconcat (usual, ".other", NULL);

  g_assert_true (ui_test_wait_until (ui_test_is_mapped, window, 5000));
  g_assert_cmpstr (name_shown (window), ==, "Anytown Council");
  type_name (window, "Othertown Council");
  g_signal_emit_by_name (program, "profile-chosen", other);
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Cancel");
  g_assert_cmpstr (name_shown (window), ==, "Othertown Council");
  g_assert_true (is_path_chosen (usual));

  g_signal_emit_by_name (program, "profile-chosen", other);
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Save");
  g_assert_true (ui_test_wait_until (is_path_chosen, other, 5000));
  wait_for_name (window, "");

  type_name (window, "Nowhere");
  g_signal_emit_by_name (program, "profile-chosen", NULL);
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Discard");
  g_assert_true (is_path_chosen (usual));
  wait_for_name (window, "Othertown Council");
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  gtk_window_close (GTK_WINDOW (window));
  ui_test_settle ();
}

/* Keeps everybody waiting who opens a file, as a server that hangs does. */
static int
hang (const char *path)
{
  int held = g_open (path, O_RDONLY | O_CREAT, 0600);

  g_assert_cmpint (held, >=, 0);
  /* Whoever waits is told of to the holder, who knows. */
  signal (SIGIO, SIG_IGN);
  g_assert_cmpint (fcntl (held, F_SETLEASE, F_WRLCK), ==, 0);
  return held;
}

/* Where the profile is on a server that hangs, another can be chosen. */
static void
test_server_hangs (void)
{
  g_autofree char *usual = foi_settings_dup_authority_path (foi_settings_get_default ());
  g_autofree char *far = g_strconcat (usual, ".far", NULL);
  GtkWidget *window, *program, *form;
  const int held = hang (far);

  foi_settings_set_authority_path (foi_settings_get_default (), far);
  window = GTK_WIDGET (foi_preferences_window_present (ui_test_get_application (), NULL, NULL));
  program = ui_test_find (window, FOI_TYPE_PROGRAM_PAGE);
  form = ui_test_find (window, FOI_TYPE_PROFILE_FORM);
  g_assert_true (ui_test_wait_until (ui_test_is_mapped, window, 5000));
  g_assert_false (gtk_widget_is_sensitive (form));
  gtk_stack_set_visible_child (GTK_STACK (gtk_widget_get_parent (program)), program);
  g_assert_true (gtk_widget_is_sensitive (program));
  g_assert_true (gtk_widget_get_mapped (program));

  g_signal_emit_by_name (program, "profile-chosen", usual);
  wait_for_name (window, "Othertown Council");
  g_assert_true (gtk_widget_is_sensitive (form));
  /* What still waits for the server goes on, and to its end. */
  g_assert_cmpint (fcntl (held, F_SETLEASE, F_UNLCK), ==, 0);
  gtk_window_close (GTK_WINDOW (window));
  ui_test_settle ();
  g_close (held, NULL);
  g_assert_cmpint (g_unlink (far), ==, 0);
}

/* What a colleague saves while the preferences are open. */
static JsonNode *
save_elsewhere (const char *phone)
{
  g_autoptr (GFile) file = foi_settings_ref_authority_file (foi_settings_get_default ());
  g_autoptr (JsonNode) before = load_profile ();
  g_autoptr (JsonNode) value = foi_json_new_string (phone);
  g_autoptr (JsonNode) after = foi_profile_with_node (before, "phone", value);
  g_autoptr (GError) error = NULL;

  foi_profile_save (after, before, file, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&after);
}

static gboolean
is_saved (gpointer name)
{
  g_autoptr (JsonNode) profile = load_profile ();

  return g_strcmp0 (foi_json_get_string (profile, "name", NULL), name) == 0;
}

static gboolean
is_told_what_changed (gpointer data)
{
  GtkWidget *dialog = ui_test_find_window (GTK_TYPE_MESSAGE_DIALOG);
  g_autofree char *body = NULL;

  if (dialog != NULL)
    g_object_get (dialog, "secondary-text", &body, NULL);
  return body != NULL && strstr (body, "They changed: How to reach it: Phone\n") != NULL;
}

/* Two people at one profile: nothing of either is lost unasked. */
static void
test_conflict (void)
{
  GtkWidget *window = GTK_WIDGET (
    foi_preferences_window_present (ui_test_get_application (), NULL, NULL));
  g_autoptr (JsonNode) theirs = NULL;
  g_autoptr (JsonNode) saved = NULL;

  /* Never an empty form: it is there with what is in the file. */
  g_assert_true (ui_test_wait_until (ui_test_is_mapped, window, 5000));
  g_assert_cmpstr (name_shown (window), ==, "Othertown Council");
  type_name (window, "Ours");
  theirs = save_elsewhere ("01 234");
  gtk_widget_activate_action (window, "preferences.save", NULL);
  g_assert_true (ui_test_wait_until (is_told_what_changed, NULL, 5000));
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Cancel");
  g_assert_cmpstr (name_shown (window), ==, "Ours");
  saved = load_profile ();
  g_assert_true (foi_json_equal (saved, theirs));

  gtk_widget_activate_action (window, "preferences.save", NULL);
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "Keep _Both");
  wait_for_name (window, "Ours");
  gtk_widget_activate_action (window, "preferences.save", NULL);
  g_assert_true (ui_test_wait_until (is_saved, (gpointer) "Ours", 5000));
  json_node_unref (saved);
  saved = load_profile ();
  g_assert_cmpstr (foi_json_get_string (saved, "phone", NULL), ==, "01 234");
  ui_test_settle ();

  type_name (window, "Ours again");
  json_node_unref (save_elsewhere ("01 567"));
  gtk_widget_activate_action (window, "preferences.save", NULL);
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "Take _Theirs");
  wait_for_name (window, "Ours");
  gtk_window_close (GTK_WINDOW (window));
  ui_test_settle ();
}

/* A case whose window is gone can be saved by nobody. */
static void
test_case_gone (void)
{
  g_autoptr (FoiDocument) document = ui_test_open_example ();
  GtkWidget *parent = ui_test_show (document);
  GtkWidget *window = GTK_WIDGET (foi_preferences_window_present (
    ui_test_get_application (), GTK_WINDOW (parent), document));
  GtkWidget *apply = ui_test_find_action (window, "preferences.apply");

  g_assert_true (ui_test_wait_until (ui_test_is_mapped, window, 5000));
  g_assert_true (gtk_widget_get_visible (apply));
  gtk_window_destroy (GTK_WINDOW (parent));
  ui_test_settle ();
  g_assert_false (gtk_widget_get_visible (apply));
  gtk_widget_activate_action (window, "preferences.apply", NULL);
  g_assert_false (foi_case_editor_is_modified (foi_document_get_editor (document)));
  gtk_window_close (GTK_WINDOW (window));
  ui_test_settle ();
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/preferences/fields", test_fields);
  g_test_add_func ("/preferences/bad-fields", test_bad_fields);
  g_test_add_func ("/preferences/days-in-order", test_days_in_order);
  g_test_add_func ("/preferences/hints", test_hints);
  g_test_add_func ("/preferences/window-of-review", test_window_of_review);
  g_test_add_func ("/preferences/save", test_save);
  g_test_add_func ("/preferences/wording", test_wording);
  g_test_add_func ("/preferences/apply", test_apply);
  g_test_add_func ("/preferences/own-limit", test_own_limit);
  g_test_add_func ("/preferences/other-profile", test_other_profile);
  g_test_add_func ("/preferences/server-hangs", test_server_hangs);
  g_test_add_func ("/preferences/conflict", test_conflict);
  g_test_add_func ("/preferences/case-gone", test_case_gone);
  return ui_test_run ();
}
