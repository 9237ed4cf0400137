import { valuesKey } from './values-key.ts';

type Values = Record<string, string>;

/**
 * Lets readers type their own value for a word that stands for one (`var.value`), once: every block of the page takes it,
 * and so does what is copied. Remembered as long as the page's tab is open. Escape, or an empty field, gives the word back.
 */
function startFields(): void {
  const fields = [...document.querySelectorAll<HTMLElement>('var.value')];
  const copies = [...document.querySelectorAll('template')].flatMap(({ content }) => [
    ...content.querySelectorAll<HTMLElement>('var.value'),
  ]);
  const all = [...fields, ...copies];
  for (const mark of all) mark.dataset.name = mark.textContent;
  const values = stored();
  const change = (name: string, value: string, typedIn?: HTMLElement): void => {
    values[name] = value;
    for (const mark of all) if (mark.dataset.name === name) show(mark, value, mark === typedIn);
  };
  for (const field of fields) makeField(field, change, () => keep(values));
  for (const [name, value] of Object.entries(values)) change(name, value);
  // The one that made this load.
  const focused = fields.find((field) => field === document.activeElement);
  if (focused) getSelection()?.selectAllChildren(focused);
}

function makeField(
  field: HTMLElement,
  change: (name: string, value: string, typedIn?: HTMLElement) => void,
  keepAll: () => void,
): void {
  const name = field.dataset.name ?? '';
  field.role = 'textbox';
  field.spellcheck = false;
  field.title = 'Type your own value: every block of this page takes it';
  field.setAttribute('aria-label', `Your value for ${name}`);
  field.setAttribute('contenteditable', 'plaintext-only');
  // Older browsers don't know plain text only.
  if (!field.isContentEditable) field.contentEditable = 'true';
  field.addEventListener('focus', () => getSelection()?.selectAllChildren(field));
  field.addEventListener('input', () => change(name, oneLine(field.textContent), field));
  field.addEventListener('blur', () => {
    change(name, oneLine(field.textContent));
    keepAll();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') field.textContent = '';
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    event.preventDefault();
    field.blur();
  });
}

// What is being typed in is left alone, or the cursor would jump.
function show(mark: HTMLElement, value: string, isTypedIn: boolean): void {
  const { name = '' } = mark.dataset;
  if (!isTypedIn) mark.textContent = value || name;
  mark.classList.toggle('own', value !== '' && value !== name);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function stored(): Values {
  try {
    return JSON.parse(sessionStorage.getItem(valuesKey) ?? 'null') ?? {};
  } catch {
    return {};
  }
}

function keep(values: Values): void {
  try {
    sessionStorage.setItem(valuesKey, JSON.stringify(values));
  } catch {
    // A browser that keeps nothing forgets them with the page.
  }
}

startFields();
