import { escapeXml } from '../lib/escape-xml.ts';
import type { ProofState, StateCounts } from '../model/site-status.ts';

const label = 'commands proven';
// White on each of them has a contrast of at least 4.5:1. A README is read in both schemes, so these are no tokens.
const colours = {
  passed: '#1f6f49',
  failed: '#a3231e',
  blocked: '#7d5200',
  changed: '#7d5200',
  'not-run': '#7d5200',
  skipped: '#55636d',
  unproven: '#55636d',
  none: '#55636d',
} as const satisfies Record<ProofState | 'none', string>;

/** A badge for a README: how many commands are proven, as an SVG that needs no font, script or other file. */
export function badge({ state, commands }: { state: ProofState | 'none'; commands: StateCounts }): string {
  const value = state === 'none' ? 'none to run' : `${commands.passed} of ${commands.total}`;
  const left = widthOf(label);
  const right = widthOf(value);
  const width = left + right;
  const title = escapeXml(`${label}: ${value}`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<clipPath id="r"><rect width="${width}" height="20" rx="3"/></clipPath>`,
    `<g clip-path="url(#r)"><path fill="#17252f" d="M0 0h${left}v20H0z"/>`,
    `<path fill="${colours[state]}" d="M${left} 0h${right}v20H${left}z"/></g>`,
    '<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">',
    textAt(label, left / 2, left),
    textAt(value, left + right / 2, right),
    '</g></svg>\n',
  ].join('');
}

const padding = 14;

// Verdana's average at 11 px; `textLength` makes whatever font is there fit.
function widthOf(text: string): number {
  const narrow = text.match(/[ .,:iIl|]/g)?.length ?? 0;
  return Math.round((text.length - narrow) * 7 + narrow * 4) + padding;
}

function textAt(text: string, x: number, width: number): string {
  return `<text x="${x}" y="14" textLength="${width - padding}">${escapeXml(text)}</text>`;
}
