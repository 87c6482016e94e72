/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-clock-words.h"

#include <string.h>

#include "foi-case-file.h"

/*
 * One row for each case. @events is "TYPE DAY" or "TYPE DAY UNTIL", with "; " between them, a type
 * as "TYPE:QUESTION" where it is of one question; @members are more of the case in JSON with ' for
 * ". Then the day on which one looks, what is said on it, and what is said of events that make no
 * sense, whole or the beginning.
 */
typedef struct
{
  const char *regime, *received;
  const char *events;
  const char *members;
  const char *today;
  const char *words;
  const char *problem;
} Example;

#define EXTENDED "'questions':[{'id':'q1','number':'1','label':'','text':'A'," \
                 "'outcome':'disclosed'},{'id':'q2','number':'2','label':'','text':'B'," \
                 "'outcome':'extended'}],"
#define ALL_EXTENDED "'questions':[{'id':'q2','number':'2','label':'','text':'B'," \
                     "'outcome':'extended'}],"
#define TWO "'questions':[{'id':'q1','number':'1','label':'','text':'A','outcome':'disclosed'}," \
            "{'id':'q2','number':'2','label':'','text':'B','outcome':'refused'}],"
#define OPEN "'questions':[{'id':'q1','number':'1','label':'','text':'A'}," \
             "{'id':'q2','number':'2','label':'','text':'B','outcome':'disclosed'}],"
#define PARTS "'questions':[{'id':'q1','number':'1','label':'','text':'A','parts':[" \
              "{'id':'q1a','number':'a','label':'','text':'A','outcome':'disclosed'}," \
              "{'id':'q1b','number':'b','label':'','text':'B','outcome':'disclosed'}]}],"
#define SCHOOL(closed) "'authority':{'type':'school','closed':[" closed "]},"
#define ISSUED(type, day) "'letters':[{'id':'l','type':'" type "'}],'issued':[{'letter':'l'," \
                          "'date':'" day "'}],"
#define WITHDRAWN(type, day, back) "'letters':[{'id':'l','type':'" type "'}],'issued':[{" \
                                   "'letter':'l','date':'" day "','withdrawn':{'date':'" back \
                                   "','reason':'-'}}],"

