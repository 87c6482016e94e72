/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "foi-case-edits.h"
#include "foi-answer-editor.h"
#include "foi-chart-panel.h"
#include "foi-ground-fields.h"
#include "foi-ground-form.h"
#include "foi-grounds-row.h"
#include "foi-json-edit.h"
#include "foi-placeholder-words.h"
#include "foi-question-details.h"
#include "foi-question-page.h"
#include "foi-table-grid.h"
#include "foi-table-page.h"
#include "foi-table-view.h"
#include "foi-window.h"
#include "ui-test.h"

/* The example in its window, at question 1, which nobody has answered yet. */
typedef struct
{
  FoiDocument *document;
  GtkWidget   *window;    /* weak */
} Fixture;

static void
set_string (Fixture *fixture, const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  foi_case_editor_set_string (foi_document_get_editor (fixture->document), path, text, "Prepare",
                              &error);
  g_assert_no_error (error);
}

static const char *
get_string (Fixture *fixture, const char *path)
{
  return foi_case_state_get_string (foi_case_get_state (foi_document_get_case (fixture->document)),
                                    path);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = ui_test_open_example ();
  g_set_weak_pointer (&fixture->window, ui_test_show (fixture->document));
  set_string (fixture, "questions/q1/held", NULL);
  set_string (fixture, "questions/q1/outcome", "open");
  set_string (fixture, "questions/q1/answer", "");
  foi_document_go_to (fixture->document, "questions/q1/answer");
  ui_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->window, 5000));
  g_object_unref (fixture->document);
}

static FoiQuestionPage *
get_page (Fixture *fixture)
{
  return FOI_QUESTION_PAGE (ui_test_find (fixture->window, FOI_TYPE_QUESTION_PAGE));
}

static GtkWidget *
get_child (Fixture *fixture, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (get_page (fixture)),
                                                    FOI_TYPE_QUESTION_PAGE, name));
}

static void
answer (Fixture *fixture, const char *text)
{
  set_string (fixture, "questions/q1/answer", text);
  ui_test_settle ();
}

/* What officers begin answers with, and what Ctrl+Enter then does. */
static const struct
{
  const char *answer, *button, *held, *outcome, *place;
} proposals[] = {
  { "There were 412 claims.", "Mark as Disclosed", "yes", "disclosed", "questions/q2/answer" },
  { "In 2023, 12 of the applications were refused.", "Mark as Disclosed", "yes", "disclosed",
    "questions/q2/answer" },
  { "The council does not hold this.", "Mark as Not Held", "no", "not-held",
    "questions/q2/answer" },
  { "\n  We hold\nno information about ages.", "Mark as Not Held", "no", "not-held",
    "questions/q2/answer" },
  { "Twelve were sold. We do not hold the prices.", "Mark as Disclosed", "yes", "disclosed",
    "questions/q2/answer" },
  { "The names are exempt, for they are personal data.", "Mark as Refused", "yes", "refused",
    "questions/q1/answer" },
  { "Finding them would exceed the appropriate limit.", "Mark as Refused", "yes", "refused",
    "questions/q1/answer" },
};

static void
test_proposals (Fixture *fixture, gconstpointer data)
{
  g_assert_false (foi_question_page_has_proposal (get_page (fixture)));
  answer (fixture, " \n");
  g_assert_false (foi_question_page_has_proposal (get_page (fixture)));
  g_assert_false (gtk_widget_get_visible (get_child (fixture, "proposal")));
  for (guint i = 0; i < G_N_ELEMENTS (proposals); i++)
    {
      g_test_message ("%s", proposals[i].answer);
      answer (fixture, proposals[i].answer);
      g_assert_true (gtk_widget_get_visible (get_child (fixture, "proposal")));
      g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_child (fixture, "proposal_button"))),
                       ==, proposals[i].button);
      gtk_widget_activate_action (fixture->window, "win.next-question", NULL);
      ui_test_settle ();
      g_assert_cmpstr (get_string (fixture, "questions/q1/held"), ==, proposals[i].held);
      g_assert_cmpstr (get_string (fixture, "questions/q1/outcome"), ==, proposals[i].outcome);
      g_assert_cmpstr (foi_document_get_place (fixture->document), ==, proposals[i].place);

      /* One command, whose name is that of the button. */
      g_assert_cmpstr (foi_case_editor_get_undo_label (foi_document_get_editor (fixture->document)),
                       ==, proposals[i].button);
      gtk_widget_activate_action (fixture->window, "win.undo-case", NULL);
      ui_test_settle ();
      g_assert_null (get_string (fixture, "questions/q1/held"));
      g_assert_cmpstr (get_string (fixture, "questions/q1/outcome"), ==, "open");
      foi_document_go_to (fixture->document, "questions/q1/answer");
      ui_test_settle ();
    }
}

