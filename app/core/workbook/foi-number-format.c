/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-number-format.h"

#include <math.h>
#include <string.h>

#include "foi-date.h"
#include "foi-number.h"

#define SECONDS_PER_DAY 86400

/* The day before the serial number 1: 31 December 1899, of which Excel is one off after February
 * 1900, that had no 29th. */
#define EPOCH_1900  foi_date_from_ymd (1899, 12, 30)
#define EPOCH_1904  foi_date_from_ymd (1904, 1, 1)
#define LAST_SERIAL 2958465.0 /* 31 December 9999 */

/* What a section of a format has, without the words that it shows. */
typedef struct
{
  GString *codes; /* y m d h s, 0 # . % E @, in small letters */
  gboolean shows; /* anything at all */
  gboolean elapsed;
  const char *currency;
  FoiFormatSection says;
  char last; /* figure that it shows by itself, `0` for one of the number, or 0 */
} Section;

static const char *
find_currency (const char *text, gsize length)
{
  static const char *const signs[] = { "£", "€", "$" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (memmem (text, length, signs[i], strlen (signs[i])) != NULL)
        return signs[i];
    }
  return NULL;
}

static gboolean
is_figure (char c)
{
  return c >= '1' && c <= '9';
}

/* A sign that is shown as it stands, whatever the number is. */
static void
add_shown (Section *self, char sign)
{
  self->says.has_figure |= is_figure (sign);
  self->says.adds |= self->last == '0' && g_ascii_isdigit (sign);
  self->last = g_ascii_isdigit (sign) ? 'x' : 0;
}

/* `[<5]` and the like. */
static void
read_condition (Section *self, const char *p)
{
  static const struct
  {
    const char *sign;
    char condition;
  } conditions[] = { { "<=", 'l' }, { ">=", 'g' }, { "<>", 'n' },
                     { "<", '<' },  { ">", '>' },  { "=", '=' } };

  for (gsize i = 0; i < G_N_ELEMENTS (conditions) && self->says.condition == 0; i++)
    {
      if (!g_str_has_prefix (p, conditions[i].sign))
        continue;
      self->says.condition = conditions[i].condition;
      self->says.limit = g_ascii_strtod (p + strlen (conditions[i].sign), NULL);
    }
}

/* `[$£-809]`, `[h]`, `[Red]`, `[<5]`. Where it ends. */
static const char *
read_bracket (Section *self, const char *p)
{
  const char *end = strchr (p, ']');

  if (end == NULL)
    return p + strlen (p);
  if (p[1] == '$')
    {
      const char *dash = memchr (p, '-', (gsize) (end - p));
      const char *stop = dash != NULL ? dash : end;

      if (stop > p + 2 && self->currency == NULL)
        self->currency = find_currency (p + 2, (gsize) (stop - p - 2));
      self->shows |= stop > p + 2;
    }
  else if (strchr ("hHmMsS", p[1]) != NULL)
    {
      self->elapsed = TRUE;
      self->shows = TRUE;
      g_string_append_c (self->codes, g_ascii_tolower (p[1]));
    }
  else
    read_condition (self, p + 1);
  return end + 1;
}

/* Words in quotation marks. Where they end. */
static const char *
read_words (Section *self, const char *p)
{
  const char *close = strchr (p + 1, '"');
  const char *end = close != NULL ? close : p + strlen (p);

  for (const char *q = p + 1; q < end; q++)
    add_shown (self, *q);
  end += close != NULL;
  self->shows |= end - p > 2;
  if (self->currency == NULL)
    self->currency = find_currency (p, (gsize) (end - p));
  return end;
}

/* A sign that stands for something of the number, or for itself. Where the next is. */
static const char *
read_sign (Section *self, const char *p)
{
  self->shows |= *p != ' ';
  if (self->currency == NULL)
    self->currency = find_currency (p, (gsize) (g_utf8_next_char (p) - p));
  if (*p == '0' || *p == '#' || *p == '?')
    {
      self->says.adds |= self->last == 'x';
      self->last = '0';
    }
  /* A figure behind a stroke is what a fraction is counted in. */
  else if (!is_figure (*p) || strchr (self->codes->str, '/') == NULL)
    add_shown (self, *p);
  g_string_append_c (self->codes, g_ascii_tolower (*p));
  return g_utf8_next_char (p);
}

/* Whether what is shown has nothing of the number in it. */
static void
end_section (Section *self)
{
  self->says.shows = self->shows;
  self->says.is_fixed = self->shows && strpbrk (self->codes->str, "0#?@ymdhsgeb") == NULL;
}