static const Example examples[] = {
  /* Received Wednesday 30 October 2024: day 20 is Wednesday 27 November. */
  { "foia", "2024-10-30", NULL, "", "2024-10-30", "Due in 20 working days, Wed 27 Nov", NULL },
  { "foia", "2024-10-30", NULL, "", "2024-11-21", "Due in 4 working days, Wed 27 Nov", NULL },
  { "foia", "2024-10-30", NULL, "", "2024-11-23", "Due in 3 working days, Wed 27 Nov", NULL },
  { "foia", "2024-10-30", NULL, "", "2024-11-26", "Due in 1 working day, Wed 27 Nov", NULL },
  { "foia", "2024-10-30", NULL, "", "2024-11-27", "Due today, Wed 27 Nov", NULL },
  { "foia", "2024-10-30", NULL, "", "2024-11-29", "2 working days late, was due Wed 27 Nov", NULL },
  { "foia", "2024-10-30", NULL, "", "2024-12-02", "2 working days late, was due Wed 27 Nov", NULL },
  /* Received Friday 1 November: due Friday 29; on Saturday no working day has passed. */
  { "foia", "2024-11-01", NULL, "", "2024-11-30", "Late, was due Fri 29 Nov", NULL },
  { "foia", "2024-12-19", NULL, "", "2024-12-20", "Due in 19 working days, Wed 22 Jan 2025", NULL },
  /* Nothing to count from. */
  { "foia", NULL, NULL, "", "2024-11-30", "Due date not known", NULL },
  { "nolaw", "2024-10-30", NULL, "", "2024-11-30", "Due date not known", NULL },
  /* The calendar ends with 2028. */
  { "foia", "2028-12-20", NULL, "", "2028-12-21",
    "Due date not certain: the bank holidays of 2029 are not known", NULL },
  { "foia", "2030-05-01", NULL, "", "2030-05-02",
    "Due date not certain: the bank holidays of 2030 are not known", NULL },
  { "foia", "1995-05-02", NULL, "", "1995-05-02",
    "Due date not certain: the bank holidays of 1995 are not known", NULL },
  /* Nor is it said there that an extension came too late, or is too long. */
  { "foia", "2028-12-20", "extended 2029-01-31 2029-06-30", ALL_EXTENDED, "2029-02-01",
    "Extension: Due date not certain: the bank holidays of 2029 are not known", NULL },
  { "eir", "2028-12-20", "extended 2029-01-31 2029-06-30", ALL_EXTENDED, "2029-02-01",
    "Due date not certain: the bank holidays of 2029 are not known", NULL },
  { "foia", "2028-12-20", "issued 2029-03-01", "", "2029-03-02", "Answered Thu 1 Mar", NULL },
  /* Clarification: the clock waits for it, and then starts anew. */
  { "foia", "2024-10-30", "clarification-asked 2024-11-06", "", "2024-11-08",
    "Waiting for clarification since Wed 6 Nov", NULL },
  { "foia", "2024-10-30", "clarification-received 2024-11-13; clarification-asked 2024-11-06", "",
    "2024-11-14", "Due in 19 working days, Thu 12 Dec", NULL },
  { "foia", "2024-10-30", "clarification-received 2024-11-13", "", "2024-11-14",
    "Due in 9 working days, Wed 27 Nov",
    "Clarification received (13 November 2024): no clarification was asked for before" },
  { "foia", "2024-10-30",
    "clarification-asked 2024-11-06; clarification-received 2024-11-13; "
    "clarification-asked 2024-11-15", "", "2024-11-18",
    "Waiting for clarification since Fri 15 Nov", NULL },
  /* The worked example of the fee: due 13 December, lapses after 5 February. */
  { "foia", "2024-10-30", "fees-notice 2024-11-06", "", "2024-11-21",
    "Waiting for the fee since Wed 6 Nov, until Wed 5 Feb 2025", NULL },
  { "foia", "2024-10-30", "fees-notice 2024-11-06", "", "2025-02-06",
    "Lapsed: no fee came by Wed 5 Feb", NULL },
  { "foia", "2024-10-30", "fees-notice 2024-11-06; fee-received 2024-11-20", "", "2024-12-12",
    "Due in 1 working day, Fri 13 Dec", NULL },
  { "foia", "2024-10-30", "fees-notice 2024-11-06; fee-received 2025-02-06", "", "2025-02-07",
    "Lapsed: the fee came on Thu 6 Feb, too late", NULL },
  /* Regulation 8 of the EIR: sixty working days. A notice of the last day stops it, a later one
   * nothing. */
  { "eir", "2025-06-02", "fees-notice 2025-06-05", "", "2025-06-06",
    "Waiting for the fee since Thu 5 Jun, until Tue 2 Sep", NULL },
  { "eir", "2025-06-02", "fees-notice 2025-06-05; fee-received 2025-09-03", "", "2025-09-03",
    "Lapsed: the fee came on Wed 3 Sep, too late", NULL },
  { "foia", "2024-10-30", "fees-notice 2024-11-27", "", "2024-11-27",
    "Waiting for the fee since Wed 27 Nov, until Wed 26 Feb 2025", NULL },
  { "foia", "2024-10-30", "fees-notice 2024-11-28", "", "2024-11-29",
    "2 working days late, was due Wed 27 Nov",
    "The fees notice was given after 27 November 2024, when the answer was due" },
  { "foia", "2024-10-30", "fee-received 2024-11-20", "", "2024-11-21",
    "Due in 4 working days, Wed 27 Nov",
    "Fee received (20 November 2024): there is no fees notice before it" },
  { "foia", "2024-10-30", "fees-notice 2024-11-06; fee-received 2024-11-20; fees-notice 2024-11-25",
    "", "2024-12-12", "Due in 1 working day, Fri 13 Dec",
    "Fees notice given (25 November 2024): there is a fees notice already" },
  { "foia", "2024-10-30", "fees-notice 2024-10-29", "", "2024-11-21",
    "Due in 4 working days, Wed 27 Nov",
    "Fees notice given (29 October 2024): this is before the day of receipt" },
  /* A fee paid before the clarification came is of the clock before. */
  { "foia", "2024-10-30",
    "fees-notice 2024-11-04; fee-received 2024-11-05; clarification-asked 2024-11-06; "
    "clarification-received 2024-11-13", "", "2024-11-14", "Due in 19 working days, Thu 12 Dec",
    NULL },
  /* EIR, regulation 7: 40 working days at most, if said by day 20. */
  { "eir", "2024-10-30", "extended 2024-11-27", "", "2024-12-27",
    "Due in 1 working day, Mon 30 Dec", NULL },
  { "eir", "2024-10-30", "extended 2024-11-20 2024-12-13", "", "2024-12-12",
    "Due in 1 working day, Fri 13 Dec", NULL },
  { "eir", "2024-10-30", "extended 2024-11-20 2025-01-10", "", "2024-12-27",
    "Due in 1 working day, Mon 30 Dec",
    "The extension goes beyond the last day that the law allows, 30 December 2024" },
  { "eir", "2024-10-30", "extended 2024-11-28", "", "2024-11-28",
    "1 working day late, was due Wed 27 Nov",
    "The extension was notified after 27 November 2024" },
  /* FOIA, section 10(3): the rest is due as before; then what is weighed. */
  { "foia", "2024-10-30", "extended 2024-11-20 2024-12-20", "", "2024-11-21",
    "Due in 4 working days, Wed 27 Nov", NULL },
  { "foia", "2024-10-30", "extended 2024-11-20 2024-12-20",
    EXTENDED ISSUED ("response", "2024-11-27"), "2024-12-19",
    "Extension: Due in 1 working day, Fri 20 Dec", NULL },
  { "foia", "2024-10-30", "extended 2024-11-20", ALL_EXTENDED, "2024-12-27",
    "Extension: Due in 1 working day, Mon 30 Dec", NULL },
  { "foia", "2024-10-30", "extended 2024-11-20 2025-02-28", ALL_EXTENDED, "2025-02-27",
    "Extension: Due in 1 working day, Fri 28 Feb",
    "The extension is longer than the regulator expects, which is until 30 December 2024" },
  { "foia", "2024-10-30", "extended 2024-11-27; issued 2024-12-30", "", "2025-01-02",
    "Answered Mon 30 Dec 2024, in time", NULL },
  /* 2 January is a bank holiday in Scotland, and so no working day. */
  { "foia", "2024-10-30", "extended 2024-11-27; issued 2025-01-03", "", "2025-01-03",
    "Answered Fri 3 Jan, 2 working days late", NULL },
  { "foia", "2024-10-30", "extended 2024-11-28; issued 2024-11-29", "", "2025-01-02",
    "Answered Fri 29 Nov 2024, 2 working days late",
    "The extension was notified after 27 November 2024, when the notice was due" },
  /* Scotland has no extension of the kind; 2 December is a holiday there, 27 May 2024 is not. */
  { "foisa", "2024-10-30", "extended 2024-11-20", "", "2024-11-26",
    "Due in 1 working day, Wed 27 Nov", "The FOISA gives no more time" },
  /* Schools: half term and Christmas are not counted. */
  { "foia", "2024-10-18", NULL,
    SCHOOL ("{'from':'2024-10-28','to':'2024-11-01'},{'from':'2024-12-21','to':'2025-01-05'}"),
    "2024-11-22", "Due today, Fri 22 Nov", NULL },
  { "foia", "2024-10-18", NULL, SCHOOL (""), "2024-11-15", "Due today, Fri 15 Nov",
    "It is not known on which days the school is closed" },
  { "foia", "2024-10-18", NULL, SCHOOL ("{'from':'2024-11-01','to':'2024-10-28'}"), "2024-11-15",
    "Due today, Fri 15 Nov", "A closed period of the school ends before it begins" },
  /* Answered. */
  { "foia", "2024-10-30", NULL, ISSUED ("response", "2024-11-27"), "2025-01-02",
    "Answered Wed 27 Nov 2024, in time", NULL },
  { "foia", "2024-10-30", NULL, ISSUED ("response", "2024-11-29"), "2024-12-02",
    "Answered Fri 29 Nov, 2 working days late", NULL },
  { "foia", "2024-10-30", NULL, ISSUED ("acknowledgement", "2024-10-31"), "2024-11-26",
    "Due in 1 working day, Wed 27 Nov", NULL },
  { "foia", "2024-10-30", "issued 2024-11-27", "", "2024-12-02", "Answered Wed 27 Nov, in time",
    NULL },
  { "foia", "2024-10-30", "issued 2024-11-26; withdrawn 2024-11-26", "", "2024-11-26",
    "Due in 1 working day, Wed 27 Nov", NULL },
  { "foia", "2024-10-30", "withdrawn 2024-11-26", "", "2024-11-26",
    "Due in 1 working day, Wed 27 Nov",
    "Letter withdrawn (26 November 2024): no letter was issued before. That the requester" },
  /* Letters and events tell of one thing: what went another way is only among the events. */
  { "foia", "2024-10-30", "issued 2024-11-20", ISSUED ("acknowledgement", "2024-10-31"),
    "2024-12-02", "Answered Wed 20 Nov, in time", NULL },
  { "foia", "2024-10-30", "issued 2024-10-31", ISSUED ("acknowledgement", "2024-10-31"),
    "2024-12-02", "2 working days late, was due Wed 27 Nov", NULL },
  { "foia", "2024-10-30", "acknowledged 2024-10-31; issued 2024-10-31",
    ISSUED ("acknowledgement", "2024-10-31"), "2024-12-02", "Answered Thu 31 Oct, in time", NULL },
  { "foia", "2024-10-30", "issued 2024-11-20; withdrawn 2024-11-21",
    WITHDRAWN ("acknowledgement", "2024-10-31", "2024-11-21"), "2024-12-02",
    "Answered Wed 20 Nov, in time", NULL },
  { "foia", "2024-10-30", "issued 2024-11-20; withdrawn 2024-11-21",
    ISSUED ("acknowledgement", "2024-10-31"), "2024-12-02",
    "2 working days late, was due Wed 27 Nov", NULL },
  { "foia", "2024-10-30", "issued 2024-11-20; withdrawn 2024-11-21",
    WITHDRAWN ("response", "2024-11-20", "2024-11-21"), "2024-11-26",
    "Due in 1 working day, Wed 27 Nov", NULL },
  { "foia", "2024-10-30", "issued 2024-11-20; withdrawn 2024-11-21; issued 2024-11-25",
    WITHDRAWN ("response", "2024-11-20", "2024-11-21"), "2024-11-26",
    "Answered Mon 25 Nov, in time", NULL },
  { "foia", "2024-10-30", "issued 2024-11-20; issued 2024-12-05",
    ISSUED ("response", "2024-11-20"), "2024-12-06", "Answered Wed 20 Nov, in time", NULL },
  /* Question by question it is answered with the last of them. */
  { "foia", "2024-10-30", "issued:q1 2024-11-20; issued:q2 2024-11-29", TWO, "2024-12-02",
    "Answered Fri 29 Nov, 2 working days late", NULL },
  { "foia", "2024-10-30", "issued:q2 2024-11-20; issued:q1 2024-11-21", TWO, "2024-12-02",
    "Answered Thu 21 Nov, in time", NULL },
  { "foia", "2024-10-30", "issued:q1 2024-11-20; issued:q1 2024-11-21", TWO, "2024-12-02",
    "2 working days late, was due Wed 27 Nov", "An answer went out on 21 November 2024, but" },
  { "foia", "2024-10-30", "issued:q1 2024-11-20; issued 2024-11-21", TWO, "2024-12-02",
    "Answered Thu 21 Nov, in time", NULL },
  { "foia", "2024-10-30", "issued 2024-11-20; issued:q1 2024-12-20", TWO, "2024-12-23",
    "Answered Wed 20 Nov, in time", NULL },
  { "foia", "2024-10-30", "issued:q1a 2024-11-20; issued:q1b 2024-11-29", PARTS, "2024-12-02",
    "Answered Fri 29 Nov, 2 working days late", NULL },
  { "foia", "2024-10-30", "issued:q1a 2024-11-20; issued:q1 2024-11-21", PARTS, "2024-12-02",
    "Answered Thu 21 Nov, in time", NULL },
  { "foia", "2024-10-30", "issued:q1a 2024-11-20", PARTS, "2024-12-02",
    "2 working days late, was due Wed 27 Nov", "An answer went out on 20 November 2024, but" },
  /* What is open when an answer goes out is not answered by it. */
  { "foia", "2024-10-30", "issued 2024-11-20", OPEN, "2024-12-02",
    "2 working days late, was due Wed 27 Nov", "An answer went out on 20 November 2024, but" },
  { "foia", "2024-10-30", NULL, OPEN ISSUED ("response", "2024-11-20"), "2024-12-02",
    "2 working days late, was due Wed 27 Nov", "An answer went out on 20 November 2024, but" },
  { "foia", "2024-10-30", "issued:q2 2024-11-20", OPEN, "2024-12-02",
    "2 working days late, was due Wed 27 Nov", "An answer went out on 20 November 2024, but" },
  { "foia", "2024-10-30", NULL, OPEN ISSUED ("acknowledgement", "2024-10-31"), "2024-12-02",
    "2 working days late, was due Wed 27 Nov", NULL },
  { "foia", "2024-10-30", "clarification-asked 2024-11-06; issued 2024-11-20", OPEN, "2024-12-02",
    "Waiting for clarification since Wed 6 Nov", NULL },
  { "foia", "2024-10-30", "issued 2024-11-20", EXTENDED, "2024-12-02",
    "2 working days late, was due Wed 27 Nov", "An answer went out on 20 November 2024, but" },
  { "foia", "2024-10-30", "extended 2024-11-20 2024-12-20; issued 2024-11-20", EXTENDED,
    "2024-12-19", "Extension: Due in 1 working day, Fri 20 Dec", NULL },
  /* What was put off is answered last, whoever tells of it. */
  { "foia", "2024-10-30", "extended 2024-11-20; issued 2024-11-20; issued 2025-01-20", TWO,
    "2025-01-21", "Answered Mon 20 Jan, 13 working days late", NULL },
  { "foia", "2024-10-30", "extended 2024-11-20; issued 2024-11-20; issued 2024-12-20", TWO,
    "2024-12-23", "Answered Fri 20 Dec, in time", NULL },
  /* A request that is taken back is due no more, until the requester comes back to it. */
  { "foia", "2024-10-30", "request-withdrawn 2024-11-06", "", "2024-12-20",
    "Withdrawn by the requester on Wed 6 Nov", NULL },
  { "foia", "2024-10-30", "request-withdrawn 2024-11-08; clarification-asked 2024-11-06", "",
    "2024-12-20", "Withdrawn by the requester on Fri 8 Nov", NULL },
  { "foia", "2024-10-30", "fees-notice 2024-11-06; request-withdrawn 2024-11-08", "", "2025-03-20",
    "Withdrawn by the requester on Fri 8 Nov 2024", NULL },
  { "foia", "2024-10-30", "extended 2024-11-20 2024-12-20; request-withdrawn 2024-11-21",
    ALL_EXTENDED, "2024-12-30", "Withdrawn by the requester on Thu 21 Nov", NULL },
  { "foia", "2024-10-30",
    "clarification-asked 2024-11-06; request-withdrawn 2024-11-07; "
    "clarification-received 2024-11-13", "", "2024-11-14", "Due in 19 working days, Thu 12 Dec",
    NULL },
  { "foia", "2024-10-30", "issued 2024-11-20; request-withdrawn 2024-11-21", "", "2024-12-02",
    "Answered Wed 20 Nov, in time",
    "Request withdrawn by the requester (21 November 2024): the request was answered before" },
  { "foia", "2024-10-30", "request-withdrawn 2024-11-06; issued 2024-11-27", "", "2024-12-02",
    "Answered Wed 27 Nov, in time", NULL },
  { "foia", "2024-10-30", "request-withdrawn 2024-11-06", ISSUED ("response", "2024-11-27"),
    "2024-12-02", "Answered Wed 27 Nov, in time", NULL },
  { "foia", "2024-10-30", "request-withdrawn 2024-10-29", "", "2024-11-26",
    "Due in 1 working day, Wed 27 Nov",
    "Request withdrawn by the requester (29 October 2024): this is before the day of receipt" },
  { "foia", "2024-10-30", "request-withdrawn 2024-11-06; request-withdrawn 2024-11-08", "",
    "2024-12-20", "Withdrawn by the requester on Wed 6 Nov",
    "Request withdrawn by the requester (8 November 2024): the request was withdrawn already" },
  { "foia", "2024-10-30",
    "request-withdrawn 2024-11-07; clarification-asked 2024-11-06; "
    "clarification-received 2024-11-13; request-withdrawn 2024-11-14", "", "2024-12-20",
    "Withdrawn by the requester on Thu 14 Nov", NULL },
  /* Of a review that is taken back nothing is left, until another is asked for: its first end
   * counts. What is owed of the answer still is. */
  { "foia", "2024-10-30", "review-asked 2024-12-09; review-withdrawn 2024-12-16",
    ISSUED ("response", "2024-11-27"), "2025-01-09", "Answered Wed 27 Nov 2024, in time", NULL },
  { "foia", "2024-10-30", "review-withdrawn 2024-12-16; review-asked 2024-12-09", "", "2024-11-29",
    "2 working days late, was due Wed 27 Nov", NULL },
  { "foia", "2024-10-30",
    "review-asked 2024-12-09; review-withdrawn 2024-12-16; review-asked 2024-12-17",
    ISSUED ("response", "2024-11-27"), "2025-01-17",
    "Internal review: Due in 1 working day, Mon 20 Jan", NULL },
  { "foia", "2024-10-30",
    "review-asked 2024-12-09; review-withdrawn 2024-12-16; review-answered 2025-01-08",
    ISSUED ("response", "2024-11-27"), "2025-01-09", "Answered Wed 27 Nov 2024, in time",
    "Review answered (8 January 2025): the requester withdrew the review before" },
  { "foia", "2024-10-30",
    "review-asked 2024-12-09; review-withdrawn 2024-12-16; review-withdrawn 2024-12-18",
    ISSUED ("response", "2024-11-27"), "2025-01-09", "Answered Wed 27 Nov 2024, in time",
    "Review withdrawn by the requester (18 December 2024): the requester withdrew the review" },
  { "foia", "2024-10-30",
    "review-asked 2024-12-09; review-withdrawn 2024-12-16; review-asked 2024-12-17; "
    "review-answered 2025-01-08", ISSUED ("response", "2024-11-27"), "2025-01-09",
    "Internal review: Answered Wed 8 Jan, in time", NULL },
  { "foia", "2024-10-30", "review-withdrawn 2024-12-16", ISSUED ("response", "2024-11-27"),
    "2025-01-09", "Answered Wed 27 Nov 2024, in time",
    "Review withdrawn by the requester (16 December 2024): no review was asked for before" },
  { "foia", "2024-10-30",
    "review-asked 2024-12-09; review-answered 2025-01-08; review-withdrawn 2025-01-09",
    ISSUED ("response", "2024-11-27"), "2025-01-10", "Internal review: Answered Wed 8 Jan, in time",
    "Review withdrawn by the requester (9 January 2025): the review was answered before" },
  /* A complaint to the regulator moves no date; one that is not open cannot be closed. */
  { "foia", "2024-10-30", "issued 2024-11-20; complaint 2025-01-06; complaint-closed 2025-03-03",
    "", "2025-03-04", "Answered Wed 20 Nov 2024, in time", NULL },
  { "foia", "2024-10-30", "complaint-closed 2025-03-03; issued 2024-11-20; complaint 2025-01-06",
    "", "2025-03-04", "Answered Wed 20 Nov 2024, in time", NULL },
  { "foia", "2024-10-30", "issued 2024-11-20; complaint-closed 2025-03-03", "", "2025-03-04",
    "Answered Wed 20 Nov 2024, in time",
    "Complaint closed by the regulator (3 March 2025): no complaint to the regulator was open" },
  { "foia", "2024-10-30",
    "issued 2024-11-20; complaint 2025-01-06; complaint-closed 2025-03-03; "
    "complaint-closed 2025-03-04", "", "2025-03-04", "Answered Wed 20 Nov 2024, in time",
    "Complaint closed by the regulator (4 March 2025): no complaint to the regulator was open" },
  /* A review: 20 working days under FOIA, 40 under the EIR. */
  { "foia", "2024-10-30", "review-asked 2024-12-09", ISSUED ("response", "2024-11-27"),
    "2025-01-09", "Internal review: Due in 1 working day, Fri 10 Jan", NULL },
  { "eir", "2024-10-30", "review-asked 2024-12-09", ISSUED ("response", "2024-11-27"),
    "2025-02-07", "Internal review: Due today, Fri 7 Feb", NULL },
  { "foia", "2024-10-30", "review-asked 2024-12-09; review-answered 2025-01-08",
    ISSUED ("response", "2024-11-27"), "2025-01-09",
    "Internal review: Answered Wed 8 Jan, in time", NULL },
  /* A corrected letter, of a later day, makes it no later. */
  { "foia", "2024-10-30",
    "review-asked 2024-12-09; review-answered 2025-01-08; review-answered 2025-02-03",
    ISSUED ("response", "2024-11-27"), "2025-02-04",
    "Internal review: Answered Wed 8 Jan, in time", NULL },
  { "foia", "2024-10-30", "review-answered 2025-01-08", ISSUED ("response", "2024-11-27"),
    "2025-01-09", "Answered Wed 27 Nov 2024, in time",
    "Review answered (8 January 2025): no review was asked for before" },
};

