/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-chart-spec.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-chart-private.h"
#include "foi-error.h"
#include "foi-json-edit.h"

/* More categories than this are not told apart as columns: they become a line or bars. */
#define MAX_COLUMNS 15

/* In the order of FoiChartKind. */
static const char *const kinds[] = { "column", "bar", "line" };

/* The order of the members in the file. */
static const char *const members[] = { "kind",  "x",   "y",         "rate",
                                       "title", "alt", "in_letter", NULL };

/**
 * foi_chart_can_measure:
 * @publication: a publication
 * @column: one of its columns
 *
 * Returns: whether its values are amounts that can be drawn. Coverage is said beside what it
 *   covers, and totals would dwarf their parts.
 */
gboolean
foi_chart_can_measure (FoiPublication *publication, guint column)
{
  FoiColumn *candidate;
  FoiRole role;

  g_return_val_if_fail (publication != NULL, FALSE);
  g_return_val_if_fail (column < foi_publication_get_n_columns (publication), FALSE);

  candidate = foi_publication_get_column (publication, column);
  role = foi_column_get_role (candidate);
  return foi_column_is_numeric (candidate) && (role == FOI_ROLE_MEASURE || role == FOI_ROLE_NONE)
         && !foi_publication_is_total_column (publication, column);
}

/**
 * foi_chart_can_share_axis:
 * @a: a column of amounts
 * @b: a column of amounts
 *
 * Returns: whether both are in one unit. Two scales in one chart let it say anything, so there is
 *   never a second axis.
 */
gboolean
foi_chart_can_share_axis (FoiColumn *a, FoiColumn *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return g_strcmp0 (foi_column_get_unit (a), foi_column_get_unit (b)) == 0;
}

/* The first column of @role, or -1. */
static int
find_role (FoiPublication *publication, FoiRole role)
{
  for (guint i = 0; i < foi_publication_get_n_columns (publication); i++)
    if (foi_column_get_role (foi_publication_get_column (publication, i)) == role)
      return (int) i;
  return -1;
}

/* The first column that can name the values: no amount and no comment. */
static int
find_names (FoiPublication *publication)
{
  for (guint i = 0; i < foi_publication_get_n_columns (publication); i++)
    {
      FoiColumn *column = foi_publication_get_column (publication, i);
      FoiRole role = foi_column_get_role (column);

      if (!foi_column_is_numeric (column) && role != FOI_ROLE_NOTE && role != FOI_ROLE_COVERAGE)
        return (int) i;
    }
  return -1;
}

static int
propose_x (FoiPublication *publication)
{
  int found = find_role (publication, FOI_ROLE_PERIOD);

  if (found < 0)
    found = find_role (publication, FOI_ROLE_CATEGORY);
  return found < 0 ? find_names (publication) : found;
}

/* Measures said to be measures come before columns of which nothing is said. */
static int
propose_first_y (FoiPublication *publication, int x)
{
  int found = -1;

  for (guint i = 0; i < foi_publication_get_n_columns (publication); i++)
    {
      if ((int) i == x || !foi_chart_can_measure (publication, i))
        continue;
      if (foi_column_get_role (foi_publication_get_column (publication, i)) == FOI_ROLE_MEASURE)
        return (int) i;
      if (found < 0)
        found = (int) i;
    }
  return found;
}

/* Further series are proposed where it is plain that they are counted alike. */
static gboolean
goes_with (FoiColumn *first, FoiColumn *other)
{
  return foi_column_get_role (first) == foi_column_get_role (other)
         && foi_column_get_value_type (first) == foi_column_get_value_type (other)
         && foi_chart_can_share_axis (first, other)
         && (foi_column_get_unit (first) != NULL
             || foi_column_get_value_type (first) == FOI_VALUE_INTEGER);
}

