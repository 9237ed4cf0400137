import type { CommandTrait, Dying } from '../../model/plan.ts';
import { callName, dockerCall, hasFlag } from '../../shell/docker-call.ts';
import type { SimpleCommand } from '../../shell/parse-shell.ts';
import type { BlockContext } from '../block-context.ts';
import type { Sentence } from '../reading/sentences.ts';

const atOnce =
  /\b(?:exits?|ends?|stops?|dies|quits?|terminates?|crash(?:es)?|fails?)\s+(?:again\s+)?(?:(?:almost|nearly)\s+)?(?:at once|immediately|instantly|right away|straight ?away)\b/i;
const withStatus =
  /\b(?:exit(?:s|ed)|end(?:s|ed)|stop(?:s|ped)|dies|died|terminate[sd]|crashe[sd])\s+(?:again\s+)?with\s+(?:an?\s+|the\s+)?(?:exit\s+|error\s+|return\s+|status\s+)*(?:code|status)\s*(?:of\s+)?["“'`]?(\d{1,3})?/i;
const crashes =
  /\b(?:container|service|it)\s+(?:has\s+|will\s+|keeps\s+)?(?:crash(?:es|ed|ing)?|dies|died|restarting)\b/i;
const subject =
  /\b(?:the|this|that|our|your)\s+(?:[\w-]+\s+){0,2}(?:container|service|database|server)\b|^(?:\w+,\s+)?(?:it|this)\b/i;
const uncertain =
  /\b(?:if|unless|when(?:ever)?|as soon as|until|might|may|could|can|would|should|otherwise|sometimes|usually|normally|never|no longer|not)\b|n['’]t\b/i;
const conditional = /\b(?:if|unless|when(?:ever)?)\b/i;

/** What a sentence says of a container that ends by itself: "The container `db` exits at once"; null for nothing. */
export function dyingIn({ text, spans }: Sentence): Dying | null {
  const said = withStatus.exec(text) ?? atOnce.exec(text) ?? crashes.exec(text);
  if (said === null) return null;
  const upTo = text.slice(0, said.index + said[0].length);
  if (uncertain.test(upTo) || conditional.test(text)) return null;
  const isNamed = spans.some(({ at }) => at < said.index);
  // What introduces the next block may be about what that one starts.
  if (!isNamed && (/[:：]$/.test(text) || !subject.test(upTo))) return null;
  return { exitStatus: said[1] === undefined ? null : Number(said[1]), sentence: text };
}

/** The trait of a `docker run` whose container exits with a status that the prose names, as then it does itself. */
export function failingByExit(
  commands: readonly SimpleCommand[],
  { before, after }: Pick<BlockContext, 'before' | 'after'>,
): CommandTrait | null {
  const call = commands.length === 1 ? dockerCall(commands[0]!.words) : null;
  if (call === null || callName(call) !== 'container run' || hasFlag(call, '-d', '--detach')) return null;
  const near = [...before.slice(-1).filter(({ text }) => /[:：]$/.test(text)), ...after.slice(0, 1)];
  const dying = near.map(dyingIn).find((one) => one !== null && one.exitStatus !== null);
  if (dying === undefined || dying === null || dying.exitStatus === 0) return null;
  const because = `The text says "${dying.sentence.slice(0, 100)}".`;
  return { kind: 'meant-to-fail', exitStatus: dying.exitStatus, because };
}
