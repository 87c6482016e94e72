/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-document.h"

G_BEGIN_DECLS

/* What came of looking at the file of a case that is open. */
typedef enum
{
  FOI_FOLLOW_SAME,       /* it says what is known of it */
  FOI_FOLLOW_DONE,       /* somebody else saved it, and the case is now as they did */
  FOI_FOLLOW_CONFLICT,   /* somebody else saved it, and there is work here that is not saved */
  FOI_FOLLOW_UNREADABLE, /* somebody else changed it, and it is no case that can be read */
  FOI_FOLLOW_NEWER,      /* a newer version of the program saved it, or an older one again */
  FOI_FOLLOW_GONE,       /* it is not there any more */
} FoiFollow;

/* Whether a case may change under the person just now. */
typedef gboolean (*FoiMayFollowFunc) (gpointer user_data);

#define FOI_TYPE_CASE_FOLLOWER (foi_case_follower_get_type ())

/**
 * FoiCaseFollower:
 *
 * Has a document follow what others do to its file, as long as nothing in it is unsaved.
 *
 * Signals: "found" (a #FoiFollow, a string): what came of a look that found another thing than the
 * one before; the string says why a file cannot be read, else it is "".
 */
G_DECLARE_FINAL_TYPE (FoiCaseFollower, foi_case_follower, FOI, CASE_FOLLOWER, GObject)

FoiCaseFollower *foi_case_follower_new  (FoiDocument *document, FoiMayFollowFunc may_follow,
                                         gpointer user_data);
void             foi_case_follower_look (FoiCaseFollower *self);

G_END_DECLS
