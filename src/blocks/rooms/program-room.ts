import { withoutWrappers } from '../../shell/docker-call.ts';
import type { ShellWord } from '../../shell/parse-shell.ts';
import { withoutTag } from '../names/page-names.ts';
import { consoleOf, consoleOfImage } from './consoles.ts';

const shells = /^(?:(?:\/usr)?\/bin\/)?(?:ba|z|a|da|fi|k)?sh$/;
const shellImages =
  /^(?:.*\/)?(?:ubuntu|debian|alpine|busybox|fedora|centos|rockylinux|almalinux|archlinux|amazonlinux|opensuse(?:\/\w+)?|kalilinux)$/;

/** What the image opens on a terminal when no command is given: only of well-known ones is it known. */
export function imageRoom(image: string): 'shell' | 'repl' | null {
  const name = withoutTag(image);
  if (shellImages.test(name)) return 'shell';
  return consoleOfImage(name) === null ? null : 'repl';
}

/** What a program, called with these words, opens on a terminal; null for one that ends by itself. */
export function programRoom(all: readonly ShellWord[]): 'shell' | 'repl' | null {
  if (all[0]?.text === 'sudo' && all.length === 2 && /^-[is]$/.test(all[1]!.text)) return 'shell';
  const [name = '', ...args] = textsOf(withoutWrappers(all));
  if (shells.test(name))
    return args.every((arg) => /^-(?:[ilx]+|-login|-norc|-noprofile)$/.test(arg)) ? 'shell' : null;
  if (name === 'su' && !args.includes('-c')) return 'shell';
  if (name === 'newgrp') return 'shell';
  if (name === 'ssh') return hostsIn(args) === 1 ? 'shell' : null;
  return consoleOf([name, ...args]) === null ? null : 'repl';
}

// A word behind the host is a command, which ends.
function hostsIn(args: readonly string[]): number {
  return args.filter((arg, index) => !arg.startsWith('-') && !/^-[iploFJLRD]$/.test(args[index - 1] ?? ''))
    .length;
}

function textsOf(words: readonly ShellWord[]): string[] {
  return words.map((word) => word.text);
}
