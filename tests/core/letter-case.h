/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-file.h"
#include "foi-composer.h"

#include <string.h>

/* Members of a table in JSON with ' for ": fields year and calls. */
#define TABLE(name, more, rows) \
  "{'name':'" name "','type':'table','title':'Calls','mediatype':'application/json'," \
  "'schema':{'fields':[" \
  "{'name':'year','title':'Year','type':'string','foi:role':'period'," \
  "'foi:period':'financial-year'}," \
  "{'name':'calls','title':'Calls answered','type':'integer','foi:role':'measure'}]," \
  "'primaryKey':['year'],'missingValues':['','[c]','[x]','[z]','[low]']}," \
  "'data':[['year','calls']," rows "]" more "}"

/* A question whose members after id, number and text are @more. */
#define QUESTION(id, number, more) \
  "{'id':'" id "','number':'" number "','label':'','text':'Asked " number "'" more "}"

/* A whole case in JSON, with ' for " so that it can be read in C. */
#define CASE(members, questions, tables) \
  "{'name':'a','id':'FOI1','title':'calls','foi:case':{'format':'uk-foi-case','version':1," \
  "'_rev':'0','regime':'foia'" members ",'questions':[" questions "],'events':[]," \
  "'issued':[]},'resources':[" tables "]}"

static inline FoiCaseState *
make_state (const char *text)
{
  char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new_take (json, strlen (json));
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  FoiCaseState *state = foi_case_file_parse (bytes, &faults, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return state;
}

static inline FoiBrief *
make_brief (const char *text)
{
  g_autoptr (FoiCaseState) state = make_state (text);

  return foi_case_state_publish (state);
}

static inline FoiBrief *
load_brief (const char *path)
{
  g_autofree char *file = g_build_filename (g_getenv ("FOI_SOURCE_ROOT"), path, NULL);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiCaseState) state = foi_case_file_load (file, &faults, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return foi_case_state_publish (state);
}

static inline FoiLetter *
make_letter (const char *text)
{
  g_autoptr (FoiBrief) brief = make_brief (text);
  g_autoptr (GError) error = NULL;
  FoiLetter *letter = foi_letter_compose (brief, foi_rules_get_default (), "response", TRUE,
                                          &error);

  g_assert_no_error (error);
  return letter;
}

static inline FoiLetter *
load_letter (const char *path)
{
  g_autoptr (FoiBrief) brief = load_brief (path);
  g_autoptr (GError) error = NULL;
  FoiLetter *letter = foi_letter_compose (brief, foi_rules_get_default (), "response", FALSE,
                                          &error);

  g_assert_no_error (error);
  return letter;
}
