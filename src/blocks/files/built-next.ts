import type { Block } from '../../model/block.ts';
import { callName, dockerCall, hasFlag } from '../../shell/docker-call.ts';
import { parseShell } from '../../shell/parse-shell.ts';
import { hasPrompts, splitTranscript } from '../../shell/transcript.ts';
import { type BlockContext, paragraphAbove } from '../block-context.ts';
import { languageTag } from '../reading/language.ts';
import { fileFits } from './file-fits.ts';

const instructions = /^(?:FROM|ARG|RUN|CMD|LABEL|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR)\s/gm;
const notThis = /\b(?:avoid|instead of|bad|wrong|mistakes?|previous|earlier|old|not)\b|n['’]t\b/i;

/**
 * Whether a block that nothing names is a whole Dockerfile and the very next block builds from the folder: the build
 * finds no other. One that was saved before, and not built yet, is the one that is meant.
 */
export function isBuiltNext(context: BlockContext): boolean {
  const { block, blocks, language } = context;
  const mayBe = ['none', 'odd'].includes(language) || /^docker(?:file)?$/.test(languageTag(block.language));
  if (!mayBe || !/^(?:\s*#.*\n|\s*\n|ARG .*\n)*FROM \S/.test(block.text) || !fileFits('Dockerfile', context))
    return false;
  if ((block.text.match(instructions) ?? []).length < 2) return false;
  if (paragraphAbove(context).some(({ text }) => notThis.test(text))) return false;
  const next = blocks[blocks.indexOf(block) + 1];
  return next !== undefined && buildsHere(next) && !waitsForBuild(context);
}

function buildsHere({ text }: Block): boolean {
  const first = hasPrompts(text) ? (splitTranscript(text).entries[0]?.command ?? '') : text;
  return parseShell(first).statements[0]?.commands.some(({ words }) => isBuild(words)) ?? false;
}

function isBuild(words: Parameters<typeof dockerCall>[0]): boolean {
  const call = dockerCall(words);
  if (call === null || !/^(?:image|buildx) build$/.test(callName(call))) return false;
  return /^\.\/?$/.test(call.args[0]?.text ?? '') && !hasFlag(call, '-f', '--file');
}

function waitsForBuild({ planned }: BlockContext): boolean {
  for (const block of planned.toReversed()) {
    if (block.kind === 'file' && /(?:^|\/)Dockerfile$/.test(block.file.name)) return true;
    const sources = 'commands' in block ? block.commands.map(({ source }) => source) : [];
    if (sources.some((source) => /\bbuild\b/.test(source))) return false;
  }
  return false;
}