static GStrv
propose_y (FoiPublication *publication, int x, GError **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  int first = propose_first_y (publication, x);
  guint n_series = 0;
  FoiColumn *measure;

  if (first < 0)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                   _("This table has no column of figures that can be charted."));
      return NULL;
    }
  measure = foi_publication_get_column (publication, (guint) first);
  for (guint i = (guint) first; i < foi_publication_get_n_columns (publication); i++)
    {
      FoiColumn *column = foi_publication_get_column (publication, i);

      if ((int) i == x || !foi_chart_can_measure (publication, i) || !goes_with (measure, column)
          || n_series == FOI_CHART_MAX_SERIES)
        continue;
      g_strv_builder_add (names, foi_column_get_name (column));
      n_series++;
    }
  return g_strv_builder_end (names);
}

/* How many rows would be charted, counted no further than is asked about. */
static guint
count_rows (FoiPublication *publication, guint enough)
{
  guint n_rows = 0;

  for (guint i = 0; i < foi_publication_get_n_rows (publication) && n_rows < enough; i++)
    n_rows += foi_publication_is_total_row (publication, i) ? 0 : 1;
  return n_rows;
}

static FoiChartKind
propose_kind (FoiPublication *publication, FoiColumn *x)
{
  gboolean many = count_rows (publication, MAX_COLUMNS + 1) > MAX_COLUMNS;

  if (foi_column_get_value_type (x) == FOI_VALUE_DATE)
    return FOI_CHART_LINE;
  if (!many)
    return FOI_CHART_COLUMNS;
  return _foi_chart_is_period (x) ? FOI_CHART_LINE : FOI_CHART_BARS;
}

/**
 * foi_chart_spec_propose:
 * @publication: a publication
 * @error: set to %FOI_ERROR_NOT_FOUND
 *
 * Chooses a chart for a table nobody has chosen one for: the first column of periods or else of
 * categories, against the first measure and those counted alike; a line for dates and for more
 * periods than can stand side by side.
 *
 * Returns: (transfer full) (nullable): what is proposed; %NULL when there is nothing to chart.
 */
FoiChartSpec *
foi_chart_spec_propose (FoiPublication *publication, GError **error)
{
  g_autoptr (FoiChartSpec) self = NULL;
  FoiColumn *column;
  int x;

  g_return_val_if_fail (publication != NULL, NULL);

  x = propose_x (publication);
  if (x < 0)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                   _("This table has no column of years or names to chart its figures by."));
      return NULL;
    }
  column = foi_publication_get_column (publication, (guint) x);
  self = g_new0 (FoiChartSpec, 1);
  self->x = g_strdup (foi_column_get_name (column));
  self->y = propose_y (publication, x, error);
  if (self->y == NULL)
    return NULL;
  self->kind = propose_kind (publication, column);
  return g_steal_pointer (&self);
}

void
foi_chart_spec_free (FoiChartSpec *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->x);
  g_strfreev (self->y);
  g_free (self->title);
  g_free (self->alt);
  g_free (self);
}

/* The text member @key replaces @out; @out stays when there is none. */
static gboolean
read_string (JsonNode *node, const char *key, char **out, GError **error)
{
  JsonNode *member = foi_json_get_member (node, key);

  if (member == NULL)
    return TRUE;
  if (!foi_json_is_string (member))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT, _("\"%s\" of a chart is not text"), key);
      return FALSE;
    }
  g_free (*out);
  *out = g_strdup (json_node_get_string (member));
  return TRUE;
}

static gboolean
read_boolean (JsonNode *node, const char *key, gboolean *out, GError **error)
{
  JsonNode *member = foi_json_get_member (node, key);

  if (member == NULL)
    return TRUE;
  if (!foi_json_is_boolean (member))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT,
                   _("\"%s\" of a chart is neither true nor false"), key);
      return FALSE;
    }
  *out = json_node_get_boolean (member);
  return TRUE;
}

