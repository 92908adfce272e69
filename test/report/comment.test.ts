import { describe, expect, test } from '@jest/globals';
import { patchBetween } from '../../src/diff/patch.js';
import type { Placed } from '../../src/findings/finding.js';
import { sourcesOf } from '../../src/findings/sources.js';
import { renderComment } from '../../src/report/comment.js';
import { fingerprintsIn, problemsIn } from '../../src/report/fingerprint-marker.js';
import { toReviewComments } from '../../src/report/review-comment.js';
import type { Words } from '../../src/report/words.js';
import type { Diff } from '../../src/topics/topic.js';
import { topicsOf } from '../../src/topics/topics.js';
import { finding, fixable } from '../support/finding.js';

const words: Words = (id) =>
  id === 'gone'
    ? undefined
    : {
        title: 'Function URL is open',
        several: ['function URLs', 'are open'],
        why: 'Anyone can run the function.',
        remedy: 'Set `AuthType` to `AWS_IAM`.',
        acceptable: 'The function verifies signatures itself.',
        page: 'https://example.com/function-url-open',
      };

const toComments = (findings: readonly Placed[], diff: Diff) =>
  topicsOf(findings, diff, { profile: 'strict', together: () => new Set() });

const head = 'Hello:\n  AuthType: NONE\n';

function diffWith(text: string, path = 'template.yaml'): Diff {
  return {
    patches: new Map([[path, patchBetween('', text)]]),
    headPath: (name: string) => name,
    texts: sourcesOf(new Map([[path, text]])),
  };
}

function bodyOf(findings: readonly Placed[], text = head, path = 'template.yaml', by = words): string {
  const diff = diffWith(text, path);
  const [comment] = toComments(findings, diff);
  return comment === undefined ? '' : renderComment(comment, by, diff.texts);
}

test('what, why, the fix, how to accept it, and the marker', () => {
  const one = fixable(head, 'NONE', 'AWS_IAM', { message: 'The URL of Hello is open.' });
  expect(bodyOf([one])).toBe(
    [
      '**High: The URL of Hello is open**',
      'Anyone can run the function.',
      '```suggestion\n  AuthType: AWS_IAM\n```',
      '<sub>Fine if the function verifies signatures itself.<br>To accept it, write ' +
        '`# postern-ignore: function-url-open -- <reason>` on the line above, or an entry with `resource: Hello` ' +
        'under `suppressions` in `.github/postern.yml`.<br>[`function-url-open`](https://example.com/function-url-open)</sub>',
      '<!-- postern:fingerprint f1 -->',
    ].join('\n\n'),
  );
});

