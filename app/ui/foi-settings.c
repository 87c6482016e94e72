/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-settings.h"

#include "foi-profile.h"

struct _FoiSettings
{
  GObject parent_instance;

  GSettings *settings;
};

/* A thing begins as the last one was left, and does not follow others while it is there. */
#define REMEMBER (G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES)

static const char *const appearance_names[] = { "system", "light", "dark" };

G_DEFINE_FINAL_TYPE (FoiSettings, foi_settings, G_TYPE_OBJECT)

static void
foi_settings_dispose (GObject *object)
{
  FoiSettings *self = FOI_SETTINGS (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (foi_settings_parent_class)->dispose (object);
}

static void
foi_settings_class_init (FoiSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foi_settings_dispose;
}

static void
foi_settings_init (FoiSettings *self)
{
  self->settings = g_settings_new (FOI_APP_ID);
}

/**
 * foi_settings_get_default:
 *
 * Returns: (transfer none): the settings of the person who runs the program.
 */
FoiSettings *
foi_settings_get_default (void)
{
  static FoiSettings *instance;

  if (g_once_init_enter (&instance))
    g_once_init_leave (&instance, g_object_new (FOI_TYPE_SETTINGS, NULL));
  return instance;
}

/**
 * foi_settings_bind_window:
 * @window: the window of a case
 *
 * Gives a window the size that one had last, and remembers the one it is given. Windows that are
 * there already keep theirs.
 */
void
foi_settings_bind_window (FoiSettings *self, GObject *window)
{
  g_return_if_fail (FOI_IS_SETTINGS (self));

  g_settings_bind (self->settings, "window-width", window, "default-width",
                   REMEMBER);
  g_settings_bind (self->settings, "window-height", window, "default-height",
                   REMEMBER);
  g_settings_bind (self->settings, "window-maximized", window, "maximized",
                   REMEMBER);
}

/**
 * foi_settings_bind_start_window:
 * @window: the window in which one begins
 *
 * The same for that window.
 */
void
foi_settings_bind_start_window (FoiSettings *self, GObject *window)
{
  g_return_if_fail (FOI_IS_SETTINGS (self));

  g_settings_bind (self->settings, "start-width", window, "default-width", REMEMBER);
  g_settings_bind (self->settings, "start-height", window, "default-height", REMEMBER);
}

typedef struct
{
  GObject *gtk_settings;
  gboolean system;        /* what the system prefers */
} DarkBinding;

/* Only where it is another: the toolkit reads its whole theme anew each time it is told. */
static void
dark_changed_cb (GSettings *settings, const char *key, DarkBinding *binding)
{
  g_autofree char *name = g_settings_get_string (settings, key);
  const gboolean dark = g_str_equal (name, "system") ? binding->system
                                                     : g_str_equal (name, "dark");
  gboolean is_dark;

  g_object_get (binding->gtk_settings, "gtk-application-prefer-dark-theme", &is_dark, NULL);
  if (dark != is_dark)
    g_object_set (binding->gtk_settings, "gtk-application-prefer-dark-theme", dark, NULL);
}

static void
dark_binding_free (gpointer data, GClosure *closure)
{
  DarkBinding *binding = data;

  g_object_unref (binding->gtk_settings);
  g_free (binding);
}

/**
 * foi_settings_bind_dark:
 * @gtk_settings: the toolkit's settings; their preference for dark windows is taken for the
 *   system's
 *
 * Has windows be dark or light as the person chose.
 */
void
foi_settings_bind_dark (FoiSettings *self, GObject *gtk_settings)
{
  DarkBinding *binding;

  g_return_if_fail (FOI_IS_SETTINGS (self));
  g_return_if_fail (G_IS_OBJECT (gtk_settings));

  binding = g_new0 (DarkBinding, 1);
  binding->gtk_settings = g_object_ref (gtk_settings);
  g_object_get (gtk_settings, "gtk-application-prefer-dark-theme", &binding->system, NULL);
  g_signal_connect_data (self->settings, "changed::dark", G_CALLBACK (dark_changed_cb), binding,
                         dark_binding_free, 0);
  dark_changed_cb (self->settings, "dark", binding);
}

/**
 * foi_settings_get_outline_width:
 *
 * Returns: how wide the outline is, in pixels.
 */
int
foi_settings_get_outline_width (FoiSettings *self)
{
  g_return_val_if_fail (FOI_IS_SETTINGS (self), 0);
  return g_settings_get_int (self->settings, "outline-width");
}

/**
 * foi_settings_get_letter_width:
 *
 * Returns: how wide the letter is, in pixels.
 */
int
foi_settings_get_letter_width (FoiSettings *self)
{
  g_return_val_if_fail (FOI_IS_SETTINGS (self), 0);
  return g_settings_get_int (self->settings, "letter-width");
}

/**
 * foi_settings_set_outline_width:
 *
 * Remembers how wide the outline is.
 */
void
foi_settings_set_outline_width (FoiSettings *self, int width)
{
  g_return_if_fail (FOI_IS_SETTINGS (self));
  g_settings_set_int (self->settings, "outline-width", CLAMP (width, 120, 4096));
}

/**
 * foi_settings_set_letter_width:
 *
 * Remembers how wide the letter is.
 */
void
foi_settings_set_letter_width (FoiSettings *self, int width)
{
  g_return_if_fail (FOI_IS_SETTINGS (self));
  g_settings_set_int (self->settings, "letter-width", CLAMP (width, 240, 8192));
}

/**
 * foi_settings_bind_letter_visible:
 *
 * Shows the letter beside the question, or not, as it was last time. Objects that are there already
 * stay as they are.
 */
void
foi_settings_bind_letter_visible (FoiSettings *self, GObject *object, const char *property)
{
  g_return_if_fail (FOI_IS_SETTINGS (self));
  g_settings_bind (self->settings, "letter-visible", object, property, REMEMBER);
}

/**
 * foi_settings_bind_chart_visible:
 * @object: what shows a chart or folds it
 * @property: whether it shows it
 *
 * Gives it the last choice, and remembers the next.
 */
void
foi_settings_bind_chart_visible (FoiSettings *self, GObject *object, const char *property)
{
  g_return_if_fail (FOI_IS_SETTINGS (self));

  g_settings_bind (self->settings, "chart-visible", object, property, G_SETTINGS_BIND_DEFAULT);
}

/**
 * foi_settings_bind_check_spelling:
 * @object: what underlines misspelt words, or offers to
 * @property: whether it does
 *
 * Gives it the last choice, and remembers the next.
 */
void
foi_settings_bind_check_spelling (FoiSettings *self, GObject *object, const char *property)
{
  g_return_if_fail (FOI_IS_SETTINGS (self));

  g_settings_bind (self->settings, "check-spelling", object, property, G_SETTINGS_BIND_DEFAULT);
}

/**
 * foi_settings_dup_zoom:
 *
 * Returns: (transfer full): how large the letter is shown: "text", "page", or percent: "125".
 */
char *
foi_settings_dup_zoom (FoiSettings *self)
{
  g_return_val_if_fail (FOI_IS_SETTINGS (self), NULL);
  return g_settings_get_string (self->settings, "preview-zoom");
}

/**
 * foi_settings_set_zoom:
 *
 * Remembers how large the letter is shown.
 */
void
foi_settings_set_zoom (FoiSettings *self, const char *zoom)
{
  g_return_if_fail (FOI_IS_SETTINGS (self));
  g_settings_set_string (self->settings, "preview-zoom", zoom);
}

/**
 * foi_settings_get_paper:
 *
 * Returns: the paper that letters are set for.
 */
FoiPaper
foi_settings_get_paper (FoiSettings *self)
{
  g_return_val_if_fail (FOI_IS_SETTINGS (self), FOI_PAPER_A4);
  return g_settings_get_enum (self->settings, "paper") == 1 ? FOI_PAPER_LETTER : FOI_PAPER_A4;
}

/**
 * foi_settings_set_paper:
 *
 * Remembers the paper that letters are set for.
 */
void
foi_settings_set_paper (FoiSettings *self, FoiPaper paper)
{
  g_return_if_fail (FOI_IS_SETTINGS (self));
  g_settings_set_enum (self->settings, "paper", paper == FOI_PAPER_LETTER ? 1 : 0);
}

/**
 * foi_settings_get_appearance:
 *
 * Returns: "system", "light" or "dark".
 */
const char *
foi_settings_get_appearance (FoiSettings *self)
{
  int index;

  g_return_val_if_fail (FOI_IS_SETTINGS (self), NULL);

  index = g_settings_get_enum (self->settings, "dark");
  return appearance_names[CLAMP (index, 0, 2)];
}

/**
 * foi_settings_set_appearance:
 * @name: "system", "light" or "dark"
 *
 * Has windows be dark or light.
 */
void
foi_settings_set_appearance (FoiSettings *self, const char *name)
{
  g_return_if_fail (FOI_IS_SETTINGS (self));
  g_settings_set_string (self->settings, "dark", name);
}

/**
 * foi_settings_dup_authority_path:
 *
 * Returns: (transfer full): the path of the authority's profile: the chosen one, else its usual
 *   place, where there may be nothing yet.
 */
char *
foi_settings_dup_authority_path (FoiSettings *self)
{
  g_autofree char *chosen = NULL;

  g_return_val_if_fail (FOI_IS_SETTINGS (self), NULL);

  chosen = g_settings_get_string (self->settings, "authority-profile");
  if (chosen[0] != '\0')
    return g_steal_pointer (&chosen);
  return g_build_filename (g_get_user_config_dir (), "foi-desk", "authority.foi.json", NULL);
}

/**
 * foi_settings_ref_authority_file:
 *
 * Returns: (transfer full): the file of the profile that new cases are given, for
 *   foi_profile_load_async(); it need not be there.
 */
GFile *
foi_settings_ref_authority_file (FoiSettings *self)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (FOI_IS_SETTINGS (self), NULL);

  path = foi_settings_dup_authority_path (self);
  return g_file_new_for_path (path);
}