static void
append_events (GString *json, const char *events)
{
  g_auto (GStrv) parts = g_strsplit (events != NULL ? events : "", "; ", -1);

  g_string_append (json, "'events':[");
  for (guint i = 0; events != NULL && parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], " ", 3);

      g_auto (GStrv) of = g_strsplit (words[0], ":", 2);

      g_string_append_printf (json, "%s{'type':'%s','date':'%s'", i > 0 ? "," : "", of[0],
                              words[1]);
      if (of[1] != NULL)
        g_string_append_printf (json, ",'question':'%s'", of[1]);
      if (words[2] != NULL)
        g_string_append_printf (json, ",'until':'%s'", words[2]);
      g_string_append_c (json, '}');
    }
  g_string_append (json, "]");
}

static FoiCaseState *
make_state (const Example *example)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  FoiCaseState *state;

  g_string_printf (json,
                   "{'name':'a','id':'A','foi:case':{'format':'uk-foi-case','version':1,"
                   "'_rev':'0','regime':'%s',", example->regime);
  if (example->received != NULL)
    g_string_append_printf (json, "'request':{'received':'%s'},", example->received);
  g_string_append (json, example->members);
  append_events (json, example->events);
  g_string_append (json, "}}");
  g_strdelimit (json->str, "'", '"');
  bytes = g_bytes_new (json->str, json->len);
  state = foi_case_file_parse (bytes, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return state;
}

