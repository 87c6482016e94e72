/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-letter-pane.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "foi-case-facts.h"
#include "foi-focus.h"
#include "foi-issued.h"
#include "foi-letter-marks.h"
#include "foi-letter-sheet.h"
#include "foi-settings.h"

/* Around the text column when the preview fits it, in points; the bar stands in it. */
#define COLUMN_MARGIN 12.0
/* Before the id of a paragraph, in its place. */
#define WORDING "wording/"
#define CROPPED_TOP 28.0
#define CROPPED_BOTTOM 40.0

/* Beside a sheet, and between two, in pixels. */
#define PADDING 6
#define SPACING 12

#define MIN_SCALE 0.25
#define MAX_SCALE 6.0
#define ZOOM_STEP 1.2
/* So much larger than on paper is text that fits a wide pane. */
#define MAX_TEXT_SCALE 1.3

struct _FoiLetterPane
{
  GtkWidget parent_instance;

  FoiDocument *document;
  char        *zoom;           /* "text", "page" or a percentage */
  gboolean     clicked;        /* the place comes from a click in here: do not scroll to it */
  gboolean     to_show_place;  /* the place moved while the letter was being set */
  int          width, height;  /* of the view, as the sheets were last fitted to it */
  guint        fit_source;
  FoiCaseChecker *checker;     /* or NULL */
  GHashTable  *marks;          /* block id -> FoiLetterMark, of the letter as it was checked */
  char        *marked_letter;  /* the id of that letter; NULL: to be marked when it is set */

  GtkWidget *scroller;
  GtkWidget *sheets;
  GtkWidget *where;
  GtkWidget *whole_page;
};

G_DEFINE_FINAL_TYPE (FoiLetterPane, foi_letter_pane, GTK_TYPE_WIDGET)

static FoiLayout *
get_layout (FoiLetterPane *self)
{
  return self->document != NULL ? foi_document_get_layout (self->document) : NULL;
}

static double
get_screen_scale (GtkWidget *widget)
{
  /* Points to pixels at the person's text size: 96 dpi, times what they asked for. */
  GtkSettings *settings = gtk_widget_get_settings (widget);
  int dpi = -1;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  return (dpi > 0 ? dpi / 1024.0 : 96.0) / 72.0;
}

/* What of a page is shown, and how large, for a view of the given size. */
static double
fit (FoiLetterPane *self, FoiLayout *layout, FoiRect *region)
{
  double page_width, page_height, scale;
  FoiRect text;

  foi_layout_get_page_size (layout, &page_width, &page_height);
  foi_layout_get_text_area (layout, &text);
  *region = (FoiRect) { 0, 0, page_width, page_height };
  if (g_str_equal (self->zoom, "page"))
    scale = MIN ((self->width - 2 * PADDING) / page_width,
                 (self->height - 2 * PADDING) / page_height);
  else if (g_str_equal (self->zoom, "text"))
    {
      region->x = text.x - COLUMN_MARGIN;
      region->width = text.width + 2 * COLUMN_MARGIN;
      region->y = CROPPED_TOP;
      region->height = page_height - CROPPED_TOP - CROPPED_BOTTOM;
      scale = MIN ((self->width - 2 * PADDING) / region->width,
                   MAX_TEXT_SCALE * get_screen_scale (GTK_WIDGET (self)));
    }
  else
    scale = g_ascii_strtod (self->zoom, NULL) / 100.0 * get_screen_scale (GTK_WIDGET (self));
  return CLAMP (scale, MIN_SCALE, MAX_SCALE);
}

static void
update_view (FoiLetterPane *self)
{
  FoiLayout *layout = get_layout (self);
  FoiRect region;
  double scale;

  if (layout == NULL || self->width <= 2 * PADDING || self->height <= 2 * PADDING)
    return;
  scale = fit (self, layout, &region);
  for (GtkWidget *sheet = gtk_widget_get_first_child (self->sheets); sheet != NULL;
       sheet = gtk_widget_get_next_sibling (sheet))
    foi_letter_sheet_set_view (FOI_LETTER_SHEET (sheet), &region, scale);
}