static GtkWidget *
find_form (Fixture *fixture)
{
  return ui_test_find (GTK_WIDGET (get_page (fixture)), FOI_TYPE_GROUND_FORM);
}

static const char *
get_ground (Fixture *fixture, const char *object, const char *key)
{
  FoiQuestion *question = foi_case_find_question (foi_document_get_case (fixture->document), "q1");
  JsonNode *ground = foi_json_get_element (foi_question_get_grounds (question), 0);

  return foi_json_get_string (object != NULL ? foi_json_get_member (ground, object) : ground, key,
                              NULL);
}

/* A field for each thing that a ground of this kind needs, and none for others. */
static void
test_ground (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form, *entry;

  /* The example refuses question 1 under section 21: it says where the information is. */
  form = find_form (fixture);
  g_assert_nonnull (form);
  g_assert_null (ui_test_find (form, GTK_TYPE_DROP_DOWN));
  entry = ui_test_find_nth (form, GTK_TYPE_ENTRY, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==,
                   get_ground (fixture, "source", "title"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "A");
  gtk_editable_set_text (GTK_EDITABLE (entry), "A yearbook");
  ui_test_settle ();
  g_assert_cmpstr (get_ground (fixture, "source", "title"), ==, "A yearbook");
  g_assert_nonnull (get_ground (fixture, "source", "url"));
  g_assert_true (find_form (fixture) == form);

  /* What was typed is one command, and the form follows it. */
  gtk_widget_activate_action (fixture->window, "win.undo-case", NULL);
  ui_test_settle ();
  g_assert_cmpstr (get_ground (fixture, "source", "title"), !=, "A yearbook");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==,
                   get_ground (fixture, "source", "title"));
  entry = ui_test_find_nth (form, GTK_TYPE_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "all years");
  ui_test_settle ();
  g_assert_cmpstr (get_ground (fixture, NULL, "applies_to"), ==, "all years");
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  ui_test_settle ();
  g_assert_null (get_ground (fixture, NULL, "applies_to"));
}

static gboolean
has_field (const char *object, const char *key)
{
  for (guint i = 0; i < FOI_N_GROUND_FIELDS; i++)
    {
      const FoiGroundField *field = foi_ground_fields_get (i);

      if (g_strcmp0 (field->object, object) == 0 && g_str_equal (field->key, key))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_gap (const char *object, const char *key)
{
  g_autofree char *gap = NULL;

  if (g_str_equal (object, "source") && (g_str_equal (key, "table") || g_str_equal (key, "page")))
    return foi_gap_find_scope ("source_place") == FOI_GAP_GROUND;
  gap = g_str_equal (object, "particulars") ? g_strdup (key) : g_strconcat (object, "_", key, NULL);
  return foi_gap_find_scope (gap) == FOI_GAP_GROUND;
}

/* Whatever a case file may say of a ground has a place in the form, and one in the letter. */
static void
test_every_member (Fixture *fixture, gconstpointer data)
{
  static const char *const objects[] = { "source", "particulars", "public_interest" };
  g_autofree char *path = ui_test_dup_data ("data/schema/foi-case-1.schema.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonNode *ground;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  ground = foi_json_get_member (foi_json_get_member (json_parser_get_root (parser), "$defs"),
                                "ground");
  for (gsize i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      JsonNode *members = foi_json_get_member (
        foi_json_get_member (foi_json_get_member (ground, "properties"), objects[i]),
        "properties");
      g_autoptr (GList) keys = json_object_get_members (json_node_get_object (members));

      g_assert_nonnull (keys);
      for (GList *key = keys; key != NULL; key = key->next)
        {
          g_test_message ("%s/%s", objects[i], (const char *) key->data);
          g_assert_true (has_field (objects[i], key->data));
          g_assert_true (has_gap (objects[i], key->data));
        }
    }
}

static char *
dup_choices (GtkWidget *drop_down)
{
  GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "",
                            gtk_string_list_get_string (GTK_STRING_LIST (model), i));
  return g_string_free (text, FALSE);
}

/* The choice of these words, or else the first that begins with them. */
static void
choose (GtkWidget *drop_down, const char *words)
{
  GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down));
  guint chosen = GTK_INVALID_LIST_POSITION;

  for (guint i = g_list_model_get_n_items (model); i > 0; i--)
    {
      const char *choice = gtk_string_list_get_string (GTK_STRING_LIST (model), i - 1);

      if (g_str_has_prefix (choice, words))
        chosen = i - 1;
      if (g_str_equal (choice, words))
        break;
    }
  g_assert_cmpuint (chosen, !=, GTK_INVALID_LIST_POSITION);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), chosen);
  ui_test_settle ();
}

