import type { Element } from 'hast';
import { h } from 'hastscript';
import { timeElement } from '../dates.ts';
import type { Frame, Page } from '../layout.ts';
import type { PageData } from '../page-data.ts';
import type { BlockState, PostProof } from '../post-proof.ts';
import { proofLog, stateWords } from '../proof-log.ts';
import { symbolOf } from '../proof-summary.ts';

/** Everything that was seen when a post was last run, block by block; null where nothing is recorded. */
export function proofRecordPage({ post, proof }: PageData, frame: Frame): Page | null {
  if (proof.record === null) return null;
  const { recordedAt, engine } = proof.record;
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
          timeElement(recordedAt),
          `, Docker ${engine.version}.`,
        ]),
      ]),
      h(
        'div.prose.record',
        proof.blocks.flatMap((block) => blockRecord(block, proof)),
      ),
    ],
  };
}

function blockRecord({ block, state, proof }: BlockState, post: PostProof): Element[] {
  if (proof === null) return [];
  return [
    h('section', { id: block.id, dataState: state }, [
      h('h2', [symbolOf(state), `Line ${block.place.line}: ${stateWords[state].toLowerCase()}`]),
      h('div.log', proofLog(proof, post, null)),
    ]),
  ];
}