/* The places of the letter that belong to what is being edited. */
static GPtrArray *
list_marked_places (FoiLetterPane *self)
{
  const char *place = foi_document_get_place (self->document);
  g_autofree char *question = foi_document_dup_question (self->document);
  GPtrArray *places = g_ptr_array_new_with_free_func (g_free);
  FoiCase *foi_case = foi_document_get_case (self->document);
  GListModel *tables = foi_case_get_tables (foi_case);

  if (question == NULL)
    {
      const char *paragraph = strstr (place, "/paragraphs/");

      g_ptr_array_add (places, paragraph != NULL
                                 ? g_strconcat (WORDING, paragraph + strlen ("/paragraphs/"), NULL)
                                 : g_strdup (place));
      return places;
    }
  g_ptr_array_add (places, g_strconcat ("questions/", question, NULL));
  for (guint i = 0; i < g_list_model_get_n_items (tables); i++)
    {
      g_autoptr (GObject) table = g_list_model_get_item (tables, i);
      g_autofree char *name = NULL;

      g_object_get (table, "name", &name, NULL);
      if (g_strcmp0 (foi_case_find_table_question (foi_case, name), question) == 0)
        g_ptr_array_add (places, g_strconcat ("tables/", name, NULL));
    }
  return places;
}

/* Widens the page's one bar by a rectangle: what is edited stands together. */
static void
add_to_bar (GArray *bars, const FoiRect *rect)
{
  FoiRect *bar;
  double bottom;

  if (bars->len == 0)
    {
      g_array_append_val (bars, *rect);
      return;
    }
  bar = &g_array_index (bars, FoiRect, 0);
  bottom = MAX (bar->y + bar->height, rect->y + rect->height);
  bar->y = MIN (bar->y, rect->y);
  bar->height = bottom - bar->y;
}

/* Marks what is being edited; says where it begins. */
static gboolean
update_bars (FoiLetterPane *self, guint *first_page, double *top)
{
  FoiLayout *layout = get_layout (self);
  g_autoptr (GPtrArray) places = NULL;
  guint page = 0;
  gboolean found = FALSE;

  if (layout == NULL)
    return FALSE;
  places = list_marked_places (self);
  for (GtkWidget *sheet = gtk_widget_get_first_child (self->sheets); sheet != NULL;
       sheet = gtk_widget_get_next_sibling (sheet), page++)
    {
      g_autoptr (GArray) bars = g_array_new (FALSE, FALSE, sizeof (FoiRect));

      for (guint i = 0; i < places->len; i++)
        {
          guint first;
          g_autoptr (GArray) rects
            = foi_layout_find_place (layout, g_ptr_array_index (places, i), &first);

          if (rects != NULL && page >= first && page < first + rects->len
              && g_array_index (rects, FoiRect, page - first).height > 0)
            add_to_bar (bars, &g_array_index (rects, FoiRect, page - first));
        }
      if (bars->len > 0 && !found)
        {
          found = TRUE;
          *first_page = page;
          *top = g_array_index (bars, FoiRect, 0).y;
        }
      foi_letter_sheet_set_bars (FOI_LETTER_SHEET (sheet), bars);
    }
  return found;
}

static GtkWidget *
get_sheet (FoiLetterPane *self, guint page)
{
  GtkWidget *sheet = gtk_widget_get_first_child (self->sheets);

  while (sheet != NULL && page-- > 0)
    sheet = gtk_widget_get_next_sibling (sheet);
  return sheet;
}

/* Where a height of a page, in points, lies in the scrolled view; needs the sheets' sizes. */
static double
get_offset (FoiLetterPane *self, guint page, double y)
{
  FoiLayout *layout = get_layout (self);
  FoiRect region;
  double scale = fit (self, layout, &region);
  double sheet_height = ceil (region.height * scale);

  return SPACING + page * (sheet_height + SPACING) + (y - region.y) * scale;
}

