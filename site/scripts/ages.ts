import { oldAfterDays, oldWords } from '../../src/lib/proof-age.ts';

const dayMs = 86_400_000;

/** Says of each proof how long ago it was made, seen from the reader's today, and which have become old since the build. */
export function startAges(): void {
  for (const time of document.querySelectorAll<HTMLTimeElement>('[data-state] time')) {
    const days = Math.floor((Date.now() - Date.parse(time.dateTime)) / dayMs);
    const mark = time.closest<HTMLElement>('[data-state]');
    // A clock that is wrong says nothing.
    if (!mark || !(days >= 0)) continue;
    // In the middle of a paragraph another length would move what follows.
    if (!mark.matches('aside')) {
      time.title = time.textContent;
      time.textContent = age(days);
    }
    if (days <= oldAfterDays || mark.dataset.state !== 'passed') continue;
    mark.dataset.state = 'old';
    mark.querySelector('b, strong')?.append(oldWords);
  }
}

// `Intl` says the same, but takes longer to begin than all of this script.
function age(days: number): string {
  if (days < 2) return days === 0 ? 'today' : 'yesterday';
  return days < 60 ? `${days} days ago` : `${Math.round(days / 30)} months ago`;
}
