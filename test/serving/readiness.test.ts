import { expect, test } from '@jest/globals';
import { createReadiness } from '../../src/serving/readiness.js';

const fine = async () => undefined;
const broken = () => Promise.reject(new Error('down'));
const unauthorized = () => Promise.reject(Object.assign(new Error('Bad credentials'), { status: 401 }));
const sources = { probe: fine, identify: fine, isStopping: () => false };

test.each([
  ['everything answers', {}, []],
  ['the store is away', { probe: broken }, ['The store does not answer.']],
  ['GitHub does not know the app', { identify: unauthorized }, ['GitHub has not confirmed APP_ID and PRIVATE_KEY.']],
  ['GitHub has not answered yet', { identify: broken }, ['GitHub has not confirmed APP_ID and PRIVATE_KEY.']],
  ['the process stops', { isStopping: () => true }, ['The process is stopping.']],
])('%s', async (_, changed, expected) => {
  expect(await createReadiness({ ...sources, ...changed })()).toEqual(expected);
});

test('a process stays ready while GitHub is away', async () => {
  let isThere = true;
  const ready = createReadiness({ ...sources, identify: () => (isThere ? fine() : broken()) });
  expect(await ready()).toEqual([]);
  isThere = false;
  expect(await ready()).toEqual([]);
});
