/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register-view.h"

#include <glib/gi18n.h>

#include "foi-almanac.h"
#include "foi-compare-window.h"
#include "foi-dialogs.h"
#include "foi-message-band.h"
#include "foi-number.h"
#include "foi-register-empty.h"
#include "foi-register-save.h"
#include "foi-settings.h"
#include "foi-words.h"

struct _FoiRegisterView
{
  GtkWidget parent_instance;

  FoiRegister *reg;
  GtkWidget   *search;
  GtkWidget   *buttons[FOI_N_FILTERS];
  GtkWidget   *band;
  GtkWidget   *chosen; /* a band that says which cases are chosen, if any are */
  guint        filter_before;
  GtkWidget   *copies; /* a band that tells of a copy */
  char        *told;   /* (nullable): of which */
  GtkWidget   *stack;
  GtkWidget   *table;
  GtkWidget   *empty;
  GtkWidget   *status;
  guint        count_source;
  gboolean     is_grouped;
  gboolean     has_problem;
};

enum
{
  PROP_0,
  PROP_GROUPED,
  N_PROPS
};

enum
{
  ACTIVATED,
  BACK,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiRegisterView, foi_register_view, GTK_TYPE_WIDGET)

/* ---- what is said ---------------------------------------------------------------------------- */

static void
show_status (FoiRegisterView *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->reg));
  const guint n_shown = foi_register_table_get_n_rows (FOI_REGISTER_TABLE (self->table));
  const char *folder = foi_register_get_folder (self->reg);
  g_autofree char *shown = folder != NULL ? g_filename_display_name (folder) : g_strdup ("");
  g_autofree char *number = foi_number_to_words (n, 0), *part = foi_number_to_words (n_shown, 0);
  g_autofree char *words
    /* Translators: how many cases are shown, how many there are, the path of their folder. */
    = g_strdup_printf (ngettext ("%s of %s case in %s", "%s of %s cases in %s", n), part, number,
                       shown);
  g_autofree char *busy
    /* Translators: what is said of a folder, while its cases are being read or checked. */
    = foi_register_is_reading (self->reg) ? g_strdup_printf (_("%s · reading…"), words) : NULL;

  gtk_label_set_text (GTK_LABEL (self->status), busy != NULL ? busy : words);
}

static void
show_page (FoiRegisterView *self)
{
  const gboolean has_rows = foi_register_table_get_n_rows (FOI_REGISTER_TABLE (self->table)) > 0;
  const char *page = has_rows ? "table" : "empty";

  if (foi_register_get_folder (self->reg) == NULL)
    page = "no-folder";
  if (!has_rows)
    foi_register_empty_say (FOI_REGISTER_EMPTY (self->empty));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
  show_status (self);
}

static void
show_counts (FoiRegisterView *self)
{
  guint counts[FOI_N_FILTERS] = { 0 };
  const FoiDate today = foi_almanac_get_today (foi_almanac_get_default ());
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->reg));
  g_autoptr (FoiRegisterCopies) copies = foi_register_new_copies (self->reg);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FoiRegisterItem) item = g_list_model_get_item (G_LIST_MODEL (self->reg), i);

      /* A copy is listed, and is no further case. */
      if (foi_register_copies_is_spare (copies, foi_register_item_get_row (item)))
        continue;
      for (guint filter = 0; filter < FOI_N_FILTERS; filter++)
        counts[filter] += foi_register_item_is_accepted (item, (FoiRegisterFilter) filter, today);
    }
  for (guint filter = 0; filter < FOI_N_FILTERS; filter++)
    {
      g_autofree char *number = foi_number_to_words (counts[filter], 0);
      g_autofree char *words
        /* Translators: a kind of cases, and how many there are. */
        = g_strdup_printf (_("%s  %s"),
                           foi_register_filter_to_words ((FoiRegisterFilter) filter), number);

      gtk_button_set_label (GTK_BUTTON (self->buttons[filter]), words);
    }
}

static gboolean
count_cb (gpointer data)
{
  FoiRegisterView *self = data;

  self->count_source = 0;
  show_counts (self);
  show_page (self);
  return G_SOURCE_REMOVE;
}

/* Thousands of cases come one batch after the other: they are counted when there is time. */
static void
count_soon (FoiRegisterView *self)
{
  if (self->count_source == 0)
    self->count_source = g_timeout_add (100, count_cb, self);
}

