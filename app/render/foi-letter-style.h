/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* How a letter looks, in points. What a reader needs is set in 12 or more (clear print guidance) */
#define FOI_MARGIN (25.0 * 72.0 / 25.4)

#define FOI_BODY_SIZE 12.0
#define FOI_BODY_PITCH 15.0
#define FOI_PARAGRAPH_GAP 7.0
#define FOI_LIST_GAP 4.0

#define FOI_HEADING_SIZE 14.0
#define FOI_HEADING_PITCH 17.0
#define FOI_HEADING_BEFORE 16.0
#define FOI_HEADING_AFTER 4.0
#define FOI_PART_BEFORE 12.0

#define FOI_LETTERHEAD_AFTER 18.0
#define FOI_HEAD_GAP 8.0
#define FOI_DATE_AFTER 14.0
#define FOI_SALUTATION_AFTER 12.0
#define FOI_SUBJECT_AFTER 10.0

#define FOI_ASKED_INDENT 16.0
#define FOI_QUOTE_INDENT 24.0
#define FOI_LIST_INDENT 8.0
#define FOI_LABEL_GAP 6.0
/* A question asked in so many lines or fewer is not parted. */
#define FOI_ASKED_TOGETHER 6

#define FOI_SIGN_OFF_BEFORE 12.0
#define FOI_SIGNING_ROOM 40.0

#define FOI_CAPTION_BEFORE 8.0
#define FOI_CAPTION_AFTER 4.0
#define FOI_FIGURE_AFTER 14.0
/* A chart is made lower, down to this part of its height, where it then still fits on a page. */
#define FOI_FIGURE_LEAST 0.75
#define FOI_TABLE_AFTER 14.0
#define FOI_NOTE_GAP 4.0
#define FOI_CELL_PADDING_X 7.0
/* Of a table that has to be set smaller. */
#define FOI_CELL_TIGHT_PADDING_X 4.0
#define FOI_CELL_PADDING_Y 2.5
#define FOI_CELL_PITCH_FACTOR 1.2
/* A table that takes no more than this part of a page is not parted; one that takes no more than
 * the second is parted only if much of a page would stay empty otherwise. */
#define FOI_TABLE_TOGETHER 0.24
#define FOI_TABLE_RATHER_TOGETHER 0.6

#define FOI_SMALL_SIZE 10.0
#define FOI_SMALL_PITCH 13.0
/* Of the running header's baseline box, from the top of the page. */
#define FOI_HEADER_Y 34.0

#define FOI_HAIRLINE 0.5
