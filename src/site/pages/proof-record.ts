import type { Element } from 'hast';
import { h } from 'hastscript';
import { timeElement } from '../dates.ts';
import type { Frame, Page } from '../frame.ts';
import type { PageData } from '../page-data.ts';
import type { BlockState } from '../proof/block-state.ts';
import { proofLog } from '../proof/proof-log.ts';
import { symbolOf } from '../proof/proof-summary.ts';
import { blockWords } from '../proof/proof-words.ts';

/** Everything that was seen when a post was last run, block by block; null where nothing is recorded. */
export function proofRecordPage({ post, proof }: PageData, frame: Frame): Page | null {
  if (proof.engines.length === 0) return null;
  const { title } = post.frontMatter;
  return {
    url: post.url,
    title: `What was run for ${title}`,
    description: `Each command of ${title} with all that it printed.`,
    kind: 'website',
    picture: null,
    published: null,
    modified: null,
    content: [
      h('header.page-header', [
        h('h1', 'What was run'),
        h('p.lede', [
          'Each command of ',
          h('a', { href: frame.hrefOf(post.url, post.url) }, title),
          ' with all that it printed, on ',
          ...proof.engines.flatMap(({ version, recordedAt }, index) => [
            index === 0 ? '' : index === proof.engines.length - 1 ? ' and ' : ', ',
            `Docker ${version} (`,
            timeElement(recordedAt),
            ')',
          ]),
          '.',
        ]),
        proof.differing.length > 0
          ? h('p', 'Where engines differ, lines that not all of them printed are bold.')
          : null,
      ]),
      h(
        'div.prose.record',
        proof.blocks.flatMap((block) => blockRecord(block)),
      ),
    ],
  };
}

function blockRecord(one: BlockState): Element[] {
  const { block, state, readings } = one;
  if (readings.length === 0) return [];
  const { word, where } = blockWords(one);
  return [
    h('section', { id: block.id, dataState: state }, [
      h('h2', [symbolOf(state), `Line ${block.place.line}: ${word.toLowerCase()}${where}`]),
      h('div.log', proofLog(one, null)),
    ]),
  ];
}