static void
scroll_to (FoiLetterPane *self, guint page, double y)
{
  GtkAdjustment *adjustment
    = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  gtk_adjustment_set_value (adjustment, get_offset (self, page, y) - SPACING);
}

/* Brings what is being edited into view, unless it is. */
static void
show_place (FoiLetterPane *self)
{
  GtkAdjustment *adjustment
    = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double value = gtk_adjustment_get_value (adjustment);
  double offset, top;
  guint page;

  if (!update_bars (self, &page, &top) || self->clicked)
    return;
  offset = get_offset (self, page, top);
  if (offset < value || offset > value + gtk_adjustment_get_page_size (adjustment) * 0.7)
    scroll_to (self, page, top);
}

/* Shows the place that could not be shown when the person went there: the letter was not set, or
 * not seen, or its sheets have not got their sizes yet. */
static void
show_place_if_ready (FoiLetterPane *self)
{
  FoiLayout *layout = get_layout (self);
  GtkAdjustment *adjustment
    = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  if (!self->to_show_place || layout == NULL || self->fit_source != 0
      || self->width != gtk_widget_get_width (GTK_WIDGET (self))
      || !gtk_widget_get_mapped (GTK_WIDGET (self))
      || gtk_adjustment_get_upper (adjustment)
           < get_offset (self, foi_layout_get_n_pages (layout) - 1, 0))
    return;
  self->to_show_place = FALSE;
  show_place (self);
}

/* Pages are painted from one screenful before they are seen to one after. */
static void
update_sight (FoiLetterPane *self)
{
  GtkAdjustment *adjustment
    = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double value = gtk_adjustment_get_value (adjustment);
  double screenful = gtk_adjustment_get_page_size (adjustment);
  double top, height;
  FoiLayout *layout = get_layout (self);
  FoiRect region;
  guint page = 0;

  height = ceil (fit (self, layout, &region) * region.height);
  for (GtkWidget *sheet = gtk_widget_get_first_child (self->sheets); sheet != NULL;
       sheet = gtk_widget_get_next_sibling (sheet), page++)
    {
      top = get_offset (self, page, region.y);
      foi_letter_sheet_set_in_sight (FOI_LETTER_SHEET (sheet),
                                     screenful <= 0
                                       || (top < value + 2 * screenful
                                           && top + height > value - screenful));
    }
}

static void
update_where (FoiLetterPane *self)
{
  FoiLayout *layout = get_layout (self);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (layout == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->where), _("is being set…"));
      return;
    }
  name = foi_case_facts_dup_letter_name (foi_document_get_case (self->document),
                                         foi_document_get_letter_id (self->document));
  /* Translators: which letter is shown, which of its pages, and of how many. */
  text = g_strdup_printf (_("%s · page %u of %u"), name, foi_letter_pane_get_page (self) + 1,
                          foi_layout_get_n_pages (layout));
  gtk_label_set_text (GTK_LABEL (self->where), text);
  update_sight (self);
}

/* Where a paragraph is edited of a letter that does not answer the request. */
static char *
dup_place_in_letter (FoiLetterPane *self, const char *place)
{
  FoiBrief *brief = foi_document_get_brief (self->document);
  const char *letter = foi_document_get_letter_id (self->document);

  if (brief == NULL || !g_str_has_prefix (place, WORDING)
      || g_strcmp0 (foi_brief_get_current_letter (brief), letter) == 0)
    return NULL;
  return g_strdup_printf ("letters/%s/paragraphs/%s", letter, place + strlen (WORDING));
}

static void
block_clicked_cb (FoiLetterPane *self, const char *place)
{
  g_autofree char *own = dup_place_in_letter (self, place);

  self->clicked = TRUE;
  foi_document_go_to (self->document, own != NULL ? own : place);
  self->clicked = FALSE;
}

/* The same place as in the window's other lists: of a letter that is no answer, its own. */
static void
mark_clicked_cb (FoiLetterPane *self, const char *place)
{
  self->clicked = TRUE;
  foi_document_go_to (self->document, place);
  self->clicked = FALSE;
}

