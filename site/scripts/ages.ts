import { oldAfterDays, oldWords } from '../../src/lib/proof-age.ts';

const dayMs = 86_400_000;

/** Says of each proof how long ago it was made, seen from the reader's today, and which have become old since the build. */
export function startAges(): void {
  const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  for (const time of document.querySelectorAll<HTMLTimeElement>('[data-state] time')) {
    const days = Math.floor((Date.now() - Date.parse(time.dateTime)) / dayMs);
    // A clock that is wrong says nothing.
    if (!(days >= 0)) continue;
    const mark = time.closest<HTMLElement>('[data-state]');
    // In the middle of a paragraph another length would move what follows.
    if (!mark?.matches('aside')) {
      time.title = time.textContent;
      time.textContent =
        days < 60 ? format.format(-days, 'day') : format.format(-Math.round(days / 30), 'month');
    }
    if (days <= oldAfterDays || mark?.dataset.state !== 'passed') continue;
    mark.dataset.state = 'old';
    mark.querySelector('b, strong')?.append(oldWords);
  }
}
