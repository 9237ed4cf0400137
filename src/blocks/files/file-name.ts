import type { Block } from '../../model/block.ts';
import type { Sentence } from '../reading/sentences.ts';

const extensions =
  'astro bash bat c cfg cjs conf config cpp cs css csv cue dockerignore env ex exs gitignore go gradle graphql h hcl hpp htm html ini java js json jsonc jsx kt lock lua md mjs php pl properties proto ps1 py r rb rs rst sass scala scss service sh sql svelte svg swift tf toml ts tsx txt vue xml yaml yml';
const fileName = new RegExp(
  String.raw`^(?:\.{0,2}/)?(?:[\w.@-]+/)*(?:(?:Docker|Container)file(?:[._-][\w.-]+)?|[\w-]+\.Dockerfile|Makefile|Procfile|Caddyfile|Vagrantfile|Jenkinsfile|\.(?:dockerignore|gitignore|env(?:\.\w+)?)|[\w@.-]*\w\.(?:${extensions.replaceAll(' ', '|')}))$`,
);

/** Whether a word reads as the name or the path of a file. */
export function isFileName(word: string): boolean {
  return fileName.test(word);
}

/** The file that a block's info string names; null when it names none. */
export function nameInMeta(block: Block): string | null {
  const match =
    /(?:^|[\s{,])(?:title|save-as|file|filename|file_name|name)=(?:"([^"]+)"|'([^']+)'|([^\s,}]+))/i.exec(
      block.meta,
    );
  const name = match?.[1] ?? match?.[2] ?? match?.[3];
  if (name !== undefined && isFileName(name)) return name;
  const suffix = /^\w+:(\S+)$/.exec(block.language ?? '')?.[1];
  return suffix !== undefined && isFileName(suffix) ? suffix : null;
}

/** The file that a sentence says the block is; null where it names none, or several that suit. */
export function nameInSentence(sentence: Pick<Sentence, 'text'>, block: Block): string | null {
  const tokens = [...sentence.text.matchAll(/[\w./@-]*\w/g)].map((match) => ({
    text: match[0].replace(/\.$/, ''),
    at: match.index,
  }));
  const names = tokens.filter(({ text }) => isFileName(text));
  const called = names.find(({ at }) =>
    /\b(?:named|called|as|into|to|in)\s*(?:the |a |an |your )?["'“]?$/i.test(sentence.text.slice(0, at)),
  );
  const strongly = names.find(({ at }) => /\b(?:named|called)\s*["'“]?$/i.test(sentence.text.slice(0, at)));
  const distinct = [...new Set(names.map(({ text }) => text))];
  if (strongly !== undefined) return strongly.text;
  if (distinct.length === 1) return distinct[0]!;
  const suiting = distinct.filter((name) => suits(name, block));
  return suiting.length === 1 ? suiting[0]! : (called?.text ?? null);
}

function suits(name: string, block: Block): boolean {
  const language = (block.language ?? '').toLowerCase();
  if (/Dockerfile/.test(name))
    return language === 'dockerfile' || language === 'docker' || /^\s*(?:FROM|ARG)\s/m.test(block.text);
  const extension = /\.(\w+)$/.exec(name)?.[1] ?? '';
  const same: Record<string, string> = {
    yml: 'yaml',
    py: 'python',
    js: 'javascript',
    md: 'markdown',
    rb: 'ruby',
    ts: 'typescript',
  };
  return language === extension || same[extension] === language || language === (same[language] ?? extension);
}
