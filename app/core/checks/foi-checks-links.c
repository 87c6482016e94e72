/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-check-families.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-json-edit.h"

/* Links, and the place where something is published. */

/* A bare address longer than this is a burden to whoever hears it read out. */
#define LONG_ADDRESS 60

typedef void (*TextFunc) (FoiCheck *self, const FoiCheckText *text, const char *regime);

/* All that officers wrote: the answers, this letter's paragraphs, the authority's. */
static void
for_each_text (FoiCheck *self, TextFunc func)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      const FoiCheckQuestion *question = self->questions->pdata[i];

      for (guint j = 0; j < question->texts->len; j++)
        func (self, question->texts->pdata[j], question->regime);
    }
  for (guint i = 0; i < self->paragraphs->len; i++)
    func (self, self->paragraphs->pdata[i], self->regime);
}

static gboolean
leads_nowhere (const char *target)
{
  gsize length = strlen (target);

  if (target[0] == '{')
    return FALSE;
  if (length == 0 || target[0] == '#' || g_str_has_suffix (target, "://"))
    return TRUE;
  return strchr (target, '.') == NULL && strchr (target, '@') == NULL
         && strchr (target, '/') == NULL;
}

static void
check_targets (FoiCheck *self, const FoiCheckText *text, const char *regime)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *first = NULL;
  FoiTextLink link;
  guint n_links = 0;
  g_autofree char *message = NULL;

  for (gsize from = 0; foi_check_text_next_link (text, from, &link);
       from = MAX (link.target.end, from + 1))
    {
      g_autofree char *target = g_strndup (text->raw + link.target.begin,
                                           link.target.end - link.target.begin);
      g_autofree char *words = foi_check_text_dup_words (text, link.words);

      if (!leads_nowhere (g_strstrip (target)))
        continue;
      g_string_append_printf (names, "%s“%s”", names->len > 0 ? ", " : "", words);
      if (n_links++ == 0)
        first = g_steal_pointer (&words);
    }
  if (n_links == 0)
    return;
  message = g_strdup_printf (ngettext ("The link %s leads nowhere.", "The links %s lead nowhere.",
                                       n_links), names->str);
  _foi_finding_set_words (
    _foi_check_add (self, regime, text->place, message,
                    _("Put in the address that the reader needs, or take the link away.")), first);
}

/* _foi_check_targets: links lead somewhere. */
void
_foi_check_targets (FoiCheck *self)
{
  static const char *const elsewhere[] = { "elsewhere", NULL };

  for_each_text (self, check_targets);
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];
      const FoiCheckGround *ground = _foi_check_find_ground (question, elsewhere);
      const char *url = ground != NULL
                          ? foi_json_get_string (foi_json_get_member (ground->node, "source"),
                                                 "url", NULL) : NULL;
      g_autofree char *message = NULL, *place = NULL;

      if (url == NULL || url[0] == '\0' || !leads_nowhere (url))
        continue;
      message = g_strdup_printf (_("%s says where the information is published, but the address "
                                   "“%s” leads nowhere."), question->name, url);
      place = g_strdup_printf ("%s/source/url", ground->place);
      _foi_check_add (self, question->regime, place, message, _("Put in the address of the page."));
    }
}

static void
check_link_texts (FoiCheck *self, const FoiCheckText *text, const char *regime)
{
  FoiTextLink link;
  gboolean said = FALSE;

  for (gsize from = 0; foi_check_text_next_link (text, from, &link);
       from = MAX (link.target.end, from + 1))
    {
      g_autofree char *words = foi_check_text_dup_words (text, link.words);
      const FoiRange whole = { 0, strlen (words) };
      g_autofree char *message = NULL;
      FoiFinding *finding;
      FoiRange found;

      if (link.bare && link.words.end - link.words.begin > LONG_ADDRESS && !said)
        {
          message = g_strdup_printf (_("A long address stands in the text as it is: %s"), words);
          finding = _foi_check_add (self, regime, text->place, message,
                                    _("Make words of the text the link: [what it leads "
                                      "to](address)."));
          finding->severity = FOI_SEVERITY_ADVICE;
          _foi_finding_set_words (finding, words);
          said = TRUE;
        }
      else if (!link.bare && (whole.end == 0
                              || (foi_check_words_find (self->words, "unclear-link", words, whole,
                                                        &found)
                                  && found.begin == 0 && found.end == whole.end)))
        {
          message = g_strdup_printf (_("The words of the link “%s” do not say where it leads."),
                                     words);
          finding = _foi_check_add (self, regime, text->place, message,
                                    _("Make the name of what it leads to the words of the link."));
          _foi_finding_set_words (finding, words);
        }
    }
}

/* _foi_check_link_texts: the words of a link say where it leads. */
void
_foi_check_link_texts (FoiCheck *self)
{
  for_each_text (self, check_link_texts);
}

/* ---- published elsewhere --------------------------------------------------------------------- */

static gboolean
is_home_page (const char *url)
{
  const char *host = strstr (url, "://");
  const char *path = strchr (host != NULL ? host + 3 : url, '/');

  return path == NULL || path[1] == '\0' || g_str_has_prefix (path, "/index.")
         || g_str_has_prefix (path, "/home");
}

static gboolean
says_something (JsonNode *source, const char *key)
{
  const char *text = foi_json_get_string (source, key, "");

  return text[strspn (text, " \t\r\n")] != '\0';
}

static gboolean
links_to_page (const FoiCheckText *text)
{
  FoiTextLink link;

  for (gsize from = 0; foi_check_text_next_link (text, from, &link);
       from = MAX (link.target.end, from + 1))
    {
      g_autofree char *target = g_strndup (text->raw + link.target.begin,
                                           link.target.end - link.target.begin);

      if (!leads_nowhere (target) && strchr (target, '@') == NULL && !is_home_page (target))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_exact (FoiCheck *self, FoiCheckQuestion *question, const FoiCheckGround *ground)
{
  JsonNode *source = foi_json_get_member (ground->node, "source");
  const char *url = foi_json_get_string (source, "url", "");

  if (says_something (source, "url") && !leads_nowhere (url) && !is_home_page (url))
    return TRUE;
  if (says_something (source, "title")
      && (says_something (source, "table") || says_something (source, "page")))
    return TRUE;
  for (guint i = 0; i < question->texts->len; i++)
    {
      const FoiCheckText *text = question->texts->pdata[i];

      /* What is not there may well be elsewhere. */
      if (!g_str_has_suffix (text->place, "/source/missing") && links_to_page (text))
        return TRUE;
    }
  return _foi_check_says (self, question, "exact-place");
}

/* _foi_check_places: who is sent elsewhere is told exactly where. */
void
_foi_check_places (FoiCheck *self)
{
  static const char *const elsewhere[] = { "elsewhere", NULL };

  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];
      const FoiCheckGround *ground = _foi_check_find_ground (question, elsewhere);
      g_autofree char *message = NULL, *place = NULL;

      if (ground == NULL || question->outcome == FOI_OUTCOME_NEITHER
          || is_exact (self, question, ground))
        continue;
      message = g_strdup_printf (_("%s says that the information is published, but not exactly "
                                   "where."), question->name);
      place = g_strdup_printf ("%s/source", ground->place);
      _foi_check_add (self, question->regime, place, message,
                      _("Name the publisher, the title, the table or page, and the address of the "
                        "page itself; a home page is not enough."));
    }
}
