const shells = 'bash sh shell zsh ash dash ksh fish console terminal shellsession shell-session sh-session';
const powershells = new Set(['powershell', 'ps1', 'pwsh', 'cmd', 'bat', 'batch']);
const shellNames = new Set(shells.split(' '));

const names: Record<string, string> = {
  yaml: 'YAML',
  yml: 'YAML',
  json: 'JSON',
  jsonc: 'JSON',
  dockerfile: 'Dockerfile',
  docker: 'Dockerfile',
  js: 'JavaScript',
  javascript: 'JavaScript',
  ts: 'TypeScript',
  typescript: 'TypeScript',
  py: 'Python',
  python: 'Python',
  go: 'Go',
  html: 'HTML',
  xml: 'XML',
  css: 'CSS',
  sql: 'SQL',
  toml: 'TOML',
  ini: 'INI',
  nginx: 'nginx',
  diff: 'Diff',
  properties: 'Properties',
  env: 'Environment',
  dotenv: 'Environment',
  hcl: 'HCL',
  makefile: 'Makefile',
  output: 'Output',
};

/** Whether an info string's language is shell text; `.term1` and the like are Play with Docker's terminals. */
export function isShellLanguage(language: string | null): boolean {
  const name = language?.toLowerCase() ?? '';
  return shellNames.has(name) || /^\.term\d/.test(name);
}

/** Whether an info string's language says that a block is what a program printed. */
export function isOutputLanguage(language: string | null): boolean {
  return /^(?:output|log|stdout|ansi)$/i.test(language ?? '');
}

/** The language of a file by its name, for a block that names none that is known; null where the name does not say. */
export function languageOfFile(name: string): string | null {
  const file = name.split('/').at(-1)?.toLowerCase() ?? '';
  if (/^(?:docker|container)file\b/.test(file) || file.endsWith('.dockerfile')) return 'dockerfile';
  if (file === 'makefile') return 'makefile';
  if (/^\.env\b/.test(file)) return 'env';
  const extension = /\.(\w+)$/.exec(file)?.[1] ?? '';
  return Object.hasOwn(names, extension) ? extension : null;
}

/** Whether a language has a name of its own here, so that it is surely one. */
export function isNamedLanguage(language: string | null): boolean {
  return language !== null && (Object.hasOwn(names, language.toLowerCase()) || isShellLanguage(language));
}

/** A language as a caption names it; null when there is nothing to say. */
export function languageName(language: string | null): string | null {
  if (language === null) return null;
  const name = language.toLowerCase();
  if (isShellLanguage(name)) return 'Terminal';
  if (powershells.has(name)) return 'PowerShell';
  if (name === 'text' || name === 'txt' || name === 'plaintext' || name === 'plain') return null;
  return names[name] ?? language;
}