/* What is checked is the answer, until it is issued. */
static gboolean
shows_checked_letter (FoiLetterPane *self)
{
  FoiBrief *brief = foi_document_get_brief (self->document);

  return brief != NULL && !foi_document_is_issued (self->document)
         && g_strcmp0 (foi_brief_get_current_letter (brief),
                       foi_document_get_letter_id (self->document)) == 0;
}

/* Looks for the paragraphs only when something else was found: an edit has better things to do. The
 * marks follow their paragraphs by themselves. */
static void
update_marks (FoiLetterPane *self)
{
  FoiLayout *layout = get_layout (self);

  g_clear_pointer (&self->marks, g_hash_table_unref);
  g_clear_pointer (&self->marked_letter, g_free);
  if (layout == NULL)
    return;
  if (self->checker != NULL && shows_checked_letter (self))
    self->marks = foi_letter_marks_new (layout, foi_case_checker_get_findings (self->checker));
  if (foi_document_is_letter_current (self->document))
    self->marked_letter = g_strdup (foi_document_get_letter_id (self->document));
  for (GtkWidget *sheet = gtk_widget_get_first_child (self->sheets); sheet != NULL;
       sheet = gtk_widget_get_next_sibling (sheet))
    foi_letter_sheet_set_marks (FOI_LETTER_SHEET (sheet), self->marks);
}

static void
layout_changed_cb (FoiLetterPane *self)
{
  FoiLayout *layout = get_layout (self);
  guint n_pages, page = 0;
  gboolean more_or_fewer = FALSE;
  GtkWidget *sheet;

  if (layout == NULL)
    return;
  n_pages = foi_layout_get_n_pages (layout);
  for (; page < n_pages; page++)
    {
      sheet = get_sheet (self, page);
      if (sheet == NULL)
        {
          sheet = foi_letter_sheet_new (page);
          g_signal_connect_object (sheet, "block-clicked", G_CALLBACK (block_clicked_cb), self,
                                   G_CONNECT_SWAPPED);
          g_signal_connect_object (sheet, "mark-clicked", G_CALLBACK (mark_clicked_cb), self,
                                   G_CONNECT_SWAPPED);
          foi_letter_sheet_set_marks (FOI_LETTER_SHEET (sheet), self->marks);
          gtk_box_append (GTK_BOX (self->sheets), sheet);
          more_or_fewer = TRUE;
        }
      foi_letter_sheet_set_layout (FOI_LETTER_SHEET (sheet), layout);
    }
  while ((sheet = get_sheet (self, n_pages)) != NULL)
    {
      gtk_box_remove (GTK_BOX (self->sheets), sheet);
      more_or_fewer = TRUE;
    }
  if (g_strcmp0 (self->marked_letter, foi_document_get_letter_id (self->document)) != 0
      || (self->marks != NULL && foi_document_is_issued (self->document)))
    update_marks (self);
  if (more_or_fewer)
    update_view (self);
  update_bars (self, &page, &(double) { 0 });
  show_place_if_ready (self);
  update_where (self);
}

static void
place_changed_cb (FoiLetterPane *self)
{
  if (get_layout (self) == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->to_show_place = TRUE;
  else
    show_place (self);
}

static void
set_zoom (FoiLetterPane *self, const char *zoom)
{
  guint page = foi_letter_pane_get_page (self);

  if (g_strcmp0 (self->zoom, zoom) == 0)
    return;
  g_free (self->zoom);
  self->zoom = g_strdup (zoom);
  foi_settings_set_zoom (foi_settings_get_default (), zoom);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->whole_page), g_str_equal (zoom, "page"));
  update_view (self);
  foi_letter_pane_scroll_to_page (self, page);
}

static void
whole_page_toggled_cb (FoiLetterPane *self)
{
  gboolean active = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->whole_page));

  if (active)
    set_zoom (self, "page");
  else if (g_str_equal (self->zoom, "page"))
    set_zoom (self, "text");
}

