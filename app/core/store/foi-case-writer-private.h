/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-shape.h"
#include "foi-case-state.h"
#include "foi-case-writer.h"
#include "foi-json-writer.h"
#include "foi-table-data.h"

G_BEGIN_DECLS

/* @table, @column: those being written; @rest: rows of the column that are not in the table; @sink:
 * (nullable): takes what is written so far, of @length bytes, until there is an @error. */
typedef struct
{
  FoiJsonWriter json;
  FoiCaseState *state;
  FoiTableData *table;
  guint         column;
  JsonNode     *rest;
  GString      *scratch;
  FoiCaseSink   sink;
  gpointer      data;
  guint64       length;
  GError       *error;
} FoiCaseWriter;

/* So much is held until it is handed on. */
#define FOI_CASE_WRITER_PIECE (256 * 1024)

/* foi-case-writer.c */
void foi_case_writer_write_object (FoiCaseWriter *self, const char *key, JsonNode *node,
                                   const FoiShape *shape);
void foi_case_writer_flush (FoiCaseWriter *self, gsize least);

/* foi-table-writer.c */
void foi_case_writer_write_header (FoiCaseWriter *self, GArray *columns);
void foi_case_writer_write_row (FoiCaseWriter *self, guint row, GArray *columns);
void foi_case_writer_write_data (FoiCaseWriter *self);
void foi_case_writer_write_fields (FoiCaseWriter *self);
void foi_case_writer_write_tables (FoiCaseWriter *self);

/* foi-left-out-writer.c */
void foi_case_writer_write_left_out (FoiCaseWriter *self, JsonNode *fields);
void foi_case_writer_write_left_out_data (FoiCaseWriter *self);

/* foi-case-prepare.c */
JsonNode *foi_case_prepare_root (FoiCaseState *state, const char *revision);
JsonNode *foi_case_prepare_resource (FoiTableData *table);
JsonNode *foi_case_prepare_left_out (FoiTableData *table, guint column, JsonNode *rest);
JsonNode *foi_case_dup_field (FoiColumn *column);

G_END_DECLS
