import { describe, expect, it } from 'vitest';
import { impliedAnswer, readsLikeQuestion } from '../../../src/run/terminal/question.ts';
import { planOf } from '../../helpers/plan-of.ts';
import { commandsOf } from '../../helpers/replay-fake.ts';

describe('what every reader answers', () => {
  const sure = 'Are you sure you want to continue? [y/N]';

  it.each([
    ['docker container prune', sure],
    ['docker system prune -a', sure],
    ['sudo apt-get install nginx', 'Do you want to continue? [Y/n]'],
    ['npm init', 'Go on (Y/n)'],
  ])('%s: y to “%s”', (ran, text) => {
    expect(impliedAnswer({ kind: 'confirmation', text }, ran)).toBe('y');
  });

  it.each([
    ['./remove-all', sure],
    ['docker container prune', 'Send your name to the harbour master? [y/N]'],
  ])('%s: the page has to say it to “%s”', (ran, text) => {
    expect(impliedAnswer({ kind: 'confirmation', text }, ran)).toBeNull();
  });

  it('is no password', () => {
    expect(impliedAnswer({ kind: 'credentials', text: 'Password:' }, 'docker login')).toBeNull();
  });
});

describe('a line that is not ended', () => {
  it.each([
    'Which boat?',
    'Your name:',
    'Enter a port [8080]:',
    'package name: (app)',
    'Project name:',
    'Are you sure? (Y/n)',
    'What port do you want?',
  ])('asks: %s', (line) => expect(readsLikeQuestion(line)).toBe(true));

  it.each([
    'Building...',
    'Downloaded:',
    'Status:',
    'Your token:',
    'IP address:',
    'Loading value:',
    'Step 1 of 3 :',
    '50%',
  ])('does not ask: %s', (line) => expect(readsLikeQuestion(line)).toBe(false));

  const place = { path: 'post.md', line: 9, column: 1, endLine: 9, endColumn: 2 };
  const showing = (source: string, text: string) =>
    planOf({
      kind: 'commands',
      commands: [{ source, expectations: [{ kind: 'output', source: place, text, from: 'transcript' }] }],
    });

  it('is not gone on with by what the page shows behind it', { timeout: 30_000 }, async () => {
    const [built] = await commandsOf(
      showing("printf 'Building... '; read -t 6 x; echo ended $x", 'Building... done'),
    );
    expect(built).toMatchObject({ verdict: 'failed', output: 'Building... ended', notes: [] });
  });

  it('is answered as the page shows where it asks', { timeout: 30_000 }, async () => {
    const [asked] = await commandsOf(
      showing('read -rp \'Which boat? \' x; echo "took $x"', 'Which boat? ada\ntook ada'),
    );
    expect(asked).toMatchObject({ verdict: 'passed', notes: ['asked “Which boat?”, answered ada'] });
  });
});
