import { type Circumstances, isSaid } from '../../../values/circumstances.ts';

/** Who may do what with a file, as `ls -l` prints it. */
export interface Rights {
  /** `rwxr-xr-x` */
  bits: string;
  owner: string;
}

interface File {
  name: string;
  shown: Rights;
  actual: Rights;
}

/** Holds a file's rights as far as the page or an image has made them; the others are the author's computer's. */
export function holdsRights(file: File, circumstances: Circumstances): boolean {
  return holdsBits(file, circumstances) && holdsOwner(file, circumstances);
}

// `chmod +x` leaves what the author's own settings say of writing; `chmod 600` leaves nothing.
function holdsBits({ name, shown, actual }: File, { said }: Circumstances): boolean {
  const changes = linesOf(said, /\bchmod\b/).filter(
    (line) => line.includes('*') || isSaid(name, { said: line }),
  );
  if (changes.length === 0) return true;
  if (changes.some((line) => /\bchmod[= ](?:-\w+ )?[0-7]{3,4}\b/.test(line)))
    return shown.bits === actual.bits;
  return executable(shown.bits) === executable(actual.bits);
}

function executable(bits: string): string {
  return [2, 5, 8].map((at) => (/[xst]/.test(bits[at] ?? '') ? 'x' : '-')).join('');
}

// A file that comes from the reader's computer keeps its owner, who has another name inside.
function holdsOwner({ name, shown, actual }: File, { said, onHost }: Circumstances): boolean {
  if (shown.owner === actual.owner) return true;
  const changes = linesOf(said, /\bchown\b/).filter((line) => isSaid(shown.owner, { said: line }));
  if (changes.some((line) => line.includes('*') || isSaid(name, { said: line }))) return false;
  const isNumber = [shown, actual].some(({ owner }) => /^\d+$/.test(owner));
  return onHost || isNumber || mountsFolder.test(said);
}

const mountsFolder = /(?:-v|--volume)[= ]["']?(?:[./~$`]|[A-Za-z]:)|type=bind|^\s*-\s*["']?[.~/$][^:\n]*:\//m;

function linesOf(said: string, pattern: RegExp): string[] {
  return said.split('\n').filter((line) => pattern.test(line));
}
