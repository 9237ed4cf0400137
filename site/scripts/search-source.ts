import type { SearchIndex, SearchPost, SearchShelf } from '../../src/lib/search-format.ts';
import { make } from './make.ts';
import type { SearchSource } from './search-query.ts';

declare global {
  interface Window {
    /** Called by each file of the index. */
    seaworthySearch?: (name: string, data: unknown) => void;
  }
}

/**
 * The index of the site as files that are loaded when they are needed, each once. `folder`: its address. They
 * are scripts, since a page from `file:` can load nothing else; the policy of the pages holds for them.
 */
export function searchSource(folder: string): SearchSource {
  const loading = new Map<string, Promise<unknown>>();
  const waiting = new Map<string, (data: unknown) => void>();
  window.seaworthySearch = (name, data) => {
    waiting.get(name)?.(data);
    waiting.delete(name);
  };
  const load = <Data>(file: string): Promise<Data> => {
    const known = loading.get(file);
    if (known) return known as Promise<Data>;
    const data = new Promise<unknown>((resolve, reject) => {
      const name = file.replace(/\.js$/, '');
      waiting.set(name, resolve);
      const script = make('script', { src: folder + file });
      // One that has come without its data is missing too: hosts may answer with a page of their own.
      script.onload = script.onerror = () => {
        if (!waiting.delete(name)) return;
        loading.delete(file);
        reject(new Error(`${file} could not be loaded`));
      };
      document.head.append(script);
    });
    loading.set(file, data);
    return data as Promise<Data>;
  };
  return {
    index: () => load<SearchIndex>('index.js'),
    shelf: (file) => load<SearchShelf>(file),
    post: (file) => load<SearchPost>(file),
  };
}