/* Held first: what it leaves of outcomes is offered, and the only one is taken. */
static void
test_choices (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *held, *outcome, *offered;
  } facts[] = {
    { "Yes", "open", "Open|Disclosed|Disclosed in part|Refused|Clarification asked|Transferred|"
                     "Extended" },
    { "Cannot tell", "refused", "Open|Refused" },
    { "Neither", "neither-confirmed-nor-denied", "Open|Neither confirmed nor denied|Extended" },
    { "No", "not-held", "Open|Not held|Clarification asked|Transferred" },
  };
  GtkWidget *held = get_child (fixture, "held"), *outcome = get_child (fixture, "outcome");

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *offered = NULL;

      choose (held, facts[i].held);
      offered = dup_choices (outcome);
      g_test_message ("%s", facts[i].held);
      g_assert_cmpstr (get_string (fixture, "questions/q1/outcome"), ==, facts[i].outcome);
      g_assert_cmpstr (offered, ==, facts[i].offered);
    }

  /* One command; and what is passed on need not be held. */
  gtk_widget_activate_action (fixture->window, "win.undo-case", NULL);
  ui_test_settle ();
  g_assert_cmpstr (get_string (fixture, "questions/q1/held"), ==, "neither-confirm-nor-deny");
  g_assert_cmpstr (get_string (fixture, "questions/q1/outcome"), ==,
                   "neither-confirmed-nor-denied");
  choose (held, "Yes");
  g_assert_true (gtk_widget_get_sensitive (held));
  choose (outcome, "Transferred");
  g_assert_false (gtk_widget_get_sensitive (held));
}

static void
add_ground (Fixture *fixture, const char *typed)
{
  GtkWidget *row = ui_test_find (GTK_WIDGET (get_page (fixture)), FOI_TYPE_GROUNDS_ROW);
  GtkWidget *button = GTK_WIDGET (gtk_widget_get_template_child (row, FOI_TYPE_GROUNDS_ROW,
                                                                 "add_button"));
  GtkWidget *search = GTK_WIDGET (gtk_widget_get_template_child (row, FOI_TYPE_GROUNDS_ROW,
                                                                 "search"));

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  ui_test_settle ();
  gtk_editable_set_text (GTK_EDITABLE (search), typed);
  g_signal_emit_by_name (search, "activate");
  ui_test_settle ();
}

static GtkWidget *
find_details (Fixture *fixture, GType type, guint n)
{
  GtkWidget *details = ui_test_find (GTK_WIDGET (get_page (fixture)), FOI_TYPE_QUESTION_DETAILS);

  return ui_test_find_nth (details, type, n);
}

