import type { Placeholder, PlannedCommand } from '../model/plan.ts';

/** What is out of the ordinary about a planned command, each as a sentence for its author. */
export function planNotes(command: PlannedCommand): string[] {
  return [
    ...traitNotes(command),
    ...command.placeholders.map(placeholderNote),
    ...alternativeNotes(command),
    ...(command.ifThere === undefined
      ? []
      : [
          `The text says "${command.ifThere.replace(/[:.]$/, '')}": where it is not there, nothing is wrong.`,
        ]),
  ];
}

function traitNotes({ trait, terminal, detaches }: PlannedCommand): string[] {
  const other = [
    ...((terminal ?? 1) === 1 ? [] : [`It is typed into terminal ${terminal}.`]),
    ...(detaches ? ['Before it, Ctrl-P Ctrl-Q leaves the container that is open, which goes on.'] : []),
  ];
  switch (trait.kind) {
    case 'plain':
      return other;
    case 'skip':
      return [...other, `The author leaves it out until ${trait.until}: ${trait.reason}`];
    default:
      return [...other, trait.because];
  }
}

function placeholderNote({ text, wants }: Placeholder): string {
  switch (wants.object) {
    case 'container':
      return `${text} stands for a container that is ${stateWords[wants.state]}.`;
    case 'fixed':
      return `${text} is typed as ${wants.value}.`;
    case 'address':
      return `${text} stands for the address of a container that is running.`;
    case 'unknown':
      return `Nothing says what ${text} stands for.`;
    default:
      return `${text} stands for ${wants.object === 'image' ? 'an' : 'a'} ${wants.object} of this page.`;
  }
}

const stateWords = {
  running: 'running',
  stopped: 'stopped',
  paused: 'paused',
  any: 'there',
  'running-first': 'there, running if possible',
} as const;

function alternativeNotes({ alternative }: PlannedCommand): string[] {
  if (alternative === null) return [];
  if (alternative.isCase)
    return [`${alternative.because} Only readers in that case type it: on a machine of its own.`];
  return alternative.choice === 0
    ? ['A reader may take another way here; this is the first.']
    : [alternative.because];
}