static void
zoom_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiLetterPane *self = FOI_LETTER_PANE (widget);
  FoiLayout *layout = get_layout (self);
  FoiRect region;
  double scale;
  g_autofree char *zoom = NULL;

  if (layout == NULL)
    return;
  scale = fit (self, layout, &region);
  scale = g_str_has_suffix (action, "in") ? scale * ZOOM_STEP : scale / ZOOM_STEP;
  zoom = g_strdup_printf ("%d", (int) round (scale / get_screen_scale (widget) * 100));
  set_zoom (self, zoom);
}

static void
zoom_text_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_zoom (FOI_LETTER_PANE (widget), "text");
}

static void
page_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiLetterPane *self = FOI_LETTER_PANE (widget);
  guint page = foi_letter_pane_get_page (self);

  if (g_str_has_suffix (action, "next-page"))
    foi_letter_pane_scroll_to_page (self, page + 1);
  else
    foi_letter_pane_scroll_to_page (self, page > 0 ? page - 1 : 0);
}

static void
end_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiLetterPane *self = FOI_LETTER_PANE (widget);
  FoiLayout *layout = get_layout (self);

  if (layout != NULL)
    foi_letter_pane_scroll_to_page (self, g_str_has_suffix (action, "first-page")
                                            ? 0 : foi_layout_get_n_pages (layout) - 1);
}

static gboolean
fit_cb (gpointer user_data)
{
  FoiLetterPane *self = user_data;

  self->fit_source = 0;
  update_view (self);
  show_place_if_ready (self);
  update_where (self);
  return G_SOURCE_REMOVE;
}

static void
queue_fit (FoiLetterPane *self)
{
  if (self->fit_source == 0)
    self->fit_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, fit_cb, self, NULL);
}

/* The sheets have their sizes now. Nothing may be scrolled while they are given them. */
static void
height_changed_cb (FoiLetterPane *self)
{
  if (self->to_show_place)
    queue_fit (self);
  if (get_layout (self) != NULL)
    update_sight (self);
}

static void
foi_letter_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FoiLetterPane *self = FOI_LETTER_PANE (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int view_height;

  gtk_widget_size_allocate (child, &(GtkAllocation) { 0, 0, width, height }, -1);
  view_height = gtk_widget_get_height (self->scroller);
  if (width == self->width && view_height == self->height)
    return;
  self->width = width;
  self->height = view_height;
  /* Sizes asked for must not change while sizes are given: fit the sheets right afterwards. */
  queue_fit (self);
}

/* While it was away a person went about, and it may come back in another size. */
static void
foi_letter_pane_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (foi_letter_pane_parent_class)->map (widget);
  FOI_LETTER_PANE (widget)->to_show_place = TRUE;
  queue_fit (FOI_LETTER_PANE (widget));
}

static void
foi_letter_pane_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static gboolean
foi_letter_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FOI_LETTER_PANE (widget)->sheets);
}

