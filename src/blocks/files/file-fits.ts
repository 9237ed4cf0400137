import type { BlockContext } from '../block-context.ts';

/** Whether a block can be the file. A sentence may name a file that it does not show. */
export function fileFits(name: string, context: BlockContext): boolean {
  const language = (context.block.language ?? '').toLowerCase();
  const { text } = context.block;
  if (/(?:Docker|Container)file/i.test(name)) return /^\s*FROM\s+\S/m.test(text);
  if (context.language === 'none' && /^(?:\s*#.*\n)*FROM \S+/.test(text)) return false;
  if (/\.(?:ya?ml)$/.test(name))
    return (
      !['json', 'dockerfile', 'js', 'python'].includes(language) &&
      /^\s*[\w"'./-]+:/m.test(text) &&
      !isFragment(name, text)
    );
  if (/\.json$/.test(name)) return /^\s*[[{]/.test(text);
  if (/^(?:dockerfile|docker)$/.test(language)) return false;
  return true;
}

// A key without a value, an indented beginning, or a compose file without its top: a part, which must not be saved as the whole.
function isFragment(name: string, text: string): boolean {
  if (/^\w+:$/.test(text.trim())) return true;
  const first = text.split('\n').find((line) => line.trim() !== '' && !/^\s*#/.test(line)) ?? '';
  if (/^\s/.test(first)) return true;
  return isCompose(name) && !/^(?:services|include):/m.test(text);
}

/** Whether it is sure that a block is all of the file. Of few can be told that they are no part of something larger. */
export function isWholeFile(name: string, context: BlockContext): boolean {
  if (/Dockerfile/i.test(name)) return fileFits(name, context);
  if (isCompose(name)) return fileFits(name, context);
  return /(?:^|\/)(?:\.dockerignore|\.gitignore|requirements\.txt)$/.test(name);
}

function isCompose(name: string): boolean {
  return /(?:^|\/)(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/.test(name);
}
