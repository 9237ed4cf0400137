import type { Place } from './place.ts';

/** How bad a finding is: errors make a command end with 1. */
export type Severity = 'error' | 'warning' | 'note';

/**
 * A mistake of an author, or something an author should know. Collected, never thrown.
 * `message` says what was found (and what was expected), `hint` what to do about it.
 */
export interface Diagnostic {
  code: DiagnosticCode;
  severity: Severity;
  place: Place;
  message: string;
  hint: string;
}

/** Every code a finding can have, with the severity it has by default. Each is explained in the README. */
export const diagnosticCodes = {
  'front-matter-missing': 'error',
  'front-matter-syntax': 'error',
  'front-matter-type': 'error',
  'front-matter-unknown-key': 'warning',
  'post-withheld': 'note',
  'history-shallow': 'note',
  'slug-duplicate': 'error',
  'file-not-utf8': 'error',
  'file-too-large': 'error',
  'file-unreadable': 'error',
  'folder-empty': 'error',
  'site-config': 'error',
  'base-url-missing': 'note',
  'link-broken': 'error',
  'anchor-broken': 'error',
  'image-missing': 'error',
  'html-removed': 'warning',
  'fence-unclosed': 'error',
  'fence-swallows': 'warning',
  'language-unknown': 'warning',
  'info-string-invalid': 'warning',
  'block-not-read': 'warning',
  'tabs-unclosed': 'warning',
  'shell-syntax': 'error',
  'shell-typography': 'warning',
  'template-variable': 'warning',
  'file-name-uncertain': 'warning',
  'flag-not-typed': 'error',
  'room-not-opened': 'warning',
  'room-not-left': 'warning',
  'output-unproven': 'warning',
  'directive-invalid': 'error',
  'skip-ended': 'warning',
  'placeholder-ambiguous': 'warning',
  'proof-unreadable': 'warning',
  'markup-unknown': 'warning',
  'diagram-markup': 'note',
  'diagram-not-drawn': 'note',
  'post-without-blocks': 'note',
} as const satisfies Record<string, Severity>;

/** The name of a kind of finding. */
export type DiagnosticCode = keyof typeof diagnosticCodes;

/** A finding with its code's default severity. */
export function diagnostic(code: DiagnosticCode, place: Place, message: string, hint: string): Diagnostic {
  return { code, severity: diagnosticCodes[code], place, message, hint };
}
