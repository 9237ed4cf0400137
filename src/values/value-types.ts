import { generatedName } from './generated-names.ts';
import type { ValueType } from './value-type.ts';
import { contextTypes } from './values-in-context.ts';

const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}';
const day = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}';
const clock = String.raw`\d{1,2}:\d\d:\d\d(?:[.,]\d{1,9})?(?: [AP]M)?`;
const zone = String.raw`(?: ?(?:Z\b|[+-]\d\d:?\d\d)(?: [A-Z]{3,4}\b)?| (?:UTC|GMT|[A-Z]{2,3}ST|[A-Z]{2,3}DT|CET)\b)`;
const unit = '(?:second|minute|hour|day|week|month|year)s?';

const plainTypes: readonly ValueType[] = [
  {
    name: 'digest',
    shown: String.raw`sha(?:256|512):(?:[0-9a-f]{6,128}(?:…|\.\.\.)?|…|\.\.\.)`,
    accepts: String.raw`sha(?:256|512):[0-9a-f]{6,128}(?:…|\.\.\.)?`,
  },
  { name: 'token', shown: 'SWMTKN-1-[0-9a-z.-]{8,100}' },
  { name: 'uuid', shown: '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}' },
  {
    name: 'date',
    shown: String.raw`\d{4}[-/.]\d\d[-/.]\d\d(?:[T ]${clock}|[T ]\d\d:\d\d)?${zone}?`,
    varies: true,
  },
  {
    name: 'date',
    shown: String.raw`(?:${day},? )?(?:${month} \d{1,2}|\d{1,2}[ -]${month})(?:,? ${clock}|,? \d\d:\d\d)?${zone}?(?:,?[ -]\d{4}\b)?(?: ${clock})?${zone}?`,
    varies: true,
  },
  {
    name: 'date',
    shown: String.raw`\d\d\/${month}\/\d{4}(?::\d\d:\d\d:\d\d(?: [+-]\d{4})?| ${clock})?`,
    varies: true,
  },
  { name: 'time', shown: clock, varies: true },
  { name: 'moment', shown: String.raw`1[4-9]\d{8}(?:\d{3}|\.\d{1,9})?(?![\w.])`, varies: true },
  { name: 'mac', shown: String.raw`(?:[0-9a-f]{2}:){5}[0-9a-f]{2}(?![\w:])`, varies: true },
  {
    name: 'address',
    shown: String.raw`(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}|(?:[0-9a-f]{1,4}:){2,7}:)(?:\/\d{1,3})?(?![\w:])`,
    varies: true,
  },
  {
    name: 'address',
    shown: String.raw`(?!127\.|0\.0\.0\.0|255\.)\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?(?!\.?\d)`,
    varies: true,
  },
  { name: 'pointer', shown: '0x[0-9a-f]{6,16}', varies: true },
  {
    name: 'id',
    shown: String.raw`(?=[a-f]{0,63}\d)[0-9a-f]{12,64}(?![0-9A-Za-z_])`,
    accepts: '[0-9a-f]{7,64}(?![0-9A-Za-z_])',
  },
  {
    name: 'id',
    shown: String.raw`(?=[a-f]{0,10}\d)(?=\d{0,10}[a-f])[0-9a-f]{7,11}(?![0-9A-Za-z_.])`,
    accepts: '[0-9a-f]{7,64}(?![0-9A-Za-z_])',
  },
  {
    // Cut by hand: `4f5e6d...`.
    name: 'id',
    shown: String.raw`(?=[a-f]{0,63}\d)(?=\d{0,63}[a-f])[0-9a-f]{4,63}(?:…|\.{3})(?!\.)`,
    accepts: String.raw`[0-9a-f]{7,64}(?:…|\.{3})?(?![0-9A-Za-z_])`,
  },
  { name: 'object', shown: String.raw`(?=[a-z]{0,24}\d)(?=\d{0,24}[a-z])[0-9a-z]{25}(?![0-9A-Za-z_])` },
  {
    name: 'age',
    shown: String.raw`(?:Less than a second|About an? (?:minute|hour)|(?:\d{1,6}|[Aa]n?|one) ${unit})(?: ago\b)?(?![A-Za-z])`,
    varies: true,
  },
  {
    name: 'size',
    shown: String.raw`\d{1,15}(?:,\d{3}){0,4}(?:\.\d{1,6})? ?(?:[kKMGTP]i?[bB]|B|[bB]ytes?)(?:\/s)?(?![A-Za-z])`,
    varies: true,
  },
  {
    name: 'duration',
    shown: String.raw`(?:\d{1,5}[dh] ?)?(?:\d{1,5}m ?)?\d{1,9}(?:[.,]\d{1,9})?(?: ?(?:ms|µs|us|ns|sec|secs)| seconds|s)(?![A-Za-z])`,
    varies: true,
  },
  {
    name: 'duration',
    shown: String.raw`(?:\d{1,5}d)?(?:\d{1,5}h\d{1,5}m|\d{1,5}d\d{1,5}h)(?![A-Za-z])`,
    varies: true,
  },
  { name: 'percentage', shown: String.raw`\d{1,9}(?:\.\d{1,6})? ?%`, varies: true },
  { name: 'name', shown: generatedName },
  {
    name: 'version',
    shown: String.raw`(?<!\d\.)(?!\d{1,3}(?:\.\d{1,3}){3}(?![.\d]))v?\d{1,6}(?:\.\d{1,8}){2,4}(?:[-+~][0-9A-Za-z.+~:-]{0,60}[0-9A-Za-z])?(?!\.\d)`,
    accepts: String.raw`v?\d{1,6}(?:\.\d{1,8}){1,5}(?:[-+~][0-9A-Za-z.+~:-]{0,60}[0-9A-Za-z])?`,
    varies: true,
  },
];

/** All types, in order of precedence: where two fit at the same place, the first is taken. */
export const valueTypes: readonly ValueType[] = [...contextTypes, ...plainTypes];

/** Any number as tools that measure print it. Only for the output of commands that do nothing else. */
export const measured: ValueType = {
  name: 'measurement',
  shown: String.raw`\d{1,20}(?:[.,:]\d{1,9}){0,4}(?:[KMGTPkmg]i?B?\b)?%?(?![0-9A-Za-z]|:[0-9a-f]{2})`,
  varies: true,
};
