/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-given-name.h"

#include <stdlib.h>
#include <string.h>

/* Names that people have and that are words, months or places as well: with a capital they begin
 * sentences, and stand in the names of streets, stations and councils. Sorted. */
static const char *const words[] = {
  "abbey", "ad", "all", "alma", "am", "amber", "amity", "an", "and", "angel", "anger", "any",
  "april", "are", "art", "as", "ash", "aspen", "at", "august", "aurora", "autumn", "avalon",
  "barry", "basil", "bay", "be", "berry", "bill", "bishop", "blossom", "blythe", "bob", "booker",
  "brad", "bradford", "brandy", "brook", "brooke", "buck", "bud", "but", "by", "can", "carol",
  "cash", "cat", "celeste", "charity", "chase", "chelsea", "chester", "chevy", "christian",
  "christmas", "chuck", "clay", "cliff", "clover", "colt", "constance", "coral", "cricket",
  "crystal", "dale", "dawn", "dean", "dell", "derby", "devon", "dick", "did", "dixie", "do",
  "dolly", "don", "dot", "drew", "duke", "earl", "ebony", "eden", "elder", "ever", "ex", "faith",
  "fay", "fern", "finch", "fleur", "flora", "florence", "for", "ford", "forest", "fox", "frank",
  "from", "gale", "gene", "genesis", "georgia", "ginger", "glen", "glenn", "gloria", "go",
  "golden", "grace", "grant", "guy", "ha", "had", "hale", "hardy", "harmony", "harper", "harry",
  "has", "have", "hazel", "he", "heath", "heather", "heaven", "henna", "her", "him", "his",
  "holly", "honey", "hope", "how", "hunter", "hyacinth", "if", "in", "iris", "is", "isle", "it",
  "its", "ivory", "ivy", "jack", "jade", "jasmine", "jay", "jersey", "jet", "jewel", "job",
  "jordan", "josh", "journey", "joy", "judge", "june", "juniper", "justice", "kent", "king",
  "kit", "lake", "lance", "lane", "lark", "laurel", "lee", "liberty", "lily", "lincoln",
  "london", "lou", "love", "loyal", "lucky", "lynn", "magnolia", "major", "marine", "mark",
  "mars", "marshal", "marshall", "mason", "matt", "max", "may", "me", "mercy", "mike", "miles",
  "mill", "mint", "misty", "mo", "moss", "my", "myrtle", "nick", "no", "noble", "noel", "norm",
  "not", "oak", "ocean", "of", "oh", "ok", "olive", "on", "one", "or", "our", "out", "page",
  "paige", "paris", "patience", "patsy", "pearl", "peg", "pen", "penny", "perry", "pet", "petal",
  "piers", "pilot", "pip", "piper", "poppy", "porter", "precious", "prince", "prudence", "queen",
  "rain", "raven", "ray", "re", "red", "reed", "reef", "rich", "rick", "river", "rob", "robin",
  "rocky", "rod", "roman", "rose", "rowan", "royal", "ruby", "rusty", "sage", "saint", "sandy",
  "savannah", "scarlett", "scout", "serenity", "shannon", "shelby", "sierra", "skip", "sky",
  "slate", "so", "sonny", "spencer", "spring", "star", "sterling", "stew", "stone", "storm",
  "sue", "summer", "sunny", "sydney", "tab", "tad", "tempest", "temple", "terry", "than", "that",
  "the", "them", "then", "they", "this", "tiger", "to", "tom", "too", "trinity", "troy",
  "tucker", "two", "unity", "up", "us", "van", "verity", "victor", "victoria", "violet",
  "virginia", "wade", "walker", "ward", "warren", "was", "we", "were", "wesley", "west", "what",
  "when", "where", "which", "who", "why", "will", "willow", "winter", "with", "wren", "york",
  "you", "your",
};

static int
compare (const void *name, const void *word)
{
  return strcmp (name, *(const char *const *) word);
}

/**
 * foi_given_name_is_word:
 * @name: a given name, or a surname
 *
 * Returns: whether it is in so many texts as something else that finding it says nothing.
 */
gboolean
foi_given_name_is_word (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return bsearch (lower, words, G_N_ELEMENTS (words), sizeof *words, compare) != NULL;
}
