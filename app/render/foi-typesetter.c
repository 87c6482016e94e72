/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-typesetter.h"

#include <hb.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "foi-block.h"
#include "foi-link.h"
#include "foi-set-cache.h"
#include "foi-unbroken.h"

/* As many typesetters wait for work; one more than there are usually letters in the making. */
#define MAX_WAITING 3
#define FAMILIES "Liberation Sans, Arimo, Nimbus Sans, DejaVu Sans, sans-serif"
#define LINE_SEPARATOR "\342\200\250"

struct _FoiTypesetter
{
  PangoContext *context;
  PangoLayout *layout;
  PangoFontDescription *font;
  FoiSetCache *cache;
  const char *family;     /* interned */
  gboolean marks_missing;
};

/* A line being taken over from Pango. */
typedef struct
{
  FoiSetText *set;
  GString *spelling;
  const char *text;
  const FoiTextStyle *style;
  const GArray *spans;
  gboolean marks_missing;
} Taking;

static GMutex waiting_lock;
static GPtrArray *waiting;

static void
typesetter_free (FoiTypesetter *self)
{
  foi_set_cache_free (self->cache);
  g_object_unref (self->layout);
  g_object_unref (self->context);
  pango_font_description_free (self->font);
  g_free (self);
}

static FoiTypesetter *
typesetter_new (void)
{
  FoiTypesetter *self = g_new0 (FoiTypesetter, 1);
  PangoFontMap *map = pango_cairo_font_map_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72.0);
  self->context = pango_font_map_create_context (map);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  self->layout = pango_layout_new (self->context);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  self->cache = foi_set_cache_new ();
  self->font = pango_font_description_new ();
  pango_font_description_set_family_static (self->font, FAMILIES);
  cairo_font_options_destroy (options);
  g_object_unref (map);
  return self;
}

/* One that did the same work before knows its texts, and those of other work are kept for that. */
static FoiTypesetter *
take_waiting (gboolean marks_missing)
{
  for (guint i = waiting != NULL ? waiting->len : 0; i-- > 0;)
    if (((FoiTypesetter *) waiting->pdata[i])->marks_missing == marks_missing)
      return g_ptr_array_steal_index (waiting, i);
  return NULL;
}

/**
 * foi_typesetter_acquire:
 * @language: what the text is in, as in "en-GB": it decides between fonts and shapes
 * @marks_missing: whether what stands for a thing that is not there is bold and red
 *
 * Returns: (transfer full): a typesetter that is nobody else's until it is released. Making the
 *   first one reads the list of fonts, which takes some milliseconds; later ones are at hand.
 */
FoiTypesetter *
foi_typesetter_acquire (const char *language, gboolean marks_missing)
{
  FoiTypesetter *self = NULL;

  g_return_val_if_fail (language != NULL, NULL);

  g_mutex_lock (&waiting_lock);
  self = take_waiting (marks_missing);
  g_mutex_unlock (&waiting_lock);
  if (self == NULL)
    self = typesetter_new ();
  pango_context_set_language (self->context, pango_language_from_string (language));
  self->marks_missing = marks_missing;
  return self;
}

/**
 * foi_typesetter_release:
 * @self: (transfer full): a typesetter
 *
 * Gives it back, from the thread that used it last.
 */
void
foi_typesetter_release (FoiTypesetter *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&waiting_lock);
  if (waiting == NULL)
    waiting = g_ptr_array_new ();
  if (waiting->len < MAX_WAITING)
    g_ptr_array_add (waiting, g_steal_pointer (&self));
  g_mutex_unlock (&waiting_lock);
  g_clear_pointer (&self, typesetter_free);
}

/**
 * foi_typesetter_prepare:
 * @language: what texts will be in
 *
 * Sees to it that a draft and a chart can be set at once without either waiting for the fonts; for
 * a thread.
 */
