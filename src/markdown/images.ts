import type { Element, Properties } from 'hast';
import { h } from 'hastscript';
import type { LinkTarget } from '../model/site.ts';

/** How an image finds what it shows. */
export interface ImageOptions {
  /** Where an address leads; what is broken is reported. */
  follow(url: string): LinkTarget;
  /** The same for a file that may be there or not. */
  look(url: string): LinkTarget;
  hrefOf(path: string): string;
  /** Whether it stands in a link, so that it can't be one itself. */
  isInLink: boolean;
}

type FileTarget = LinkTarget & { kind: 'file' };

/**
 * Finishes an image in place, with its size, so that nothing moves when it comes. Beside `name.svg` there may be
 * `name-dark.svg`, beside `name.png` a `name.avif` or `name.webp`: readers get what suits them.
 */
export function setImage(image: Element, options: ImageOptions): void {
  const [, url = '', scheme] =
    /^(.*?)(?:#gh-(dark|light)-mode-only)?$/s.exec(String(image.properties.src)) ?? [];
  const target = options.follow(url);
  if (target.kind !== 'file') {
    setOther(image, target, options);
    return;
  }
  // What follows the file's name, as in `boat.svg?raw=true`, would hide where the other forms are.
  const name = url.replace(/[?#].*$/s, '');
  const dark = scheme ? null : fileOf(options.look(inDark(name)));
  const light = formsOf(image, target, name, options);
  if (dark === null) {
    Object.assign(image, scheme ? onlyIn(light, scheme) : light);
    return;
  }
  const darkForms = formsOf(image, dark, inDark(name), options);
  Object.assign(image, h('span', [onlyIn(light, 'light'), onlyIn(darkForms, 'dark')]));
}

/** The image, in the formats that lie beside it: a browser takes the first that it knows. */
function formsOf(image: Element, target: FileTarget, name: string, { look, hrefOf }: ImageOptions): Element {
  const { alt, title } = image.properties;
  const properties = {
    src: hrefOf(target.path),
    alt: String(alt ?? ''),
    ...(typeof title === 'string' ? { title } : {}),
    ...sizeOf(target),
    loading: 'lazy',
    decoding: 'async',
  };
  const made: Element = { type: 'element', tagName: 'img', properties, children: [] };
  const others = (['avif', 'webp'] as const).flatMap((format) => {
    if (!/\.(?:png|jpe?g)$/i.test(name)) return [];
    const file = fileOf(look(name.replace(/\.\w+$/, `.${format}`)));
    return file === null ? [] : [h('source', { srcSet: hrefOf(file.path), type: `image/${format}` })];
  });
  return others.length === 0 ? made : h('picture', [...others, made]);
}

function inDark(name: string): string {
  return name.replace(/(\.\w+)?$/, '-dark$1');
}

function fileOf(target: LinkTarget): FileTarget | null {
  return target.kind === 'file' ? target : null;
}

function onlyIn(element: Element, scheme: string): Element {
  return { ...element, properties: { ...element.properties, className: [`in-${scheme}`] } };
}

// Nothing is loaded from another host, so an image there is a link.
function setOther(image: Element, target: LinkTarget, { isInLink }: ImageOptions): void {
  const alt = String(image.properties.alt ?? '');
  const isElsewhere = target.kind === 'external';
  const words = isElsewhere ? `Image on another site${alt && `: ${alt}`}` : alt;
  image.tagName = isElsewhere && !isInLink ? 'a' : 'span';
  image.properties = isElsewhere ? (isInLink ? {} : { href: target.href }) : { className: ['broken'] };
  image.children = [{ type: 'text', value: isInLink ? alt || 'Image' : words }];
}

function sizeOf({ width, height }: FileTarget): Properties {
  return width && height ? { width, height } : {};
}