describe('the fix', () => {
  test('of a breaking kind says so', () => {
    const one = fixable(head, 'NONE', 'AWS_IAM');
    expect(bodyOf([{ ...one, fix: one.fix && { ...one.fix, class: 'breaking' } }])).toContain('may break');
  });

  test('with a note says the note', () => {
    const one = fixable(head, 'NONE', 'AWS_IAM');
    expect(bodyOf([{ ...one, fix: one.fix && { ...one.fix, note: 'Callers must sign.' } }])).toContain(
      'Callers must sign.',
    );
  });

  test('whose text holds fences gets a longer one', () => {
    expect(bodyOf([fixable('a: ```\nb\n', 'b', '````x')], 'a: ```\nb\n')).toContain('`````suggestion\n````x\n`````');
  });

  test('that deletes lines is an empty suggestion', () => {
    expect(bodyOf([fixable(head, '  AuthType: NONE\n', '')])).toContain('```suggestion\n```');
  });

  test('that no suggestion can say is a diff', () => {
    const far = `${head}${'x\n'.repeat(30)}last\n`;
    const one = fixable(far, 'NONE', 'AWS_IAM');
    const two = { ...one, fix: one.fix && { ...one.fix, edits: [...one.fix.edits, edit(far, 'last', 'end')] } };
    const patch = patchBetween(far.replace('NONE', 'AWS_IAM'), far);
    const [comment] = toComments([two], {
      patches: new Map([['template.yaml', patch]]),
      headPath: String,
      texts: sourcesOf(new Map([['template.yaml', far]])),
    });
    const body =
      comment === undefined ? '' : renderComment(comment, words, sourcesOf(new Map([['template.yaml', far]])));
    expect(body).not.toContain('```suggestion');
    expect(body).toContain(
      '```diff\n@@ line 2 @@\n-  AuthType: NONE\n+  AuthType: AWS_IAM\n@@ line 33 @@\n-last\n+end\n```',
    );
  });

  test('of a secret does not repeat the secret', () => {
    const secret = 'Key: hunter2hunter2\nx\n';
    const one = fixable(secret, 'hunter2hunter2', '!Ref Key', { isSecret: true, ...lineOf(2) });
    expect(bodyOf([{ ...one, fix: one.fix && { ...one.fix, verified: true } }], secret)).not.toContain('hunter2');
  });

  test('that is advice in words is a paragraph', () => {
    const body = bodyOf([finding({ advice: 'Ask @octocat for `AWS_IAM`.\nTest it.' })]);
    expect(body).toContain('\n\nAsk @&#8203;octocat for `AWS_IAM`.\n\nTest it.\n\n');
    expect(body).not.toContain('Set `AuthType`');
  });

  test('that is advice about a component with an advisory does not replace what the policy says', () => {
    const advisories = [{ ids: ['CVE-1'], url: '', severity: 'high' as const, score: undefined, summary: '' }];
    const component = {
      ecosystem: 'npm' as const,
      name: 'a',
      version: '1',
      advisories,
      fixed: undefined,
      functions: [],
    };
    const body = bodyOf([finding({ advice: 'No fix is published.', component })]);
    expect(body).toContain('Set `AuthType` to `AWS_IAM`.\n\nNo fix is published.');
  });

  test.each([
    ['leaves it', ['cors'], '- CORS is open (line 2). The edit below leaves this. Set `AuthType` to `AWS_IAM`.\n\n'],
    ['ends it as well', [], '- CORS is open (line 2).\n\n'],
  ])('of another problem says so if it %s', (_, left, expected) => {
    const one = fixable(head, 'NONE', 'AWS_IAM');
    const about = { ...lineOf(2), policy: 'cors-too-wide', message: 'CORS is open.', fingerprint: 'cors' };
    const other = finding({ ...about, severity: 'medium' });
    const diff = diffWith(head);
    const [topic] = topicsOf([one, other], diff, { profile: 'strict', together: () => new Set(left) });
    expect(topic === undefined ? '' : renderComment(topic, words, diff.texts)).toContain(expected);
  });

  test('that is only an example is shown', () => {
    expect(bodyOf([finding({ advice: 'AuthType: AWS_IAM' })])).toContain('```\nAuthType: AWS_IAM\n```');
  });
});

test.each([
  ['The function verifies it.', 'the function verifies it.'],
  ['A firewall does.', 'a firewall does.'],
  ['AWS signs it.', 'AWS signs it.'],
])('it is acceptable if %s', (acceptable, expected) => {
  const about = {
    title: 't',
    several: ['things', 'are broken'] as const,
    why: 'w',
    remedy: 'r',
    acceptable,
    page: undefined,
  };
  expect(bodyOf([finding()], head, 'template.yaml', () => about)).toContain(`Fine if ${expected}`);
});

test('problems of one kind that weigh differently are told under the weight of the worst', () => {
  const body = bodyOf([finding({ severity: 'medium' }), finding({ severity: 'high', fingerprint: 'f2' })]);
  expect(body.match(/\*\*.*\*\*/g)).toEqual(['**High: two function URLs are open**']);
});

test('a long sentence is no heading: the policy’s title is', () => {
  const body = bodyOf([finding({ message: `${'Hello and '.repeat(20)}others are open.` })]);
  expect(body).toMatch(/^\*\*High: Function URL is open\*\*\n\n- Hello and Hello/);
});

test('what a finding is the sum of and what its fix leaves is named, and known by the marker', () => {
  const text = `${head}  Policy: dynamodb:*\n`;
  const grant = finding({ policy: 'wildcard-action', fingerprint: 'part', message: 'It may do all.', ...lineOf(3) });
  const sum = fixable(text, 'NONE', 'AWS_IAM', { fingerprint: 'sum', absorbed: [grant] });
  const diff = diffWith(text);
  const [topic] = topicsOf([sum], diff, { profile: 'standard', together: () => new Set(['part']) });
  const body = topic === undefined ? '' : renderComment(topic, words, diff.texts);
  expect(body).toContain('After this edit remains:\n\n- It may do all (line 3). Set `AuthType` to `AWS_IAM`.');
  expect(fingerprintsIn(body)).toEqual(['sum', 'part']);
  expect(problemsIn(body)).toEqual([['part']]);
});

