/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-speller.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-durable.h"
#include "foi-error.h"
#include "foi-hold.h"
#include "foi-regular-file.h"
#include "foi-settings.h"
#include "foi-task.h"

#ifdef FOI_HAS_ENCHANT
#include <enchant.h>
#endif

#define LANGUAGE "en_GB"
#define WORDS_FILE "words.txt"

/* A list of words is small; what is larger is something else. */
#define MAX_BYTES (1024 * 1024)
#define MAX_WORD 100

/* More than these nobody looks through. */
#define MAX_SUGGESTIONS 6

struct _FoiSpeller
{
  GObject parent_instance;

  gboolean    enabled;
  GHashTable *known;    /* of the authority and of this session, in lower case */
  GHashTable *checked;  /* word → whether the dictionary has it */
#ifdef FOI_HAS_ENCHANT
  EnchantBroker *broker;
  EnchantDict   *dict;  /* NULL until it is loaded, or where there is none */
#endif
};

enum
{
  PROP_0,
  PROP_ENABLED,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiSpeller, foi_speller, G_TYPE_OBJECT)

/* What a thread read. */
typedef struct
{
  GHashTable *known;
#ifdef FOI_HAS_ENCHANT
  EnchantBroker *broker;
  EnchantDict   *dict;
#endif
} Loaded;

/* What is asked of a thread. */
typedef struct
{
  char    *word;
  FoiWords words;
  GFile   *file;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->word);
  g_object_unref (order->file);
  g_free (order);
}

static Order *
order_new (const char *word, FoiWords words)
{
  Order *order = g_new (Order, 1);

  order->word = g_strdup (word);
  order->words = words;
  order->file = foi_speller_ref_authority_words ();
  return order;
}

#ifdef FOI_HAS_ENCHANT
static void
close_dictionary (EnchantBroker *broker, EnchantDict *dict)
{
  if (dict != NULL)
    enchant_broker_free_dict (broker, dict);
  if (broker != NULL)
    enchant_broker_free (broker);
}
#endif

static void
loaded_free (gpointer data)
{
  Loaded *loaded = data;

  g_clear_pointer (&loaded->known, g_hash_table_unref);
#ifdef FOI_HAS_ENCHANT
  close_dictionary (loaded->broker, loaded->dict);
#endif
  g_free (loaded);
}

/* As a dictionary has it: apostrophes are straight. */
static char *
normalise (const char *word)
{
  g_autofree char *composed = g_utf8_normalize (word, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GString *text = g_string_new (composed != NULL ? composed : word);

  g_string_replace (text, "’", "'", 0);
  return g_string_free (text, FALSE);
}

/**
 * foi_speller_ref_authority_words:
 *
 * Returns: (transfer full): the file of the authority's words; it need not be there.
 */
GFile *
foi_speller_ref_authority_words (void)
{
  g_autoptr (GFile) profile = foi_settings_ref_authority_file (foi_settings_get_default ());
  g_autoptr (GFile) folder = g_file_get_parent (profile);

  return g_file_get_child (folder, WORDS_FILE);
}

/* ---- the authority's words ------------------------------------------------------------------- */

/* Returns: (transfer full) (nullable): the text of the list; "" where there is none yet. */
static char *
read_list (GFile *file, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (GFileInputStream) stream = foi_regular_file_read (file, NULL, &failed);
  g_autofree char *text = NULL;
  gsize length = 0;

  if (g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return g_strdup ("");
  text = g_malloc (MAX_BYTES + 1);
  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), text, MAX_BYTES, &length, NULL,
                                   &failed))
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  text[length] = '\0';
  if (length == MAX_BYTES || !g_utf8_validate (text, (gssize) length, NULL))
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT,
                   _("%s: this is no list of words: one in a line, in UTF-8, less than 1 MB"),
                   name);
      return NULL;
    }
  return g_steal_pointer (&text);
}

static void
add_known (GHashTable *known, const char *word)
{
  g_autofree char *stripped = g_strstrip (g_strdup (word));
  g_autofree char *plain = normalise (stripped);

  if (plain[0] != '\0' && plain[0] != '#' && g_utf8_strlen (plain, -1) <= MAX_WORD)
    g_hash_table_add (known, g_utf8_strdown (plain, -1));
}

