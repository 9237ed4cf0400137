import { parse } from 'yaml';

/**
 * Whether YAML is only a part of what a file held before: it lacks a key of the top, an entry under one of these (a
 * service), or most of what an entry had. False where either can't be read.
 */
export function isPartOfYaml(text: string, old: string): boolean {
  const [now, before] = [read(text), read(old)];
  return now !== null && before !== null && text.length < old.length && lacks(now, before, 2);
}

type Mapping = Record<string, unknown>;

function lacks(now: Mapping, before: Mapping, levels: number): boolean {
  return Object.entries(before).some(([key, value]) => {
    if (!(key in now)) return true;
    const inner = now[key];
    if (!isMapping(value) || !isMapping(inner)) return false;
    if (levels > 1) return lacks(inner, value, levels - 1);
    const lost = Object.keys(value).filter((one) => !(one in inner));
    const isExchanged = Object.keys(inner).some((one) => !(one in value));
    return lost.length > (isExchanged ? 1 : 0);
  });
}

function read(text: string): Mapping | null {
  try {
    const value: unknown = parse(text);
    return isMapping(value) ? value : null;
  } catch {
    return null;
  }
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
