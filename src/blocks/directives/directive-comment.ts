import { nearest } from '../../lib/nearest.ts';
import { directiveKeys } from './directives.ts';

/**
 * What a comment says to Seaworthy: the text behind `verify:`, of an HTML comment or MDX's braces; null for a comment
 * that is meant for others. Without the colon, what follows must be a key or come near one.
 */
export function directiveBody(comment: string): string | null {
  const match = /^(?:<!--|\{\s*\/\*)\s*verify\b\s*(:?)\s*([\s\S]*?)\s*(?:-->|\*\/\s*\})$/i.exec(
    comment.trim(),
  );
  if (match === null) return null;
  const [, colon, body = ''] = match;
  return colon === ':' || beginsWithKey(body) ? body : null;
}

function beginsWithKey(body: string): boolean {
  const first = /^[a-z]+/i.exec(body)?.[0] ?? '';
  const isOnly = body === first || /^[a-z]+\s*[=`]/i.test(body);
  return directiveKeys.includes(first) || (isOnly && nearest(first, directiveKeys) !== null);
}
