/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-request-phrases.h"

/* Small words before the sentence proper. */
const char *const foi_phrases_connectives[] = {
  "and", "also", "finally", "lastly", "firstly", "first", "secondly", "thirdly", "next",
  "in addition", "additionally", "furthermore", "further", "moreover", "then", "so", "therefore",
  "separately", "as well", "or", "but", "hi", "hello", "kindly", "ps", "p.s", "to clarify",
  "to confirm", "to be clear", "second", "third", NULL
};

/* Words with which a clause begins that says under what law, for when or about what. */
const char *const foi_phrases_clause_starts[] = {
  "under", "for", "in", "during", "between", "since", "from", "with", "regarding", "concerning",
  "of", "on", "by", "as", "at", "over", "following", "pursuant", "per", "using", "within",
  "about", "o dan", "yn ol", "yn ôl", NULL
};

const char *const foi_phrases_asking_verbs[] = {
  "provide", "supply", "send", "give", "tell", "state", "list", "confirm", "disclose", "advise",
  "detail", "specify", "outline", "explain", "describe", "identify", "let me know", "let us know",
  "let me have", "let us have",
  "share", "release", "inform", "name", "indicate", "forward", "set out", "answer", "show",
  "clarify", "quote", "calculate", "estimate", "attach", "enclose", "email me", "e-mail me", NULL
};

/* "Please" and the forms in which one person asks another. */
const char *const foi_phrases_polite_starts[] = {
  "please", "please can you", "please could you", "please would you", "can you", "could you",
  "would you", "will you", "can you please", "could you please", "would you please",
  "could you kindly", "can you kindly", "please also", "could you also", "can you also",
  "please may i", "may i", "can i", "could i", "may we", "can we", "could we",
  "would you be able to", "are you able to", "would it be possible to", "is it possible to",
  "i would be grateful if you could", "i would be grateful if you would",
  "i should be grateful if you would", "i would appreciate it if you could",
  "i'd be grateful if you could", "i would ask you to", "i ask that you", "we ask that you",
  "i would like you to", "i'd like you to", "i request that you", "we request that you",
  "i am writing to ask you to", "i would be obliged if you could", "grateful if you could",
  "please could the council", "can the council", "could the council", "could someone",
  "a allwch chi", "a allech chi", "a wnewch chi", "os gwelwch yn dda", "please then",
  "could you please also", "can you please also", "please kindly", NULL
};

/* Forms that ask by themselves. */
const char *const foi_phrases_wishes[] = {
  "i would like to know", "i would like to see", "i would like to request", "i would like to ask",
  "i would like to receive", "i would like to obtain", "i would like to find out",
  "i would like information", "i would like details", "i would like a copy",
  "i would like copies", "i would like the", "i would like all", "i would like any",
  "i would like data", "i'd like to know", "i'd like to see", "i'd like to request",
  "i'd like to ask", "i'd like information", "i'd like a copy", "i'd like the",
  "i would also like to know", "i would also like to see", "i would also like", "i wish to know",
  "i wish to see", "i wish to request", "i wish to receive", "i wish to obtain", "i want to know",
  "i want to see", "i want a copy", "i want the", "i request", "i am requesting",
  "i also request", "i hereby request", "i am seeking", "i seek", "i am looking for", "i require",
  "i am asking for", "i am asking", "i ask for", "i need to know", "i am writing to ask",
  "i am writing to request", "i am writing to obtain", "i am writing to find out",
  "i am interested in knowing", "i am interested in obtaining", "i am interested to know",
  "i am interested in finding out", "i'm interested in knowing", "i would be interested to know",
  "i still want", "i would still like", "we would like to know", "we would like to request",
  "we would like", "we request", "we are requesting", "we are seeking", "we wish to know",
  "we wish to request", "we require", "we are asking for", "we want to know", "hoffwn wybod",
  "hoffwn gael", "hoffwn ofyn", "darparwch", "rhowch", "faint o", "faint", "sawl", "tell me",
  "provide", "i would like to get", "i would like to get hold of", "i'd like to get",
  "i should like to know", "i should like to be told", "i should like to see",
  "i should like to have", "i should like the", "i should like a copy", "i should also like",
  "i should further like", "i would further like", "i also want", "i also wish to know",
  "i also wish to see", "we should like to know", "we should like to see", NULL
};

