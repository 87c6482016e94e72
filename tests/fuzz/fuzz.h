/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

/* What a target, fuzz-NAME.c, gives: the function that every fuzzing engine calls, and the words of
 * its format (ended by NULL), from which the driver makes likelier mistakes than single bytes. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
extern const char *const fuzz_words[];

G_END_DECLS
