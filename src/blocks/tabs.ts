import type { Draft } from './block-context.ts';

/** Follows the tabs of a page: the commands of different tabs of one set are alternatives of each other. */
export interface Tabs {
  /** The reader turns to a tab; null ends the set. */
  turn(name: string | null): void;
  /** The tab that is open; null outside of tabs. */
  name(): string | null;
  add(drafts: Draft[]): void;
  /** Ends the last set of the page. */
  close(): void;
}

/** No tab is open yet. */
export function tabsOf(): Tabs {
  let sets = 0;
  let open: { name: string; drafts: Draft[] }[] = [];
  const close = () => {
    const used = open.filter((tab) =>
      tab.drafts.some((draft) => draft.planned.trait.kind !== 'other-system'),
    );
    if (used.length > 1) {
      sets++;
      for (const [choice, tab] of used.entries()) markTab(tab, { group: `tabs${sets}`, choice });
    }
    open = [];
  };
  return {
    turn(name) {
      if (name === null) close();
      else open.push({ name, drafts: [] });
    },
    name: () => open.at(-1)?.name ?? null,
    add(drafts) {
      open.at(-1)?.drafts.push(...drafts);
    },
    close,
  };
}

function markTab(tab: { name: string; drafts: Draft[] }, at: { group: string; choice: number }): void {
  const because = `It stands in the tab "${tab.name}" beside others.`;
  for (const draft of tab.drafts) draft.planned.alternative ??= { ...at, because };
}
