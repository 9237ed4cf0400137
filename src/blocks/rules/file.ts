import type { Block } from '../../model/block.ts';
import { readsAsShell } from '../../shell/reads-as-shell.ts';
import type { BlockContext, Rule, Ruling } from '../block-context.ts';
import { paragraphAbove } from '../block-context.ts';
import type { Sentence } from '../sentences.ts';

const extensions =
  'astro bash bat c cfg cjs conf config cpp cs css csv cue dockerignore env ex exs gitignore go gradle graphql h hcl hpp htm html ini java js json jsonc jsx kt lock lua md mjs php pl properties proto ps1 py r rb rs rst sass scala scss service sh sql svelte svg swift tf toml ts tsx txt vue xml yaml yml';
const fileName = new RegExp(
  String.raw`^(?:\.{0,2}/)?(?:[\w.@-]+/)*(?:(?:Docker|Container)file(?:[._-][\w.-]+)?|[\w-]+\.Dockerfile|Makefile|Procfile|Caddyfile|Vagrantfile|Jenkinsfile|\.(?:dockerignore|gitignore|env(?:\.\w+)?)|[\w@.-]*\w\.(?:${extensions.replaceAll(' ', '|')}))$`,
);
const verbs =
  /\b(?:creat|sav|add|cop(?:y|ies)|past|put|writ|edit|updat|replac|chang|modif|fill|mak)(?:e|es|ed|ing|y)?\b|\b(?:named|called)\b|\bcontents?\b|\bshould (?:now )?look like\b|\blooks? like\b|\bhere(?:['’]s| is)\b|\b(?:full|complete|final|whole|entire|finished) \b|\bnew version\b|\bdefines\b/i;

const asks = /\b(?:create|save|write|add|put|copy|paste|make|edit|update|replace|change|modify|fill)\b/i;
// A file that is there already, or was written before, is shown and not to be written.
const shown =
  /\b(?:you(?:['’]ll| will| can)? (?:now )?(?:find|notice)|consider|(?:take|have) a look|look(?:ing)? at|remember|recall)\b|\b(?:that|which) (?:you|we)(?:['’]ve| have)? (?:already |just |previously )?(?:created|wrote|built|made|used)\b|\balready (?:contains?|has|have|includes?|exists?|provides?)\b|\b(?:comes|ships) with\b|\b(?:was|were|been) (?:auto)?generated\b/i;
/** Speaks of what the sentence before it named. */
const addition =
  /\b(?:append|uncomment|find the|look for|locate|at the (?:end|bottom|top)|(?:existing|same) file|to the (?:end|bottom|top))\b|\b(?:add|insert|change|replace|modify)\b.*\b(?:lines?|section|block|service|instruction|directive|setting|variable)s?\b/i;
const pointing = /^(?:this|that|it|here)\b.*\b(?:looks?|should look|is|are|its contents?)\b[^.]*:$/i;

/** A Dockerfile, YAML, code … whose name the page gives: in the tag, a label, its first line, or a sentence. */
export const fileRule: Rule = (context) => {
  if (context.directive.file !== null)
    return {
      kind: 'file',
      name: context.directive.file,
      because: 'The author says under which name it is saved.',
    };
  const attribute = nameInMeta(context.block);
  if (attribute !== null)
    return { kind: 'file', name: attribute, because: `Its tag names the file \`${attribute}\`.` };
  if (/^(?:diff|patch|mermaid|math|latex|dot|plantuml)$/i.test(context.block.language ?? '')) return null;
  if (context.transcript !== null || context.language === 'session') return null;
  if (context.language === 'shell' || context.language === 'windows' || isTyped(context))
    return scriptFile(context);
  if (context.language === 'output') return (asksToSave(context) ? spoken(context) : null) ?? edited(context);
  return labelled(context) ?? named(context) ?? spoken(context) ?? edited(context);
};

// Shell with arguments is there to be typed, whatever file the sentence above speaks of. One word may be a line of a list.
function isTyped(context: BlockContext): boolean {
  if (!['none', 'odd'].includes(context.language) || !readsAsShell(context.block.text)) return false;
  return context.shell.statements.some((statement) => (statement.commands[0]?.words.length ?? 0) > 1);
}

// What stands below a command that opened an editor is what to save with it, unless it only adds to a file.
function edited(context: BlockContext): Ruling | null {
  const name = context.edited;
  if (name === null || !fileName.test(name) || !fits(name, context) || isAddition(context)) return null;
  return { kind: 'file', name, because: `The command above opens \`${name}\` in an editor.` };
}

// A part of a file must not replace the whole.
function isAddition(context: BlockContext): boolean {
  return paragraphAbove(context).some(({ text }) => addition.test(text));
}

function nameInMeta(block: Block): string | null {
  const match =
    /(?:^|[\s{,])(?:title|save-as|file|filename|file_name|name)=(?:"([^"]+)"|'([^']+)'|([^\s,}]+))/i.exec(
      block.meta,
    );
  const name = match?.[1] ?? match?.[2] ?? match?.[3];
  if (name !== undefined && fileName.test(name)) return name;
  const suffix = /^\w+:(\S+)$/.exec(block.language ?? '')?.[1];
  return suffix !== undefined && fileName.test(suffix) ? suffix : null;
}

function scriptFile(context: BlockContext): Ruling | null {
  const ruling = spoken(context);
  if (ruling?.kind !== 'file' || !/\.(?:sh|bash|env|ps1|bat)$/.test(ruling.name)) return null;
  return asksToSave(context) ? ruling : null;
}

function asksToSave(context: BlockContext): boolean {
  return paragraphAbove(context).some((sentence) => asks.test(sentence.text));
}

function labelled(context: BlockContext): Ruling | null {
  const above = paragraphAbove(context);
  const label =
    above.length === 1 ? above[0]!.text : above.length === 0 ? (context.section.at(-1) ?? '') : '';
  const name = label
    .trim()
    .replace(/[:：]$/, '')
    .replace(/^(?:file(?:name)?|path)\s*[:：]\s*/i, '')
    .trim();
  if (!fileName.test(name) || (above.length === 0 && context.before.length > 0)) return null;
  return { kind: 'file', name, because: `The label above it names the file \`${name}\`.` };
}

function named(context: BlockContext): Ruling | null {
  const first = context.block.text.split('\n')[0] ?? '';
  const name = /^\s*(?:#|\/\/|--|;|\/\*|<!--)\s*(?:file(?:name)?:\s*)?(\S+)\s*(?:\*\/|-->)?\s*$/i.exec(
    first,
  )?.[1];
  if (name === undefined || !fileName.test(name)) return null;
  return { kind: 'file', name, because: `The comment on its first line names the file \`${name}\`.` };
}

function spoken(context: BlockContext): Ruling | null {
  const paragraph = sentencesAbove(context);
  const pointsBack = pointing.test(paragraph.at(-1)?.text ?? '');
  for (const sentence of paragraph.toReversed()) {
    if (isShown(sentence)) return null;
    if (!verbs.test(sentence.text) && !pointsBack) continue;
    const name = nameInSentence(sentence, context.block);
    if (name !== null && addsTo(sentence) && !isWholeFile(name, context)) return null;
    if (name !== null && fits(name, context)) {
      const path = inFolder(name, context);
      return { kind: 'file', name: path, because: `The sentence above says that it is \`${path}\`.` };
    }
  }
  return null;
}

// Under a heading such as "Create app.py" nothing more may be said.
function sentencesAbove(context: BlockContext): Pick<Sentence, 'text'>[] {
  const heading = context.section.at(-1) ?? '';
  if (context.before.length > 0 || !/\b(?:creat|writ|add|sav)(?:e|es|ing)?\b/i.test(heading))
    return paragraphAbove(context);
  return [{ text: heading }];
}

/** The file to which the sentence above adds something; null when it does not. */
export function extendedFile(context: BlockContext): string | null {
  const sentence = sentencesAbove(context).findLast((one) => addsTo(one));
  return sentence === undefined ? null : nameInSentence(sentence, context.block);
}

function addsTo({ text }: Pick<Sentence, 'text'>): boolean {
  return (
    /\b(?:add|append|insert)(?:s|ed|ing)?\b/i.test(text) &&
    !/\b(?:creat|sav|nam|call|mak|new|writ)(?:e|es|ed|ing)?\b/i.test(text)
  );
}

// Only of these can be told that what is shown is no part of something larger.
function isWholeFile(name: string, context: BlockContext): boolean {
  if (/Dockerfile/i.test(name)) return fits(name, context);
  if (isCompose(name)) return fits(name, context);
  return /(?:^|\/)(?:\.dockerignore|\.gitignore|requirements\.txt)$/.test(name);
}

function isCompose(name: string): boolean {
  return /(?:^|\/)(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/.test(name);
}

/** The file that the sentence above shows but does not ask to save; null when it does not show one. */
export function shownFile(context: BlockContext): string | null {
  const sentence = paragraphAbove(context).findLast(isShown);
  return sentence === undefined ? null : nameInSentence(sentence, context.block);
}

function isShown(sentence: Pick<Sentence, 'text'>): boolean {
  return shown.test(sentence.text) && !asks.test(sentence.text);
}

// The heading may say in which folder a file is that the sentence calls by its last name.
function inFolder(name: string, context: BlockContext): string {
  const heading = (context.section.at(-1) ?? '').trim();
  return fileName.test(heading) && heading.endsWith(`/${name}`) ? heading : name;
}

function nameInSentence(sentence: Pick<Sentence, 'text'>, block: Block): string | null {
  const tokens = [...sentence.text.matchAll(/[\w./@-]*\w/g)].map((match) => ({
    text: match[0].replace(/\.$/, ''),
    at: match.index,
  }));
  const names = tokens.filter(({ text }) => fileName.test(text));
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

// A sentence may name a file that it does not show: what is shown must be able to be that file.
function fits(name: string, context: BlockContext): boolean {
  const language = (context.block.language ?? '').toLowerCase();
  const { text } = context.block;
  if (/(?:Docker|Container)file/i.test(name)) return /^\s*FROM\s+\S/m.test(text);
  if (context.language === 'none' && /^(?:\s*#.*\n)*FROM \S+/.test(text)) return false;
  if (/\.(?:ya?ml)$/.test(name))
    return (
      !['json', 'dockerfile', 'js', 'python'].includes(language) &&
      /^\s*[\w"'-]+:/m.test(text) &&
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
