/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "foi-drop-down.h"
#include "foi-import-window-private.h"
#include "foi-number.h"
#include "foi-table.h"
#include "foi-text-encoding.h"

/* What is taken of the file, and where it goes: the left of the assistant. */

/* Encodings and delimiters as they are listed; the first is what was found out. */
static const char *const encodings[] = { NULL,         "UTF-8",       "windows-1252",
                                         "ISO-8859-15", "UTF-16LE", FOI_ENCODING_MOJIBAKE };
static const char delimiters[] = { 0, ',', ';', '\t', '|' };

/* ---- what was chosen ---- */

static void
sheet_chosen_cb (FoiImportWindow *self)
{
  guint sheet = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->sheet));

  if (self->updating || sheet == GTK_INVALID_LIST_POSITION)
    return;
  self->ask.sheet = (int) sheet;
  self->ask.has_range = FALSE;
  foi_import_wish_forget_columns (&self->ask.wish);
  _foi_import_window_ask (self);
}

/* Of columns that begin elsewhere nothing that was said holds. */
static void
range_changed_cb (FoiImportWindow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->range));
  FoiSheetRange range;
  gboolean is_good = *text == '\0' || foi_sheet_range_parse (text, &range);

  if (self->updating)
    return;
  gtk_widget_set_visible (self->range_words, !is_good);
  if (!is_good)
    return;
  self->ask.has_range = *text != '\0';
  if (self->ask.has_range)
    self->ask.range = range;
  if (self->made == NULL || range.first_column != self->made->range.first_column)
    foi_import_wish_forget_columns (&self->ask.wish);
  _foi_import_window_ask (self);
}

static void
text_chosen_cb (FoiImportWindow *self)
{
  guint encoding = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->encoding));
  guint delimiter = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->delimiter));

  if (self->updating || encoding >= G_N_ELEMENTS (encodings)
      || delimiter >= G_N_ELEMENTS (delimiters))
    return;
  g_free (self->ask.encoding);
  self->ask.encoding = g_strdup (encodings[encoding]);
  self->ask.delimiter = delimiters[delimiter];
  foi_import_wish_forget_columns (&self->ask.wish);
  _foi_import_window_ask (self);
}

static void
repair_cb (FoiImportWindow *self)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->encoding), G_N_ELEMENTS (encodings) - 1);
  gtk_widget_grab_focus (self->encoding);
}

static FoiTableData *
find_table (FoiImportWindow *self, guint target)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));

  return target > 0 && target <= self->targets->len
           ? foi_case_state_find_table (state, g_ptr_array_index (self->targets, target - 1))
           : NULL;
}

/* Fresh figures of a table whose rows have names are most often of the same rows. */
static void
propose_how (FoiImportWindow *self, FoiTableData *table)
{
  if (table == NULL
      || (self->ask.table != NULL
          && g_str_equal (foi_table_data_get_name (table),
                          foi_table_data_get_name (self->ask.table))))
    return;
  self->updating = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->how), foi_import_has_names (table) ? 1 : 0);
  self->updating = FALSE;
}

static void
into_chosen_cb (FoiImportWindow *self)
{
  FoiTableData *table;
  gboolean replaces;

  if (self->updating)
    return;
  table = find_table (self, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->into)));
  propose_how (self, table);
  replaces = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->how)) == 1;
  g_clear_pointer (&self->ask.table, foi_table_data_unref);
  g_clear_pointer (&self->ask.state, foi_case_state_unref);
  g_clear_pointer (&self->ask.title, g_free);
  self->ask.mode = FOI_IMPORT_NEW;
  if (table != NULL)
    {
      self->ask.table = foi_table_data_ref (table);
      self->ask.state
        = foi_case_state_ref (foi_case_get_state (foi_document_get_case (self->document)));
      self->ask.title = g_strdup (foi_table_data_get_title (table));
      self->ask.mode = replaces ? FOI_IMPORT_REPLACE : FOI_IMPORT_APPEND;
    }
  gtk_widget_set_visible (self->how_box, table != NULL);
  _foi_import_window_ask (self);
}

