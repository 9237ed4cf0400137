import type { Element, Root } from 'hast';
import rehypeSanitize, { defaultSchema, type Options } from 'rehype-sanitize';
import { unified } from 'unified';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { pointAt } from '../model/place.ts';
import { walkElements } from './walk.ts';

const mathElements =
  'math annotation semantics merror menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover'.split(
    ' ',
  );
const mathAttributes =
  'accent accentunder columnalign columnspacing depth display displaystyle encoding fence form height largeop linethickness lspace mathvariant maxsize minsize movablelimits notation rowspacing rspace scriptlevel separator stretchy symmetric voffset width xmlns'.split(
    ' ',
  );
const dropped = [
  'action',
  'color',
  'accessKey',
  'tabIndex',
  'border',
  'cellPadding',
  'cellSpacing',
  'method',
  // An image of the name `querySelector` would take the place of that function of the document.
  'name',
];

const schemes = /^(https?|mailto|tel):$/i;

/** What HTML in a post may hold: GitHub's list, without prefixes for ids: our scripts look for nothing by id. */
const schema: Options = {
  ...defaultSchema,
  clobber: [],
  clobberPrefix: '',
  // The sources of a picture could load from another host.
  tagNames: [
    ...(defaultSchema.tagNames ?? []).filter((name) => !/^(picture|source)$/.test(name)),
    'abbr',
    'figure',
    'figcaption',
    'mark',
    'u',
    'small',
  ],
  strip: ['script', 'style', 'iframe', 'object', 'embed', 'template', 'noscript', 'svg', 'form'],
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto', 'tel'] },
  attributes: {
    ...defaultSchema.attributes,
    '*': (defaultSchema.attributes?.['*'] ?? []).filter((name) => !dropped.includes(String(name))),
    a: [...(defaultSchema.attributes?.a ?? []), 'name'],
    pre: ['dataBlock'],
    div: [...(defaultSchema.attributes?.div ?? []), 'dataTabs', ['dataAlert', /^[a-z]+$/]],
    section: [...(defaultSchema.attributes?.section ?? []), 'dataTab'],
    p: [...(defaultSchema.attributes?.p ?? []), 'dataTitle'],
    abbr: ['title'],
  },
};

const schemaWithMath: Options = {
  ...schema,
  tagNames: [...(schema.tagNames ?? []), ...mathElements],
  attributes: {
    ...schema.attributes,
    ...Object.fromEntries(mathElements.map((name) => [name, mathAttributes])),
    math: [...mathAttributes, ['className', /^tml-/]],
  },
};

const processor = unified().use(rehypeSanitize, schema).freeze();
const mathProcessor = unified().use(rehypeSanitize, schemaWithMath).freeze();

/** The tree without any element, attribute or address that a post may not have. */
export function sanitize(tree: Root, { math }: { math: boolean }): Root {
  return (math ? mathProcessor : processor).runSync(tree) as Root;
}

/**
 * An `html-removed` warning for each element or attribute that `sanitize` takes out and an author would miss, and
 * `link-broken` for each address whose scheme is not allowed.
 */
export function findRemovedHtml(tree: Root, { path, math }: { path: string; math: boolean }): Diagnostic[] {
  const known = new Set((math ? schemaWithMath : schema).tagNames);
  const findings: Diagnostic[] = [];
  walkElements(tree, (element) => {
    const { line, column } = element.position?.start ?? { line: 1, column: 1 };
    const place = pointAt(path, line, column);
    const what = removedPart(element, known);
    const hint = 'Write it in Markdown, or take it out.';
    if (what !== null) findings.push(diagnostic('html-removed', place, `${what} was left out.`, hint));
    const scheme = /^\s*([a-z][a-z0-9+.-]*:)/i.exec(
      String(element.properties.href ?? element.properties.src ?? ''),
    )?.[1];
    if (!scheme || schemes.test(scheme)) return;
    const message = `\`${scheme}\` is no scheme that a link or image may have.`;
    findings.push(diagnostic('link-broken', place, message, 'Use https:, http:, mailto:, tel: or a path.'));
  });
  return findings;
}

function removedPart(element: Element, known: ReadonlySet<string>): string | null {
  if (!known.has(element.tagName)) return `The HTML element \`<${element.tagName}>\``;
  const attribute = Object.keys(element.properties).find((name) => name === 'style' || /^on[A-Z]/.test(name));
  return attribute ? `The attribute \`${attribute.toLowerCase()}\` of \`<${element.tagName}>\`` : null;
}
