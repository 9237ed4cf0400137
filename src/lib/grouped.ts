/**
 * A whole number from 0 on with its thousands apart: `1,797`. As `toLocaleString('en-US')` does, but that first reads the
 * ways of all languages, which takes as long as half of a build without changes.
 */
export function grouped(number: number): string {
  return String(number).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',');
}
