import { describe, expect, it } from 'vitest';
import type { PlannedCommand } from '../../../src/model/plan.ts';
import { nameNeededBy, namesMadeBy, namesSpokenOf } from '../../../src/run/troubles/needs.ts';

it.each([
  ['docker build -t web .', 'docker run web'],
  ['docker build -t web .', 'docker tag web:latest me/web'],
  ['docker build -t web:v2 .', 'docker run web:v2'],
  ['docker tag web localhost:5000/web', 'docker push localhost:5000/web'],
])('%s makes what %s needs', (maker, user) => {
  expect(nameNeededBy(user, namesMadeBy(maker))).not.toBeNull();
});

it.each([
  ['docker build -t web:v2 .', 'docker run web'],
  ['docker tag web localhost:5000/web', 'curl localhost:8080'],
])('%s makes nothing that %s needs', (maker, user) => {
  expect(nameNeededBy(user, namesMadeBy(maker))).toBeNull();
});

describe('what a command speaks of', () => {
  const spoken = (source: string): string[] => [
    ...namesSpokenOf({ source, expectations: [] } as unknown as PlannedCommand),
  ];

  it('is no key of its flags', () => {
    const names = spoken(
      'docker run -e DB_HOST=db -e PASSWORD=secret --mount type=bind,source=data,target=/app web',
    );
    expect(names).toEqual(['db', 'data']);
  });

  it('is none of its flags', () => {
    expect(spoken("sed -i 's/a/b/' config.yml")).not.toContain('-i');
    expect(spoken('psql -U ada --host db')).toEqual(['ada', 'db']);
  });

  it('is no word of a command whose output it takes', () => {
    expect(spoken('docker rm $(docker ps -aq) web')).toEqual(['web']);
  });

  it('is what a volume and a network are called', () => {
    expect(spoken('docker run -v pgdata:/var/data --network back web')).toEqual(
      expect.arrayContaining(['pgdata', 'back']),
    );
  });
});