void
foi_typesetter_prepare (const char *language)
{
  g_autoptr (FoiTypesetter) for_drafts = foi_typesetter_acquire (language, TRUE);
  g_autoptr (FoiTypesetter) for_charts = foi_typesetter_acquire (language, FALSE);
  FoiTypesetter *both[] = { for_drafts, for_charts };

  for (gsize i = 0; i < G_N_ELEMENTS (both); i++)
    for (gboolean bold = FALSE; bold <= TRUE; bold++)
      foi_typesetter_measure_text (both[i], &(FoiTextStyle) { .size = 10, .bold = bold }, "0");
}

/**
 * foi_typesetter_get_font:
 * @self: a typesetter
 *
 * Returns: the family that Latin text is really set in: the first of the list that is installed.
 */
const char *
foi_typesetter_get_font (FoiTypesetter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->family == NULL)
    {
      PangoFont *font = pango_context_load_font (self->context, self->font);
      PangoFontDescription *found = font != NULL ? pango_font_describe (font) : NULL;

      self->family = g_intern_string (found != NULL ? pango_font_description_get_family (found)
                                                    : "none");
      g_clear_pointer (&found, pango_font_description_free);
      g_clear_object (&font);
    }
  return self->family;
}

/* No ligatures: readers of a PDF's structure lose the letters in them. No hyphens: not in links. */
static PangoAttrList *
create_attributes (void)
{
  PangoAttrList *list = pango_attr_list_new ();

  pango_attr_list_insert (list, pango_attr_font_features_new ("liga=0, clig=0, dlig=0"));
  pango_attr_list_insert (list, pango_attr_insert_hyphens_new (FALSE));
  return list;
}