static gboolean
read_kind (JsonNode *node, FoiChartKind *out, GError **error)
{
  g_autofree char *name = NULL;

  if (!read_string (node, "kind", &name, error))
    return FALSE;
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i], name))
      {
        *out = (FoiChartKind) i;
        return TRUE;
      }
  if (name != NULL)
    g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT,
                 _("\"%.60s\" is not a kind of chart; the kinds are column, bar and line"), name);
  return name == NULL;
}

static gboolean
read_y (JsonNode *node, GStrv *out, GError **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  JsonNode *member = foi_json_get_member (node, "y");
  guint n_names = foi_json_get_n_elements (member);
  gboolean is_list = member == NULL || foi_json_is_array (member);

  for (guint i = 0; i < n_names && is_list; i++)
    {
      JsonNode *element = foi_json_get_element (member, i);

      is_list = foi_json_is_string (element);
      if (is_list)
        g_strv_builder_add (names, json_node_get_string (element));
    }
  if (!is_list)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT,
                   _("\"%s\" of a chart is not a list of column names"), "y");
      return FALSE;
    }
  if (n_names > 0)
    {
      g_strfreev (*out);
      *out = g_strv_builder_end (names);
    }
  return TRUE;
}

static gboolean
read_members (FoiChartSpec *self, JsonNode *node, GError **error)
{
  if (!foi_json_is_object (node))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT, _("a chart is not a JSON object"));
      return FALSE;
    }
  return read_kind (node, &self->kind, error) && read_string (node, "x", &self->x, error)
         && read_y (node, &self->y, error) && read_boolean (node, "rate", &self->rate, error)
         && read_string (node, "title", &self->title, error)
         && read_string (node, "alt", &self->alt, error)
         && read_boolean (node, "in_letter", &self->in_letter, error);
}

/* A column of that name which may be shown. */
static int
find_column (FoiPublication *publication, const char *name, GError **error)
{
  int column = foi_publication_find_column (publication, name);

  if (column < 0)
    g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                 _("The chart shows the column \"%.60s\", which the letter does not have."), name);
  return column;
}

static gboolean
check_series (FoiChartSpec *self, FoiPublication *publication, GError **error)
{
  FoiColumn *first = NULL;

  if (g_strv_length (self->y) > FOI_CHART_MAX_SERIES)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_LIMIT,
                   _("A chart shows at most %d series: more cannot be told apart."),
                   FOI_CHART_MAX_SERIES);
      return FALSE;
    }
  for (guint i = 0; self->y[i] != NULL; i++)
    {
      int found = find_column (publication, self->y[i], error);
      FoiColumn *column;

      if (found < 0)
        return FALSE;
      column = foi_publication_get_column (publication, (guint) found);
      if (!foi_column_is_numeric (column))
        {
          g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT,
                       _("\"%s\" has no figures that can be charted."),
                       foi_column_get_title (column));
          return FALSE;
        }
      if (first != NULL && !foi_chart_can_share_axis (first, column))
        {
          g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
                       _("\"%s\" and \"%s\" are in different units, so they cannot share a chart."),
                       foi_column_get_title (first), foi_column_get_title (column));
          return FALSE;
        }
      first = first == NULL ? column : first;
    }
  return TRUE;
}

/**
 * foi_chart_spec_new:
 * @publication: the publication to chart
 * @node: (nullable): the member "foi:chart" of its table; what it leaves open is proposed
 * @error: set to an error of %FOI_ERROR
 *
 * Returns: (transfer full) (nullable): what to chart: every column named is there and can be
 *   charted.
 */
FoiChartSpec *
foi_chart_spec_new (FoiPublication *publication, JsonNode *node, GError **error)
{
  g_autoptr (FoiChartSpec) self = NULL;
  g_autoptr (GError) nothing = NULL;

  g_return_val_if_fail (publication != NULL, NULL);

  self = foi_chart_spec_propose (publication, &nothing);
  if (self == NULL)
    self = g_new0 (FoiChartSpec, 1);
  if (node != NULL && !read_members (self, node, error))
    return NULL;
  if (self->x == NULL || self->y == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&nothing));
      return NULL;
    }
  if (find_column (publication, self->x, error) < 0 || !check_series (self, publication, error))
    return NULL;
  return g_steal_pointer (&self);
}

