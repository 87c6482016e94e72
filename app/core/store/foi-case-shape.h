/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoiShapeKind:
 * @FOI_SHAPE_ANY: whatever JSON; where it is an object, the member's shape orders its keys
 * @FOI_SHAPE_TEXT: a string
 * @FOI_SHAPE_LINES: a string, or a list of strings: the key of a table
 * @FOI_SHAPE_INTEGER: a whole number
 * @FOI_SHAPE_BOOLEAN: true or false
 * @FOI_SHAPE_DATE: a day that exists, or "" for none
 * @FOI_SHAPE_MOMENT: a string in which a day or month, if it begins with one, exists
 * @FOI_SHAPE_CELL: a string or a whole number, as in a table
 * @FOI_SHAPE_KEY: a row by its key: an object of cells under the names of fields
 * @FOI_SHAPE_PART: what a total is made of: a row by its key, or a field by its name
 * @FOI_SHAPE_OBJECT: an object of the member's shape
 * @FOI_SHAPE_TEXTS: an object of strings under keys of its own
 *
 * What a member of an object of the case file may be.
 */
typedef enum
{
  FOI_SHAPE_ANY,
  FOI_SHAPE_TEXT,
  FOI_SHAPE_LINES,
  FOI_SHAPE_INTEGER,
  FOI_SHAPE_BOOLEAN,
  FOI_SHAPE_DATE,
  FOI_SHAPE_MOMENT,
  FOI_SHAPE_CELL,
  FOI_SHAPE_KEY,
  FOI_SHAPE_PART,
  FOI_SHAPE_OBJECT,
  FOI_SHAPE_TEXTS,
} FoiShapeKind;

typedef struct _FoiShape FoiShape;

/**
 * FoiShapeMember:
 * @key: as in the file
 * @kind: what it may be
 * @list: it is a list of such things
 * @most: of a list, how many there may be; 0: as many as there are
 * @required: an object without it is refused
 * @shape: (nullable): of an object
 * @choices: (nullable): the only texts it may have
 * @since: (nullable): of a day, the member whose day cannot be a later one
 */
typedef struct
{
  const char        *key;
  FoiShapeKind       kind;
  gboolean           list;
  guint              most;
  gboolean           required;
  const FoiShape    *shape;
  const char *const *choices;
  const char        *since;
} FoiShapeMember;

/* One kind of object in the file: its known members in the order in which they are written. */
struct _FoiShape
{
  const FoiShapeMember *members;
  gsize                 n_members;
};

extern const FoiShape foi_shape_file;
extern const FoiShape foi_shape_case;
extern const FoiShape foi_shape_resource;
extern const FoiShape foi_shape_schema;
extern const FoiShape foi_shape_field;
extern const FoiShape foi_shape_internal;
extern const FoiShape foi_shape_left_out;
extern const FoiShape foi_shape_profile;

const FoiShapeMember *foi_shape_find_member (const FoiShape *shape, const char *key);
const char          **foi_shape_dup_keys (const FoiShape *shape);

G_END_DECLS
