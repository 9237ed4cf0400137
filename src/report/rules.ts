import type { DiagnosticCode } from '../model/diagnostic.ts';

/** What each finding means and what to do about it, in Markdown; the README's table says the same. */
export const findingRules: Record<DiagnosticCode, string> = {
  'front-matter-missing': 'The post does not begin with front matter. Put it between two lines `---`.',
  'front-matter-syntax': 'The front matter is no YAML, or never ends. Correct the place shown.',
  'front-matter-type': 'A value has the wrong type, or `title` is missing. Write what the message asks for.',
  'front-matter-unknown-key': 'Nobody reads this key. Correct its spelling or remove it.',
  'post-withheld':
    'The post is left out, for its date lies ahead or its end has come. `--drafts` puts it in.',
  'history-shallow':
    'A shallow clone hides when posts were last changed. Fetch all of its history, or write `lastmod`.',
  'slug-duplicate': 'Two pages would have one address. Give one of them another `slug`.',
  'file-not-utf8': 'The file is not UTF-8. Save it as UTF-8.',
  'file-too-large': 'The file is over 5 MB. Split the post.',
  'file-unreadable':
    'The path is not there, may not be read, is no Markdown file, or nests too deeply. Check it.',
  'folder-empty': 'The folder holds no post. Name another one.',
  'site-config': '`site.yaml` is wrong. See its keys under “Writing a post”.',
  'base-url-missing':
    'Feeds, site map and what else needs full addresses are not made. Write `baseUrl` into `site.yaml`.',
  'link-broken': 'No page or file is there. Correct the link, or list the part as `planned`.',
  'anchor-broken': 'The page has no such heading. Use the id that GitHub would give the heading.',
  'image-missing': 'The image is not there. Put it beside the post or correct its path.',
  'html-removed': 'This HTML is not allowed and was left out. Use Markdown.',
  'fence-unclosed': 'A block is never closed. Close it with the fence that opened it.',
  'fence-swallows': 'A fence opens inside a block. Close the block before it, or indent it less.',
  'language-unknown': 'A tag is unknown or missing on what reads as shell. Write `bash`.',
  'info-string-invalid': "Words behind a tag, such as `{2,x}`, can't be read and do nothing. Correct them.",
  'block-not-read': 'Code in HTML or in a shortcode is not verified. Write it as a fenced block.',
  'tabs-unclosed': 'A set of tabs is never ended. End it, so that what follows belongs to all readers.',
  'shell-syntax': "Bash can't read this. Correct it, or tag the block with what it is.",
  'shell-typography': 'Typographic quotes, dashes or blanks in a command. Write plain ones.',
  'template-variable': 'A variable such as `%%IMAGE%%` was never filled in. Write the value.',
  'file-name-uncertain':
    'The block looks like a file without a sure name, or a part of one. Add `file=…`. What uses a file that it may be a part of is blocked.',
  'flag-not-typed':
    'The sentence that leads to a block says what a flag does, and no command there has it. Add it, or correct the sentence.',
  'room-not-opened':
    'The prompt is that of a container or program that no block opens. Show the command that opens it.',
  'room-not-left':
    'A Docker command follows what opens a shell in a container, which has no Docker. Show `exit` before it.',
  'output-unproven': 'No command in a block prints this output. Show the command that does, right above.',
  'directive-invalid':
    "A verify comment can't be read or stands in the wrong place. See the comments under “Writing a post”.",
  'skip-ended':
    'The date until which a block is skipped has passed. Prove it, or give a new reason and date.',
  'placeholder-ambiguous': 'Only the reader knows what to type here. Add `bind …`.',
  'proof-unreadable': "`proof.json` can't be read. Record it anew with `verify --record`.",
  'markup-unknown':
    'A mark of another site generator is shown as it stands. Write it in Markdown, or take it out.',
  'diagram-markup': 'Marks such as `**` show as they are in a code block. Remove them.',
  'diagram-not-drawn':
    'A diagram is given as text for a program that draws it (Mermaid …), and none does. Show an SVG file.',
  'post-without-blocks': 'There is nothing in the post to verify.',
};

/** What each way in which a block can fail means, in Markdown; the README's table says the same. */
export const failureRules = {
  'command-failed': 'A command does not end as it should. Correct it, or what leads to it.',
  'output-differs': 'The output shown is not what the command prints. Show what it prints.',
  'words-missing': 'Words that the prose promises were not printed. Correct the prose, or the command.',
  'address-silent': 'An address does not answer as promised. Check the port that is published.',
  'usage-differs': "A synopsis is not the tool's own. Write it as the tool does.",
  'container-died': 'A container started in the background has died. Look at its logs.',
  'check-failed': 'A hidden check of the author does not hold. Correct the page, or the check.',
  'left-behind': 'A section that cleans up leaves something of the post behind. Remove that too.',
  'file-not-written': 'A file of the page could not be written. Check its name and folder.',
  'skip-expired':
    'The date until which a block is skipped has passed. Prove it, or give a new reason and date.',
  blocked: 'Something outside the page is missing, so nothing is known. Verify where it can be reached.',
} as const satisfies Record<string, string>;

/** The name of a way to fail. */
export type FailureCode = keyof typeof failureRules;