static JsonNode *
set_member (JsonNode *object, const char *key, JsonNode *value)
{
  g_autoptr (JsonNode) old = object;
  g_autoptr (JsonNode) taken = value;

  return foi_json_set_member (old, key, taken, members);
}

static JsonNode *
set_string (JsonNode *object, const char *key, const char *text)
{
  gboolean is_empty = text == NULL || text[0] == '\0';

  return set_member (object, key, is_empty ? NULL : foi_json_new_string (text));
}

/**
 * foi_chart_spec_to_json:
 * @self: what an officer chose
 * @previous: (nullable): the member that it takes the place of
 *
 * Returns: (transfer full): the member "foi:chart", sealed. Members of @previous that are not known
 *   stay.
 */
JsonNode *
foi_chart_spec_to_json (const FoiChartSpec *self, JsonNode *previous)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL, NULL);

  node = foi_json_is_object (previous) ? json_node_ref (previous) : foi_json_new_object ();
  node = set_string (node, "kind", kinds[self->kind]);
  node = set_string (node, "x", self->x);
  node = set_member (node, "y", foi_json_new_strings ((const char *const *) self->y));
  node = set_member (node, "rate", self->rate ? foi_json_new_boolean (TRUE) : NULL);
  node = set_string (node, "title", self->title);
  node = set_string (node, "alt", self->alt);
  return set_member (node, "in_letter", foi_json_new_boolean (self->in_letter));
}

/**
 * foi_chart_spec_has_series:
 * @self: a spec
 * @name: the name of a column
 *
 * Returns: whether the column is charted.
 */
gboolean
foi_chart_spec_has_series (const FoiChartSpec *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  return g_strv_contains ((const char *const *) self->y, name);
}

/* Whether the column @name would share the axis of what is charted now. */
static gboolean
fits_series (const FoiChartSpec *self, FoiPublication *publication, FoiColumn *column)
{
  int first = foi_publication_find_column (publication, self->y[0]);

  return first >= 0
         && foi_chart_can_share_axis (foi_publication_get_column (publication, (guint) first),
                                      column);
}

/**
 * foi_chart_spec_toggle_series:
 * @self: a spec
 * @publication: what it is of
 * @name: the name of a column that can be charted
 *
 * Takes the column out of the chart, or puts it in, in the order of the table. One in another unit
 * takes the place of all the others.
 *
 * Returns: %FALSE when it is the only one, or one too many: nothing has changed then.
 */
gboolean
foi_chart_spec_toggle_series (FoiChartSpec *self, FoiPublication *publication, const char *name)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  guint n_series = g_strv_length (self->y);
  gboolean had = foi_chart_spec_has_series (self, name);
  int wanted = foi_publication_find_column (publication, name);
  gboolean fits;

  g_return_val_if_fail (self != NULL && publication != NULL && name != NULL, FALSE);

  if (wanted < 0)
    return FALSE;
  fits = fits_series (self, publication,
                      foi_publication_get_column (publication, (guint) wanted));
  if (had ? n_series == 1 : fits && n_series == FOI_CHART_MAX_SERIES)
    return FALSE;
  for (guint i = 0; i < foi_publication_get_n_columns (publication); i++)
    {
      const char *column = foi_column_get_name (foi_publication_get_column (publication, i));
      gboolean is_charted = (had || fits) && foi_chart_spec_has_series (self, column);

      if ((int) i == wanted ? !had : is_charted)
        g_strv_builder_add (names, column);
    }
  g_strfreev (self->y);
  self->y = g_strv_builder_end (names);
  return TRUE;
}
