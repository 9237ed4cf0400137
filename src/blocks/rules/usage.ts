import { dockerCall } from '../../shell/docker-call.ts';
import { wordsOf } from '../../shell/words-of.ts';
import type { BlockContext, Rule } from '../block-context.ts';
import { cutStatements } from '../cut/cut-statements.ts';
import { cutTranscript } from '../cut/cut-transcript.ts';
import { plainWord } from '../names/page-names.ts';

const brackets =
  /(?:^|\s)\[(?:OPTIONS|COMMAND|ARGS?\b|FLAGS|options|flags|-{1,2}\w|[A-Z][A-Z_ |.-]*)[^\]]*\]/;
const repetition = /\b[A-Z][A-Z_-]*\.\.\.|\]\.\.\.|>\.\.\./;
const tools = /^(?:\$\s+)?(?:sudo\s+)?(?:docker|docker-compose|podman)\b/;
const standsForMore = /[A-Z<[]/;
const ellipsis = /^(?:…|\.{3})$/;

/** A synopsis shows the form of a command: brackets, `ARG...`, words where only the reader knows the value, or `…` for the rest. */
export const usageRule: Rule = (context) => {
  if (!['shell', 'session', 'none', 'odd'].includes(context.language)) return null;
  const text = context.block.text.replace(/\\\n\s*/g, ' ');
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^\s*#/.test(line));
  if (lines.length === 0 || !lines.every((line) => tools.test(line.trim()))) return null;
  if (lines.every((line) => brackets.test(line) || repetition.test(line))) {
    return {
      kind: 'usage',
      because: 'It shows the form of a command, with brackets or `…` where the reader chooses.',
    };
  }
  if (lines.every((line) => leavesOut(line)))
    return { kind: 'usage', because: 'It shows a part of a command: `…` stands for the rest.' };
  const open = metavariables(context);
  if (open === null) return null;
  return {
    kind: 'usage',
    because: `It shows the form of a command: ${open} stands for what the reader chooses.`,
  };
};

// "docker run --mount type=volume,target=/data …" shows a flag. Behind an image, what a container is told may have such a word.
function leavesOut(line: string): boolean {
  return wordsOf(line.replace(/^\s*\$\s+/, '')).some((words) => {
    const call = dockerCall(words);
    if (call === null) return false;
    const isOwn =
      /^(?:run|create|exec)$/.test(call.verb) && call.object !== 'network' && call.object !== 'volume';
    return (isOwn ? call.args.slice(0, 1) : call.args).some(({ text }) => ellipsis.test(text));
  });
}

// Every command holds a word that no object of the machine can stand in for.
function metavariables(context: BlockContext): string | null {
  if (!standsForMore.test(context.block.text)) return null;
  const cuts =
    context.transcript === null
      ? cutStatements(context.block, context.shell, context.names)
      : cutTranscript(context.block, context.transcript, context.names);
  const open = cuts.map((cut) => {
    const free = cut.found
      .filter((one) => standsForMore.test(one.text) && one.wants.object !== 'fixed')
      // The reader's name in front of an image that the page makes: it has been chosen.
      .filter((one) => !context.names.namespaces.has(plainWord(one.text)))
      .filter((one) => one.creates || one.wants.object === 'unknown' || one.wants.object === 'port');
    if (cut.commands.every((command) => dockerCall(command.words) === null)) return null;
    if (free.some((one) => context.directive.bind.has(one.text))) return null;
    return free.length > 0 ? `\`${free[0]!.text}\`` : null;
  });
  if (open.length === 0 || open.some((one) => one === null)) return null;
  return [...new Set(open)].join(', ');
}
