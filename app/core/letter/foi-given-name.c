/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-given-name.h"

#include <stdlib.h>
#include <string.h>

/* Names that people are given and that are words, months or places as well: with a capital they
 * begin sentences, and stand in the names of streets, stations and councils. Sorted. */
static const char *const words[] = {
  "abbey", "alma", "amber", "amity", "angel", "anger", "april", "art", "ash", "aspen", "august",
  "aurora", "autumn", "avalon", "barry", "basil", "bay", "berry", "bill", "bishop", "blossom",
  "blythe", "bob", "booker", "brad", "bradford", "brandy", "brook", "brooke", "buck", "bud",
  "carol", "cash", "cat", "celeste", "charity", "chase", "chelsea", "chester", "chevy",
  "christian", "christmas", "chuck", "clay", "cliff", "clover", "colt", "constance", "coral",
  "cricket", "crystal", "dale", "dawn", "dean", "dell", "derby", "devon", "dick", "dixie",
  "dolly", "don", "dot", "drew", "duke", "earl", "ebony", "eden", "elder", "ever", "faith",
  "fay", "fern", "finch", "fleur", "flora", "florence", "ford", "forest", "fox", "frank", "gale",
  "gene", "genesis", "georgia", "ginger", "glen", "glenn", "gloria", "golden", "grace", "grant",
  "guy", "hale", "hardy", "harmony", "harper", "harry", "hazel", "heath", "heather", "heaven",
  "henna", "holly", "honey", "hope", "hunter", "hyacinth", "iris", "isle", "ivory", "ivy",
  "jack", "jade", "jasmine", "jay", "jersey", "jet", "jewel", "job", "jordan", "josh", "journey",
  "joy", "judge", "june", "juniper", "justice", "kent", "king", "kit", "lake", "lance", "lane",
  "lark", "laurel", "lee", "liberty", "lily", "lincoln", "london", "lou", "love", "loyal",
  "lucky", "lynn", "magnolia", "major", "marine", "mark", "mars", "marshal", "marshall", "mason",
  "matt", "max", "may", "mercy", "mike", "miles", "mill", "mint", "misty", "mo", "moss",
  "myrtle", "nick", "noble", "noel", "norm", "oak", "ocean", "olive", "page", "paige", "paris",
  "patience", "patsy", "pearl", "peg", "pen", "penny", "perry", "pet", "petal", "piers", "pilot",
  "pip", "piper", "poppy", "porter", "precious", "prince", "prudence", "queen", "rain", "raven",
  "ray", "red", "reed", "reef", "rich", "rick", "river", "rob", "robin", "rocky", "rod", "roman",
  "rose", "rowan", "royal", "ruby", "rusty", "sage", "saint", "sandy", "savannah", "scarlett",
  "scout", "serenity", "shannon", "shelby", "sierra", "skip", "sky", "slate", "sonny", "spencer",
  "spring", "star", "sterling", "stew", "stone", "storm", "sue", "summer", "sunny", "sydney",
  "tab", "tad", "tempest", "temple", "terry", "tiger", "tom", "trinity", "troy", "tucker",
  "unity", "van", "verity", "victor", "victoria", "violet", "virginia", "wade", "walker", "ward",
  "warren", "wesley", "west", "will", "willow", "winter", "wren", "york",
};

static int
compare (const void *name, const void *word)
{
  return strcmp (name, *(const char *const *) word);
}

/**
 * foi_given_name_is_word:
 * @name: a given name
 *
 * Returns: whether it is in so many texts as something else that finding it says nothing.
 */
gboolean
foi_given_name_is_word (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return bsearch (lower, words, G_N_ELEMENTS (words), sizeof *words, compare) != NULL;
}
