import type { EngineInfo } from '../model/report.ts';
import type { ImagesSeen } from './prepare/images-seen.ts';

const syntax = /^(?:\ufeff)?(#\s*syntax\s*=\s*)(docker\/dockerfile(?::(?!.*labs)[\w.-]+)?)(?=\s*$)/im;

/**
 * The front end that a Dockerfile names in its first line (`# syntax=docker/dockerfile:1`) where the registry of stand-ins
 * has no such image: the engine has one of its own, which is used when the line is a mere comment. Null where nothing
 * stands in.
 */
export function standInFrontEnd(
  name: string,
  content: string,
  { standIns }: Pick<EngineInfo, 'standIns'>,
): { content: string; frontEnd: string } | null {
  const match = syntax.exec(content);
  const isFirst = match !== null && content.slice(0, match.index).trim() === '';
  if (!/(?:^|[/.])dockerfile(?:\.|$)/i.test(name) || !isFirst || standIns.length === 0) return null;
  const frontEnd = match[2]!;
  if (standIns.some((one) => one.startsWith('docker/dockerfile:'))) return null;
  return { content: content.replace(match[1]!, `#${match[1]}`), frontEnd };
}

/** Takes note that the engine's own front end stands in for the image of one. */
export function noteFrontEnd(frontEnd: string, seen: ImagesSeen): void {
  const name = frontEnd.includes(':') ? frontEnd : `${frontEnd}:latest`;
  seen.set(name, { name, digest: 'built into the engine', standIn: true });
}
