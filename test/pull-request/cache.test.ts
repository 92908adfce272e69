import { expect, test } from '@jest/globals';
import { createCache } from '../../src/pull-request/cache.js';

test.each([
  ['what was used longest ago goes first', ['a', 'b', 'c'], undefined, ['b', 'c']],
  ['what was just used stays', ['a', 'b', 'c'], 'a', ['a', 'c']],
])('%s', (_, added, used, kept) => {
  const cache = createCache<string>(20);
  cache.set('a', 'A', 10);
  cache.set('b', 'B', 10);
  cache.get(used ?? 'none');
  cache.set('c', 'C', 10);
  expect(added.filter((key) => cache.get(key) !== undefined)).toEqual(kept);
});

test('what is larger than everything is not kept, and drives nothing out', () => {
  const cache = createCache<string>(20);
  cache.set('a', 'A', 10);
  cache.set('huge', 'H', 21);
  expect([cache.get('a'), cache.get('huge')]).toEqual(['A', undefined]);
});
