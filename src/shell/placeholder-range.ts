/** A word of shell text that stands for a value: `<container-id>`, `[OPTIONS]`, `$$user$$`. UTF-16 offsets. */
export interface PlaceholderRange {
  start: number;
  end: number;
  text: string;
  /** What it stands for, where its letters say so. */
  value?: string;
}
