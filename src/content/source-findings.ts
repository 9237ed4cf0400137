import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { pointAt } from '../model/place.ts';

/** A file is larger than a post may be; `size` in bytes. */
export function tooLarge(shown: string, size: number): Diagnostic {
  const megabytes = (size / 1024 / 1024).toFixed(1);
  const message = `The file has ${megabytes} MB; a post may have 5 MB.`;
  return diagnostic(
    'file-too-large',
    pointAt(shown),
    message,
    'Split the post, or move data out of its text.',
  );
}

/** A folder that was named holds no post. */
export function emptyFolder(shown: string): Diagnostic {
  const hint = 'Put posts there, such as first-post.md or first-post/index.md, or name another folder.';
  return diagnostic('folder-empty', pointAt(shown), 'The folder holds no Markdown file.', hint);
}

/** A file of a folder lies elsewhere, or is none. */
export function notOwn(shown: string): Diagnostic {
  const message = 'This is no file of the folder: it is a link that leads elsewhere, or no file at all.';
  return diagnostic(
    'file-unreadable',
    pointAt(shown),
    message,
    'Put a copy of the file there, or remove it.',
  );
}

/** A file or folder can't be read, or is not there. */
export function unreadable(shown: string, error: NodeJS.ErrnoException): Diagnostic {
  const reasons: Record<string, string> = {
    ENOENT: 'There is no such file or folder.',
    EACCES: 'It may not be read: permission denied.',
    EISDIR: 'This is a folder where a file was expected.',
    ELOOP: 'Symbolic links lead in a circle.',
  };
  const message = reasons[error.code ?? ''] ?? `It cannot be read: ${error.message}.`;
  return diagnostic('file-unreadable', pointAt(shown), message, 'Check the path and its permissions.');
}