/* One section; where the next begins, or the end. */
static const char *
read_section (Section *self, const char *p)
{
  while (*p != '\0' && *p != ';')
    {
      const char *start = p;

      if (*p == '"')
        {
          p = read_words (self, p);
          continue;
        }
      if ((*p == '\\' || *p == '_' || *p == '*') && p[1] != '\0')
        {
          p = g_utf8_next_char (p + 1);
          self->shows |= *start == '\\' && start[1] != ' ';
          add_shown (self, *start == '\\' ? start[1] : ' ');
          continue;
        }
      if (*p == '[')
        {
          p = read_bracket (self, p);
          continue;
        }
      p = read_sign (self, p);
    }
  end_section (self);
  return p;
}

/* `m` after hours or before seconds are minutes: where there are neither, they are months. */
static FoiFormatKind
find_date_kind (const Section *self)
{
  const char *codes = self->codes->str;
  gboolean day = strchr (codes, 'd') != NULL, year = strchr (codes, 'y') != NULL;
  gboolean time = strchr (codes, 'h') != NULL || strchr (codes, 's') != NULL;
  gboolean month = strchr (codes, 'm') != NULL;

  if (self->elapsed)
    return FOI_FORMAT_ELAPSED;
  if (time)
    return day || year ? FOI_FORMAT_MOMENT : FOI_FORMAT_TIME;
  if (day)
    return FOI_FORMAT_DATE;
  if (month)
    return FOI_FORMAT_MONTH;
  return year ? FOI_FORMAT_YEAR : FOI_FORMAT_GENERAL;
}

static void
read_digits (FoiNumberFormat *self, const char *codes)
{
  const char *point = strchr (codes, '.');
  gsize zeros = strspn (codes, "0");

  self->kind = strchr (codes, '%') != NULL ? FOI_FORMAT_PERCENT : FOI_FORMAT_NUMBER;
  self->decimals = point != NULL ? (int) strspn (point + 1, "0#?") : 0;
  /* A thousand times less, or an exponent: what is shown is not the number. */
  if (strchr (codes, 'e') != NULL || strchr (codes, '/') != NULL || strstr (codes, ",,") != NULL
      || g_str_has_suffix (codes, ","))
    self->decimals = -1;
  if (zeros > 1 && codes[zeros] == '\0')
    self->digits = (int) MIN (zeros, 18);
}

/**
 * foi_number_format_parse:
 * @code: a format, as `#,##0.00;[Red]-#,##0.00` or `dd/mm/yyyy`
 *
 * Returns: what it means for a cell's text.
 */
FoiNumberFormat
foi_number_format_parse (const char *code)
{
  FoiNumberFormat self = { .kind = FOI_FORMAT_GENERAL, .decimals = -1 };
  g_autoptr (GString) codes = g_string_new (NULL);
  gboolean shows[4] = { TRUE, TRUE, TRUE, TRUE };
  guint n = 0;

  for (const char *p = code; n < 4; p++)
    {
      Section section = { .codes = codes };

      g_string_truncate (codes, 0);
      p = read_section (&section, p);
      shows[n] = section.shows;
      self.sections[n] = section.says;
      self.n_sections = *code != '\0' ? n + 1 : 0;
      if (n++ == 0)
        {
          if (strstr (codes->str, "general") != NULL || strchr (codes->str, '@') != NULL)
            self.kind = FOI_FORMAT_GENERAL;
          else if (strpbrk (codes->str, "ymdhs") != NULL)
            self.kind = find_date_kind (&section);
          else if (strpbrk (codes->str, "0#?") != NULL)
            read_digits (&self, codes->str);
          self.currency = self.kind == FOI_FORMAT_NUMBER ? section.currency : NULL;
        }
      if (*p == '\0')
        break;
    }
  self.blank[0] = !shows[0] && *code != '\0';
  self.blank[1] = n > 1 ? !shows[1] : self.blank[0];
  self.blank[2] = n > 2 ? !shows[2] : self.blank[0];
  self.blank[3] = n > 3 && !shows[3];
  return self;
}

/**
 * foi_number_format_builtin:
 * @id: a format's number below 164, as ECMA-376 lists them (part 1, 18.8.30)
 *
 * Returns: what it means.
 */