static void
test_example (gconstpointer data)
{
  const Example *example = data;
  g_autoptr (FoiCaseState) state = make_state (example);
  g_autoptr (FoiCaseClock) clock
    = foi_case_clock_new (state, foi_rules_get_default (), foi_holidays_get_default ());
  g_autofree char *words = foi_clock_dup_words (clock, foi_date_from_iso (example->today));

  g_assert_cmpstr (words, ==, example->words);
  g_assert_cmpuint (clock->problems->len, ==, example->problem != NULL ? 1 : 0);
  if (example->problem != NULL)
    {
      g_autofree char *start = g_strndup (g_ptr_array_index (clock->problems, 0),
                                          strlen (example->problem));

      g_assert_cmpstr (start, ==, example->problem);
    }
}

/* The trail of the worked example, in words: where it begins, what is skipped, where it ends. */
static void
test_trail (void)
{
  static const struct
  {
    guint       index;
    const char *words;
  } days[] = {
    { 0, "Wednesday 30 October 2024: the day of receipt" },
    { 1, "Thursday 31 October 2024: day 1" },
    { 3, "Saturday 2 November 2024: not counted, weekend" },
    { 7, "Wednesday 6 November 2024: not counted, paused by the fees notice" },
    { 22, "Thursday 21 November 2024: day 5" },
    { 33, "Monday 2 December 2024: not counted, St Andrew’s Day (Scotland)" },
    { 44, "Friday 13 December 2024: day 20" },
  };
  const Example example = { "foia", "2024-10-30",
                            "fees-notice 2024-11-06; fee-received 2024-11-20", "", NULL, NULL,
                            NULL };
  g_autoptr (FoiCaseState) state = make_state (&example);
  g_autoptr (FoiCaseClock) clock
    = foi_case_clock_new (state, foi_rules_get_default (), foi_holidays_get_default ());

  g_assert_cmpuint (clock->deadline->days->len, ==, 45);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      const FoiClockDay *day
        = &g_array_index (clock->deadline->days, FoiClockDay, days[i].index);
      g_autofree char *words = foi_clock_dup_day_words (day, clock->calendar);

      g_assert_cmpstr (words, ==, days[i].words);
    }
}

