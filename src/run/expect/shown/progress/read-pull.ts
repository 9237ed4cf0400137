import { plainImage, type Reading } from './fact.ts';

const layer =
  /^(?:[⠿✔✓] )?[0-9a-fx]{12}:? (?:Pull complete|Already exists|Pulling fs layer|Waiting|Download(?:ing|ed)\b.*|Download complete|Verifying Checksum|Extract(?:ing|ed)\b.*|Layer already exists|Pushed|Pushing.*|Preparing|Mounted from .*)(?:\s+[\d.]+s)?$/;

/** Reads a line of `docker pull` and `docker push`, and of what pulls before it does something else. */
export function readPull(text: string): Reading {
  if (layer.test(text) || /^(?:Using default tag: latest|Digest: sha256:\S+)$/.test(text)) return 'noise';
  const image =
    /^Unable to find image '([^']+)' locally$/.exec(text)?.[1] ??
    // Older versions say `a repository`.
    /^The push refers to (?:an? )?repository \[([^\]]+)\]$/.exec(text)?.[1] ??
    /^Status: (?:Downloaded newer image for|Image is up to date for) (\S+)$/.exec(text)?.[1];
  if (image !== undefined) return { kind: 'image', name: plainImage(image), line: text };
  const pulling = /^(\S+): Pulling from (\S+)$/.exec(text);
  if (pulling !== null) return { kind: 'image', name: plainImage(`${pulling[2]}:${pulling[1]}`), line: text };
  return null;
}
