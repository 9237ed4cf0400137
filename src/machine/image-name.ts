/** Where a registry of Docker Hub's images keeps an image: `library/nginx` and `latest`, or a digest. */
export interface HubImage {
  repository: string;
  reference: string;
}

/**
 * Reads a name as `docker pull` would (distribution/reference). `elsewhere`: of another registry, which can't be asked;
 * null: no image name at all.
 */
export function parseImageName(name: string): HubImage | 'elsewhere' | null {
  const match =
    /^((?:[a-z0-9._:-]+\/)*[a-z0-9._-]+)(?::([A-Za-z0-9_][\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/.exec(
      name,
    );
  if (match === null) return null;
  const [, full = '', tag = 'latest', digest] = match;
  const parts = full.replace(/^(?:docker\.io|index\.docker\.io)\//, '').split('/');
  if (parts.length > 1 && (/[.:]/.test(parts[0]!) || parts[0] === 'localhost')) return 'elsewhere';
  const repository = parts.length === 1 ? `library/${parts[0]}` : parts.join('/');
  return { repository, reference: digest ?? tag };
}
