const core =
  'windows|macos|mac|osx|powershell|pwsh|gitbash|cmd.exe|commandprompt|homebrew|chocolatey|winget|scoop';
const beside =
  'os|x|cmd|pc|terminal|shell|desktop|apple|silicon|intel|arm64|amd64|m1|m2|m3|wsl|wsl2|home|pro|server|7|10|11|2|and|or|the|a|users|only|installation|setup|install|installing|docker|on|for|using|in|with|via';
const native = 'linux|gnu|ubuntu|debian|bash|zsh|sh|unix|raspberry|pi';
const set = (words: string) => new Set(words.split('|'));
const [foreign, neutral, own] = [set(core), set(beside), set(native)];

/**
 * The system that a label, a heading or the title of a tab names and nothing more, such as `Windows (PowerShell)`;
 * `linux` where Linux is among several, null where it speaks of something else. `CMD` alone is Docker's instruction.
 */
export function labelledSystem(label: string): 'linux' | 'other' | null {
  const words = label
    .toLowerCase()
    .replace(/git bash/g, 'gitbash')
    .replace(/command prompt/g, 'commandprompt')
    .replace(/mac os\b/g, 'macos')
    .split(/[\s/(),:：&+|–—-]+/)
    .filter((word) => word !== '');
  const known = words.every((word) => foreign.has(word) || neutral.has(word) || own.has(word));
  if (words.length === 0 || !known) return null;
  if (words.some((word) => own.has(word))) return 'linux';
  return words.some((word) => foreign.has(word)) ? 'other' : null;
}