/* ---- the form ---- */

static GtkWidget *
add_row (GtkWidget *box, const char *name, GtkWidget *widget)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  gtk_widget_add_css_class (label, "form-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), widget);
  return widget;
}

static GtkWidget *
new_choice (FoiImportWindow *self, const char *const *strings, GCallback callback)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (strings);

  g_signal_connect_object (choice, "notify::selected", callback, self, G_CONNECT_SWAPPED);
  return choice;
}

static GtkWidget *
add_half (GtkWidget *halves)
{
  GtkWidget *half = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_box_append (GTK_BOX (halves), half);
  return half;
}

static void
add_text (FoiImportWindow *self, GtkWidget *box)
{
  const char *const names[] = { _("Found out"),           _("UTF-8"),
                                _("Windows-1252"),        _("ISO 8859-15"),
                                _("UTF-16"),              _("Encoded twice: repair it"),
                                NULL };
  const char *const signs[] = { _("Found out"), _("Comma"),       _("Semicolon"),
                                _("Tab"),       _("Vertical bar"), NULL };
  GtkWidget *halves = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_set_homogeneous (GTK_BOX (halves), TRUE);
  self->text_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->encoding = new_choice (self, names, G_CALLBACK (text_chosen_cb));
  self->delimiter
    = new_choice (self, signs, G_CALLBACK (text_chosen_cb));
  self->mojibake = gtk_button_new_with_mnemonic (_("Some letters look wrong: _repair them"));
  gtk_button_set_has_frame (GTK_BUTTON (self->mojibake), TRUE);
  g_signal_connect_object (self->mojibake, "clicked", G_CALLBACK (repair_cb), self,
                           G_CONNECT_SWAPPED);
  add_row (add_half (halves), _("_Encoding"), self->encoding);
  foi_drop_down_set_name (self->encoding, _("Encoding"));
  add_row (add_half (halves), _("_Between the cells"), self->delimiter);
  foi_drop_down_set_name (self->delimiter, _("Between the cells"));
  gtk_box_append (GTK_BOX (self->text_box), halves);
  gtk_box_append (GTK_BOX (self->text_box), self->mojibake);
  gtk_box_append (GTK_BOX (box), self->text_box);
}

static void
add_source (FoiImportWindow *self, GtkWidget *box)
{
  _foi_import_add_label (box, _("Take"), "title-label");
  self->sheet
    = new_choice (self, (const char *const[]) { NULL }, G_CALLBACK (sheet_chosen_cb));
  self->sheet_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  add_row (self->sheet_box, _("_Sheet"), self->sheet);
  foi_drop_down_set_name (self->sheet, _("Sheet"));
  gtk_box_append (GTK_BOX (box), self->sheet_box);
  self->range = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->range), _("All that is used"));
  g_signal_connect_object (self->range, "activate", G_CALLBACK (range_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->range, "changed", G_CALLBACK (range_changed_cb), self,
                           G_CONNECT_SWAPPED);
  add_row (box, _("C_ells"), self->range);
  self->range_words
    = _foi_import_add_label (box, _("A block of cells is written as A1:D20"), "error");
  gtk_widget_set_visible (self->range_words, FALSE);
  add_text (self, box);
  self->facts = _foi_import_add_label (box, "", "dim-label");
}

static void
add_target (FoiImportWindow *self, GtkWidget *box)
{
  const char *const hows[]
    = { _("Add the rows"), _("Replace rows of the same name, and add the others"), NULL };

  gtk_widget_set_margin_top (_foi_import_add_label (box, _("Put into"), "title-label"), 16);
  self->into
    = new_choice (self, (const char *const[]) { NULL }, G_CALLBACK (into_chosen_cb));
  add_row (box, _("_Table"), self->into);
  foi_drop_down_set_name (self->into, _("Table"));
  self->how_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->how = new_choice (self, hows, G_CALLBACK (into_chosen_cb));
  add_row (self->how_box, _("_Rows"), self->how);
  foi_drop_down_set_name (self->how, _("Rows"));
  gtk_box_append (GTK_BOX (box), self->how_box);
}