/* Whether that file was not told of last; then the band is empty. */
static gboolean
must_tell (FoiRegisterView *self, const FoiRegisterRow *row)
{
  const char *path = row != NULL ? row->path : NULL;

  if (g_strcmp0 (self->told, path) == 0)
    return FALSE;
  g_free (self->told);
  self->told = g_strdup (path);
  foi_message_band_dismiss (FOI_MESSAGE_BAND (self->copies));
  return row != NULL;
}

/* Of two files with one reference nobody can tell here whether they are one request. */
static void
tell_twins (FoiRegisterView *self)
{
  g_autoptr (FoiRegisterCopies) copies = foi_register_new_copies (self->reg);
  const char *path = foi_register_copies_find_twin (copies);
  FoiRegisterItem *item = path != NULL ? foi_register_find (self->reg, path) : NULL;
  const FoiRegisterRow *row = item != NULL ? foi_register_item_get_row (item) : NULL;
  g_autofree char *other = NULL, *words = NULL;

  if (!must_tell (self, row))
    return;
  other = foi_register_copies_dup_twin (copies, row);
  words = g_strdup_printf (_("“%s” and “%s” have the same reference, %s, and both are counted. "
                             "Remove one, or correct its reference."), row->name, other,
                           row->reference);
  foi_message_band_tell (FOI_MESSAGE_BAND (self->copies), words);
}

/* A copy is told of once: who does not want to see to it now takes the band away. */
static void
tell_copies (FoiRegisterView *self)
{
  FoiRegisterItem *copy = foi_register_find_copy (self->reg);
  g_autofree char *original = NULL, *words = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.compare", copy != NULL);
  if (copy == NULL)
    {
      tell_twins (self);
      return;
    }
  if (!must_tell (self, foi_register_item_get_row (copy)))
    return;
  original = g_path_get_basename (foi_register_item_get_original (copy));
  words = g_strdup_printf (_("“%s” is a copy of “%s”, as shared folders make them when two people "
                             "change one case."), foi_register_item_get_row (copy)->name, original);
  foi_message_band_tell (FOI_MESSAGE_BAND (self->copies), words);
  foi_message_band_offer (FOI_MESSAGE_BAND (self->copies), _("Compare…"), "register.compare");
}

static void
changed_cb (FoiRegisterView *self)
{
  const char *problem = foi_register_get_problem (self->reg);

  if (problem != NULL)
    {
      g_autofree char *words
        = g_strdup_printf (_("The folder cannot be read now: %s. What is listed is what was there "
                             "before; it is tried again every half minute."), problem);

      foi_message_band_tell (FOI_MESSAGE_BAND (self->band), words);
    }
  else if (self->has_problem)
    foi_message_band_dismiss (FOI_MESSAGE_BAND (self->band));
  self->has_problem = problem != NULL;
  tell_copies (self);
  count_soon (self);
}

/* ---- what a person does ---------------------------------------------------------------------- */

static void
search_changed_cb (FoiRegisterView *self)
{
  foi_register_search (self->reg, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* To the rows; where there is none, to what is offered in their place. */
static void
to_table_cb (FoiRegisterView *self)
{
  if (foi_register_table_get_n_rows (FOI_REGISTER_TABLE (self->table)) > 0)
    gtk_widget_grab_focus (self->table);
  else
    gtk_widget_child_focus (self->empty, GTK_DIR_TAB_FORWARD);
}

static void
stop_search_cb (FoiRegisterView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->table);
}

static void
filter_toggled_cb (FoiRegisterView *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint filter = 0; filter < FOI_N_FILTERS; filter++)
    if (self->buttons[filter] == GTK_WIDGET (button))
      foi_register_table_set_filter (FOI_REGISTER_TABLE (self->table), (FoiRegisterFilter) filter);
  show_page (self);
}

/* On another day, or by other bank holidays, everything is due at another time. */
static void
day_changed_cb (FoiRegisterView *self)
{
  g_autofree char *folder = g_strdup (foi_register_get_folder (self->reg));

  if (folder != NULL)
    foi_register_set_folder (self->reg, folder);
}

static void
activated_cb (FoiRegisterView *self, FoiRegisterItem *item)
{
  g_signal_emit (self, signals[ACTIVATED], 0, item);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FoiRegisterView) self = FOI_REGISTER_VIEW (data);
  g_autoptr (GFile) folder = foi_dialogs_save_finish (result, NULL);
  const char *path = folder != NULL ? g_file_peek_path (folder) : NULL;

  if (path == NULL)
    return;
  foi_settings_set_register_folder (foi_settings_get_default (), path);
  foi_register_set_folder (self->reg, path);
}

