import { styleText } from 'node:util';

/** A style or colour that Node knows for terminals. */
export type Style = Parameters<typeof styleText>[0];

/** Adds a style to a text for a terminal, or leaves the text as it is. */
export type Paint = (style: Style, text: string) => string;

/** A painter that writes colours (SGR sequences) when `color` is true. */
export function painter(color: boolean): Paint {
  if (!color) return (_style, text) => text;
  return (style, text) => styleText(style, text, { validateStream: false });
}