static GHashTable *
new_words (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static GHashTable *
parse_list (const char *text)
{
  GHashTable *known = new_words ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    add_known (known, lines[i]);
  return known;
}

/* The list is read again before, so that what a colleague added meanwhile stays. */
static gboolean
append_to_list (GFile *file, const char *word, GError **error)
{
  g_autofree char *text = read_list (file, error);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GString) longer = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (text == NULL)
    return FALSE;
  longer = g_string_new (text);
  if (longer->len > 0 && longer->str[longer->len - 1] != '\n')
    g_string_append_c (longer, '\n');
  g_string_append_printf (longer, "%s\n", word);
  g_file_make_directory_with_parents (folder, NULL, NULL);
  bytes = g_bytes_new (longer->str, longer->len);
  return foi_durable_write (file, bytes, NULL, error);
}

/* ---- loading --------------------------------------------------------------------------------- */

static void
load_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Order *order = task_data;
  Loaded *loaded = g_new0 (Loaded, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = read_list (order->file, &error);

  /* A list that cannot be read has its words marked; adding one to it says why. */
  loaded->known = parse_list (text != NULL ? text : "");
#ifdef FOI_HAS_ENCHANT
  loaded->broker = enchant_broker_init ();
  if (enchant_broker_dict_exists (loaded->broker, LANGUAGE))
    loaded->dict = enchant_broker_request_dict (loaded->broker, LANGUAGE);
#endif
  g_task_return_pointer (task, loaded, loaded_free);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoiSpeller *self = FOI_SPELLER (source);
  Loaded *loaded = g_task_propagate_pointer (G_TASK (result), NULL);
  GHashTableIter iter;
  gpointer word;

  if (loaded == NULL)
    return;
  g_hash_table_iter_init (&iter, loaded->known);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    g_hash_table_add (self->known, g_strdup (word));
#ifdef FOI_HAS_ENCHANT
  self->broker = g_steal_pointer (&loaded->broker);
  self->dict = g_steal_pointer (&loaded->dict);
#endif
  loaded_free (loaded);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
foi_speller_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ENABLED)
    g_value_set_boolean (value, FOI_SPELLER (object)->enabled);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
foi_speller_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoiSpeller *self = FOI_SPELLER (object);

  if (id != PROP_ENABLED)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (self->enabled != g_value_get_boolean (value))
    {
      self->enabled = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      g_signal_emit (self, signals[CHANGED], 0);
    }
}

static void
foi_speller_finalize (GObject *object)
{
  FoiSpeller *self = FOI_SPELLER (object);

  g_hash_table_unref (self->known);
  g_hash_table_unref (self->checked);
#ifdef FOI_HAS_ENCHANT
  close_dictionary (self->broker, self->dict);
#endif

  G_OBJECT_CLASS (foi_speller_parent_class)->finalize (object);
}