const char *const foi_phrases_question_words[] = {
  "how many", "how much", "how often", "how long", "how far", "how does", "how do", "how did",
  "how is", "how are", "how was", "how were", "how has", "how have", "what", "which", "who",
  "whom", "whose", "when", "where", "why", "whether", "beth", "pwy", "pryd", "ble", "pam", NULL
};

/* With these even a sentence without a question mark asks. */
const char *const foi_phrases_strong_question_words[] = {
  "how many", "how much", "how often", "what is", "what are", "what was", "what were",
  "what has been", "faint o", NULL
};

/* Information itself, at the beginning: after "Please provide:" this is a question. */
const char *const foi_phrases_names_information[] = {
  "number of", "the number of", "numbers of", "total number", "the total", "total", "copies of",
  "a copy of", "copy of", "a list of", "list of", "details of", "the amount", "amount",
  "the cost", "cost of", "costs of", "the names of", "names of", "any", "all", "a breakdown",
  "breakdown of", "the date", "dates of", "the value", "value of", "the percentage",
  "percentage of", "the average", "average", "minutes of", "correspondence", "figures for",
  "data on", "information about", "information on", "information relating to", "the job title",
  "job titles", "the annual", "annual", "the budget", "budget", "an annual", "nifer", NULL
};

const char *const foi_phrases_qualifiers[] = {
  "if", "please include", "please break", "please split", "please separate", "please exclude",
  "please also include", "please note", "please limit", "please restrict", "please present",
  "please use", "please treat", "please redact", "please feel free", "please ensure",
  "please only", "please do not", "please could this", "please count", "please group",
  "please show this", "please show these", "please answer for", "please give this",
  "please give these", "please give the figures", "please provide this", "please provide these",
  "please state if", "could this", "can this", "could these", "this should", "this includes",
  "this would", "this can", "these should", "where", "wherever", "for clarity",
  "for the avoidance", "for example", "for instance", "for the purposes", "for this purpose",
  "e.g", "i.e", "by this i mean", "by which i mean", "i mean", "by that i mean", "ideally",
  "broken down", "including", "excluding", "if possible", "i only", "i do not need", "when i say",
  "that is", "it would be helpful", "it would be useful", "note", "a breakdown by", "i am happy",
  "i am content", "i would be happy", "i am also happy", "by", "such as", "i would prefer",
  "only", "again", "i am not asking", "i do not want", "please provide separately",
  "please state separately", "please provide for each", "please give separate",
  "please list separately", "for each of these", NULL
};

const char *const foi_phrases_introductions[] = {
  "i am making a request", "i am making", "i am submitting", "i wish to make", "i want to make",
  "i would like to make", "i'd like to make", "i would like to submit", "i wish to submit",
  "i am writing to make", "i am writing to submit", "i am writing under", "i write to make",
  "i write under", "this is a request", "this is a freedom", "this is an foi", "this is a foi",
  "please treat this", "please accept this", "please consider this", "please find below",
  "please find my", "please see below", "please see", "please answer the", "please answer these",
  "please respond to the", "below is", "below are", "my questions are", "my request",
  "my questions", "the following", "the questions", "the information i",
  "the information requested", "we are making", "we wish to make", "we would like to make",
  "hoffwn wneud cais", "dyma gais", "i am requesting information under",
  "i am requesting the following", "foi request", NULL
};

