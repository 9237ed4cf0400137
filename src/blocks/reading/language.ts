import { nearest } from '../../lib/nearest.ts';

/** What a block's tag says about it. `odd`: a tag nobody knows. */
export type LanguageKind = 'shell' | 'session' | 'windows' | 'output' | 'none' | 'code' | 'odd';

const shell = 'bash sh shell zsh ksh ash dash fish command super_user'.split(' ');
const session =
  'console terminal shellsession shell-session sh-session bash-session session shellscript-session'.split(
    ' ',
  );
const windows = 'powershell ps1 pwsh posh ps cmd bat batch dos'.split(' ');
const output = 'output text txt plaintext plain none log stdout raw ansi'.split(' ');
const code = `
abap actionscript ada apache apl applescript arduino asciidoc asm astro autohotkey awk bash-script bicep blade c c++ caddy caddyfile cfg clojure cmake cobol
coffee coffeescript conf config cpp crystal cs csharp css csv cue d dart diff docker dockerfile docker-compose compose dot dotenv elixir elm env erb
erlang f# fsharp fortran gherkin git gitignore dockerignore ignore glsl go golang gradle graphql groovy haml handlebars haskell hbs hcl hjson hosts
html http httpd ini java javascript jinja jinja2 js json json5 jsonc jsonl jsx julia kotlin kt latex less liquid lisp lua make makefile markdown math matlab md
mdx mermaid mysql nginx nim nix objc objectivec ocaml pascal patch perl pgsql php pip plantuml plsql postgresql postgres prisma prolog promql properties proto protobuf
puppet py python python3 pycon r rb redis regex rego requirements rst ruby rust rs sass scala scheme scss solidity sparql sql sqlite
stylus svelte svg swift systemd tcl terraform tex tf toml ts tsx turtle typescript vb vbnet verilog vhdl vim vue wasm xml xquery yaml yml zig editorconfig
service unit crontab cron ssh-config sshconfig jsonnet chart helm kql abnf bnf ebnf wat
`
  .trim()
  .split(/\s+/);
const kinds = new Map<string, LanguageKind>([
  ...code.map((word) => [word, 'code'] as const),
  ...shell.map((word) => [word, 'shell'] as const),
  ...session.map((word) => [word, 'session'] as const),
  ...windows.map((word) => [word, 'windows'] as const),
  ...output.map((word) => [word, 'output'] as const),
]);

/** The tag in lower case, without the braces, dots and attributes that some hosts add. Empty for none. */
export function languageTag(tag: string | null): string {
  const name = (tag ?? '').toLowerCase().replace(/^\{?\s*\.?/, '');
  return /^[\w#+-]*/.exec(name)?.[0] ?? '';
}

/** What a tag says. A misspelt shell tag counts as the one it is nearest to. */
export function languageKind(tag: string | null): LanguageKind {
  if (tag === null) return 'none';
  const name = languageTag(tag);
  const kind = kinds.get(name);
  if (kind !== undefined) return kind;
  if (terminalTag(tag) !== null) return 'shell';
  const near = nearestLanguage(name);
  const nearKind = near === null ? undefined : kinds.get(near);
  return nearKind === 'shell' || nearKind === 'session' ? nearKind : 'odd';
}

/** Whether a tag is one that highlighters know. */
export function isKnownLanguage(tag: string): boolean {
  return kinds.has(languageTag(tag)) || terminalTag(tag) !== null;
}

/** The number in a tag such as `.term2`, with which hosts of labs say into which terminal a block is typed; null for none. */
export function terminalTag(tag: string | null): number | null {
  const number = /^term(?:inal)?([1-9])$/.exec(languageTag(tag))?.[1];
  return number === undefined ? null : Number(number);
}

/** The known tag that an unknown one was probably meant to be; null when none is near. */
export function nearestLanguage(name: string): string | null {
  return name.length < 3 ? null : nearest(name, [...shell, ...session, ...windows, ...output, ...code]);
}
