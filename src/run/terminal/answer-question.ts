import { type Blame, pageIsWrong, somethingIsMissing } from '../blame/failure.ts';
import type { Drive } from '../drive/drive.ts';
import { lastLineOf } from './last-line.ts';
import { answerShown, impliedAnswer, type Question, questionAtEnd, readsLikeQuestion } from './question.ts';

/**
 * Answers what a silent command asks, as the page shows or says it or as goes without saying, and notes that. Gives what is wrong where it asks
 * and the page has no answer; null where it asks nothing that is known for a question.
 */
export function answerQuestion(drive: Drive, raw: string, notes: string[]): Blame | null {
  const question = questionAtEnd(raw);
  const text = lastLineOf(raw).trim();
  if (text === '') return null;
  const answer =
    answerSaid(text, drive) ??
    (question === null && !readsLikeQuestion(text) ? null : answerIn(text, drive)) ??
    (question === null ? null : impliedAnswer(question, drive.ran));
  if (answer !== null) {
    notes.push(`asked “${text}”, answered ${answer}`);
    drive.session.answer(answer);
    return null;
  }
  return question === null ? null : unanswered(question);
}

function answerSaid(text: string, { command }: Drive): string | null {
  const asked = text.toLowerCase();
  const said = command.answers?.find((one) => asked.includes(one.question.trim().toLowerCase()));
  return said?.answer ?? null;
}

function answerIn(text: string, { command }: Drive): string | null {
  const shown = command.expectations.flatMap((one) => (one.kind === 'output' ? [one.text] : []));
  return answerShown(text, shown);
}

function unanswered({ kind, text }: Question): Blame {
  if (kind === 'confirmation')
    return pageIsWrong(
      `asks “${text}”, and the page does not say what to answer`,
      'show the answer, or add the flag that answers it (-f, -y)',
    );
  return somethingIsMissing(
    'author',
    `asks “${text}”, and the page does not say what to type`,
    'say it (“enter `secret`”), or add a verify: skip directive with a reason',
  );
}