static void
foi_speller_class_init (FoiSpellerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = foi_speller_finalize;
  object_class->get_property = foi_speller_get_property;
  object_class->set_property = foi_speller_set_property;

  props[PROP_ENABLED] = g_param_spec_boolean ("enabled", NULL, NULL, FALSE,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
foi_speller_init (FoiSpeller *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, loaded_cb, NULL);

  self->known = new_words ();
  self->checked = new_words ();
  foi_settings_bind_check_spelling (foi_settings_get_default (), G_OBJECT (self), "enabled");
  g_task_set_task_data (task, order_new (NULL, FOI_WORDS_SESSION), order_free);
  foi_hold_while (task);
  foi_task_run_in_thread (task, load_thread);
}

/**
 * foi_speller_get_default:
 *
 * Returns: (transfer none): the one of the program. Its dictionary is loaded in a thread.
 */
FoiSpeller *
foi_speller_get_default (void)
{
  static FoiSpeller *speller;

  if (speller == NULL)
    speller = g_object_new (FOI_TYPE_SPELLER, NULL);
  return speller;
}

/* ---- words ----------------------------------------------------------------------------------- */

/**
 * foi_speller_is_available:
 *
 * Returns: whether there is a dictionary.
 */
gboolean
foi_speller_is_available (FoiSpeller *self)
{
  g_return_val_if_fail (FOI_IS_SPELLER (self), FALSE);

#ifdef FOI_HAS_ENCHANT
  return self->dict != NULL;
#else
  return FALSE;
#endif
}

/**
 * foi_speller_is_right:
 * @word: a word, as from foi_word_scan()
 *
 * Returns: whether it is spelt as a dictionary or a list of words has it, as far as one is there.
 */
gboolean
foi_speller_is_right (FoiSpeller *self, const char *word)
{
  g_autofree char *plain = NULL, *lower = NULL;
  gpointer found;
  gboolean is_right = TRUE;

  g_return_val_if_fail (FOI_IS_SPELLER (self) && word != NULL, TRUE);

  if (!self->enabled || !foi_speller_is_available (self))
    return TRUE;
  if (g_hash_table_lookup_extended (self->checked, word, NULL, &found))
    return GPOINTER_TO_INT (found);
  plain = normalise (word);
  lower = g_utf8_strdown (plain, -1);
#ifdef FOI_HAS_ENCHANT
  is_right = g_hash_table_contains (self->known, lower) || strlen (plain) > MAX_WORD
             || enchant_dict_check (self->dict, plain, -1) <= 0;
#endif
  g_hash_table_insert (self->checked, g_strdup (word), GINT_TO_POINTER (is_right));
  return is_right;
}

static void
add_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Order *order = task_data;
  GError *error = NULL;

  if (append_to_list (order->file, order->word, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Whatever was found out of words may be otherwise now. */
static void
words_changed (FoiSpeller *self)
{
  g_hash_table_remove_all (self->checked);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * foi_speller_add_async:
 * @word: a word that is right
 * @words: who is to know that
 *
 * Adds a word to a list.
 */
void
foi_speller_add_async (FoiSpeller *self, const char *word, FoiWords words,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Order *order;

  g_return_if_fail (FOI_IS_SPELLER (self) && word != NULL);

  g_task_set_source_tag (task, foi_speller_add_async);
  order = order_new (word, words);
  g_task_set_task_data (task, order, order_free);
  if (words == FOI_WORDS_AUTHORITY)
    {
      foi_hold_while (task);
      foi_task_run_in_thread (task, add_thread);
      return;
    }
#ifdef FOI_HAS_ENCHANT
  if (words == FOI_WORDS_OWN && self->dict != NULL)
    {
      g_autofree char *plain = normalise (word);

      enchant_dict_add (self->dict, plain, -1);
    }
#endif
  g_task_return_boolean (task, TRUE);
}

/**
 * foi_speller_add_finish:
 * @error: %FOI_ERROR_CONTENT, %G_IO_ERROR or %G_FILE_ERROR where the authority's list cannot be
 *   read or written; it is then as it was
 *
 * Returns: whether the word is right now.
 */
gboolean
foi_speller_add_finish (FoiSpeller *self, GAsyncResult *result, GError **error)
{
  const Order *order;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, foi_speller_add_async), FALSE);

  order = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  add_known (self->known, order->word);
  words_changed (self);
  return TRUE;
}

/* ---- suggestions ----------------------------------------------------------------------------- */

/* A dictionary of its own: the other one is asked meanwhile, and neither may be asked twice at
 * once. */
static void
suggest_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
#ifdef FOI_HAS_ENCHANT
  const Order *order = task_data;
  g_autofree char *plain = normalise (order->word);
  EnchantBroker *broker = enchant_broker_init ();
  EnchantDict *dict = enchant_broker_request_dict (broker, LANGUAGE);
  gsize n = 0;
  char **words = dict != NULL ? enchant_dict_suggest (dict, plain, -1, &n) : NULL;

  for (gsize i = 0; i < MIN (n, MAX_SUGGESTIONS); i++)
    g_strv_builder_add (builder, words[i]);
  if (words != NULL)
    enchant_dict_free_string_list (dict, words);
  close_dictionary (broker, dict);
#endif
  g_task_return_pointer (task, g_strv_builder_end (builder), (GDestroyNotify) g_strfreev);
}

/**
 * foi_speller_suggest_async:
 * @word: a word that is not right
 *
 * Looks for words that may be meant.
 */
void
foi_speller_suggest_async (FoiSpeller *self, const char *word, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (FOI_IS_SPELLER (self) && word != NULL);

  g_task_set_source_tag (task, foi_speller_suggest_async);
  g_task_set_task_data (task, order_new (word, FOI_WORDS_SESSION), order_free);
  foi_hold_while (task);
  foi_task_run_in_thread (task, suggest_thread);
}

/**
 * foi_speller_suggest_finish:
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the likeliest first; none where
 *   nothing is like it.
 */
char **
foi_speller_suggest_finish (FoiSpeller *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, foi_speller_suggest_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