const lineOf = (line: number) => ({ start: { line, column: 1 }, end: { line, column: 2 } });

function edit(text: string, from: string, to: string) {
  const start = text.indexOf(from);
  return { path: 'template.yaml', start, end: start + from.length, text: to };
}

describe('how to accept it', () => {
  test('names the line where the text begins that a finding stands within', () => {
    const place = (line: number) => ({
      at: { path: 'template.yaml', start: line, end: line + 1 },
      start: { line, column: 1 },
      end: { line, column: 2 },
    });
    const text = 'a: |\n  b\n  c\n';
    expect(bodyOf([finding({ ...place(3), text: place(1) })], text)).toContain(
      'above line 1, where the text begins, or',
    );
    expect(bodyOf([finding({ ...place(1), text: place(1) })], text)).toContain('on the line above, or');
  });

  test('names each of several', () => {
    const two = ['A', 'B'].map((name) => finding({ names: [name], fingerprint: name }));
    expect(bodyOf(two)).toContain('or entries with `resource: A`, `resource: B` under `suppressions`');
  });

  test.each([
    ['in a template', 'template.yaml', '`# postern-ignore: function-url-open -- <reason>`'],
    ['in code', 'src/app.ts', '`// postern-ignore: function-url-open -- <reason>`'],
    ['in XML', 'pom.xml', '`<!-- postern-ignore: function-url-open -- <reason> -->`'],
    [
      'in JSON, which has no remarks',
      'template.json',
      'To accept it, write an entry with `resource: Hello` under `suppressions`',
    ],
  ])('%s', (_, path, expected) => {
    expect(bodyOf([finding({ at: { path, start: 0, end: 1 } })], head, path)).toContain(expected);
  });
});

test('a policy without words is told by its id', () => {
  const two = ['a', 'b'].map((fingerprint) => finding({ policy: 'gone', fingerprint }));
  expect(bodyOf(two)).toContain('**High: gone, in 2 places**');
});

test('the fingerprints are found again, and not those that the text pretends', () => {
  const sly = '<!-- postern:fingerprint fake -->\nNONE\n';
  const body = bodyOf([fixable(sly, 'NONE', 'AWS_IAM', { fingerprint: 'real' })], sly);
  expect(fingerprintsIn(body)).toEqual(['real']);
  expect(fingerprintsIn('nothing of ours')).toEqual([]);
});

test('problems of one kind are told in one breath, and counted when they are many', () => {
  const alike = ['a', 'b'].map((name) => finding({ message: `${name} is open.`, fingerprint: name }));
  expect(bodyOf(alike)).toContain(
    '**High: two function URLs are open**\n\n- a is open (line 1).\n- b is open (line 1).\n\nAnyone can run',
  );
  expect(bodyOf(alike).match(/Anyone can run/g)).toHaveLength(1);
  const many = Array.from({ length: 20 }, (_, index) => finding({ fingerprint: `f${index}` }));
  expect(bodyOf(many)).toContain('- And 10 more: line 1.');
  expect(fingerprintsIn(bodyOf(many))).toHaveLength(20);
});

test('many problems on one line stay within the limit', () => {
  const many = Array.from({ length: 60 }, (_, index) => finding({ policy: `p${index}`, message: 'x'.repeat(3000) }));
  expect(Buffer.byteLength(bodyOf(many))).toBeLessThan(65_536);
});

test('a path is drawn in the first comment on its function only', () => {
  const steps = ['Unauthenticated callers', 'GET /', 'Hello', 'read items from Orders'] as const;
  const paths = [{ function: 'Hello', steps, isNew: { wayIn: true, deed: false } }];
  const diff = diffWith(head);
  const on = (line: number, policy: string) =>
    finding({ ...lineOf(line), policy, fingerprint: policy, thing: { kind: 'other', id: policy, behind: [] } });
  const topics = topicsOf([on(1, 'open-url'), on(2, 'wide-grant')], diff, {
    profile: 'strict',
    together: () => new Set(),
  });
  const comments = toReviewComments(topics, { words, texts: diff.texts, paths });
  expect(comments.map(({ body }) => body.includes('```mermaid'))).toEqual([true, false]);
});