static void
foi_letter_pane_dispose (GObject *object)
{
  FoiLetterPane *self = FOI_LETTER_PANE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->fit_source, g_source_remove);
  g_clear_object (&self->document);
  g_clear_object (&self->checker);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_LETTER_PANE);
  /* The template lets go of the children that have a name, and of no others. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (foi_letter_pane_parent_class)->dispose (object);
}

static void
foi_letter_pane_finalize (GObject *object)
{
  FoiLetterPane *self = FOI_LETTER_PANE (object);

  g_free (self->zoom);
  g_free (self->marked_letter);
  g_clear_pointer (&self->marks, g_hash_table_unref);

  G_OBJECT_CLASS (foi_letter_pane_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
    guint key;
    guint other_key;
    GdkModifierType modifiers;
  } actions[] = {
    { "letter.previous-page", page_action, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0 },
    { "letter.next-page", page_action, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0 },
    { "letter.first-page", end_action, GDK_KEY_Home, GDK_KEY_KP_Home, 0 },
    { "letter.last-page", end_action, GDK_KEY_End, GDK_KEY_KP_End, 0 },
    { "letter.zoom-in", zoom_action, GDK_KEY_plus, GDK_KEY_equal, GDK_CONTROL_MASK },
    { "letter.zoom-out", zoom_action, GDK_KEY_minus, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK },
    { "letter.zoom-text", zoom_text_action, GDK_KEY_0, GDK_KEY_KP_0, GDK_CONTROL_MASK },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers,
                                           actions[i].name, NULL);
      gtk_widget_class_add_binding_action (widget_class, actions[i].other_key,
                                           actions[i].modifiers, actions[i].name, NULL);
    }
}

static void
foi_letter_pane_class_init (FoiLetterPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foi_letter_pane_dispose;
  object_class->finalize = foi_letter_pane_finalize;
  widget_class->measure = foi_letter_pane_measure;
  widget_class->size_allocate = foi_letter_pane_size_allocate;
  widget_class->map = foi_letter_pane_map;
  widget_class->grab_focus = foi_letter_pane_grab_focus;
  foi_focus_let_go (widget_class);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-letter-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiLetterPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, FoiLetterPane, sheets);
  gtk_widget_class_bind_template_child (widget_class, FoiLetterPane, where);
  gtk_widget_class_bind_template_child (widget_class, FoiLetterPane, whole_page);
  gtk_widget_class_bind_template_callback (widget_class, whole_page_toggled_cb);
  install_actions (widget_class);
}

static void
foi_letter_pane_init (FoiLetterPane *self)
{
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->zoom = foi_settings_dup_zoom (foi_settings_get_default ());
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->whole_page),
                                g_str_equal (self->zoom, "page"));
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (height_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (update_where), self,
                           G_CONNECT_SWAPPED);
}

/**
 * foi_letter_pane_new:
 *
 * Returns: (transfer floating): the preview of the document's letter.
 */
GtkWidget *
foi_letter_pane_new (FoiDocument *document)
{
  FoiLetterPane *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  self = g_object_new (FOI_TYPE_LETTER_PANE, NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::layout", G_CALLBACK (layout_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::place", G_CALLBACK (place_changed_cb), self,
                           G_CONNECT_SWAPPED);
  layout_changed_cb (self);
  update_where (self);
  return GTK_WIDGET (self);
}

/**
 * foi_letter_pane_follow_checks:
 * @checker: what checks the case
 *
 * Marks the paragraphs in which it finds something. To be said once.
 */
void
foi_letter_pane_follow_checks (FoiLetterPane *self, FoiCaseChecker *checker)
{
  g_return_if_fail (FOI_IS_LETTER_PANE (self));
  g_return_if_fail (FOI_IS_CASE_CHECKER (checker) && self->checker == NULL);

  self->checker = g_object_ref (checker);
  g_signal_connect_object (checker, "changed", G_CALLBACK (update_marks), self, G_CONNECT_SWAPPED);
  update_marks (self);
}

/**
 * foi_letter_pane_get_page:
 *
 * Returns: the page in the middle of the view, from 0.
 */
guint
foi_letter_pane_get_page (FoiLetterPane *self)
{
  GtkAdjustment *adjustment;
  FoiLayout *layout;
  double middle, height;

  g_return_val_if_fail (FOI_IS_LETTER_PANE (self), 0);

  layout = get_layout (self);
  if (layout == NULL)
    return 0;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  middle = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) / 2;
  height = get_offset (self, 1, 0) - get_offset (self, 0, 0);
  return (guint) CLAMP (floor (middle / MAX (height, 1)), 0, foi_layout_get_n_pages (layout) - 1);
}

/**
 * foi_letter_pane_scroll_to_page:
 * @page: from 0; beyond the last: the last
 *
 * Shows a page from its top.
 */
void
foi_letter_pane_scroll_to_page (FoiLetterPane *self, guint page)
{
  FoiLayout *layout;
  FoiRect region;

  g_return_if_fail (FOI_IS_LETTER_PANE (self));

  layout = get_layout (self);
  if (layout == NULL)
    return;
  fit (self, layout, &region);
  scroll_to (self, MIN (page, foi_layout_get_n_pages (layout) - 1), region.y);
}
