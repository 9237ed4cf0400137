import { describe, expect, it } from 'vitest';
import { makePlan } from '../../src/blocks/make-plan.ts';
import { pathFrom, projectFolder } from '../../src/run/project-folder.ts';

const file = (name: string, content: string) => `**${name}**\n\n\`\`\`conf\n${content}\n\`\`\`\n\n`;
const typed = (...lines: string[]) => `Type:\n\n\`\`\`bash\n${lines.join('\n')}\n\`\`\`\n\n`;
const folderOf = (...parts: string[]) =>
  projectFolder(makePlan({ path: 'post.md', source: parts.join('') }).blocks);

describe('the folder at which the names of a page’s files begin', () => {
  it('is the project’s own where nothing speaks of one below', () => {
    const page = [
      typed('mkdir hello && cd hello'),
      file('hello/app.py', 'print(1)'),
      file('hello/Dockerfile', 'FROM python'),
    ];
    expect(folderOf(...page, typed('docker build -t hello .', 'docker run hello'))).toBe('hello');
  });

  it.each([
    [file('app/main.py', 'print(1)'), file('Dockerfile', 'FROM python')],
    [file('app/main.py', 'print(1)'), file('web/index.html', '<p>')],
    [file('app/main.py', 'print(1)'), file('app/Dockerfile', 'FROM python\nCOPY ./app /code')],
    [file('app/main.py', 'print(1)'), file('app/Dockerfile', 'FROM python\nCOPY app /code')],
    [file('app/main.py', 'print(1)'), file('app/compose.yaml', 'services:\n  web:\n    build: ./app')],
    [file('app/main.py', 'print(1)'), typed('python3 app/main.py')],
    [file('main.py', 'print(1)')],
    [file('/app/main.py', 'print(1)')],
  ])('is none of %s', (...parts) => {
    expect(folderOf(typed('mkdir app && cd app'), ...parts)).toBeNull();
  });
});

it.each([
  ['hello/app.py', '/home/reader/hello', 'hello', '/home/reader/hello/app.py'],
  ['./hello/app.py', '/home/reader/hello', 'hello', '/home/reader/hello/app.py'],
  ['hello/app.py', '/home/reader/hello/src', 'hello', '/home/reader/hello/app.py'],
  ['hello/app.py', '/home/reader', 'hello', '/home/reader/hello/app.py'],
  ['hello/app.py', '/home/reader/hello', null, '/home/reader/hello/hello/app.py'],
  ['reader/app.py', '/home/reader', 'reader', '/home/reader/reader/app.py'],
])('%s in %s with the project %s is %s', (name, folder, project, path) => {
  expect(pathFrom(name, folder, project)).toBe(path);
});
