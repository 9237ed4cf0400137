import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { Syntax } from 'refractor/core';
import type { ShellToken } from '../shell/shell-token.ts';
import { shellTokens } from '../shell/shell-tokens.ts';

type Grammar = () => Promise<{ default: Syntax }>;

const grammars: Record<string, Grammar> = {
  css: () => import('refractor/css'),
  diff: () => import('refractor/diff'),
  docker: () => import('refractor/docker'),
  go: () => import('refractor/go'),
  ini: () => import('refractor/ini'),
  javascript: () => import('refractor/javascript'),
  json: () => import('refractor/json'),
  makefile: () => import('refractor/makefile'),
  markup: () => import('refractor/markup'),
  nginx: () => import('refractor/nginx'),
  powershell: () => import('refractor/powershell'),
  properties: () => import('refractor/properties'),
  python: () => import('refractor/python'),
  sql: () => import('refractor/sql'),
  toml: () => import('refractor/toml'),
  typescript: () => import('refractor/typescript'),
  yaml: () => import('refractor/yaml'),
};

const otherNames: Record<string, string> = {
  compose: 'yaml',
  conf: 'nginx',
  dockerfile: 'docker',
  dotenv: 'properties',
  env: 'properties',
  html: 'markup',
  js: 'javascript',
  jsonc: 'json',
  jsx: 'javascript',
  make: 'makefile',
  ps1: 'powershell',
  py: 'python',
  svg: 'markup',
  ts: 'typescript',
  xml: 'markup',
  yml: 'yaml',
};

// Prism's classes, and what a reader can tell apart.
const roles: Record<string, string> = Object.fromEntries(
  Object.entries({
    comment: 'comment prolog doctype cdata shebang',
    string: 'string char attr-value regex url template-string inserted-sign',
    keyword: 'keyword atrule important selector directive control-flow null',
    number: 'number boolean constant symbol',
    command: 'function class-name tag key property attr-name builtin',
    variable: 'variable parameter interpolation',
    inserted: 'inserted',
    deleted: 'deleted',
  }).flatMap(([role, classes]) => classes.split(' ').map((name) => [name, role])),
);

/** Shell text as code with classes (`t-command`, `t-flag` …). */
export function highlightShell(text: string): ElementContent[] {
  const nodes: ElementContent[] = [];
  let at = 0;
  for (const token of shellTokens(text)) {
    if (token.start > at) nodes.push(plain(text.slice(at, token.start)));
    nodes.push(shellNode(text, token));
    at = token.end;
  }
  if (at < text.length) nodes.push(plain(text.slice(at)));
  return nodes;
}

/** Code in another language with the same classes; as it is when the language is not known. */
export async function highlightCode(text: string, language: string | null): Promise<ElementContent[]> {
  const name = otherNames[language?.toLowerCase() ?? ''] ?? language?.toLowerCase() ?? '';
  const grammar = Object.hasOwn(grammars, name) ? grammars[name] : undefined;
  if (!grammar) return [plain(text)];
  const [{ refractor }, syntax] = await Promise.all([import('refractor/core'), grammar()]);
  if (!refractor.registered(name)) refractor.register(syntax.default);
  return simplify(refractor.highlight(text, name).children);
}

function shellNode(text: string, { start, end, kind }: ShellToken): ElementContent {
  const value = text.slice(start, end);
  return kind === 'argument' ? plain(value) : h(`span.t-${kind}`, value);
}

function simplify(children: Root['children'] | ElementContent[]): ElementContent[] {
  return children.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [node];
    if (node.type !== 'element') return [];
    const classes = Array.isArray(node.properties.className) ? node.properties.className : [];
    const role = classes.map((name) => roles[String(name)]).find((found) => found !== undefined);
    const inner = simplify(node.children);
    return role ? [h(`span.t-${role}`, inner)] : inner;
  });
}

function plain(value: string): ElementContent {
  return { type: 'text', value };
}
