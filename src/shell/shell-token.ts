/** What a stretch of shell text is, for colouring. */
export type ShellTokenKind =
  | 'command'
  | 'flag'
  | 'argument'
  | 'string'
  | 'variable'
  | 'operator'
  | 'keyword'
  | 'comment'
  | 'number'
  | 'heredoc'
  | 'placeholder'
  | 'prompt'
  | 'output';

/** A coloured stretch of shell text, in UTF-16 offsets. */
export interface ShellToken {
  start: number;
  end: number;
  kind: ShellTokenKind;
}