static void
insert_attribute (PangoAttrList *list, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

/*
 * Says which span each stretch of text is from: Pango takes the number for a colour, keeps it with
 * the glyphs, and never joins glyphs of two colours. The colours are ours to choose afterwards.
 */
static PangoAttribute *
create_span_attribute (guint span)
{
  return pango_attr_foreground_new ((guint16) (span & 0xffff), (guint16) (span >> 16), 0);
}

static int
find_span (const PangoItem *item)
{
  for (GSList *node = item->analysis.extra_attrs; node != NULL; node = node->next)
    {
      PangoAttribute *attribute = node->data;

      if (attribute->klass->type == PANGO_ATTR_FOREGROUND)
        {
          const PangoColor *color = &((PangoAttrColor *) attribute)->color;

          return (int) (color->red | ((guint) color->green << 16));
        }
    }
  return -1;
}

static FoiInk
choose_ink (const Taking *taking, const FoiSpan *span)
{
  if (span != NULL && taking->marks_missing && (span->flags & FOI_SPAN_MISSING) != 0)
    return FOI_INK_MISSING;
  return span != NULL && span->target != NULL ? FOI_INK_LINK : taking->style->ink;
}

/* The glyph that a font has for a character, 0 for none. */
static gulong
find_glyph (PangoFont *font, gunichar character)
{
  hb_font_t *hb_font = pango_font_get_hb_font (font);
  hb_codepoint_t found = 0;

  if (hb_font == NULL || !hb_font_get_nominal_glyph (hb_font, character, &found))
    return 0;
  return found;
}

/*
 * Takes over one glyph, and says whether there is anything of it to show. Pango empties the space
 * at which a line is broken; read aloud, it still parts two words.
 */
static gboolean
take_glyph (Taking *taking, PangoFont *font, const PangoGlyphInfo *info, gboolean is_space,
            double x)
{
  cairo_glyph_t glyph = { .index = info->glyph, .x = x, .y = 0.0 };

  glyph.x += pango_units_to_double (info->geometry.x_offset);
  glyph.y += pango_units_to_double (info->geometry.y_offset);
  if (info->glyph == PANGO_GLYPH_EMPTY)
    {
      glyph.index = is_space ? find_glyph (font, ' ') : 0;
      if (glyph.index == 0)
        return FALSE;
    }
  else if ((info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
    glyph.index = 0;   /* the font's own picture of a character it does not have */
  g_array_append_val (taking->set->glyphs, glyph);
  return TRUE;
}

/*
 * Characters that look like another share its glyph. A PDF says what a glyph means only once, so
 * they are spelled as that other one, which is also what people search for.
 */
static char
find_lookalike (PangoFont *font, gunichar character, gulong glyph)
{
  char lookalike;

  switch (character)
    {
    case 0x00a0: /* no-break space */
    case 0x2007: /* figure space */
    case 0x202f: /* narrow no-break space */
    case 0x2028: /* line separator */
      lookalike = ' ';
      break;
    case 0x00ad: /* soft hyphen */
    case 0x2010: /* hyphen */
    case 0x2011: /* non-breaking hyphen */
      lookalike = '-';
      break;
    default:
      return '\0';
    }
  return find_glyph (font, (gunichar) lookalike) == glyph ? lookalike : '\0';
}

/* Spells @n_bytes of text that @glyph shows. Returns how many bytes that takes. */
static int
spell (Taking *taking, PangoFont *font, const char *text, guint n_bytes, gulong glyph)
{
  gunichar character = g_utf8_get_char (text);
  char lookalike = '\0';

  if ((guint) (g_utf8_next_char (text) - text) == n_bytes)
    lookalike = find_lookalike (font, character, glyph);
  if (lookalike == '\0')
    {
      g_string_append_len (taking->spelling, text, n_bytes);
      return (int) n_bytes;
    }
  g_string_append_c (taking->spelling, lookalike);
  return 1;
}

/*
 * The clusters are in the order of the text; one without glyphs (a joiner, a mark of direction)
 * goes with the one before it, as cairo wants each to show something.
 */
static void
take_cluster (Taking *taking, FoiRun *run, PangoFont *font, const char *text, guint n_bytes,
              guint first_glyph, guint n_glyphs)
{
  cairo_text_cluster_t cluster = { .num_glyphs = (int) n_glyphs };
  gulong glyph;

  if (n_glyphs == 0 && run->n_clusters == 0)
    return;
  glyph = n_glyphs != 1 ? PANGO_GLYPH_EMPTY
                        : g_array_index (taking->set->glyphs, cairo_glyph_t,
                                         run->first_glyph + first_glyph).index;
  cluster.num_bytes = spell (taking, font, text, n_bytes, glyph);
  run->text_length += (guint) cluster.num_bytes;
  if (n_glyphs == 0)
    {
      g_array_index (taking->set->clusters, cairo_text_cluster_t,
                     taking->set->clusters->len - 1).num_bytes += cluster.num_bytes;
      return;
    }
  g_array_append_val (taking->set->clusters, cluster);
  run->n_clusters++;
  run->n_glyphs += n_glyphs;
}

/* The glyphs stand from left to right, whatever the direction of the text. */
static guint *
take_glyphs (Taking *taking, PangoGlyphItem *item, double *x)
{
  const PangoGlyphString *glyphs = item->glyphs;
  guint *shown_before = g_new (guint, (gsize) glyphs->num_glyphs + 1);
  guint shown = 0;

  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      const char *text = taking->text + item->item->offset + glyphs->log_clusters[i];
      gboolean is_space = *text == ' ' || g_str_has_prefix (text, LINE_SEPARATOR);

      shown_before[i] = shown;
      if (take_glyph (taking, item->item->analysis.font, &glyphs->glyphs[i], is_space, *x))
        shown++;
      *x += pango_units_to_double (glyphs->glyphs[i].geometry.width);
    }
  shown_before[glyphs->num_glyphs] = shown;
  return shown_before;
}

static void
take_run (Taking *taking, PangoGlyphItem *item, double *x)
{
  PangoFont *font = item->item->analysis.font;
  cairo_scaled_font_t *scaled
      = font != NULL ? pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)) : NULL;
  g_autofree guint *shown = NULL;
  PangoGlyphItemIter iter;
  FoiRun run = { .x = *x, .span = find_span (item->item) };
  const FoiSpan *span = NULL;

  if (scaled == NULL || cairo_scaled_font_status (scaled) != CAIRO_STATUS_SUCCESS)
    return;
  if (run.span >= 0 && taking->spans != NULL)
    span = &g_array_index (taking->spans, FoiSpan, run.span);
  run.ink = choose_ink (taking, span);
  run.underlined = span != NULL && span->target != NULL;
  run.font = cairo_scaled_font_reference (scaled);
  run.first_glyph = taking->set->glyphs->len;
  run.first_cluster = taking->set->clusters->len;
  run.text_start = (guint) taking->spelling->len;
  if ((item->item->analysis.level & 1) != 0)
    run.flags = CAIRO_TEXT_CLUSTER_FLAG_BACKWARD;
  shown = take_glyphs (taking, item, x);
  for (gboolean more = pango_glyph_item_iter_init_start (&iter, item, taking->text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      int first = MIN (iter.start_glyph, iter.end_glyph + 1);
      int end = MAX (iter.start_glyph + 1, iter.end_glyph);

      take_cluster (taking, &run, font, taking->text + iter.start_index,
                    (guint) (iter.end_index - iter.start_index), shown[first],
                    shown[end] - shown[first]);
    }
  run.width = *x - run.x;
  g_array_append_val (taking->set->runs, run);
}

/* A line just as wide as its words leaves their space to the next, which it would indent. */
static double
get_leading_space (const Taking *taking, const PangoLayoutLine *line)
{
  const PangoGlyphItem *first = line->runs != NULL ? line->runs->data : NULL;

  if (first == NULL || line->is_paragraph_start || (first->item->analysis.level & 1) != 0
      || first->glyphs->num_glyphs == 0 || taking->text[first->item->offset] != ' ')
    return 0.0;
  return pango_units_to_double (first->glyphs->glyphs[0].geometry.width);
}

/* Spaces before a line end that the text itself asks for are nothing that is seen. */
static double
get_trailing_space (const Taking *taking, const PangoLayoutLine *line)
{
  const GSList *node = g_slist_last (line->runs);
  const PangoGlyphItem *last = node != NULL ? node->data : NULL;
  double space = 0.0;

  if (last == NULL || (last->item->analysis.level & 1) != 0)
    return 0.0;
  for (int i = last->glyphs->num_glyphs - 1; i >= 0; i--)
    {
      const char *text = taking->text + last->item->offset + last->glyphs->log_clusters[i];

      if (*text != ' ' && !g_str_has_prefix (text, LINE_SEPARATOR))
        break;
      space += pango_units_to_double (last->glyphs->glyphs[i].geometry.width);
    }
  return space;
}

static void
take_line (Taking *taking, PangoLayoutIter *iter)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  FoiLine taken = { .y = taking->set->height, .first_run = taking->set->runs->len };
  PangoRectangle logical;
  double natural, ascent, space, x;

  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  natural = pango_units_to_double (logical.height);
  ascent = pango_units_to_double (pango_layout_iter_get_baseline (iter) - logical.y);
  taken.height = MAX (taking->style->pitch, natural);
  taken.baseline = (taken.height - natural) / 2 + ascent;
  space = get_leading_space (taking, line);
  taken.x = pango_units_to_double (logical.x);
  taken.width = MAX (pango_units_to_double (logical.width) - space
                         - get_trailing_space (taking, line),
                     0.0);
  x = taken.x - space;
  for (GSList *node = line->runs; node != NULL; node = node->next)
    take_run (taking, node->data, &x);
  taken.n_runs = taking->set->runs->len - taken.first_run;
  taking->set->height += taken.height;
  taking->set->width = MAX (taking->set->width, taken.width);
  g_array_append_val (taking->set->lines, taken);
}