/* The period answered and why it is not all; where was looked; with which question. */
static void
test_details (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed, *path, *text;
  } facts[] = {
    { "2016", "questions/q1/period/from", "2016" },
    { "2024", "questions/q1/period/to", "2024" },
    { "One total for all years.", "questions/q1/fallback", "One total for all years." },
    { "2018", "questions/q1/period_answered/from", "2018" },
    { "2023-24", "questions/q1/period_answered/to", "2023/24" },
    { "Nobody counted before.", "questions/q1/period_answered/gap", "Nobody counted before." },
    { "Both registers.", "questions/q1/searched", "Both registers." },
    { "The county.", "questions/q1/may_hold", "The county." },
    { "Ann Other", "questions/q1/owner", "Ann Other" },
  };
  JsonNode *see;

  /* It asks for the period of the request until it names one itself. */
  g_assert_cmpstr (gtk_entry_get_placeholder_text (
                     GTK_ENTRY (find_details (fixture, GTK_TYPE_ENTRY, 0))), ==, "2015");
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (find_details (fixture, GTK_TYPE_ENTRY, i)),
                             facts[i].typed);
      foi_document_commit (fixture->document);
      g_assert_cmpstr (get_string (fixture, facts[i].path), ==, facts[i].text);
    }
  ui_test_settle ();
  g_assert_false (gtk_widget_get_visible (find_details (fixture, GTK_TYPE_ENTRY, 6)));
  set_string (fixture, "questions/q1/outcome", "not-held");
  ui_test_settle ();
  g_assert_true (gtk_widget_get_visible (find_details (fixture, GTK_TYPE_ENTRY, 6)));

  choose (find_details (fixture, GTK_TYPE_DROP_DOWN, 0), "Question 3");
  see = foi_case_state_get_node (
    foi_case_get_state (foi_document_get_case (fixture->document)), "questions/q1/see");
  g_assert_cmpstr (json_node_get_string (foi_json_get_element (see, 0)), ==, "q3");
  gtk_widget_activate_action (fixture->window, "win.undo-case", NULL);
  ui_test_settle ();
  g_assert_cmpuint (gtk_drop_down_get_selected (
                      GTK_DROP_DOWN (find_details (fixture, GTK_TYPE_DROP_DOWN, 0))), ==, 0);
}

/* Grounds are found by number and by words; a limb decides what is weighed. */
static void
test_find_ground (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed, *section;
  } facts[] = {
    { "43(2)", "43(2)" },      { "40(2)", "40(2)" },       { "personal", "40(1)" },
    { "crime", "31" },         { "legal priv", "42" },     { "12", "12(1)" },
    { "honours", "37" },       { "subject access", "40(1)" },
  };

  set_string (fixture, "questions/q1/held", "yes");
  set_string (fixture, "questions/q1/outcome", "refused");
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (GError) error = NULL;

      foi_case_editor_set_node (foi_document_get_editor (fixture->document),
                                "questions/q1/grounds", NULL, "Prepare", &error);
      g_assert_no_error (error);
      ui_test_settle ();
      add_ground (fixture, facts[i].typed);
      g_test_message ("%s", facts[i].typed);
      g_assert_cmpstr (get_ground (fixture, NULL, "section"), ==, facts[i].section);
    }
}

