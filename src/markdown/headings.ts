import GithubSlugger from 'github-slugger';
import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { encodePart } from '../lib/encode-part.ts';
import { readHeadingId } from '../lib/heading-id.ts';
import { walkElements } from './walk.ts';

/** A heading of a post, as its table of contents shows it. */
export interface Heading {
  id: string;
  text: string;
  /** 2 is a section, 3 a part of one. */
  depth: number;
}

/** Gives each heading its author's id (`{#id}`) or the one that GitHub gives it, and makes it a link to itself; returns those of the page's outline. */
export function addHeadingIds(tree: Root): Heading[] {
  const slugger = new GithubSlugger();
  const elements = headingsOf(tree);
  // The page's title is its only heading of the first level.
  const shift = elements.some((element) => element.tagName === 'h1') ? 1 : 0;
  const taken = takeOwnIds(elements);
  return elements.map((element) => {
    const depth = Math.min(6, Number(element.tagName.slice(1)) + shift);
    const text = textOf(element).trim();
    let id: string;
    do id = slugger.slug(text) || slugger.slug('section');
    while (taken.has(id));
    element.tagName = `h${depth}`;
    element.properties.id ??= id;
    linkToItself(element);
    return { id: String(element.properties.id), text, depth };
  });
}

/** Gives headings their authors' ids before any other takes them, and returns those. Of two that are equal the first counts. */
function takeOwnIds(elements: readonly Element[]): Set<string> {
  const taken = new Set<string>();
  for (const element of elements) {
    const own = takeOwnId(element);
    if (own === null || element.properties.id !== undefined || taken.has(own)) continue;
    element.properties.id = own;
    taken.add(own);
  }
  return taken;
}

// A heading of nothing but an id keeps it as its text.
function takeOwnId(element: Element): string | null {
  const last = element.children.at(-1);
  if (last?.type !== 'text') return null;
  const { text, id } = readHeadingId(last.value);
  if (id === null || (text === '' && element.children.length === 1)) return null;
  last.value = text;
  return id;
}

function headingsOf(tree: Root): Element[] {
  const elements: Element[] = [];
  walkElements(tree, (element) => {
    const isFootnotes = element.properties.id === 'footnote-label';
    if (/^h[1-6]$/.test(element.tagName) && !isFootnotes) elements.push(element);
  });
  return elements;
}

function linkToItself(element: Element): void {
  let holdsLink = false;
  walkElements(element, (inner) => {
    holdsLink ||= inner.tagName === 'a';
  });
  if (holdsLink || element.children.length === 0) return;
  const href = `#${encodePart(String(element.properties.id))}`;
  element.children = [{ type: 'element', tagName: 'a', properties: { href }, children: element.children }];
}
