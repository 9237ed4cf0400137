import { readsAsShell } from '../../shell/reads-as-shell.ts';
import type { BlockContext, Rule, Ruling } from '../block-context.ts';
import { paragraphAbove } from '../block-context.ts';
import { isBuiltNext } from '../files/built-next.ts';
import { fileFits, isWholeFile } from '../files/file-fits.ts';
import { isThere, writtenByPage } from '../files/file-makers.ts';
import { isFileName, nameInMeta, nameInSentence } from '../files/file-name.ts';
import { changedFile, partOfFile } from '../files/file-part.ts';
import {
  addsTo,
  asksToSave,
  isAddition,
  isShown,
  sentencesAbove,
  shownFile,
} from '../files/file-sentences.ts';
import { introducedFile } from '../files/introduced-file.ts';
import { neededFile } from '../files/needed-file.ts';

const verbs =
  /\b(?:creat|sav|add|cop(?:y|ies)|past|put|writ|edit|updat|replac|chang|modif|fill|mak)(?:e|es|ed|ing|y)?\b|\b(?:named|called)\b|\bcontents?\b|\bshould (?:now )?look like\b|\blooks? like\b|\bhere(?:['’]s| is)\b|\b(?:full|complete|final|whole|entire|finished) \b|\bnew version\b|\bdefines\b/i;
const pointing = /^(?:this|that|it|here)\b.*\b(?:looks?|should look|is|are|its contents?)\b[^.]*:$/i;

/** A Dockerfile, YAML, code … whose name the page gives: in the tag, a label, its first line, or a sentence. */
export const fileRule: Rule = (context) => {
  if (context.directive.file !== null)
    return {
      kind: 'file',
      name: context.directive.file,
      because: 'The author says under which name it is saved.',
    };
  if (partOfFile(context) !== null) return null;
  const attribute = nameInMeta(context.block);
  if (attribute !== null)
    return { kind: 'file', name: attribute, because: `Its tag names the file \`${attribute}\`.` };
  if (/^(?:diff|patch|mermaid|math|latex|dot|plantuml)$/i.test(context.block.language ?? '')) return null;
  if (context.transcript !== null || context.language === 'session') return null;
  if (context.language === 'shell' || context.language === 'windows' || isTyped(context))
    return scriptFile(context);
  if (context.language === 'output') return (asksToSave(context) ? spoken(context) : null) ?? edited(context);
  return labelled(context) ?? named(context) ?? spoken(context) ?? introduced(context);
};

// What may be a part of the file that it names is not all of the file that an editor or a build wants, either.
function introduced(context: BlockContext): Ruling | null {
  const file = introducedFile(context);
  if (file === null) return edited(context) ?? built(context) ?? needed(context);
  if (file.isDoubtful) return null;
  const { name } = file;
  return { kind: 'file', name, because: `The sentence above names the file \`${name}\`.` };
}

// Shell with arguments is there to be typed, whatever file the sentence above speaks of. One word may be a line of a list.
function isTyped(context: BlockContext): boolean {
  if (!['none', 'odd'].includes(context.language) || !readsAsShell(context.block.text)) return false;
  return context.shell.statements.some((statement) => (statement.commands[0]?.words.length ?? 0) > 1);
}

// What stands below a command that opened an editor is what to save with it, unless it only adds to a file.
function edited(context: BlockContext): Ruling | null {
  const name = context.edited;
  if (name === null || !isFileName(name) || !fileFits(name, context) || isAddition(context)) return null;
  return { kind: 'file', name, because: `The command above opens \`${name}\` in an editor.` };
}

function built(context: BlockContext): Ruling | null {
  const isOther = [shownFile(context), changedFile(context)].some((name) => name !== null);
  if (isOther || !isBuiltNext(context)) return null;
  const old = writtenByPage('Dockerfile', context.planned);
  if (old === null && isThere('Dockerfile', context.planned)) return null;
  const because = 'It is a whole Dockerfile, and the next block builds from the folder.';
  return { kind: 'file', name: 'Dockerfile', because, ...(old === null ? {} : { step: 'saved' }) };
}

function needed(context: BlockContext): Ruling | null {
  const name = neededFile(context);
  if (name === null) return null;
  const because = `The sentence above names \`${name}\`, which the page uses below and has not made yet.`;
  return { kind: 'file', name, because };
}

function scriptFile(context: BlockContext): Ruling | null {
  const label = context.before.length === 0 ? null : labelled(context);
  if (label !== null && isScript(label.name) && !isRun(label.name, context)) return label;
  const ruling = spoken(context);
  if (ruling === null || !isScript(ruling.name)) return null;
  return asksToSave(context) && !isWrittenBy(context, ruling.name) ? ruling : null;
}

function isScript(name: string): boolean {
  return /\.(?:sh|bash|env|ps1|bat)$/.test(name);
}

// Below the name of a script may stand how it is run.
function isRun(name: string, { block }: BlockContext): boolean {
  return block.text.includes(name.split('/').at(-1)!);
}

// `cat > .env <<EOF` is typed, and writes the file of which the sentence above speaks.
function isWrittenBy({ block }: BlockContext, name: string): boolean {
  const targets = [...block.text.matchAll(/(?:>|\btee(?: -a)?) ?["']?([\w./~$-]+)/g)];
  return targets.some(([, target]) => target!.split('/').at(-1) === name.split('/').at(-1));
}

type FileRuling = Ruling & { kind: 'file' };

function labelled(context: BlockContext): FileRuling | null {
  const above = paragraphAbove(context);
  const label =
    above.length === 1 ? above[0]!.text : above.length === 0 ? (context.section.at(-1) ?? '') : '';
  const name = label
    .trim()
    .replace(/[:：]$/, '')
    .replace(/^(?:file(?:name)?|path)\s*[:：]\s*/i, '')
    .trim();
  if (!isFileName(name) || (above.length === 0 && context.before.length > 0)) return null;
  if (/(?:Docker|Container)file/.test(name) && !fileFits(name, context)) return null;
  return { kind: 'file', name, because: `The label above it names the file \`${name}\`.` };
}

function named(context: BlockContext): Ruling | null {
  const first = context.block.text.split('\n')[0] ?? '';
  const name = /^\s*(?:#|\/\/|--|;|\/\*|<!--)\s*(?:file(?:name)?:\s*)?(\S+)\s*(?:\*\/|-->)?\s*$/i.exec(
    first,
  )?.[1];
  if (name === undefined || !isFileName(name)) return null;
  return { kind: 'file', name, because: `The comment on its first line names the file \`${name}\`.` };
}

function spoken(context: BlockContext): FileRuling | null {
  if (changedFile(context) !== null) return null;
  const paragraph = sentencesAbove(context);
  const pointsBack = pointing.test(paragraph.at(-1)?.text ?? '');
  for (const sentence of paragraph.toReversed()) {
    if (isShown(sentence)) return null;
    if (!verbs.test(sentence.text) && !pointsBack) continue;
    const name = nameInSentence(sentence, context.block);
    if (name !== null && addsTo(sentence) && !isWholeFile(name, context)) return null;
    if (name !== null && fileFits(name, context)) {
      const path = inFolder(name, context);
      return { kind: 'file', name: path, because: `The sentence above says that it is \`${path}\`.` };
    }
  }
  return null;
}

// The heading may say in which folder a file is that the sentence calls by its last name.
function inFolder(name: string, context: BlockContext): string {
  const heading = (context.section.at(-1) ?? '').trim();
  return isFileName(heading) && heading.endsWith(`/${name}`) ? heading : name;
}
