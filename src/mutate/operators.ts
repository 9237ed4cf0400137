import type { Change } from './change.ts';
import { blockRemoved } from './operators/block-removed.ts';
import { commandRemoved } from './operators/command-removed.ts';
import { exitStatus } from './operators/exit-status.ts';
import { fileContent } from './operators/file-content.ts';
import { flagMisspelt } from './operators/flag-misspelt.ts';
import { flagRemoved } from './operators/flag-removed.ts';
import { imageMisspelt } from './operators/image-misspelt.ts';
import { nameChanged } from './operators/name-changed.ts';
import { outputNumber } from './operators/output-number.ts';
import { outputValue } from './operators/output-value.ts';
import { outputWord } from './operators/output-word.ts';
import { portChanged } from './operators/port-changed.ts';
import { promisedWord } from './operators/promised-word.ts';
import { quoteRemoved } from './operators/quote-removed.ts';
import { stepsSwapped } from './operators/steps-swapped.ts';
import { tagChanged } from './operators/tag-changed.ts';
import { valueChanged } from './operators/value-changed.ts';
import type { PlannedPost } from './planned-post.ts';

/** The ways to break a post, each by its name. */
export const operators = {
  'flag-removed': flagRemoved,
  'flag-misspelt': flagMisspelt,
  'value-changed': valueChanged,
  'name-changed': nameChanged,
  'port-changed': portChanged,
  'image-misspelt': imageMisspelt,
  'tag-changed': tagChanged,
  'quote-removed': quoteRemoved,
  'command-removed': commandRemoved,
  'block-removed': blockRemoved,
  'steps-swapped': stepsSwapped,
  'output-word': outputWord,
  'output-number': outputNumber,
  'output-value': outputValue,
  'promised-word': promisedWord,
  'exit-status': exitStatus,
  'file-content': fileContent,
} as const satisfies Record<string, (post: PlannedPost) => Change[]>;

/** The name of a way to break a post. */
export type OperatorName = keyof typeof operators;
