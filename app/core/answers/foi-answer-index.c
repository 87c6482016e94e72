/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-answer-index.h"

#include <math.h>
#include <string.h>

#include "foi-stems.h"

/* Okapi BM25, with the constants that its authors found good for most collections: how soon a word
 * that is said again says nothing new, and how far long texts are made up for. */
#define K1 1.2
#define B  0.75

/* A word of the question says more about what was asked than one of the subject or the answer. */
#define WEIGHT_TEXT    3
#define WEIGHT_SUBJECT 2
#define WEIGHT_ANSWER  1

/* Of what the words of a question weigh, so much must be in an answer that is shown for it. */
#define LEAST_SHARE 0.2

/* A word of an answer, by how much it is said. */
typedef struct
{
  guint answer;
  guint weight;
} Posting;

struct _FoiAnswerIndex
{
  GPtrArray  *answers;
  GArray     *lengths;  /* guint: the weights of all words of each answer */
  GHashTable *postings; /* from a stem to a GArray of Posting, in the order of answers */
  guint64     length;   /* of all answers */
};

/**
 * foi_answer_index_new:
 *
 * Returns: (transfer full): an index of no answers.
 */
FoiAnswerIndex *
foi_answer_index_new (void)
{
  FoiAnswerIndex *self = g_atomic_rc_box_new0 (FoiAnswerIndex);

  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_past_answer_unref);
  self->lengths = g_array_new (FALSE, FALSE, sizeof (guint));
  self->postings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_array_unref);
  return self;
}

FoiAnswerIndex *
foi_answer_index_ref (FoiAnswerIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  FoiAnswerIndex *self = data;

  g_ptr_array_unref (self->answers);
  g_array_unref (self->lengths);
  g_hash_table_unref (self->postings);
}

void
foi_answer_index_unref (FoiAnswerIndex *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

/**
 * foi_answer_index_get_size:
 *
 * Returns: how many answers are in it.
 */
guint
foi_answer_index_get_size (FoiAnswerIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->answers->len;
}

/* ---- putting in ------------------------------------------------------------------------------ */

typedef struct
{
  FoiAnswerIndex *index;
  guint           weight;
  guint           length;
} Adding;

static void
add_stem (const char *stem, gpointer user_data)
{
  Adding *self = user_data;
  const guint answer = self->index->answers->len;
  GArray *postings = g_hash_table_lookup (self->index->postings, stem);

  if (postings == NULL)
    {
      postings = g_array_new (FALSE, FALSE, sizeof (Posting));
      g_hash_table_insert (self->index->postings, g_strdup (stem), postings);
    }
  if (postings->len == 0 || g_array_index (postings, Posting, postings->len - 1).answer != answer)
    {
      const Posting posting = { answer, 0 };

      g_array_append_val (postings, posting);
    }
  g_array_index (postings, Posting, postings->len - 1).weight += self->weight;
  self->length += self->weight;
}

static void
add_text (Adding *self, const char *text, guint weight)
{
  self->weight = weight;
  foi_stems_visit (text, add_stem, self);
}

/**
 * foi_answer_index_add:
 * @self: an index that was not searched yet
 * @answer: (transfer none): an answer
 *
 * Puts an answer in.
 */
void
foi_answer_index_add (FoiAnswerIndex *self, FoiPastAnswer *answer)
{
  Adding adding = { .index = self };

  g_return_if_fail (self != NULL && answer != NULL);

  add_text (&adding, answer->text, WEIGHT_TEXT);
  add_text (&adding, answer->subject, WEIGHT_SUBJECT);
  add_text (&adding, answer->answer, WEIGHT_ANSWER);
  g_ptr_array_add (self->answers, foi_past_answer_ref (answer));
  g_array_append_val (self->lengths, adding.length);
  self->length += adding.length;
}

/* ---- searching ------------------------------------------------------------------------------- */

typedef struct
{
  FoiAnswerIndex *index;
  GHashTable     *seen;   /* the stems of the question, each once */
  double         *scores; /* of each answer */
  double         *shares; /* what the words weigh that are in it */
  double          all;    /* what all words of the question weigh */
} Search;

/* Inverse document frequency: a word that few answers have tells more. One that none has tells no
 * more than one that only one has, or whoever asks in new words would find nothing. */
static double
weigh_word (FoiAnswerIndex *self, guint n_answers)
{
  const double n = MAX (n_answers, 1);

  return log1p ((self->answers->len - n + 0.5) / (n + 0.5));
}

static void
search_stem (const char *stem, gpointer user_data)
{
  Search *self = user_data;
  FoiAnswerIndex *index = self->index;
  const double mean = (double) index->length / index->answers->len;
  GArray *postings = g_hash_table_lookup (index->postings, stem);
  double weight;

  if (!g_hash_table_add (self->seen, g_strdup (stem)))
    return;
  weight = weigh_word (index, postings != NULL ? postings->len : 0);
  self->all += weight;
  for (guint i = 0; postings != NULL && i < postings->len; i++)
    {
      const Posting *posting = &g_array_index (postings, Posting, i);
      const double length = g_array_index (index->lengths, guint, posting->answer);
      const double said = posting->weight;

      self->scores[posting->answer]
        += weight * said * (K1 + 1) / (said + K1 * (1 - B + B * length / mean));
      self->shares[posting->answer] += weight;
    }
}

/* The best first; of equals the later one, which is nearer to how things are. */
static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const FoiAnswerMatch *first = a, *second = b;

  if (first->score < second->score || first->score > second->score)
    return first->score < second->score ? 1 : -1;
  if (first->answer->date != second->answer->date)
    return first->answer->date < second->answer->date ? 1 : -1;
  return strcmp (first->answer->path, second->answer->path) != 0
           ? strcmp (first->answer->path, second->answer->path)
           : strcmp (first->answer->question, second->answer->question);
}

