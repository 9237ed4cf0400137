import * as z from 'zod';

// The error of each says what is expected; `yaml-record.ts` puts it into a sentence.

/** A text as it is written. */
export const text = z.string({ error: 'a text (numbers need quotes)' });
/** On or off. */
export const flag = z.boolean({ error: 'true or false, without quotes' });
/** A number without a fraction, below zero too. */
export const wholeNumber = z.int({ error: 'a whole number, such as 1' });
/** A full address, of http or https. */
export const webAddress = z.url({
  protocol: /^https?$/,
  error: 'an address such as https://example.org/docs/',
});

const time = String.raw`(?:[01]\d|2[0-3]):[0-5]\d`;
// Whatever fits is a moment for `timeOfDate`, so no leap second and no zone of 25 hours.
const datePattern = new RegExp(
  String.raw`^(\d{4})-(\d\d)-(\d\d)([T ]${time}(:[0-5]\d(\.\d+)?)? ?(Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?)?$`,
);
const noDate = 'a date of the calendar such as 2026-11-24 or 2026-11-24T18:30:00Z';
/** A date (`2026-11-24`) or date and time, as a text. Without a zone it is UTC. `timeOfDate` knows when it is. */
export const date = z
  .string({ error: 'a date such as 2026-11-24' })
  .regex(datePattern, { error: noDate })
  .refine(isOfCalendar, { error: noDate });

const word = z.union([z.string(), z.number()], { error: 'a text' }).transform(String);
/** One text or several. */
export const list = z
  .union([word, z.array(word)], { error: 'a text or a list of texts such as ["one", "two"]' })
  .transform((value) => (Array.isArray(value) ? value : [value]));

const address = z
  .string({ error: 'addresses of the site such as /old/place/' })
  .regex(/^(?!(?:.*\/)?\.)[^\\?#\x00-\x1f\x7f]*$/, { error: 'addresses of the site such as /old/place/' });
/** One address of a page in the site or several; no part of one begins with a dot. */
export const addresses = z
  .union([address, z.array(address)], { error: 'addresses of the site such as /old/place/' })
  .transform((value) => (Array.isArray(value) ? value : [value]));

const noLink = 'an address of the site such as /docker/, or one with https:, http:, mailto: or tel:';
/** Where a link may lead: no scheme that could run a script. */
export const link = z
  .string({ error: noLink })
  .regex(/^(?:(?:https?|mailto|tel):[^\x00-\x1f]*|[^:\x00-\x1f]*)$/, { error: noLink });

/** One part of an address, in the letters of any script. */
export const slug = z
  .string({ error: 'a text without blanks or slashes' })
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._~-]*$/u, { error: 'a text of letters, digits, "-", "_" and "."' });

function isOfCalendar(value: string): boolean {
  const [year = 0, month = 0, day = 0] = (datePattern.exec(value) ?? []).slice(1, 4).map(Number);
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}
