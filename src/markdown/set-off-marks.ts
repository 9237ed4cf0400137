import type { Root } from 'hast';
import { h } from 'hastscript';
import { type Annotation, annotate } from './annotate.ts';
import { type SetOffText, withoutPairs } from './fences/set-off.ts';
import { walkElements } from './walk.ts';

/** Marks the words of a text that are set off from the others. */
export function setOffMarks({ setOff }: Pick<SetOffText, 'setOff'>): Annotation[] {
  return setOff.map(({ start, end }) => ({ start, end, wrap: (content) => h('mark.set-off', content) }));
}

/** Marks them in the code that stands in sentences. */
export function markSetOff(tree: Root): void {
  walkElements(tree, (element) => {
    if (element.tagName === 'pre') return 'skip';
    const [child] = element.children;
    if (element.tagName !== 'code' || child?.type !== 'text') return undefined;
    const { text, setOff } = withoutPairs(child.value);
    element.children = annotate([{ type: 'text', value: text }], setOffMarks({ setOff }));
    return undefined;
  });
}