static gboolean
is_asked (GtkWidget *form, const char *words)
{
  GtkWidget *label;

  for (guint i = 0; (label = ui_test_find_nth (form, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (g_str_equal (gtk_label_get_text (GTK_LABEL (label)), words))
      return gtk_widget_get_visible (label);
  return FALSE;
}

static void
test_limb (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *form, *limb;

  set_string (fixture, "questions/q1/held", "yes");
  set_string (fixture, "questions/q1/outcome", "refused");
  foi_case_editor_set_node (foi_document_get_editor (fixture->document), "questions/q1/grounds",
                            NULL, "Prepare", &error);
  g_assert_no_error (error);
  add_ground (fixture, "37");
  form = find_form (fixture);
  limb = ui_test_find (form, GTK_TYPE_DROP_DOWN);
  g_assert_false (is_asked (form, "For releasing it"));
  choose (limb, "37(1)(b) ");
  g_assert_cmpstr (get_ground (fixture, NULL, "limb"), ==, "37(1)(b)");
  g_assert_true (is_asked (form, "For releasing it"));
  choose (limb, "37(1)(a) ");
  g_assert_false (is_asked (form, "For releasing it"));
  g_assert_true (find_form (fixture) == form);
  choose (limb, "Not said yet");
  g_assert_null (get_ground (fixture, NULL, "limb"));

  /* Nobody looks for what a vexatious request asks for. */
  foi_case_editor_set_node (foi_document_get_editor (fixture->document), "questions/q1/grounds",
                            NULL, "Prepare", &error);
  g_assert_no_error (error);
  ui_test_settle ();
  add_ground (fixture, "vexatious");
  g_assert_null (get_string (fixture, "questions/q1/held"));
  g_assert_false (gtk_widget_get_sensitive (get_child (fixture, "held")));
  gtk_widget_activate_action (fixture->window, "win.undo-case", NULL);
  ui_test_settle ();
  g_assert_cmpstr (get_string (fixture, "questions/q1/held"), ==, "yes");
}

static void
test_placeholders (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *placeholder, *words;
  } facts[] = {
    { "{{table:mash-calls}}", "The table “MASH calls answered by reporting year”" },
    { "{{chart:mash-calls}}", "The chart of “MASH calls answered by reporting year”" },
    { "{{question:q6}}", "Question 6 · Yearly budget" },
    { "{{value:mash-calls/2019/20/calls}}",
      "10,066, which follows the table: 2019/20, MASH calls answered, in “MASH calls answered by "
      "reporting year”" },
    { "{{table:nothing}}", NULL },
    { "{{value:mash-calls/2031/32/calls}}", NULL },
    { "{{value:mash-calls}}", NULL },
    { "{{}}", NULL },
    { "{{whatever:q6}}", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      gboolean known = FALSE;
      g_autofree char *words
        = foi_placeholder_describe (fixture->document, facts[i].placeholder, &known);

      g_assert_cmpint (known, ==, facts[i].words != NULL);
      g_assert_cmpstr (words, ==,
                       known ? facts[i].words : "The case has nothing of this name");
    }
}

/* The status line says what the placeholder at the cursor stands for. */
static void
test_placeholder_at_cursor (Fixture *fixture, gconstpointer data)
{
  GtkWidget *editor = ui_test_find (GTK_WIDGET (get_page (fixture)), FOI_TYPE_ANSWER_EDITOR);
  GtkTextView *view = GTK_TEXT_VIEW (ui_test_find (editor, GTK_TYPE_TEXT_VIEW));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter at;

  answer (fixture, "See {{question:q6}} there.");
  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_text_buffer_get_iter_at_offset (buffer, &at, 8);
  gtk_text_buffer_place_cursor (buffer, &at);
  g_assert_cmpstr (foi_document_get_status (fixture->document), ==, "Question 6 · Yearly budget");
  gtk_text_buffer_get_iter_at_offset (buffer, &at, 1);
  gtk_text_buffer_place_cursor (buffer, &at);
  g_assert_cmpstr (foi_document_get_status (fixture->document), ==, "");
  g_assert_cmpstr (get_string (fixture, "questions/q1/answer"), ==, "See {{question:q6}} there.");
}

/* A table in no question has a page too, from which a question takes it. */
static void
test_loose_table (Fixture *fixture, gconstpointer data)
{
  FoiCase *foi_case = foi_document_get_case (fixture->document);
  g_autoptr (GError) error = NULL;
  GtkWidget *page, *view;

  foi_case_editor_set_node (foi_document_get_editor (fixture->document), "questions/q3/tables",
                            NULL, "Prepare", &error);
  g_assert_no_error (error);
  set_string (fixture, "questions/q3/answer", "Figures are on request.");
  g_assert_null (foi_case_find_table_question (foi_case, "mash-calls"));
  foi_document_go_to (fixture->document, "tables/mash-calls");
  ui_test_settle ();
  page = ui_test_find (fixture->window, FOI_TYPE_TABLE_PAGE);
  g_assert_true (page != NULL && gtk_widget_get_mapped (page));
  view = ui_test_find (page, FOI_TYPE_TABLE_VIEW);
  g_assert_nonnull (view);

  gtk_widget_activate_action (page, "table-page.put", "s", "q1");
  ui_test_settle ();
  g_assert_cmpstr (foi_case_find_table_question (foi_case, "mash-calls"), ==, "q1");
  g_assert_false (gtk_widget_get_mapped (page));
  g_assert_nonnull (ui_test_find (GTK_WIDGET (get_page (fixture)), FOI_TYPE_TABLE_VIEW));
  gtk_widget_activate_action (fixture->window, "win.undo-case", NULL);
  ui_test_settle ();
  g_assert_null (foi_case_find_table_question (foi_case, "mash-calls"));
}

static void
take_coloured (GtkTextTag *tag, gpointer found)
{
  gboolean is_coloured;

  g_object_get (tag, "foreground-set", &is_coloured, NULL);
  if (is_coloured)
    *(GtkTextTag **) found = tag;
}

/* The window has its styles with its first frame. */
static gboolean
has_coloured_tag (gpointer view)
{
  GtkTextTag *tag = NULL;

  gtk_text_tag_table_foreach (
    gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (view)), take_coloured, &tag);
  return tag != NULL;
}

/* WCAG 2.2, relative luminance. */
static double
luminance (double red, double green, double blue)
{
  const double channels[] = { red, green, blue };
  const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0.0;

  for (guint i = 0; i < 3; i++)
    sum += weights[i] * (channels[i] <= 0.04045 ? channels[i] / 12.92
                                                : pow ((channels[i] + 0.055) / 1.055, 2.4));
  return sum;
}

/* WCAG 2.2, success criterion 1.4.3, of a colour that lets its ground shine through. */
static double
contrast (const GdkRGBA *colour, const GdkRGBA *ground)
{
  const double a = colour->alpha;
  const double first = luminance (a * colour->red + (1 - a) * ground->red,
                                  a * colour->green + (1 - a) * ground->green,
                                  a * colour->blue + (1 - a) * ground->blue);
  const double second = luminance (ground->red, ground->green, ground->blue);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

/* The target of a link on the theme's ground; a theme is there with a frame of its own. */
typedef struct
{
  GtkWidget  *view;
  GtkTextTag *tag;
  double      least;
} Link;

static gboolean
is_legible (gpointer data)
{
  const Link *link = data;
  g_autoptr (GdkRGBA) colour = NULL;
  GdkRGBA ground;

  g_assert_true (gtk_style_context_lookup_color (gtk_widget_get_style_context (link->view),
                                                 "theme_base_color", &ground));
  g_object_get (link->tag, "foreground-rgba", &colour, NULL);
  g_test_message ("%g", contrast (colour, &ground));
  return contrast (colour, &ground) >= link->least;
}

/* The targets of links can be read in every theme, also in one that is changed to. */
static void
test_link_contrast (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *theme;
    gboolean    dark;
    double      least;
  } facts[] = {
    { "Default", FALSE, 4.5 },
    { "Default", TRUE, 4.5 },
    { "Default-hc", FALSE, 7.0 },
    { "Default-hc", TRUE, 7.0 },
    { "Default", FALSE, 4.5 },
  };
  GtkWidget *editor = ui_test_find (GTK_WIDGET (get_page (fixture)), FOI_TYPE_ANSWER_EDITOR);
  GtkWidget *view = ui_test_find (editor, GTK_TYPE_TEXT_VIEW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  Link link = { view, NULL, 0.0 };

  g_assert_true (ui_test_wait_until (has_coloured_tag, view, 5000));
  gtk_text_tag_table_foreach (gtk_text_buffer_get_tag_table (buffer), take_coloured, &link.tag);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_object_set (gtk_settings_get_default (), "gtk-theme-name", facts[i].theme,
                    "gtk-application-prefer-dark-theme", facts[i].dark, NULL);
      ui_test_settle ();
      link.least = facts[i].least;
      g_assert_true (ui_test_wait_until (is_legible, &link, 5000));
    }
}

/* Of the example's third question, as it is in a window of the usual size. */
static void
show_third_question (Fixture *fixture, int width, int height)
{
  ui_test_resize (fixture->window, width, height);
  foi_document_go_to (fixture->document, "questions/q3/answer");
}

static void
get_extent (GtkWidget *widget, GtkWidget *page, double *top, double *bottom)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, page, &bounds));
  *top = (double) bounds.origin.y;
  *bottom = (double) (bounds.origin.y + bounds.size.height);
}

