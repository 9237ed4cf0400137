import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { walkElements } from '../walk.ts';

/** Gives tabs and boxes, which come through the cleaning of HTML by their attributes, the form that readers see. */
export function markContainers(tree: Root): void {
  let sets = 0;
  walkElements(tree, (element) => {
    const { properties } = element;
    if ('dataTabs' in properties) {
      sets += 1;
      makeTabs(element, `tabs-${sets}`);
    }
    if ('dataAlert' in properties) {
      properties.className = ['alert', `alert-${String(properties.dataAlert)}`];
      delete properties.dataAlert;
    }
    if ('dataTitle' in properties) {
      properties.className = ['alert-title'];
      delete properties.dataTitle;
    }
    return undefined;
  });
}

// Each tab is a choice and what belongs to it, so that tabs need no script and read well without a style sheet.
function makeTabs(element: Element, group: string): void {
  let isFirst = true;
  element.tagName = 'fieldset';
  element.properties = { className: ['tabs'] };
  element.children = element.children.map((child) => {
    if (child.type !== 'element' || !('dataTab' in child.properties)) return child;
    const value = String(child.properties.dataTab);
    const choice = h('input', { type: 'radio', name: group, value, checked: isFirst });
    isFirst = false;
    return h('div.tab', [h('label', [choice, value]), h('section', child.children)]);
  });
  element.children.unshift(h('legend.sr-only', 'Choose one'));
}