/**
 * foi_settings_set_authority_path:
 * @path: (nullable): %NULL for the usual place
 *
 * Chooses the file of the authority's profile.
 */
void
foi_settings_set_authority_path (FoiSettings *self, const char *path)
{
  g_return_if_fail (FOI_IS_SETTINGS (self));
  g_settings_set_string (self->settings, "authority-profile", path != NULL ? path : "");
}

/**
 * foi_settings_dup_register_folder:
 *
 * Returns: (transfer full): the path of the folder whose cases are listed; "" if none was chosen.
 */
char *
foi_settings_dup_register_folder (FoiSettings *self)
{
  g_return_val_if_fail (FOI_IS_SETTINGS (self), NULL);
  return g_settings_get_string (self->settings, "register-folder");
}

/**
 * foi_settings_set_register_folder:
 *
 * Remembers it.
 */
void
foi_settings_set_register_folder (FoiSettings *self, const char *folder)
{
  g_return_if_fail (FOI_IS_SETTINGS (self));
  g_settings_set_string (self->settings, "register-folder", folder);
}

/**
 * foi_settings_bind_register_grouped:
 *
 * Keeps whether the register's cases in one state stand together, and @property, the same.
 */
void
foi_settings_bind_register_grouped (FoiSettings *self, GObject *object, const char *property)
{
  g_return_if_fail (FOI_IS_SETTINGS (self) && G_IS_OBJECT (object));
  g_settings_bind (self->settings, "register-grouped", object, property, G_SETTINGS_BIND_DEFAULT);
}