static guint
count_rows_in_sight (GtkWidget *page)
{
  GtkWidget *view = ui_test_find (page, GTK_TYPE_COLUMN_VIEW);
  GtkWidget *list = gtk_widget_get_next_sibling (gtk_widget_get_first_child (view));
  GtkWidget *grid = ui_test_find (page, FOI_TYPE_TABLE_GRID);
  double top, bottom, row_top, row_bottom;
  guint n = 0;

  get_extent (grid, page, &top, &bottom);
  bottom = MIN (bottom, gtk_widget_get_height (page));
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (!gtk_widget_get_child_visible (row))
        continue;
      get_extent (row, page, &row_top, &row_bottom);
      /* The last line is the card's edge. */
      n += row_top >= top && row_bottom <= bottom + 1 ? 1 : 0;
    }
  return n;
}

/* Figures are what the page is for: seven rows stand below the whole answer. */
static void
test_room (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int      width, height;
    guint    rows;
    gboolean chart;  /* all of it can be seen */
  } facts[] = {
    { 1280, 800, 7, TRUE },
    { 1024, 700, 7, FALSE },
  };
  GtkWidget *page = GTK_WIDGET (get_page (fixture));

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      double top, bottom;

      show_third_question (fixture, facts[i].width, facts[i].height);
      ui_test_settle ();
      g_test_message ("%d × %d", facts[i].width, facts[i].height);
      g_assert_cmpint (gtk_widget_get_height (fixture->window), <=, facts[i].height);
      g_assert_cmpuint (count_rows_in_sight (page), >=, facts[i].rows);
      get_extent (ui_test_find (page, FOI_TYPE_ANSWER_EDITOR), page, &top, &bottom);
      g_assert_cmpfloat (top, >=, 0);
      g_assert_cmpfloat (bottom - top, >=, 120);
      get_extent (ui_test_find (page, FOI_TYPE_CHART_PANEL), page, &top, &bottom);
      g_test_message ("the chart ends at %g of %d", bottom, gtk_widget_get_height (page));
      if (facts[i].chart)
        g_assert_cmpfloat (bottom, <=, gtk_widget_get_height (page));
    }
}