/* What is told of days that nobody can be sure of: the day of receipt, and none that is counted. */
static void
test_uncertain (void)
{
  const Example example = { "foia", "2028-11-15", "extended 2028-12-01", ALL_EXTENDED, NULL, NULL,
                            NULL };
  const Example late = { "foia", "2028-12-20", NULL, "", NULL, NULL, NULL };
  g_autoptr (FoiCaseState) state = make_state (&example);
  g_autoptr (FoiCaseClock) clock
    = foi_case_clock_new (state, foi_rules_get_default (), foi_holidays_get_default ());
  g_autoptr (FoiCaseState) late_state = make_state (&late);
  g_autoptr (FoiCaseClock) late_clock
    = foi_case_clock_new (late_state, foi_rules_get_default (), foi_holidays_get_default ());
  g_autofree char *facts = foi_clock_dup_facts (clock);
  g_autofree char *late_facts = foi_clock_dup_facts (late_clock);
  const guint n_days = late_clock->deadline->days->len;
  const FoiClockDay *last
    = &g_array_index (late_clock->deadline->days, FoiClockDay, n_days - 1);
  g_autofree char *words = foi_clock_dup_day_words (last, late_clock->calendar);

  /* The notice is due while the calendar lasts, the answer is not. */
  g_assert_cmpstr (facts, ==, "Counted from: Wednesday 15 November 2028\n"
                              "Notice of the extension due: Thursday 14 December 2028");
  g_assert_cmpstr (late_facts, ==, "Counted from: Wednesday 20 December 2028");
  g_assert_true (g_str_has_suffix (words, ": day 20, if no bank holiday comes before"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *path = g_strdup_printf ("/case-clock/%s/%" G_GSIZE_FORMAT,
                                               examples[i].regime, i);

      g_test_add_data_func (path, &examples[i], test_example);
    }
  g_test_add_func ("/case-clock/trail", test_trail);
  g_test_add_func ("/case-clock/uncertain", test_uncertain);

  return g_test_run ();
}