/* Returns: (transfer floating): what would be done, in the sight of whoever does it. */
GtkWidget *
_foi_import_outcome_new (FoiImportWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->outcome = _foi_import_add_label (box, "", "heading");
  return box;
}

/* Adds what is taken, at the head of the left of the assistant. */
GtkWidget *
_foi_import_form_add_source (FoiImportWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_box_prepend (GTK_BOX (self->form), box);
  self->updating = TRUE;
  add_source (self, box);
  self->updating = FALSE;
  return box;
}

/* Adds where it goes, and what is asked for besides. */
GtkWidget *
_foi_import_form_add_target (FoiImportWindow *self)
{
  GtkWidget *box = add_half (self->form);

  self->updating = TRUE;
  add_target (self, box);
  _foi_import_says_add (self, box);
  self->updating = FALSE;
  return box;
}

/* Returns: (transfer floating): the left of the assistant, with nothing in it yet. */
GtkWidget *
_foi_import_form_new (FoiImportWindow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->form = box;
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_start (box, 3);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_size_request (scroller, 310, -1);
  return scroller;
}

/* ---- what is shown ---- */

static void
fill (GtkWidget *drop_down, GPtrArray *strings)
{
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down)));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  if (n == strings->len)
    return;
  g_ptr_array_add (strings, NULL);
  gtk_string_list_splice (list, 0, n, (const char *const *) strings->pdata);
}

static void
show_sheets (FoiImportWindow *self)
{
  FoiWorkbook *workbook = foi_import_book_get_workbook (self->book);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < foi_workbook_get_n_sheets (workbook); i++)
    {
      const char *name = foi_workbook_get_sheet_name (workbook, i);
      gboolean is_seen = foi_workbook_get_sheet_state (workbook, i) == FOI_SHEET_VISIBLE;

      if (*name == '\0')
        name = _("The whole file");
      /* Translators: the name of a sheet. */
      g_ptr_array_add (names, is_seen ? g_strdup (name)
                                      : g_strdup_printf (_("%s (hidden)"), name));
    }
  fill (self->sheet, names);
  if (self->made != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->sheet), (guint) self->made->sheet);
  gtk_widget_set_sensitive (self->sheet, foi_workbook_get_n_sheets (workbook) > 1);
  /* A file of text is one sheet without a name. */
  gtk_widget_set_visible (self->sheet_box, foi_workbook_get_delimiter (workbook) == 0);
}

static void
show_targets (FoiImportWindow *self)
{
  GListModel *tables = foi_case_get_tables (foi_document_get_case (self->document));
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  guint selected = 0;

  g_ptr_array_set_size (self->targets, 0);
  g_ptr_array_add (titles, g_strdup (_("A new table")));
  for (guint i = 0; i < g_list_model_get_n_items (tables); i++)
    {
      g_autoptr (FoiTable) table = g_list_model_get_item (tables, i);

      g_ptr_array_add (self->targets, g_strdup (foi_table_get_name (table)));
      g_ptr_array_add (titles, g_strdup (foi_table_get_title (table)));
      if (self->ask.table != NULL
          && g_str_equal (foi_table_get_name (table), foi_table_data_get_name (self->ask.table)))
        selected = i + 1;
    }
  fill (self->into, titles);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->into), selected);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->how),
                              self->ask.mode == FOI_IMPORT_REPLACE ? 1 : 0);
  gtk_widget_set_visible (self->how_box, selected > 0);
}