/**
 * foi_settings_has_register_column:
 *
 * Returns: whether the register shows the column.
 */
gboolean
foi_settings_has_register_column (FoiSettings *self, const char *column)
{
  g_auto (GStrv) hidden = NULL;

  g_return_val_if_fail (FOI_IS_SETTINGS (self), TRUE);
  hidden = g_settings_get_strv (self->settings, "register-hidden");
  return !g_strv_contains ((const char *const *) hidden, column);
}

/**
 * foi_settings_set_register_column:
 *
 * Remembers whether the register shows the column.
 */
void
foi_settings_set_register_column (FoiSettings *self, const char *column, gboolean shown)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) hidden = NULL, after = NULL;

  g_return_if_fail (FOI_IS_SETTINGS (self));
  hidden = g_settings_get_strv (self->settings, "register-hidden");
  for (guint i = 0; hidden[i] != NULL; i++)
    if (!g_str_equal (hidden[i], column))
      g_strv_builder_add (builder, hidden[i]);
  if (!shown)
    g_strv_builder_add (builder, column);
  after = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "register-hidden", (const char *const *) after);
}

/**
 * foi_settings_dup_returns_period:
 *
 * Returns: (transfer full): the period of the returns that was looked at last; "" if there is none.
 */
char *
foi_settings_dup_returns_period (FoiSettings *self)
{
  g_return_val_if_fail (FOI_IS_SETTINGS (self), NULL);
  return g_settings_get_string (self->settings, "returns-period");
}

/**
 * foi_settings_set_returns_period:
 *
 * Remembers it.
 */
void
foi_settings_set_returns_period (FoiSettings *self, const char *period)
{
  g_return_if_fail (FOI_IS_SETTINGS (self));
  g_settings_set_string (self->settings, "returns-period", period);
}

/**
 * foi_settings_ref_print_settings:
 *
 * Returns: (transfer full): printer and its settings, "a{sv}", as last chosen.
 */
GVariant *
foi_settings_ref_print_settings (FoiSettings *self)
{
  g_return_val_if_fail (FOI_IS_SETTINGS (self), NULL);
  return g_settings_get_value (self->settings, "print-settings");
}

/**
 * foi_settings_set_print_settings:
 *
 * Remembers printer and its settings; a floating @settings is taken.
 */
void
foi_settings_set_print_settings (FoiSettings *self, GVariant *settings)
{
  g_return_if_fail (FOI_IS_SETTINGS (self));
  g_settings_set_value (self->settings, "print-settings", settings);
}

/**
 * foi_settings_ref_page_setup:
 *
 * Returns: (transfer full): the printer's paper, "a{sv}", as last chosen.
 */
GVariant *
foi_settings_ref_page_setup (FoiSettings *self)
{
  g_return_val_if_fail (FOI_IS_SETTINGS (self), NULL);
  return g_settings_get_value (self->settings, "page-setup");
}

/**
 * foi_settings_set_page_setup:
 *
 * Remembers the printer's paper; a floating @setup is taken.
 */
void
foi_settings_set_page_setup (FoiSettings *self, GVariant *setup)
{
  g_return_if_fail (FOI_IS_SETTINGS (self));
  g_settings_set_value (self->settings, "page-setup", setup);
}
