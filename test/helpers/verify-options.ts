import type { VerifyArguments } from '../../src/commands/arguments.ts';

/** What `seaworthy verify` does without options; tests name their paths. */
export const verifyOptions: VerifyArguments = {
  paths: [],
  json: null,
  junit: null,
  sarif: null,
  html: null,
  record: false,
  dryRun: false,
  block: null,
  keep: false,
  jobs: null,
  repeat: null,
  changed: false,
  allowBlocked: false,
};
