import { setFlagsFromString } from 'node:v8';

/**
 * Sets when V8 optimizes code and how fast its heap grows, for builds. Measured with Node 20 only, so other versions keep
 * their own; one that did not know a flag would complain.
 */
export function tuneV8() {
  if (!process.versions.node.startsWith('20.')) return;
  // V8 optimizes code after so many bytes of it have run. The 67 584 of Node 20 make it optimize most of the Markdown parser,
  // give up and begin anew: a quarter of a build's processor time.
  setFlagsFromString('--interrupt-budget=1000000');
  // V8 lets its heap grow to a multiple of what lives in it before it looks for what is dead. To twice as much at most saves
  // a quarter of a large build's memory, and costs no processor time that could be measured; half as much again costs a
  // quarter of that.
  setFlagsFromString('--heap-growing-percent=100');
}
