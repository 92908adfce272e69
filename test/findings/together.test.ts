import { describe, expect, test } from '@jest/globals';
import { compareFindings } from '../../src/diff/introduced.js';
import type { Found } from '../../src/findings/finding.js';
import { identitiesOf, together } from '../../src/findings/together.js';
import { finding } from '../support/finding.js';

/** One function on a runtime that a line of its own or a shared one decides. */
function runs(name: string, changed: Partial<Found> = {}): Found {
  const message = `${name} runs on nodejs14.x.`;
  return finding({ policy: 'deprecated-runtime', resource: name, message, fingerprint: `of ${name}`, ...changed });
}

function placeAt(start: number) {
  return {
    at: { path: 'main.tf', start, end: start + 1 },
    start: { line: start, column: 1 },
    end: { line: start, column: 2 },
  };
}

const fix = { class: 'exact', verified: false, edits: [] } as const;
const { at } = placeAt(9);

describe('findings that one line decides', () => {
  test('are one finding that names the resources', () => {
    const [one, ...more] = together([runs('Orders'), runs('Cart'), runs('Users', { severity: 'critical' })]);
    expect(more).toEqual([]);
    expect(one?.message).toBe('Orders runs on nodejs14.x; the same line sets it for Cart and Users.');
    expect(one?.severity).toBe('critical');
    expect(one && identitiesOf(one)).toEqual(['of Orders', 'of Cart', 'of Users']);
  });

  test('name no more than a reader wants to know', () => {
    const [one] = together(['A1', 'B1', 'C1', 'D1', 'E1', 'F1', 'G1'].map((name) => runs(name)));
    expect(one?.message).toBe('A1 runs on nodejs14.x; the same line sets it for B1, C1, D1, E1 and 2 more.');
  });

  test('stand where the value is written that their own lines name', () => {
    const origin = placeAt(1);
    const found = [runs('Orders', { ...placeAt(5), origin, fix }), runs('Cart', { ...placeAt(8), origin, fix })];
    const [one, ...more] = together(found);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ ...origin, fix: null, related: [placeAt(5), placeAt(8)] });
  });

  test('stay at their line when only one resource takes the value from elsewhere', () => {
    const alone = runs('Orders', { ...placeAt(5), origin: placeAt(1), fix });
    expect(together([alone])).toEqual([alone]);
  });

  test.each([
    ['of other lines', { at }],
    ['that say something else', { message: 'Cart runs on nodejs12.x.' }],
    ['mended otherwise', { fix }],
    ['of another policy', { policy: 'tracing-off' }],
    ['that are suppressed', { suppressed: { reason: 'it is meant', in: 'metadata' } }],
  ] as const)('are not those %s', (_, changed) => {
    const found = [runs('Orders'), runs('Cart', changed)];
    expect(together(found)).toEqual(found);
  });
});

describe('a line that decides for several resources is', () => {
  const both = together([runs('Orders'), runs('Cart')]);
  const statuses = (base: readonly Found[], head: readonly Found[]) =>
    compareFindings(base, head).map(({ status }) => status);

  test.each([
    ['existing when a resource is added below', both, together([runs('Orders'), runs('Cart'), runs('Users')])],
    ['existing when a resource is added above', both, together([runs('About'), runs('Orders'), runs('Cart')])],
    ['existing when lines of single resources become it', [runs('Orders'), runs('Cart', { at })], both],
    ['existing when a single resource is left', both, [runs('Cart')]],
  ])('%s', (_, base, head) => expect(statuses(base, head)).toEqual(['existing']));

  test('fixed when no resource is left', () => expect(statuses(both, [])).toEqual(['fixed']));
  test('introduced when none of them was there', () =>
    expect(statuses([runs('Users')], both)).toEqual(['introduced', 'fixed']));
  test('worsened when it is worse for one of them', () => {
    expect(statuses(both, together([runs('Orders'), runs('Users', { severity: 'critical' })]))).toEqual(['worsened']);
  });
});