/* Takes @fact over, and says it where there is anything of it. */
static void
append_fact (GString *text, guint n, char *fact)
{
  if (n > 0)
    g_string_append_printf (text, "\n%s", fact);
  g_free (fact);
}

static void
append_counts (GString *text, const FoiImportMade *made)
{
  append_fact (text, made->n_merged,
               g_strdup_printf (ngettext ("%u merged cell: its value is in the first cell, and the "
                                          "others are blank.",
                                          "%u merged cells: the value of each is in its first "
                                          "cell, and the others are blank.",
                                          made->n_merged),
                                made->n_merged));
  append_fact (text, made->n_hidden,
               g_strdup_printf (ngettext ("%u hidden cell stays behind.",
                                          "%u hidden cells stay behind.", made->n_hidden),
                                made->n_hidden));
  append_fact (text, made->n_computed,
               g_strdup_printf (ngettext ("%u value of a formula, as it was saved.",
                                          "%u values of formulas, as they were saved.",
                                          made->n_computed),
                                made->n_computed));
  append_fact (text, made->n_rounded,
               g_strdup_printf (ngettext ("%u number is rounded to six decimal places or fewer.",
                                          "%u numbers are rounded to six decimal places or fewer.",
                                          made->n_rounded),
                                made->n_rounded));
}

/* How a file of text was read, where that was to be found out. */
static void
append_text (GString *text, FoiWorkbook *workbook)
{
  const char *encoding = foi_workbook_get_encoding (workbook);
  const char delimiter = foi_workbook_get_delimiter (workbook);
  const char *sign = delimiter == ','    ? _("commas")
                     : delimiter == ';'  ? _("semicolons")
                     : delimiter == '\t' ? _("tabs")
                     : delimiter == '|'  ? _("vertical bars")
                                         : NULL;

  if (encoding != NULL && sign != NULL)
    /* Translators: the encoding of a text, and what stands between its cells. */
    g_string_append_printf (text, _("\nRead as %s, with %s between the cells."), encoding, sign);
}

/* What was recognised of the cells, and what of them does not come in. */
static void
show_facts (FoiImportWindow *self)
{
  const FoiImportMade *made = self->made;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *range = NULL;

  if (made == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->facts), "");
      return;
    }
  range = foi_sheet_range_to_text (&made->range);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->range), range);
  if (!self->ask.has_range)
    /* Translators: a block of cells, as A1:D20. */
    g_string_append_printf (text, _("All that is used is taken: %s."), range);
  if (made->survey->title != NULL)
    /* Translators: a title that stands above a table. */
    g_string_append_printf (text, _("\nTitle: “%s”."), made->survey->title);
  if (made->proposal != NULL)
    g_string_append_printf (text, "\n%s", made->survey->has_units
                                            ? _("A row of headings and one of units.")
                                          : made->survey->has_headings ? _("A row of headings.")
                                                                       : _("No row of headings."));
  append_text (text, foi_import_book_get_workbook (self->book));
  append_counts (text, made);
  gtk_label_set_text (GTK_LABEL (self->facts), g_strstrip (text->str));
}

static char *
dup_over (const FoiImportSurvey *survey)
{
  g_autofree char *added = g_strdup_printf (
    ngettext ("%u row is added", "%u rows are added", survey->n_added), survey->n_added);
  g_autofree char *changed = g_strdup_printf (
    ngettext ("%u cell becomes another", "%u cells become others", survey->n_changed),
    survey->n_changed);
  g_autofree char *absent = g_strdup_printf (
    ngettext ("%u row is not in the file and stays", "%u rows are not in the file and stay",
              survey->n_absent),
    survey->n_absent);
  g_autofree char *unread = g_strdup_printf (
    ngettext ("%u cell is not read", "%u cells are not read", survey->n_unread), survey->n_unread);
  g_autofree char *headings
    = survey->unmatched != NULL ? g_strjoinv (", ", survey->unmatched) : NULL;
  g_autofree char *unused
    /* Translators: the headings of columns of a file. */
    = headings != NULL ? g_strdup_printf (_(" Not used: %s."), headings) : NULL;
  g_autofree char *words = NULL;

  /* Translators: "3 rows are added", "2 cells become others" and so on. */
  words = g_strdup_printf (_("%s, %s, %s, %s.%s"), added, changed, absent, unread,
                           unused != NULL ? unused : "");
  return survey->covered != NULL ? g_strconcat (survey->covered, ".\n", words, NULL)
                                 : g_steal_pointer (&words);
}

