import { expect, test } from '@jest/globals';
import { createPermits, type Permit } from '../../src/jobs/permits.js';

/** Places at work, with who has got one so far. */
function office(most: number) {
  const inside: string[] = [];
  const permits = createPermits(most, () => undefined);
  const ask = async (name: string, installation: number): Promise<Permit> => {
    const permit = await permits.take(installation);
    inside.push(name);
    return permit;
  };
  return { permits, inside, ask };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('one place beyond the others is for an installation that has none', async () => {
  const { inside, ask, permits } = office(2);
  await Promise.all([ask('a1', 1), ask('a2', 1)]);
  void ask('a3', 1);
  void ask('b1', 2);
  void ask('c1', 3);
  await settle();
  expect(inside).toEqual(['a1', 'a2', 'b1']);
  expect([permits.isFull(), permits.isFree(1), permits.isFree(4)]).toEqual([true, false, false]);
});

test('of those who wait the first that may comes first', async () => {
  const { inside, ask } = office(1);
  const [first, other] = [await ask('a1', 1), await ask('b1', 2)];
  void ask('b2', 2);
  void ask('c1', 3);
  first.release();
  await settle();
  expect(inside).toEqual(['a1', 'b1', 'c1']);
  other.release();
  await settle();
  expect(inside).toEqual(['a1', 'b1', 'c1', 'b2']);
});

test('who rests leaves the place, and comes back to one', async () => {
  const { inside, ask } = office(1);
  const permit = await ask('a1', 1);
  const rested = permit.rest(5);
  const second = await ask('a2', 1);
  expect(inside).toEqual(['a1', 'a2']);
  second.release();
  await rested;
  permit.release();
  permit.release();
  await ask('a3', 1);
  expect(inside).toEqual(['a1', 'a2', 'a3']);
});
