import { nearest } from '../../lib/nearest.ts';
import { officialImages } from '../../lib/official-images.ts';
import { type Blame, type Failure, pageIsWrong, somethingIsMissing } from './failure.ts';
import { isRefused, isUnreached, refusedImage } from './refused-image.ts';

const limited =
  /toomanyrequests|429 Too Many Requests|You have reached your (?:unauthenticated )?pull rate limit/i;
const serverFault =
  /received unexpected HTTP status: 5\d\d|50[0-4] (?:Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)/i;

/** An image that could not be had: the page's slip, a registry that can't be asked, or one that won't answer now. */
export function imageBlame(failure: Failure): Blame | null {
  const { output } = failure;
  if (limited.test(output))
    return somethingIsMissing(
      'registry',
      "the registry's pull limit is reached",
      'log in to the registry, use a pull-through cache, or run it again later',
    );
  if (serverFault.test(output) && isUnreached(output))
    return somethingIsMissing(
      'registry',
      'the registry answered with an error of its own',
      'run it again later',
    );
  if (!isRefused(output)) return null;
  const image = refusedImage(failure);
  if (image === null) return servicesBlame(failure);
  if (/invalid reference format/.test(output))
    return pageIsWrong(
      `“${image}” is no valid image name`,
      'image names are lower case, with an optional :tag',
    );
  // A name and a tag to Docker, but what a flag has lost to a reader.
  if (/^\d+:\d+$/.test(image))
    return pageIsWrong(`“${image}” is taken for the image`, `ports are published with -p ${image}`);
  const slip = slipOf(image, failure);
  if (slip !== null) return pageIsWrong(`there is no image “${image}”`, `did you mean “${slip}”?`);
  if (isUnreached(output) && !/pull access denied|repository does not exist/.test(output))
    return unasked(image, failure);
  return pageIsWrong(`there is no image “${image}” in the registry`, 'check its name and tag');
}

// Compose names the services whose images it could not pull, not the images.
function servicesBlame({ output }: Failure): Blame | null {
  const services = [...output.matchAll(/^\s*✘ (?:Container |Image )?(\S+)\s+Error\b/gm)].map(
    (match) => match[1],
  );
  if (services.length === 0 || !isUnreached(output)) return null;
  return somethingIsMissing(
    'registry',
    `the image of the service ${[...new Set(services)].join(', ')} can't be had here: its registry can't be reached`,
    'verify where the registry can be reached',
  );
}

// The other tags of the image, where it has any, else all images.
function standInsLike(image: string, standIns: readonly string[]): string {
  const name = image.replace(/^(?:docker\.io\/)?(?:library\/)?/, '').replace(/:[^:/]*$/, '');
  const tags = standIns.filter((one) => one.startsWith(`${name}:`)).map((one) => one.slice(name.length + 1));
  if (tags.length > 0) return `${name} as ${tags.join(', ')}`;
  return [...new Set(standIns.map((one) => one.split(':')[0]))].join(', ');
}

// The registry at hand has only some images, and the real one can't be asked whether it has this one.
function unasked(image: string, failure: Failure): Blame {
  const { registry, standIns } = failure.machine.engine;
  const host = /^([^/]*[.:][^/]*)\//.exec(image)?.[1] ?? 'docker.io';
  const why =
    host !== 'docker.io'
      ? `${host} can't be reached`
      : registry === 'stand-in'
        ? `docker.io can't be reached, and the stand-in registry has only ${standInsLike(image, standIns)}`
        : `its registry can't be reached`;
  return somethingIsMissing(
    'registry',
    `the image ${image} can't be had here: ${why}`,
    'verify where the registry can be reached',
  );
}

/** The official image that was probably meant: its name is nearly this one, which isn't one itself. */
function slipOf(image: string, failure: Failure): string | null {
  const [name = '', tag] = image.split(':');
  if (name.includes('/') || name.includes('.')) return null;
  if (officialImages.includes(name)) return tag === undefined ? null : tagSlip(name, tag, failure);
  return nearest(name, [
    ...failure.images.filter((known) => officialImages.includes(known)),
    ...officialImages,
  ]);
}

// Real tags that are spelt nearly like others.
const othersTags = ['unstable', 'testing', 'oldoldstable', 'uclibc'];

function tagSlip(name: string, tag: string, failure: Failure): string | null {
  const tags = failure.machine.engine.standIns
    .filter((known) => known.startsWith(`${name}:`))
    .map((known) => known.split(':')[1]!);
  if ([...tags, ...othersTags].includes(tag) || !/^[a-z]+$/.test(tag)) return null;
  const meant = nearest(tag, [...tags, 'latest', 'alpine', 'slim']);
  return meant === null || meant === tag ? null : `${name}:${meant}`;
}
