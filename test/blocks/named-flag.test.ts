import { describe, expect, it } from 'vitest';
import { makePlan } from '../../src/blocks/make-plan.ts';

const codesOf = (sentence: string, block: string, tag = 'bash') =>
  makePlan({
    path: 'post.md',
    source: `First.\n\n${sentence}\n\n\`\`\`${tag}\n${block}\n\`\`\`\n`,
  }).findings.map(({ code }) => code);

describe('a flag that the sentence above a block tells of', () => {
  it.each([
    ['With `-f`, for *follow*, Compose stays there until you press Ctrl-C:', 'docker compose logs gate'],
    ['It went by fast. With `--tail 4` you see only the last lines:', 'docker logs web'],
    ['Add the `-a` flag to see all of them:', 'docker ps'],
    ['The option `--init` puts a small process in front:', 'docker run -d --name web nginx'],
    ['`--no-stream` prints the figures once:', 'docker stats web'],
    ['Now, with `-d`, it runs in the background:', '$ docker run nginx'],
  ])('is a finding when no command has it (%s)', (sentence, block) => {
    expect(codesOf(sentence, block, block.startsWith('$') ? 'console' : 'bash')).toEqual(['flag-not-typed']);
  });

  it.each([
    // There, in whatever spelling.
    ['With `-f` Docker follows the log:', 'docker logs -f web'],
    ['With `-f` Docker follows the log:', 'docker logs --follow web'],
    ['With `--follow` Docker follows the log:', 'docker logs -tf web'],
    ['With `--tail 4` you see the last lines:', 'docker logs -n 4 web'],
    ['With `-n 4` you see the last lines:', 'docker logs --tail=4 web'],
    ['With `-q` only the ids are printed:', 'docker rm $(docker ps -q)'],
    ['With `-p` a port is published:', 'docker rm -f web\ndocker run -d -p 80:80 nginx'],
    // Not said of this block.
    ['With `-f` Docker follows the log. Without it, the log is printed once:', 'docker logs web'],
    ['With `-d` it would run in the background, but watch it first:', 'docker run nginx'],
    ['Use `-d` later; now it is to stay in front:', 'docker run nginx'],
    ['With `-d` it runs in the background.', 'docker run nginx'],
    ['Instead of `-d`, keep it in front:', 'docker run nginx'],
    ['Single ones are added back with `--cap-add`:', 'docker run --cap-drop ALL nginx'],
    ['The option `-v` is not needed for this:', 'docker run nginx'],
    // Said of what was typed before.
    ['With `--restart always` set, see that it is back:', 'docker ps'],
    ['With `-d` the terminal is free, so list what runs:', 'docker ps'],
    // It may be there all the same.
    ['With `-z` it is unpacked:', 'tar xzf code.tar.gz'],
    ['With `-d` it runs in the background:', 'docker run $OPTIONS nginx'],
  ])('is none here (%s)', (sentence, block) => {
    expect(codesOf(sentence, block)).not.toContain('flag-not-typed');
  });

  it('is none where the command before it has the flag', () => {
    const source =
      '```bash\ndocker run -d --name one nginx\n```\n\nWith `-d` the terminal is free, so start a second:\n';
    const { findings } = makePlan({
      path: 'post.md',
      source: `${source}\n\`\`\`bash\ndocker run --name two nginx\n\`\`\`\n`,
    });
    expect(findings.map(({ code }) => code)).not.toContain('flag-not-typed');
  });
});