FoiNumberFormat
foi_number_format_builtin (guint id)
{
  static const struct
  {
    guint id;
    const char *code;
  } codes[] = {
    { 1, "0" },          { 2, "0.00" },           { 3, "#,##0" },     { 4, "#,##0.00" },
    { 9, "0%" },         { 10, "0.00%" },         { 11, "0.00E+00" }, { 12, "# ?/?" },
    { 13, "# ?\?/?\?" }, { 14, "dd/mm/yyyy" },    { 15, "d-mmm-yy" }, { 16, "d-mmm" },
    { 17, "mmm-yy" },    { 18, "h:mm" },          { 19, "h:mm:ss" },  { 20, "h:mm" },
    { 21, "h:mm:ss" },   { 22, "d/m/yyyy h:mm" }, { 37, "#,##0" },    { 38, "#,##0" },
    { 39, "#,##0.00" },  { 40, "#,##0.00" },      { 45, "mm:ss" },    { 46, "[h]:mm:ss" },
    { 47, "mm:ss.0" },   { 48, "0.0E+0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      if (codes[i].id == id)
        return foi_number_format_parse (codes[i].code);
    }
  return foi_number_format_parse ("General");
}

/**
 * foi_number_format_plain:
 * @value: a number
 * @decimals: at most so many places, or -1
 * @text: gets it
 *
 * Writes a number as people do, without an exponent and with the fifteen digits that a spreadsheet
 * has, and no zeros at the end.
 */
void
foi_number_format_plain (double value, int decimals, GString *text)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  char fixed[400];
  char *end;

  g_ascii_formatd (digits, sizeof digits, "%.15g", value);
  if (strchr (digits, 'e') == NULL && decimals < 0)
    {
      g_string_append (text, digits);
      return;
    }
  if (fabs (value) >= 1e18)
    {
      g_string_append (text, digits);
      return;
    }
  /* The shortest text first, or 1.005 would be 1.00. */
  value = g_ascii_strtod (digits, NULL);
  if (decimals >= 0)
    value += copysign (fabs (value) * 1e-15, value);
  {
    char format[8] = "%.15f";

    if (decimals >= 0 && decimals < 10)
      g_snprintf (format, sizeof format, "%%.%df", decimals);
    g_ascii_formatd (fixed, sizeof fixed, format, value);
  }
  if (strchr (fixed, '.') != NULL)
    {
      for (end = fixed + strlen (fixed); end[-1] == '0'; end--)
        continue;
      *(end[-1] == '.' ? end - 1 : end) = '\0';
    }
  g_string_append (text, strcmp (fixed, "-0") == 0 ? "0" : fixed);
}

static void
show_time (int seconds, GString *text)
{
  g_string_append_printf (text, "%02d:%02d", seconds / 3600, seconds / 60 % 60);
  if (seconds % 60 != 0)
    g_string_append_printf (text, ":%02d", seconds % 60);
}

/* A day that never was, as the 60th of Excel's 1900, stays a number. */
static gboolean
show_date (const FoiNumberFormat *self, double value, gboolean from_1904, GString *text)
{
  double days = floor (value + 0.5 / SECONDS_PER_DAY);
  int seconds = (int) ((value - days) * SECONDS_PER_DAY + 0.5);
  FoiDate date;
  g_autofree char *iso = NULL;
  int year, month, day;

  if (!(value >= 0) || value > LAST_SERIAL)
    return FALSE;
  if (self->kind == FOI_FORMAT_TIME || self->kind == FOI_FORMAT_ELAPSED)
    {
      if (self->kind == FOI_FORMAT_TIME && days > 0)
        seconds = MAX (seconds, 0);
      else if (days * 24 < 1e6)
        seconds += (int) days * SECONDS_PER_DAY * (self->kind == FOI_FORMAT_ELAPSED);
      show_time (seconds, text);
      return TRUE;
    }
  if (!from_1904 && (int) days == 60)
    return FALSE;
  date = (from_1904 ? EPOCH_1904 : EPOCH_1900) + (FoiDate) days;
  if (!from_1904 && days < 60)
    date++;
  foi_date_to_ymd (date, &year, &month, &day);
  iso = foi_date_to_iso (date);
  if (self->kind == FOI_FORMAT_MONTH)
    g_string_append_printf (text, "%s %d", foi_month_name (month), year);
  else if (self->kind == FOI_FORMAT_YEAR)
    g_string_append_printf (text, "%d", year);
  else
    g_string_append (text, iso);
  if (self->kind == FOI_FORMAT_MOMENT && seconds > 0)
    {
      g_string_append_c (text, ' ');
      show_time (seconds, text);
    }
  return TRUE;
}

/* A number as it is written here, with its sign of money or percentages. */
static void
append_number (const FoiNumberFormat *self, const char *number, GString *text)
{
  if (self->currency != NULL)
    g_string_append_printf (text, "%s%s%s", *number == '-' ? "-" : "", self->currency,
                            number + (*number == '-'));
  else
    {
      for (int i = (int) strlen (number); i < self->digits && *number != '-'; i++)
        g_string_append_c (text, '0');
      g_string_append (text, number);
    }
  if (self->kind == FOI_FORMAT_PERCENT)
    g_string_append_c (text, '%');
}

