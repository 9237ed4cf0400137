import type { CommandTrait } from '../model/plan.ts';
import type { BlockContext } from './block-context.ts';
import { paragraphAbove } from './block-context.ts';

const systems = 'windows|macos|mac os x?|mac|powershell|git bash|command prompt|cmd(?:\\.exe)?';
const conditional = new RegExp(
  `^(?:(?:if|when) you(?:['’]re| are)? (?:using|on|running|in)|on|for|in|using|with) (?:[\\w.-]+ ){0,2}?(${systems})\\b`,
  'i',
);
const heading = new RegExp(
  `^(?:on |for |using |install(?:ing)? (?:docker )?(?:desktop )?(?:on|for) )?(${systems})(?: users?)?[ :]*$`,
  'i',
);

/** The trait of all commands of a block that is for another system than Linux; null when none says so. */
export function otherSystem(context: BlockContext, tab: string | null): CommandTrait | null {
  const because = reason(context, tab);
  return because === null ? null : { kind: 'other-system', because };
}

function reason(context: BlockContext, tab: string | null): string | null {
  if (context.language === 'windows')
    return `Its tag \`${context.block.language}\` is that of a Windows shell.`;
  if (context.transcript?.entries.some((entry) => entry.prompt?.kind === 'powershell'))
    return 'Its prompt is that of a Windows shell.';
  if (tab !== null && heading.test(tab)) return `It stands in the tab "${tab}".`;
  const program = context.shell.statements
    .map((statement) => statement.commands[0]?.words[0]?.text)
    .find((word) => /^(?:brew|choco|winget|scoop)$/.test(word ?? ''));
  if (program !== undefined) return `\`${program}\` is a package manager of another system.`;
  const said = paragraphAbove(context)
    .map((sentence) => (/linux/i.test(sentence.text) ? null : conditional.exec(sentence.text)))
    .find((match) => match !== null);
  if (said != null) return `The text before it is about ${said[1]}.`;
  const last = context.section.at(-1) ?? '';
  return heading.test(last) ? `It stands under the heading "${last}".` : null;
}
