import { make } from './make.ts';

/** Puts text into the clipboard; rejects where the browser refuses. Works from `file:` and plain http too. */
export async function writeClipboard(text: string): Promise<void> {
  // Absent where the page was not loaded safely.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  try {
    await clipboard.writeText(text);
  } catch {
    copyBySelection(text);
  }
}

function copyBySelection(text: string): void {
  const field = make('textarea', { value: text, className: 'sr-only' });
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  // What is shown then says all there is to say.
  if (!isCopied) throw new Error();
}
