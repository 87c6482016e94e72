/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "foi-layout.h"

G_BEGIN_DECLS

#define FOI_TYPE_SETTINGS (foi_settings_get_type ())

/**
 * FoiSettings:
 *
 * What the program remembers for a person: the one place that knows the keys of the settings'
 * schema.
 */
G_DECLARE_FINAL_TYPE (FoiSettings, foi_settings, FOI, SETTINGS, GObject)

FoiSettings *foi_settings_get_default (void);
void         foi_settings_bind_window (FoiSettings *self, GObject *window);
void         foi_settings_bind_start_window (FoiSettings *self, GObject *window);
void         foi_settings_bind_dark (FoiSettings *self, GObject *gtk_settings);

int          foi_settings_get_outline_width (FoiSettings *self);
int          foi_settings_get_letter_width (FoiSettings *self);
void         foi_settings_set_outline_width (FoiSettings *self, int width);
void         foi_settings_set_letter_width (FoiSettings *self, int width);
void         foi_settings_bind_letter_visible (FoiSettings *self, GObject *object,
                                               const char *property);

void         foi_settings_bind_chart_visible (FoiSettings *self, GObject *object,
                                              const char *property);

void         foi_settings_bind_check_spelling (FoiSettings *self, GObject *object,
                                               const char *property);
char        *foi_settings_dup_zoom (FoiSettings *self);
void         foi_settings_set_zoom (FoiSettings *self, const char *zoom);
FoiPaper     foi_settings_get_paper (FoiSettings *self);
void         foi_settings_set_paper (FoiSettings *self, FoiPaper paper);
const char  *foi_settings_get_appearance (FoiSettings *self);
void         foi_settings_set_appearance (FoiSettings *self, const char *name);
char        *foi_settings_dup_authority_path (FoiSettings *self);
GFile       *foi_settings_ref_authority_file (FoiSettings *self);
void         foi_settings_set_authority_path (FoiSettings *self, const char *path);
char        *foi_settings_dup_register_folder (FoiSettings *self);
void         foi_settings_set_register_folder (FoiSettings *self, const char *folder);
void         foi_settings_bind_register_grouped (FoiSettings *self, GObject *object,
                                                 const char *property);
gboolean     foi_settings_has_register_column (FoiSettings *self, const char *column);
void         foi_settings_set_register_column (FoiSettings *self, const char *column,
                                               gboolean shown);
char        *foi_settings_dup_returns_period (FoiSettings *self);
void         foi_settings_set_returns_period (FoiSettings *self, const char *period);
GVariant    *foi_settings_ref_print_settings (FoiSettings *self);
void         foi_settings_set_print_settings (FoiSettings *self, GVariant *settings);
GVariant    *foi_settings_ref_page_setup (FoiSettings *self);
void         foi_settings_set_page_setup (FoiSettings *self, GVariant *setup);

G_END_DECLS