typedef struct
{
  GtkWidget *page;
  double     first; /* where the table began in the first frame, or -1 */
} FirstFrame;

static gboolean
is_painted (gpointer frame)
{
  return ((FirstFrame *) frame)->first >= 0;
}

static void
painted_cb (FirstFrame *frame)
{
  double bottom;

  if (frame->first < 0)
    get_extent (ui_test_find (frame->page, FOI_TYPE_TABLE_VIEW), frame->page, &frame->first,
                &bottom);
}

/* What is seen first stays where it is: a click that follows at once hits what it was meant for. */
static void
test_first_frame (Fixture *fixture, gconstpointer data)
{
  FirstFrame frame = { GTK_WIDGET (get_page (fixture)), -1 };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->window);
  double top, bottom;

  show_third_question (fixture, 1280, 800);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &frame);
  g_assert_true (ui_test_wait_until (is_painted, &frame, 5000));
  ui_test_settle ();
  g_signal_handlers_disconnect_by_data (clock, &frame);
  get_extent (ui_test_find (frame.page, FOI_TYPE_TABLE_VIEW), frame.page, &top, &bottom);
  g_assert_cmpint ((int) frame.first, ==, (int) top);
}

#define ADD(name, function) \
  g_test_add ("/question-page/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD ("proposals", test_proposals);
  ADD ("ground", test_ground);
  ADD ("every-member", test_every_member);
  ADD ("choices", test_choices);
  ADD ("details", test_details);
  ADD ("find-ground", test_find_ground);
  ADD ("limb", test_limb);
  ADD ("placeholders", test_placeholders);
  ADD ("placeholder-at-cursor", test_placeholder_at_cursor);
  ADD ("loose-table", test_loose_table);
  ADD ("link-contrast", test_link_contrast);
  ADD ("room", test_room);
  ADD ("first-frame", test_first_frame);
  return ui_test_run ();
}
