/** The words behind `docker` that name what its next word is done to: `docker container ls`. */
export const objectWords: ReadonlySet<string> = new Set(
  'builder buildx checkpoint compose config container context image manifest network node plugin secret service stack swarm system trust volume'.split(
    ' ',
  ),
);

// `docker ps` is short for `docker container ls`. Other verbs alone, such as `run`, are those of containers.
const short: Readonly<Record<string, [string, string]>> = {
  ps: ['container', 'ls'],
  images: ['image', 'ls'],
  rmi: ['image', 'rm'],
  build: ['image', 'build'],
  history: ['image', 'history'],
  import: ['image', 'import'],
  load: ['image', 'load'],
  pull: ['image', 'pull'],
  push: ['image', 'push'],
  save: ['image', 'save'],
  tag: ['image', 'tag'],
  events: ['system', 'events'],
  info: ['system', 'info'],
  login: ['system', 'login'],
  logout: ['system', 'logout'],
  search: ['system', 'search'],
  version: ['system', 'version'],
  inspect: ['container', 'inspect'],
};

const synonyms: Readonly<Record<string, string>> = { list: 'ls', ps: 'ls', remove: 'rm', delete: 'rm' };

/** Object and verb in their long spelling, by the first two words behind `docker`, and how many of the two they are. */
export function longName(
  first: string,
  second: string | undefined,
): { object: string; verb: string; words: number } {
  if (!objectWords.has(first)) {
    const [object, verb] = short[first] ?? ['container', first];
    return { object, verb, words: 1 };
  }
  const verb = second === undefined || second.startsWith('-') ? '' : (synonyms[second] ?? second);
  return { object: first, verb, words: 2 };
}