static void
clear_match (gpointer data)
{
  FoiAnswerMatch *match = data;

  foi_past_answer_unref (match->answer);
}

static GArray *
collect (const Search *self, const char *except)
{
  FoiAnswerIndex *index = self->index;
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (FoiAnswerMatch));

  for (guint i = 0; i < index->answers->len; i++)
    {
      FoiPastAnswer *answer = g_ptr_array_index (index->answers, i);
      const FoiAnswerMatch match = { answer, self->scores[i] };

      if (self->shares[i] > 0 && self->shares[i] >= LEAST_SHARE * self->all
          && g_strcmp0 (answer->path, except) != 0)
        g_array_append_val (matches, match);
    }
  return matches;
}

/**
 * foi_answer_index_find:
 * @question: the words of a question
 * @except: (nullable): the file of the case that it is from, whose answers are not sought
 * @most: how many are wanted at most
 *
 * Finds the answers that were given to questions like this one. Nothing is shown that only has some
 * common words with it.
 *
 * Returns: (transfer full) (element-type FoiAnswerMatch): these, the best first.
 */
GArray *
foi_answer_index_find (FoiAnswerIndex *self, const char *question, const char *except, guint most)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree double *scores = NULL, *shares = NULL;
  Search search = { .index = self, .seen = seen };
  GArray *matches;

  g_return_val_if_fail (self != NULL && question != NULL, NULL);

  search.scores = scores = g_new0 (double, self->answers->len);
  search.shares = shares = g_new0 (double, self->answers->len);
  if (self->answers->len > 0)
    foi_stems_visit (question, search_stem, &search);
  matches = collect (&search, except);
  g_array_sort (matches, compare_matches);
  g_array_set_size (matches, MIN (matches->len, most));
  for (guint i = 0; i < matches->len; i++)
    foi_past_answer_ref (g_array_index (matches, FoiAnswerMatch, i).answer);
  g_array_set_clear_func (matches, clear_match);
  return matches;
}