/**
 * foi_register_view_choose_folder:
 *
 * Lets a person choose the folder of cases.
 */
void
foi_register_view_choose_folder (FoiRegisterView *self)
{
  const char *path;
  g_autoptr (GFile) before = NULL;

  g_return_if_fail (FOI_IS_REGISTER_VIEW (self));

  path = foi_register_get_folder (self->reg);
  before = path != NULL ? g_file_new_for_path (path) : NULL;
  foi_dialogs_folder_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                            _("Choose the Folder of Cases"), before, chosen_cb,
                            g_object_ref (self));
}

static void
choose_folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  foi_register_view_choose_folder (FOI_REGISTER_VIEW (widget));
}

static void
filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FoiRegisterView *self = FOI_REGISTER_VIEW (widget);
  const guint filter = (guint) g_variant_get_int32 (parameter);
  const gboolean is_typing
    = (gtk_widget_get_state_flags (self->search) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  if (filter >= FOI_N_FILTERS)
    return;
  /* A row that goes would take the focus along, and GTK give it to what comes next. */
  if (!is_typing)
    gtk_widget_grab_focus (self->buttons[filter]);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[filter]), TRUE);
  if (!is_typing && foi_register_table_get_n_rows (FOI_REGISTER_TABLE (self->table)) > 0)
    gtk_widget_grab_focus (self->table);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FoiRegisterView) self = FOI_REGISTER_VIEW (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = foi_register_save_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (self->reg != NULL)
    foi_message_band_tell (FOI_MESSAGE_BAND (self->band), words != NULL ? words : error->message);
  else if (words == NULL)
    /* Who closed the window meanwhile still counts on the file. */
    foi_dialogs_tell (NULL, _("The File Was Not Made"), error->message);
}

/* All cases again. The one filter was for the chosen ones; the one before it is what was there. */
static void
unchoose (FoiRegisterView *self)
{
  if (!foi_register_table_has_chosen (FOI_REGISTER_TABLE (self->table)))
    return;
  foi_message_band_dismiss (FOI_MESSAGE_BAND (self->chosen));
  foi_register_table_choose (FOI_REGISTER_TABLE (self->table), NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.back", FALSE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[self->filter_before]), TRUE);
}

static void
chosen_visible_cb (FoiRegisterView *self)
{
  if (!gtk_widget_get_visible (self->chosen))
    unchoose (self);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  unchoose (FOI_REGISTER_VIEW (widget));
  g_signal_emit (widget, signals[BACK], 0);
}

/**
 * foi_register_view_choose:
 * @paths: (element-type filename): files of cases
 * @words: what they are
 *
 * Shows these cases and no others, until the band that says so is dismissed or the way back is
 * taken.
 */
void
foi_register_view_choose (FoiRegisterView *self, GHashTable *paths, const char *words)
{
  g_return_if_fail (FOI_IS_REGISTER_VIEW (self) && paths != NULL && words != NULL);

  if (!foi_register_table_has_chosen (FOI_REGISTER_TABLE (self->table)))
    self->filter_before = foi_register_table_get_filter (FOI_REGISTER_TABLE (self->table));
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  foi_register_search (self->reg, "");
  foi_register_table_choose (FOI_REGISTER_TABLE (self->table), paths);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[FOI_FILTER_ALL]), TRUE);
  foi_message_band_tell (FOI_MESSAGE_BAND (self->chosen), words);
  foi_message_band_offer (FOI_MESSAGE_BAND (self->chosen), _("Back to Statistics"),
                          "register.back");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.back", TRUE);
  show_page (self);
}

/* What is made has the cases that are shown, in the order in which they are. */
static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FoiRegisterView *self = FOI_REGISTER_VIEW (widget);
  g_autoptr (GPtrArray) entries
    = foi_register_table_list_entries (FOI_REGISTER_TABLE (self->table));

  foi_register_save_async (GTK_WINDOW (gtk_widget_get_root (widget)),
                           g_str_equal (g_variant_get_string (parameter, NULL), "ics")
                             ? FOI_REGISTER_CALENDAR_FILE : FOI_REGISTER_TABLE_FILE,
                           entries, foi_register_new_copies (self->reg), saved_cb,
                           g_object_ref (self));
}

