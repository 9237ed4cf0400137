/** XML that is ready to be written. */
export type Xml = string & { readonly xml: unique symbol };

/**
 * An element with its attributes and either text or elements inside. What XML 1.0 has no place for (control characters,
 * halves of surrogate pairs, U+FFFE, U+FFFF; section 2.2) becomes U+FFFD.
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: string | readonly Xml[] = [],
): Xml {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${attributeValue(value)}"`);
  const inside = typeof content === 'string' ? escapeText(content) : lines(content);
  const head = `${name}${pairs.join('')}`;
  return (inside === '' ? `<${head}/>` : `<${head}>${inside}</${name}>`) as Xml;
}

function lines(elements: readonly Xml[]): string {
  return elements.length === 0 ? '' : `\n${elements.join('\n')}\n`;
}

function escapeText(text: string): string {
  return allowed(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

// A reader would turn line feeds and tabs of an attribute into blanks.
function attributeValue(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

function allowed(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}
