import type { PlannedBlock } from '../../model/plan.ts';
import type { Draft } from '../block-context.ts';

type FileBlock = PlannedBlock & { kind: 'file' };

/** Follows the tabs of a page: what is done in different tabs of one set are alternatives of each other. */
export interface Tabs {
  /** The reader turns to a tab; null ends the set. */
  turn(name: string | null): void;
  /** The tab that is open; null outside of tabs. */
  name(): string | null;
  add(drafts: Draft[]): void;
  /** Takes note of a file of the open tab, and gives it back. */
  addFile(block: FileBlock): FileBlock;
  /** Ends the last set of the page. */
  close(): void;
}

interface Tab {
  name: string;
  drafts: Draft[];
  files: FileBlock[];
}

/** No tab is open yet. */
export function tabsOf(): Tabs {
  let sets = 0;
  let open: Tab[] = [];
  const close = () => {
    const used = open.filter(isUsed);
    const filesDiffer = sharesFiles(open);
    if (used.length > 1 && (filesDiffer || used.some(({ drafts }) => drafts.length > 0))) {
      sets++;
      for (const [choice, tab] of used.entries()) markTab(tab, { group: `tabs${sets}`, choice }, filesDiffer);
    }
    open = [];
  };
  return {
    turn(name) {
      if (name === null) close();
      else open.push({ name, drafts: [], files: [] });
    },
    name: () => open.at(-1)?.name ?? null,
    add(drafts) {
      open.at(-1)?.drafts.push(...drafts);
    },
    addFile(block) {
      open.at(-1)?.files.push(block);
      return block;
    },
    close,
  };
}

function isUsed({ drafts, files }: Tab): boolean {
  if (drafts.length === 0) return files.length > 0;
  return drafts.some(({ planned }) => planned.trait.kind !== 'other-system');
}

// Tabs that save one file each make one project, in tabs to save room; two of one name can't both be saved.
function sharesFiles(tabs: readonly Tab[]): boolean {
  const names = tabs.flatMap(({ files }) => [...new Set(files.map(({ file }) => file.name))]);
  return new Set(names).size < names.length;
}

function markTab(tab: Tab, at: { group: string; choice: number }, withFiles: boolean): void {
  const because = `It stands in the tab "${tab.name}" beside others.`;
  for (const draft of tab.drafts) draft.planned.alternative ??= { ...at, because };
  if (!withFiles) return;
  for (const block of tab.files) {
    block.alternative = { ...at, because };
    block.because += ` Only readers of the tab "${tab.name}" save it.`;
  }
}
