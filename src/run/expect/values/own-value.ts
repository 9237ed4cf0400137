import { type Circumstances, isSaid } from '../../../values/circumstances.ts';
import { printedBy } from './printed-by.ts';

// No computer comes upon these by accident.
const unlikely = new Set('digest,token,uuid,date,moment,mac,address,mtu,id,object,name,version'.split(','));
// These it may well measure to be what the page has set elsewhere: `--interval=5s` and `took 5s`.
const measurable = new Set(['age', 'size', 'duration', 'percentage', 'time']);

// Where every number is free, an address is one.
const isAddress = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** A value of a type in a printed line. */
export interface PrintedValue {
  type: string;
  actual: string;
  /** The printed line, and where in it the value begins. */
  text: string;
  at: number;
}

/**
 * Whether a printed value is the page's own, so that no other may be shown in its place. A measurement is only with the
 * word beside it, or where the command recites a text.
 */
export function isOwnValue({ type, actual, text, at }: PrintedValue, circumstances: Circumstances): boolean {
  const { said, bindings } = circumstances;
  // What a placeholder stands for is the reader's.
  if (said === '' || Object.values(bindings).includes(actual)) return false;
  const value = actual.replace(/^v(?=\d)/, '').replace(/\/\d+$/, '');
  if (unlikely.has(type) || isAddress.test(value)) return isSaid(value, circumstances);
  if (!measurable.has(type) || !isSaid(value, circumstances)) return false;
  const before = /[A-Za-z]\S* ?$/.exec(text.slice(Math.max(0, at - longestWord), at))?.[0];
  const after = /^ ?[A-Za-z]\w*/.exec(text.slice(at + actual.length, at + actual.length + longestWord))?.[0];
  return (
    (before !== undefined && isSaid(before + value, circumstances)) ||
    (after !== undefined && isSaid(value + after, circumstances)) ||
    printedBy(circumstances.ran).recites
  );
}

const longestWord = 40;
