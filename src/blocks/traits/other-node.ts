import type { CommandTrait } from '../../model/plan.ts';
import { type DockerCall, dockerCall } from '../../shell/docker-call.ts';
import type { SimpleCommand } from '../../shell/parse-shell.ts';
import type { BlockContext } from '../block-context.ts';
import { terminalTag } from '../reading/language.ts';

/**
 * The trait of a command that needs a second machine: it joins a swarm, is typed on another node of it, or names one.
 * A reader with one computer can't follow it, and neither can a machine. Null for all others.
 */
export function otherNode(context: BlockContext, commands: readonly SimpleCommand[]): CommandTrait | null {
  const reason = reasonFor(context, commands);
  return reason === null ? null : { kind: 'other-system', because: reason };
}

function reasonFor(context: BlockContext, commands: readonly SimpleCommand[]): string | null {
  if (!context.names.swarm) return null;
  if ((terminalTag(context.block.language) ?? 1) > 1)
    return 'Its terminal is on another node of the swarm, which takes a second computer.';
  for (const { words } of commands) {
    const call = dockerCall(words);
    if (call?.object === 'swarm' && call.verb === 'join')
      return 'A second computer joins the swarm with it; one computer has one node.';
    if (call?.object === 'node' && namesNode(call) && hasOtherNodes(context))
      return 'It names a node of a swarm of several computers.';
  }
  return null;
}

function namesNode(call: DockerCall): boolean {
  const name = call.args[0]?.text;
  return name !== undefined && name !== 'self' && !/[$`<]/.test(name);
}

function hasOtherNodes(context: BlockContext): boolean {
  return context.names.joins || context.blocks.some((block) => (terminalTag(block.language) ?? 1) > 1);
}

const nodeTable = /^\s*ID\s+HOSTNAME\s+STATUS\b/;

/** Whether a list of nodes shows more of them than a reader with one computer has, who has skipped what adds the others. */
export function showsOtherNodes(context: BlockContext): boolean {
  const { text } = context.block;
  return nodeTable.test(text) && (text.match(/\bReady\b/g)?.length ?? 0) > 1 && hasOtherNodes(context);
}
