import { writeClipboard } from './clipboard.ts';
import { make } from './make.ts';

const shownMs = 2000;

/**
 * Gives each block and each command that can be copied (`data-copy`) its button. What is copied is the element's code,
 * or the text of the `template` in it where it shows more than that. `data-copy="form"`: nobody can run it as it stands.
 */
export function startCopy(): void {
  const blocks = document.querySelectorAll<HTMLElement>('[data-copy]');
  if (blocks.length === 0) return;
  const status = make('p', { className: 'sr-only', role: 'status' });
  document.body.append(status);
  for (const block of blocks) addButton(block, status);
}

function addButton(block: HTMLElement, status: HTMLElement): void {
  const isForm = block.dataset.copy !== '';
  const label = isForm ? 'Copy form' : 'Copy';
  const button = make('button', { type: 'button', className: 'copy', textContent: label });
  const isWhole = block.tagName === 'FIGURE';
  if (!isWhole) button.ariaLabel = `Copy ${copied(block)}`;
  if (isForm) button.title = 'Fill it in, then run it';
  button.addEventListener('click', async () => {
    const said = await writeClipboard(copied(block)).then(
      () => (isForm ? 'Copied: fill it in' : 'Copied'),
      () => 'Select it and copy',
    );
    button.textContent = status.textContent = said;
    setTimeout(() => {
      button.textContent = label;
      status.textContent = '';
    }, shownMs);
  });
  if (isWhole) block.prepend(button);
  else block.after(button);
}

function copied(block: HTMLElement): string {
  const template = block.querySelector<HTMLTemplateElement>(':scope > template');
  const source = template?.content ?? block.querySelector('pre') ?? block;
  return source.textContent.trimEnd();
}