static char *
dup_new (const FoiImportSurvey *survey)
{
  g_autofree char *rows
    = foi_number_dup_count (ngettext ("%s row", "%s rows", survey->n_rows), survey->n_rows);
  g_autofree char *columns = foi_number_dup_count (
    ngettext ("%s column", "%s columns", survey->columns->len), survey->columns->len);
  g_autofree char *changed = foi_number_dup_count (
    ngettext ("%s cell is written otherwise", "%s cells are written otherwise",
              survey->n_changed),
    survey->n_changed);
  g_autofree char *unread = foi_number_dup_count (
    ngettext ("%s is not read", "%s are not read", survey->n_unread), survey->n_unread);

  g_autofree char *words = g_strdup_printf (
    ngettext (" %u entry is a word among numbers, so its column is kept as text.",
              " %u entries are words among numbers, so their columns are kept as text.",
              survey->n_words),
    survey->n_words);
  g_autofree char *totals = NULL;

  if (survey->totals->len > 0)
    totals = g_strdup_printf (ngettext (" %u total is recognised: see on the left.",
                                        " %u totals are recognised: see on the left.",
                                        survey->totals->len),
                              survey->totals->len);
  /* Translators: "9 rows", "4 columns", "5 cells are written otherwise", "2 are not read", and
   * perhaps a sentence about words among numbers and one about totals. */
  return g_strdup_printf (_("%s and %s. %s, %s.%s%s"), rows, columns, changed, unread,
                          survey->n_words > 0 ? words : "", totals != NULL ? totals : "");
}

static void
show_text (FoiImportWindow *self)
{
  FoiWorkbook *workbook = foi_import_book_get_workbook (self->book);

  gtk_widget_set_visible (self->text_box, foi_workbook_get_delimiter (workbook) != 0);
  gtk_widget_set_visible (self->mojibake, foi_workbook_has_mojibake (workbook));
}

/* Which columns wait for a person to say what they mean; NULL where none does. */
static char *
dup_doubts (FoiImportWindow *self)
{
  const GPtrArray *doubts = self->made->survey->doubts;
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < doubts->len; i++)
    {
      const FoiImportDoubt *doubt = g_ptr_array_index (doubts, i);

      if (_foi_import_says_is_open (self, doubt))
        g_string_append_printf (names, n++ > 0 ? ", %s" : "%s", doubt->heading);
    }
  return n == 0 ? NULL
                /* Translators: headings of columns. */
                : g_strdup_printf (_("Say on the left what this means, or it is not read: %s."),
                                   names->str);
}

/* Shows what is taken, and what would become of it. */
void
_foi_import_form_show (FoiImportWindow *self)
{
  g_autofree char *outcome = NULL;
  g_autofree char *doubts = NULL;
  g_autofree char *all = NULL;

  show_sheets (self);
  show_text (self);
  show_facts (self);
  show_targets (self);
  if (self->made != NULL)
    {
      outcome = self->made->match != NULL ? dup_over (self->made->survey)
                                          : dup_new (self->made->survey);
      doubts = dup_doubts (self);
      all = doubts != NULL ? g_strjoin ("\n", outcome, doubts, NULL) : g_strdup (outcome);
    }
  gtk_label_set_text (GTK_LABEL (self->outcome), all != NULL ? all : "");
}
