import { negations } from './promises/promise.ts';
import type { Sentence } from './reading/sentences.ts';

/** What a command asks, as far as its words are known, and what a reader answers. */
export interface SaidAnswer {
  question: string;
  answer: string;
}

const asked = /\bpass(?:word|phrase)\b|\busername\b|\blog ?in\b/i;
const gives =
  /\b(?:enter|type|use|give|provide|supply|is|as|with|set to|was)(?: (?:the|your|our|in|it|password|passphrase|username|user|a))*[\s:"'“]*$/i;
const prompted =
  /\b(?:ask(?:s|ed)?|prompt(?:s|ed)?|request(?:s|ed)?|enter|type|provide|when|password is|password was)\b/i;
const confirms =
  /\b(?:type|enter|press|answer|reply|say|confirm with|respond with|input)(?: with)?\s+["'“`]?(y|yes)\b["'”`]?(?!\s*\/)/i;

/** The answers that sentences around a command tell the reader to give when it asks. */
export function answersSaid(sentences: readonly Sentence[]): SaidAnswer[] {
  return sentences
    .filter(({ text }) => !negations.test(text))
    .flatMap((sentence) => [...secrets(sentence), ...confirmations(sentence)]);
}

function secrets({ text, spans }: Sentence): SaidAnswer[] {
  const question = asked.exec(text)?.[0].toLowerCase().replace(/ /g, '');
  if (question === undefined || !prompted.test(text)) return [];
  const given = spans.find(
    (span) => span.kind !== 'link' && /^[^\s<>[\]$]+$/.test(span.text) && gives.test(text.slice(0, span.at)),
  );
  return given === undefined ? [] : [{ question, answer: given.text }];
}

function confirmations({ text }: Sentence): SaidAnswer[] {
  const answer = confirms.exec(text)?.[1];
  if (answer === undefined) return [];
  return [
    { question: 'y/n', answer },
    { question: 'yes/no', answer: 'yes' },
  ];
}