/* The copy that is selected; or else the one that the band tells of. */
static void
compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FoiRegisterView *self = FOI_REGISTER_VIEW (widget);
  g_autoptr (FoiRegisterItem) selected
    = foi_register_table_ref_selected (FOI_REGISTER_TABLE (self->table));
  FoiRegisterItem *copy = selected;

  if (copy == NULL || foi_register_item_get_original (copy) == NULL)
    copy = foi_register_find_copy (self->reg);
  if (copy != NULL)
    foi_compare_window_present (GTK_WINDOW (gtk_widget_get_root (widget)),
                                foi_register_item_get_original (copy),
                                foi_register_item_get_row (copy)->path);
}

static void
set_grouped (FoiRegisterView *self, gboolean grouped)
{
  if (self->is_grouped == grouped)
    return;
  self->is_grouped = grouped;
  foi_register_table_set_grouped (FOI_REGISTER_TABLE (self->table), grouped);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUPED]);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  foi_register_view_focus_search (FOI_REGISTER_VIEW (widget));
}

/* ---- how it is made -------------------------------------------------------------------------- */

static GtkWidget *
build_menu (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new (), files = g_menu_new (), look = g_menu_new ();

  g_menu_append (look, _("_Group by State"), "register.group");
  g_menu_append (look, _("Compare a C_opy…"), "register.compare");
  g_menu_append (files, _("Save These Cases as _CSV…"), "register.save::csv");
  g_menu_append (files, _("Save Their _Due Dates for a Calendar…"), "register.save::ics");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (look));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _("What Can Be Done with the List"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What Can Be Done with the List"), -1);
  return button;
}

static GtkWidget *
build_top (FoiRegisterView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *columns = gtk_menu_button_new (), *folder;

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Search all that is written in the cases"),
                "hexpand", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search all that is written in the cases"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (to_table_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (stop_search_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (columns), _("Columns"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (columns), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Columns"), -1);
  gtk_menu_button_set_menu_model (
    GTK_MENU_BUTTON (columns), foi_register_table_get_menu (FOI_REGISTER_TABLE (self->table)));
  gtk_box_append (GTK_BOX (box), columns);
  folder = gtk_button_new_with_label (_("Folder…"));
  gtk_widget_set_tooltip_text (folder, _("Choose the Folder of Cases"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (folder), "register.choose-folder");
  gtk_box_append (GTK_BOX (box), folder);
  gtk_box_append (GTK_BOX (box), build_menu ());
  return box;
}

static GtkWidget *
build_filters (FoiRegisterView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (box, "linked");
  for (guint filter = 0; filter < FOI_N_FILTERS; filter++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      g_autofree char *tip = g_strdup_printf ("Alt+%u", filter + 1);

      if (filter > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button),
                                     GTK_TOGGLE_BUTTON (self->buttons[0]));
      gtk_widget_set_tooltip_text (button, tip);
      g_signal_connect_object (button, "toggled", G_CALLBACK (filter_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      self->buttons[filter] = button;
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  return scroller;
}

static GtkWidget *
build_no_folder (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Choose a _Folder…"));
  GtkWidget *title = foi_words_new (_("See all cases of a folder"), "title-label");
  GtkWidget *words = foi_words_new (_("What is due, who is waited for and what came back: the "
                                      "register is made from the case files in one folder."),
                                    "dim-label");

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (title, GTK_ALIGN_CENTER);
  gtk_label_set_justify (GTK_LABEL (words), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (words), 48);
  gtk_widget_set_halign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "register.choose-folder");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
foi_register_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_GROUPED)
    g_value_set_boolean (value, FOI_REGISTER_VIEW (object)->is_grouped);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
foi_register_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_GROUPED)
    set_grouped (FOI_REGISTER_VIEW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
foi_register_view_dispose (GObject *object)
{
  FoiRegisterView *self = FOI_REGISTER_VIEW (object);
  GtkWidget *child;

  if (self->reg != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->reg, self);
      g_signal_handlers_disconnect_by_data (self->table, self);
      /* What is being read holds it until then. */
      foi_register_set_folder (self->reg, NULL);
    }
  g_clear_object (&self->reg);
  g_clear_handle_id (&self->count_source, g_source_remove);
  g_clear_pointer (&self->told, g_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (foi_register_view_parent_class)->dispose (object);
}

static void
add_shortcuts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "register.choose-folder", NULL,
                                   choose_folder_action);
  gtk_widget_class_install_action (widget_class, "register.filter", "i", filter_action);
  gtk_widget_class_install_action (widget_class, "register.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "register.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "register.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "register.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "register.back",
                                       NULL);
  gtk_widget_class_install_property_action (widget_class, "register.group", "grouped");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK,
                                       "register.group", NULL);
  for (guint filter = 0; filter < FOI_N_FILTERS; filter++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + filter, GDK_ALT_MASK,
                                         "register.filter", "i", (gint32) filter);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK,
                                       "register.search", NULL);
}

