/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Each takes its own name as the first argument, and returns the exit status. */
int foi_cli_run_approve (int argc, char *argv[]);
int foi_cli_run_ask (int argc, char *argv[]);
int foi_cli_run_attach (int argc, char *argv[]);
int foi_cli_run_audit (int argc, char *argv[]);
int foi_cli_run_bundle (int argc, char *argv[]);
int foi_cli_run_calendar (int argc, char *argv[]);
int foi_cli_run_check (int argc, char *argv[]);
int foi_cli_run_compare (int argc, char *argv[]);
int foi_cli_run_deadline (int argc, char *argv[]);
int foi_cli_run_event (int argc, char *argv[]);
int foi_cli_run_export (int argc, char *argv[]);
int foi_cli_run_list (int argc, char *argv[]);
int foi_cli_run_new (int argc, char *argv[]);
int foi_cli_run_protect (int argc, char *argv[]);
int foi_cli_run_import (int argc, char *argv[]);
int foi_cli_run_inspect (int argc, char *argv[]);
int foi_cli_run_show (int argc, char *argv[]);
int foi_cli_run_dispose (int argc, char *argv[]);
int foi_cli_run_similar (int argc, char *argv[]);
int foi_cli_run_review (int argc, char *argv[]);
int foi_cli_run_stats (int argc, char *argv[]);

G_END_DECLS
