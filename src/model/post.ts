/** One Markdown file as it lies on disk. */
export interface PostSource {
  /** Relative to where the command was given, with `/`: what messages and reports show. */
  path: string;
  /** Absolute. */
  file: string;
  /** The whole text, front matter included, decoded as UTF-8 without a byte order mark. */
  source: string;
}
