/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is read of an archive, at most. A part that shrank to less than a two-hundredth, and is not
 * small, was made to fill a memory. */
#define FOI_ZIP_MAX_ENTRIES 3000
#define FOI_ZIP_MAX_ENTRY   (G_GINT64_CONSTANT (1) << 30)
#define FOI_ZIP_MAX_TOTAL   (G_GINT64_CONSTANT (2) << 30)
#define FOI_ZIP_MAX_RATIO   200
#define FOI_ZIP_MAX_PASSED  100000
#define FOI_ZIP_SMALL       (4 * 1024 * 1024)

/* One part of an archive. @size is what it says of itself; @index, its place in the file. */
typedef struct
{
  char *name;
  gint64 size;
  guint index;
} FoiZipEntry;

/**
 * FoiZip:
 *
 * A ZIP archive from a stranger, held in memory. Parts are read one after another, never to disk,
 * and none beyond the limits. For one thread at a time.
 */
typedef struct _FoiZip FoiZip;

/* Takes some bytes of a part; %FALSE with @error set stops. */
typedef gboolean (*FoiZipFunc) (const char *bytes, gsize length, gpointer data, GError **error);

gboolean foi_zip_is (GBytes *bytes);
FoiZip *foi_zip_new (GBytes *bytes, GCancellable *cancellable, GError **error);
void foi_zip_free (FoiZip *self);
GPtrArray *foi_zip_get_entries (FoiZip *self);
const FoiZipEntry *foi_zip_find (FoiZip *self, const char *name);
gboolean foi_zip_read (FoiZip *self, const char *name, FoiZipFunc func, gpointer data,
                       GCancellable *cancellable, GError **error);
char *foi_zip_load (FoiZip *self, const char *name, gsize limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiZip, foi_zip_free)

G_END_DECLS
