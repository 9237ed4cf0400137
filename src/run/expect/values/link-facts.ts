import type { ValueType } from '../../../values/value-type.ts';

const scope = 'scope (?:host|link|global|site)';

/**
 * What `ip` prints of a link and its addresses after their names: queues and lifetimes, which differ from version to
 * version and from kernel to kernel. Flags, states and addresses are content, and so is what the page sets itself.
 */
export const linkFacts: readonly ValueType[] = [
  { name: 'mtu', shown: String.raw`(?<=\bmtu )\d{2,6}(?= |$)`, varies: true },
  { name: 'queue of a link', shown: String.raw`qdisc [\w-]{1,20}(?= state (?:UP|DOWN)\b)`, varies: true },
  { name: 'link that is up', shown: 'state UP(?: .{0,80})?$', varies: true },
  { name: 'link that is down', shown: 'state DOWN(?: .{0,80})?$', varies: true },
  // A loopback has no state, which some versions say and others don't.
  {
    name: 'link without a state',
    shown: String.raw`qdisc [\w-]{1,20}(?: state UNKNOWN)?(?: (?:mode|group|qlen) .{0,80})?$`,
    accepts: String.raw`qdisc [\w-]{1,20}(?! state DOWN)(?: .{0,100})?$`,
    varies: true,
  },
  {
    name: 'reach of an address',
    shown: String.raw`(?:brd [0-9a-f.:]{1,40} )?(?:metric \d{1,6} )?${scope}(?: .{0,80})?$`,
    accepts: String.raw`(?:brd [0-9a-f.:]{1,40} )?(?:metric \d{1,6} )?${scope}(?: .{0,80})?`,
    varies: true,
  },
  // Before all numbers, of which it may look like one at its beginning.
  { name: 'mac', shown: String.raw`(?:[0-9a-f]{2}:){5}[0-9a-f]{2}(?![\w:])`, varies: true },
  { name: 'peer of a link', shown: String.raw`(?<=@)if\d{1,6}(?=:)`, varies: true },
  {
    name: 'origin of a route',
    shown: String.raw`(?:proto [a-z]{1,12} )?(?:scope [a-z]{1,12} )?(?:metric \d{1,6} )?src(?= )`,
    varies: true,
  },
];

/** Whether a line of `ip` is of an address that a link has by itself wherever the computer speaks IPv6. */
export function isLinkLocal(line: string): boolean {
  return /^\s*(?:inet6 fe80:|valid_lft )/.test(line);
}
