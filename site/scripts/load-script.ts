import { make } from './make.ts';

/** Loads a script of the site that is needed only now; it runs as it comes. */
export function loadScript(src: string): void {
  document.head.append(make('script', { src }));
}
