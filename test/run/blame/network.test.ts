import { expect, test } from 'vitest';
import { networkBlame } from '../../../src/run/blame/network.ts';
import { failureOf } from '../../helpers/failure-of.ts';

test('a host of the internet that a container does not find says nothing about the page', async () => {
  const failure = await failureOf('ping -c 2 example.org', "ping: bad address 'example.org'");
  expect(await networkBlame(failure)).toMatchObject({ verdict: 'blocked', cause: { whose: 'network' } });
});

test('another container that it does not find does', async () => {
  expect(await networkBlame(await failureOf('ping -c 2 web', "ping: bad address 'web'"))).toBeNull();
});
