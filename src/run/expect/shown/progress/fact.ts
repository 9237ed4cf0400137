/** What progress comes to in the end, whoever draws it: the classic builder, BuildKit, Compose 1 or 2, a pull. */
export type Fact =
  | { kind: 'image'; name: string; line: string }
  /** An instruction of a Dockerfile that was carried out or taken from the cache. */
  | { kind: 'step'; text: string; cached: boolean; line: string }
  /** `name`: empty where the builder says only that it has finished. */
  | { kind: 'built'; name: string; line: string }
  | { kind: 'object'; what: string; name: string; state: ObjectState; line: string };

/** What progress says has become of an object. */
export type ObjectState = 'created' | 'started' | 'stopped' | 'removed' | 'built' | 'pulled' | 'failed';

/** What a line of progress says; null for a line that is none. */
export type Reading = Fact | 'noise' | 'cached' | null;

/** An image's name as short as it can be written: no registry and tag where they are the usual ones. */
export function plainImage(name: string): string {
  return name.replace(/^docker\.io\/(?:library\/)?|^library\//, '').replace(/:latest$|@sha256:.*$/, '');
}