const char *const foi_phrases_following[] = {
  "the following", "as follows", "following information", "following questions",
  "questions below", "information below", "these questions", "set out below", "listed below",
  "request below", "detailed below", "my questions", "canlynol", "some information", "the below",
  "a few questions", "some questions", "several questions", NULL
};

/* What makes "I would like to make a request" the request itself. */
const char *const foi_phrases_about[] = {
  "about", "regarding", "concerning", "relating to", "in relation to", "for the number",
  "for a copy", "for copies", "for details", "for information", "for all", "for the", "for any",
  "asking for", "asking how", "to find out", "to know", "on the number", "in respect of",
  "with regard to", "to request", "to ask", "request for", NULL
};

const char *const foi_phrases_thanks[] = {
  "thank", "thanks", "many thanks", "with thanks", "i look forward", "looking forward",
  "i am grateful", "we look forward", "diolch", "edrychaf ymlaen", "thanking you", NULL
};

const char *const foi_phrases_courtesies[] = {
  "please acknowledge", "please confirm receipt", "please confirm that you have received",
  "please could you acknowledge", "could you please acknowledge", "could you acknowledge",
  "could you please confirm receipt", "could you confirm receipt",
  "please could you confirm receipt", "can you confirm receipt", "can you please confirm receipt",
  "i would be grateful for", "i would be grateful if you could confirm receipt",
  "please do not hesitate", "please contact", "please get in touch", "please let me know if you",
  "please let me know if there", "please let me know if this", "please let me know if any",
  "please let me know as soon", "please email me", "please reply", "please respond",
  "please feel free to contact", "please call", "please write to me", "if you have any questions",
  "if you have any queries", "if you need", "if you require", "if you are unsure",
  "if you do not hold", "if you cannot", "if you are unable", "if this request is",
  "if my request", "if this is too", "if it is not possible", "if any part of", "if any of this",
  "if the cost", "if you believe", "if you decide", "if you consider", "if the information is",
  "if some parts", "if you feel", "if there is a", "if there are any", "if this would exceed",
  "if the request", "if answering", "if clarification", "i hope", "hope you", "i expect",
  "i trust", "how are you", "i understand", "i am aware", "i remind you", "my preferred format",
  "my preference", "i would prefer to receive", "i would like to receive the information",
  "i would like the information", "i would like this information", "i would like a response",
  "i would like the response", "i would like the data", "i would like to receive this",
  "i would like to receive the response", "i would like to receive my",
  "i'd like the information", "i would prefer the", "i would prefer",
  "please provide the information in", "please provide the data in",
  "please provide the information by", "please provide your response",
  "please provide the response", "please provide a response", "please provide this information",
  "please provide all information in", "please provide answers",
  "please provide the information as", "please provide the answers",
  "please provide the information electronically", "please provide it",
  "please send me the information", "please provide the requested", "please provide responses",
  "please send the information", "please send this information", "please send your response",
  "please send me this information", "please send your reply", "please send the response",
  "please send it", "please send them", "please send the data", "please supply the information",
  "please supply this information", "please give your response", "please advise and assist",
  "could you send this", "can you send this", "could you please send this", "can you send it",
  "could you send it", "please could you send it", "can you please send it",
  "please can you send it", "please can you send this", "please could you send this",
  "please could the information", "can the information", "could the information",
  "please could i have the information", "can i have this", "could i have this",
  "can i have the information", "could i have the information", "please can i have this",
  "please can i have the information", "please advise me", "please note that under",
  "under section 16", "under s16", "you have 20", "the act requires", "you are required",
  "as you know", "you are obliged", "could this please be sent", "could this be sent",
  "can this be sent", "could you please send this", "could someone please help",
  "could someone help", "can you help", "could you help", "can anyone help",
  "can you please help", "could you please help", "are you able to help", "i hope you can help",
  NULL
};

const char *const foi_phrases_deadlines[] = {
  "20 working days", "twenty working days", "statutory deadline", "statutory time",
  "within 20 days", "duty to advise and assist", "duty to assist", NULL
};