static FoiSetText *
take_lines (FoiTypesetter *self, const FoiTextStyle *style, const GArray *spans)
{
  PangoLayoutIter *iter = pango_layout_get_iter (self->layout);
  Taking taking = { .set = foi_set_text_new (),
                    .spelling = g_string_new (NULL),
                    .text = pango_layout_get_text (self->layout),
                    .style = style,
                    .spans = spans,
                    .marks_missing = self->marks_missing };

  taking.set->font_size = style->size;
  do
    take_line (&taking, iter);
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  taking.set->text = g_string_free (taking.spelling, FALSE);
  return taking.set;
}

/* A link that does not fit on a line is broken as late as it can, not right after its scheme. */
static void
keep_schemes (PangoAttrList *attributes, const char *text)
{
  for (const char *at = strstr (text, "://"); at != NULL; at = strstr (at + 3, "://"))
    insert_attribute (attributes, pango_attr_allow_breaks_new (FALSE), (guint) (at - text),
                      (guint) (at - text) + 4);
}

static void
prepare (FoiTypesetter *self, const FoiTextStyle *style, const char *text,
         PangoAttrList *attributes, double width)
{
  pango_font_description_set_absolute_size (self->font, style->size * PANGO_SCALE);
  pango_font_description_set_weight (self->font,
                                     style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (self->layout, self->font);
  keep_schemes (attributes, text);
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_auto_dir (self->layout, !style->at_end);
  pango_layout_set_alignment (self->layout, style->at_end ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_width (self->layout, width < 0 ? -1 : pango_units_from_double (width));
  pango_layout_set_text (self->layout, text, -1);
}

/* Whether the words of a link end with this span: it may have several, each in its own manner. */
static gboolean
ends_link (const GArray *spans, guint span)
{
  const char *target = g_array_index (spans, FoiSpan, span).target;

  return target != NULL
         && (span + 1 == spans->len
             || g_strcmp0 (g_array_index (spans, FoiSpan, span + 1).target, target) != 0);
}

/* On paper nothing can be clicked: the address stands after words that do not say it. */
static void
append_address (GString *text, const GArray *spans, guint span)
{
  const char *target = g_array_index (spans, FoiSpan, span).target;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *address = NULL;
  guint first = span;

  while (first > 0 && g_strcmp0 (g_array_index (spans, FoiSpan, first - 1).target, target) == 0)
    first--;
  for (guint i = first; i <= span; i++)
    g_string_append (words, g_array_index (spans, FoiSpan, i).text);
  address = foi_link_dup_on_paper (words->str, target);
  if (address != NULL)
    g_string_append (text, address);
}

/**
 * foi_typesetter_set_spans:
 * @self: a typesetter
 * @style: how to set them
 * @spans: (nullable) (element-type FoiSpan): the text
 * @width: of a line, in points, or %FOI_WIDTH_UNLIMITED
 *
 * Breaks running text into lines. Words and links that are longer than a line are broken anywhere.
 * Where a link's words do not say where it leads, its address follows them and belongs to the link.
 *
 * Returns: (transfer full): the lines; one empty line when there is no text.
 */
FoiSetText *
foi_typesetter_set_spans (FoiTypesetter *self, const FoiTextStyle *style, const GArray *spans,
                          double width)
{
  g_autoptr (GString) text = g_string_new (NULL);
  PangoAttrList *attributes = create_attributes ();
  FoiSetText *set;

  g_return_val_if_fail (self != NULL && style != NULL, NULL);

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const FoiSpan *span = &g_array_index (spans, FoiSpan, i);
      gboolean is_marked = self->marks_missing && (span->flags & FOI_SPAN_MISSING) != 0;
      guint start = (guint) text->len, end;

      g_string_append (text, (span->flags & FOI_SPAN_BREAK) != 0 ? LINE_SEPARATOR : span->text);
      if (ends_link (spans, i))
        append_address (text, spans, i);
      end = (guint) text->len;
      insert_attribute (attributes, create_span_attribute (i), start, end);
      if (is_marked || (span->flags & FOI_SPAN_STRONG) != 0)
        insert_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
      if ((span->flags & FOI_SPAN_EMPHASIS) != 0)
        insert_attribute (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
    }
  if (style->runs_on)
    g_string_append_c (text, ' ');
  foi_unbroken_add_numbers (attributes, text->str);
  prepare (self, style, text->str, attributes, width);
  set = take_lines (self, style, spans);
  pango_attr_list_unref (attributes);
  return set;
}

static FoiSetCacheKey
make_key (FoiTypesetter *self, const FoiTextStyle *style, const char *text, double width,
          FoiSetCacheKind kind)
{
  return (FoiSetCacheKey) { .text = text,
                            .kind = kind,
                            .language = pango_context_get_language (self->context),
                            .size = style->size,
                            .pitch = style->pitch,
                            .width = width,
                            .manner = (style->bold ? 1u : 0u) | (style->at_end ? 2u : 0u),
                            .ink = style->ink };
}

/**
 * foi_typesetter_set_text:
 * @self: a typesetter
 * @style: how to set it
 * @text: text in one manner
 * @width: of a line, in points, or %FOI_WIDTH_UNLIMITED
 *
 * Returns: (transfer full): its lines.
 */
FoiSetText *
foi_typesetter_set_text (FoiTypesetter *self, const FoiTextStyle *style, const char *text,
                         double width)
{
  FoiSetCacheKey key;
  PangoAttrList *attributes;
  FoiSetText *set;

  g_return_val_if_fail (self != NULL && style != NULL && text != NULL, NULL);

  key = make_key (self, style, text, width, FOI_SET_CACHE_LINES);
  set = foi_set_cache_find_lines (self->cache, &key);
  if (set != NULL)
    return set;
  attributes = create_attributes ();
  prepare (self, style, text, attributes, width);
  set = take_lines (self, style, NULL);
  pango_attr_list_unref (attributes);
  if (foi_set_cache_suits (&key))
    foi_set_cache_add (self->cache, &key, set, 0.0);
  return set;
}

static double
measure (FoiTypesetter *self, const FoiTextStyle *style, const char *text, double width)
{
  FoiSetCacheKey key = make_key (self, style, text, width, FOI_SET_CACHE_WIDTH);
  PangoAttrList *attributes;
  PangoRectangle logical;
  double found;

  if (foi_set_cache_find_width (self->cache, &key, &found))
    return found;
  attributes = create_attributes ();
  prepare (self, style, text, attributes, width);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD);
  pango_layout_get_extents (self->layout, NULL, &logical);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_attr_list_unref (attributes);
  found = pango_units_to_double (logical.width);
  if (foi_set_cache_suits (&key))
    foi_set_cache_add (self->cache, &key, NULL, found);
  return found;
}

/**
 * foi_typesetter_measure_text:
 * @self: a typesetter
 * @style: how the text is set
 * @text: text in one manner
 *
 * Returns: its width in points when it is not broken.
 */
double
foi_typesetter_measure_text (FoiTypesetter *self, const FoiTextStyle *style, const char *text)
{
  g_return_val_if_fail (self != NULL && style != NULL && text != NULL, 0.0);
  return measure (self, style, text, FOI_WIDTH_UNLIMITED);
}

/**
 * foi_typesetter_measure_word:
 * @self: a typesetter
 * @style: how the text is set
 * @text: text in one manner
 *
 * Returns: the width in points below which a word of @text would have to be broken.
 */
double
foi_typesetter_measure_word (FoiTypesetter *self, const FoiTextStyle *style, const char *text)
{
  g_return_val_if_fail (self != NULL && style != NULL && text != NULL, 0.0);
  return measure (self, style, text, 0.0);
}

/**
 * foi_typesetter_runs_leftwards:
 * @self: a typesetter
 * @text: a paragraph
 *
 * Returns: whether it is read from right to left, as its first letter says.
 */
gboolean
foi_typesetter_runs_leftwards (FoiTypesetter *self, const char *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  pango_layout_set_auto_dir (self->layout, TRUE);
  /* Those of the text before would be looked for beyond the end of this one. */
  pango_layout_set_attributes (self->layout, NULL);
  pango_layout_set_text (self->layout, text, -1);
  return pango_layout_line_get_resolved_direction (pango_layout_get_line_readonly (self->layout, 0))
         == PANGO_DIRECTION_RTL;
}
