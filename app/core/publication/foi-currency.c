/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-currency.h"

#include <string.h>

/* The codes of ISO 4217 for money in use, funds and metals left out. A list, and not "three capital
 * letters", because FTE is a unit of officers' tables too. */
static const char codes[] =
  "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN "
  "BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS "
  "GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW "
  "KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD "
  "NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD "
  "SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES "
  "VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ";

/* What stands before an amount. Signs that several currencies share are left to their code. */
static const struct
{
  const char *code;
  const char *sign;
} signs[] = {
  { "GBP", "£" },
  { "EUR", "€" },
  { "USD", "US$" },
};

/**
 * foi_currency_is_code:
 * @text: (nullable): text
 *
 * Returns: whether @text is the code of a currency in ISO 4217: `GBP`.
 */
gboolean
foi_currency_is_code (const char *text)
{
  if (text == NULL || strnlen (text, 4) != 3)
    return FALSE;
  for (const char *code = codes; *code != '\0'; code += 4)
    {
      if (memcmp (code, text, 3) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * foi_currency_get_sign:
 * @code: (nullable): a code of ISO 4217
 *
 * Returns: (nullable): its sign: `£`; %NULL where it has none that cannot be mistaken.
 */
const char *
foi_currency_get_sign (const char *code)
{
  for (gsize i = 0; code != NULL && i < G_N_ELEMENTS (signs); i++)
    {
      if (strcmp (signs[i].code, code) == 0)
        return signs[i].sign;
    }
  return NULL;
}