static void
show_number (const FoiNumberFormat *self, double value, GString *text)
{
  g_autoptr (GString) number = g_string_new (NULL);
  double shown = self->kind == FOI_FORMAT_PERCENT ? value * 100 : value;

  foi_number_format_plain (shown, -1, number);
  /* More places than a table has: then those that the sheet shows. */
  if (strchr (number->str, '.') != NULL
      && strlen (strchr (number->str, '.') + 1) > FOI_MAX_DECIMALS)
    {
      g_string_truncate (number, 0);
      foi_number_format_plain (shown,
                               self->decimals >= 0 ? MIN (self->decimals, FOI_MAX_DECIMALS)
                                                   : FOI_MAX_DECIMALS,
                               number);
    }
  append_number (self, number->str, text);
}

/**
 * foi_number_format_dup_rounded:
 * @self: a format
 * @value: a cell's number
 * @shown: what foi_number_format_show() made of it
 *
 * Returns: (transfer full) (nullable): the number with all its places, where those are more than
 *   @shown has; %NULL where it has all.
 */
char *
foi_number_format_dup_rounded (const FoiNumberFormat *self, double value, const char *shown)
{
  g_autoptr (GString) number = g_string_new (NULL);
  g_autoptr (GString) text = NULL;

  foi_number_format_plain (self->kind == FOI_FORMAT_PERCENT ? value * 100 : value, -1, number);
  if (strchr (number->str, '.') == NULL)
    return NULL;
  text = g_string_new (NULL);
  append_number (self, number->str, text);
  return strcmp (text->str, shown) != 0 ? g_strdup (text->str) : NULL;
}

/**
 * foi_number_format_show:
 * @self: a format
 * @value: a cell's number
 * @from_1904: whether days are counted from 1904
 * @text: gets what the cell shows
 *
 * A day is shown as 2024-11-27, so that nobody takes it for another; a code keeps its zeros. A
 * number keeps all its places up to the six of a table, however few the sheet shows.
 *
 * Returns: whether it is a number or a date.
 */
FoiSheetType
foi_number_format_show (const FoiNumberFormat *self, double value, gboolean from_1904,
                        GString *text)
{
  if (self->kind >= FOI_FORMAT_DATE && show_date (self, value, from_1904, text))
    return FOI_SHEET_DATE;
  show_number (self, value, text);
  return FOI_SHEET_NUMBER;
}

static gboolean
holds (const FoiFormatSection *self, double value)
{
  switch (self->condition)
    {
    case '<':
      return value < self->limit;
    case 'l':
      return value <= self->limit;
    case '>':
      return value > self->limit;
    case 'g':
      return value >= self->limit;
    case 'n':
      return value < self->limit || value > self->limit;
    default:
      return value <= self->limit && value >= self->limit;
    }
}

/* The section that a number is shown by. */
static const FoiFormatSection *
find_section (const FoiNumberFormat *self, double value)
{
  const FoiFormatSection *first = &self->sections[0], *second = &self->sections[1];
  guint n = MIN (self->n_sections, 3);

  if (n <= 1)
    return first;
  if (first->condition != 0 ? holds (first, value) : n == 2 ? value >= 0 : value > 0)
    return first;
  if (n == 2 || (second->condition != 0 ? holds (second, value) : value < 0))
    return second;
  return &self->sections[2];
}

/**
 * foi_number_format_hides:
 * @self: a format
 * @is_number: or else text
 * @value: the number
 *
 * Returns: whether the format shows nothing of it, as `;;;` does.
 */
gboolean
foi_number_format_hides (const FoiNumberFormat *self, gboolean is_number, double value)
{
  if (!is_number)
    return self->blank[3];
  return self->n_sections > 0 && !find_section (self, value)->shows;
}

/**
 * foi_number_format_misleads:
 * @self: a format
 * @is_number: or else text
 * @value: the number
 *
 * Words that stand for one number alone tell it, as a dash does nought and "Yes" one.
 *
 * Returns: whether the format shows something else in its place, as `"Oakfield"` and `0"9"` do.
 */
gboolean
foi_number_format_misleads (const FoiNumberFormat *self, gboolean is_number, double value)
{
  const FoiFormatSection *section;

  if (!is_number)
    return self->n_sections > 3 && self->sections[3].is_fixed;
  if (self->n_sections == 0)
    return FALSE;
  section = find_section (self, value);
  if (!section->is_fixed)
    return section->adds;
  if (section->has_figure)
    return TRUE;
  return section->condition != '='
         && !(section->condition == 0 && fabs (value) <= 0)
         && !(fabs (value) <= 1 && fabs (value) >= 1);
}