static void
foi_register_view_class_init (FoiRegisterViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_register_view_dispose;
  G_OBJECT_CLASS (klass)->get_property = foi_register_view_get_property;
  G_OBJECT_CLASS (klass)->set_property = foi_register_view_set_property;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "registerview");
  properties[PROP_GROUPED] = g_param_spec_boolean (
    "grouped", NULL, NULL, FALSE,
    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  add_shortcuts (widget_class);

  signals[ACTIVATED] = g_signal_new ("activated", FOI_TYPE_REGISTER_VIEW, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, g_cclosure_marshal_VOID__OBJECT, G_TYPE_NONE, 1,
                                     FOI_TYPE_REGISTER_ITEM);
  signals[BACK] = g_signal_new ("back", FOI_TYPE_REGISTER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
build (FoiRegisterView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (widget);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("All Cases"), -1);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  self->table = foi_register_table_new (self->reg);
  foi_register_table_add_actions (FOI_REGISTER_TABLE (self->table), widget);
  gtk_widget_set_parent (build_top (self), widget);
  gtk_widget_set_parent (build_filters (self), widget);
  self->band = foi_message_band_new ();
  gtk_widget_set_parent (self->band, widget);
  self->chosen = foi_message_band_new ();
  g_signal_connect_object (self->chosen, "notify::visible", G_CALLBACK (chosen_visible_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->chosen, widget);
  gtk_widget_action_set_enabled (widget, "register.back", FALSE);
  self->copies = foi_message_band_new ();
  gtk_widget_set_parent (self->copies, widget);
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_add_css_class (self->stack, "start-list");
  gtk_stack_add_named (GTK_STACK (self->stack), self->table, "table");
  self->empty = foi_register_empty_new (self->reg, FOI_REGISTER_TABLE (self->table));
  gtk_stack_add_named (GTK_STACK (self->stack), self->empty, "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), build_no_folder (), "no-folder");
  gtk_widget_set_parent (self->stack, widget);
  self->status = gtk_label_new (NULL);
  g_object_set (self->status, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_MIDDLE, NULL);
  gtk_widget_add_css_class (self->status, "row-subtitle");
  gtk_widget_set_parent (self->status, widget);
}

static void
foi_register_view_init (FoiRegisterView *self)
{
  FoiSettings *settings = foi_settings_get_default ();
  g_autofree char *folder = foi_settings_dup_register_folder (settings);

  self->reg = foi_register_new ();
  build (self);
  g_signal_connect_object (self->reg, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (foi_almanac_get_default (), "changed", G_CALLBACK (day_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reg, "searched", G_CALLBACK (count_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reg, "items-changed", G_CALLBACK (count_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "filtered", G_CALLBACK (count_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  /* Each day begins with what there is to do. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[FOI_FILTER_TODAY]), TRUE);
  foi_settings_bind_register_grouped (settings, G_OBJECT (self), "grouped");
  if (folder[0] != '\0')
    foi_register_set_folder (self->reg, folder);
  show_counts (self);
  show_page (self);
}

/**
 * foi_register_view_new:
 *
 * Returns: (transfer full): the register of the folder that was chosen last.
 */
GtkWidget *
foi_register_view_new (void)
{
  return g_object_new (FOI_TYPE_REGISTER_VIEW, NULL);
}

FoiRegister *
foi_register_view_get_register (FoiRegisterView *self)
{
  g_return_val_if_fail (FOI_IS_REGISTER_VIEW (self), NULL);

  return self->reg;
}

FoiRegisterTable *
foi_register_view_get_table (FoiRegisterView *self)
{
  g_return_val_if_fail (FOI_IS_REGISTER_VIEW (self), NULL);

  return FOI_REGISTER_TABLE (self->table);
}

/**
 * foi_register_view_focus_search:
 *
 * Lets a person type what is sought.
 */
void
foi_register_view_focus_search (FoiRegisterView *self)
{
  g_return_if_fail (FOI_IS_REGISTER_VIEW (self));

  gtk_widget_grab_focus (self->search);
}
