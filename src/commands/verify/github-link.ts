import { encodePart } from '../../lib/encode-part.ts';
import type { CommandContext } from '../context.ts';

/** Gives the address of a post's line on GitHub; none outside of a workflow, or for what lies outside of its folder. */
export function githubLink(env: CommandContext['env']): (path: string, line: number) => string | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = env;
  return (path, line) => {
    if (!server || !repository || !commit || path.startsWith('../')) return null;
    const parts = path.split('/').map(encodePart).join('/');
    return `${server}/${repository}/blob/${commit}/${parts}?plain=1#L${line}`;
  };
}
