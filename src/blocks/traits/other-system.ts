import type { CommandTrait } from '../../model/plan.ts';
import { withoutWrappers } from '../../shell/docker-call.ts';
import type { SimpleCommand } from '../../shell/parse-shell.ts';
import type { BlockContext } from '../block-context.ts';
import { paragraphAbove } from '../block-context.ts';
import { labelledSystem } from './system-label.ts';

const systems = 'windows|macos|mac os x?|mac|powershell|git bash|command prompt|cmd\\.exe';
const beginning = new RegExp(
  `^(?:(?:if|when) you(?:['’]re| are)? (?:using|on|running|in)|on|for|in|using|with) (?:[\\w.-]+ ){0,2}?(${systems})\\b|^(windows|mac(?:os)?|powershell) users\\b`,
  'i',
);
const inShell =
  /\b(?:in|with|using|from|open|start|launch) (?:a |an |the |your )?(?:windows )?(powershell|command prompt|cmd\.exe|windows terminal)\b(?!\s+or\b)/i;
const introducing =
  /[:：]$|\b(?:following|below|this|these)\b.*\b(?:commands?|script|lines?)\b|\b(?:run|use|type|execute|enter|try)\b/i;

/** The trait of all commands of a block that is for another system than Linux; null when none says so. */
export function otherSystem(context: BlockContext, tab: string | null): CommandTrait | null {
  const because = reason(context, tab);
  return because === null ? null : { kind: 'other-system', because };
}

/** The trait of a command that stands under a comment that names another system (`# On Windows`); null for others. */
export function otherByComment(comment: string | null): CommandTrait | null {
  if (comment === null || labelledSystem(comment) !== 'other') return null;
  return { kind: 'other-system', because: `The comment above it says "${comment}".` };
}

const elsewhere = /^(?:ssh:\/\/|(?:tcp|https?):\/\/(?!(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::|\/|$)))/;

// Set in the reader's shell or for one command of it; what `docker run -e` gives to a container is no affair of theirs.
const ownHost = /(?:^|[;&|]\s*|\bexport\s+)(?:\w+=\S*\s+)*DOCKER_HOST=["']?(\S+?)["']?(?:\s|$)/m;

/** The trait of a command that turns to a Docker Engine of another computer, or starts one beside the machine's; null for others. */
export function otherEngine(commands: readonly SimpleCommand[], source: string): CommandTrait | null {
  const host = ownHost.exec(source)?.[1];
  if (host !== undefined && elsewhere.test(host))
    return { kind: 'other-system', because: `It turns to a Docker Engine of another computer, ${host}.` };
  const starts = commands.some(({ words }) => withoutWrappers(words)[0]?.text === 'dockerd');
  return starts
    ? { kind: 'other-system', because: 'It starts a Docker Engine, and this machine’s own one runs already.' }
    : null;
}

/** The trait of a command of the reader's own shell whose program only another system has; null for others. */
export function otherManager(commands: readonly SimpleCommand[]): CommandTrait | null {
  const program = commands
    .map(({ words }) =>
      words.map(({ text }) => text).find((word) => word !== 'sudo' && !word.startsWith('-')),
    )
    .find((word) => /^(?:brew|choco|winget|scoop|dnf|yum|zypper|pacman|apk|emerge|snap)$/.test(word ?? ''));
  if (program === undefined) return null;
  return {
    kind: 'other-system',
    because: `\`${program}\` is a package manager of another system than the machine’s Debian.`,
  };
}

function reason(context: BlockContext, tab: string | null): string | null {
  if (context.language === 'windows')
    return `Its tag \`${context.block.language}\` is that of a Windows shell.`;
  if (context.transcript?.entries.some((entry) => entry.prompt?.kind === 'powershell'))
    return 'Its prompt is that of a Windows shell.';
  if (tab !== null && labelledSystem(tab) === 'other') return `It stands in the tab "${tab}".`;
  const above = paragraphAbove(context);
  const label = above.length === 1 ? labelledSystem(above[0]!.text) : null;
  if (label === 'other') return `The label above it says "${above[0]!.text}".`;
  if (label === 'linux') return null;
  const said = introducedFor(above.at(-1)?.text ?? '');
  if (said !== null) return `The text before it is about ${said}.`;
  // The nearest heading that names a system decides.
  const heading = context.section.findLast((one) => labelledSystem(one) !== null);
  return heading !== undefined && labelledSystem(heading) === 'other'
    ? `It stands under the heading "${heading}".`
    : null;
}

// The system for which a sentence introduces what follows; what it only mentions says nothing of the block.
function introducedFor(text: string): string | null {
  if (
    /linux|\bwsl\b|\bor (?:an? |the |your |any )?(?:terminal|shell|bash)\b/i.test(text) ||
    !introducing.test(text)
  )
    return null;
  const match = beginning.exec(text) ?? inShell.exec(text);
  return match === null ? null : (match[1] ?? match[2] ?? null);
}
