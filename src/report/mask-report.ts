import type { BlockReport, Cause, CommandReport, Report } from '../model/report.ts';
import { mask } from './mask.ts';

type Clean = (text: string) => string;

/**
 * A report that may leave the author's computer: secrets and each word of `hide` (host name, home folder) are masked
 * in all that a machine printed or made. What the page itself says stays.
 */
export function maskReport(report: Report, hide: readonly string[]): Report {
  const clean: Clean = (text) => mask(text, hide);
  return {
    ...report,
    posts: report.posts.map((post) => ({
      ...post,
      blocks: post.blocks.map((block) => maskBlock(block, clean)),
    })),
  };
}

function maskBlock(block: BlockReport, clean: Clean): BlockReport {
  return {
    ...block,
    cause: maskCause(block.cause, clean),
    commands: block.commands.map((command) => maskCommand(command, clean)),
  };
}

function maskCommand(command: CommandReport, clean: Clean): CommandReport {
  const { ran, source, bindings } = command;
  const values = Object.entries(bindings).map(([name, value]) => [name, clean(value)] as const);
  return {
    ...command,
    ran: ran === null || ran === source ? ran : clean(ran),
    output: clean(command.output),
    // A mask has no looks, so where one is needed the plain text must do.
    styled: clean(command.output) === command.output ? command.styled : null,
    opened: command.opened && clean(command.opened),
    bindings: Object.fromEntries(values),
    prepared: command.prepared.map(clean),
    notes: command.notes.map(clean),
    expectations: command.expectations.map((one) => ({ ...one, message: clean(one.message) })),
    cause: maskCause(command.cause, clean),
  };
}

function maskCause(cause: Cause | null, clean: Clean): Cause | null {
  return cause && { ...cause, message: clean(cause.message), hint: cause.hint && clean(cause.hint) };
}
