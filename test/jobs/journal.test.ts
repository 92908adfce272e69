import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Job } from '../../src/jobs/job.js';
import { openJournal } from '../../src/jobs/journal.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const job = (repo: string): Job => ({ kind: 'survey', installation: 1, owner: 'acme', repo, url: 'u', delivery: 'd' });
const pathOf = () => join(folder, 'data', 'jobs.jsonl');
const pending = () => openJournal(pathOf()).pending.map((entry) => ('repo' in entry.job ? entry.job.repo : ''));

describe('after a restart', () => {
  test('jobs that were not done are there, in their order', () => {
    const journal = openJournal(pathOf());
    journal.put(job('a'));
    journal.done(journal.put(job('b')));
    journal.put(job('c'));
    expect(pending()).toEqual(['a', 'c']);
    expect(pending()).toEqual(['a', 'c']);
  });

  test('numbers are not given twice', () => {
    const first = openJournal(pathOf()).put(job('a'));
    const again = openJournal(pathOf());
    again.done(again.put(job('b')));
    again.done(first);
    expect(pending()).toEqual([]);
  });

  test('a line that was cut by a crash is left out', () => {
    openJournal(pathOf()).put(job('a'));
    appendFileSync(pathOf(), '{"number":2,"job":{"kind":"sur');
    expect(pending()).toEqual(['a']);
  });
});

test('an idle journal stays small', () => {
  const journal = openJournal(pathOf());
  for (let index = 0; index < 1000; index += 1) journal.done(journal.put(job('a')));
  expect(readFileSync(pathOf(), 'utf8')).toBe('');
});
