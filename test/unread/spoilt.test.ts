import { beforeAll, describe, expect, test } from '@jest/globals';
import { conclude, exitCodeOf } from '../../src/report/conclusion.js';
import { type Review, review } from '../../src/review.js';
import { pullOfBytes } from '../support/bytes.js';
import { notationOf, type Spoil, spoils } from '../support/spoilt.js';
import { type Victim, victims } from '../support/spoilt-examples.js';

let all: readonly Victim[] = [];
beforeAll(async () => {
  all = await victims();
}, 120_000);

const bystander = [
  'other/template.yaml',
  'Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n    Properties: { KmsMasterKeyId: alias/aws/sns }\n',
] as const;

/** The first file of each framework and format is spoilt in every way (or none, to be quick), all others in one of them. */
function chosen(way: number, isThorough = true): readonly Victim[] {
  const seen = new Set<string>();
  return all.filter(({ variant, path }, index) => {
    const isFirst = !seen.has(`${variant} ${path}`);
    seen.add(`${variant} ${path}`);
    return (isFirst && isThorough) || index % Object.keys(spoils).length === way;
  });
}

interface Change {
  readonly base: ReadonlyMap<string, string>;
  readonly around: ReadonlyMap<string, string>;
}

/** How a victim came to a review: told to be unread and never green, or read as if nothing were wrong with it. */
async function fate(victim: Victim, spoil: Spoil, { base, around }: Change): Promise<string | undefined> {
  const spoilt = spoil(victim.files.get(victim.path) ?? '', notationOf(victim.path));
  if (spoilt === undefined) return undefined;
  const head = new Map<string, string | Uint8Array>([...around, ...victim.files, [victim.path, spoilt]]);
  const found = await review(pullOfBytes(base, head), victim.judge);
  if (found.notices.some(({ kind, path }) => kind === 'unread' && path === victim.path)) return tellsAndFails(found);
  const policies = new Set(
    found.findings.flatMap(({ policy, status, at }) => (status === 'fixed' ? [] : [`${policy} ${at.path}`])),
  );
  return victim.policies.every((policy) => policies.has(policy)) ? 'read' : 'passed over';
}

function tellsAndFails(found: Review): string {
  const isGreen = conclude(found, 'standard') === 'success' || conclude(found, 'strict') !== 'failure';
  return isGreen || exitCodeOf(found, { profile: 'strict' }) !== 1 ? 'told, but green' : 'told';
}

const changes: Readonly<Record<string, Change>> = {
  'new and alone': { base: new Map(), around: new Map() },
  'new beside a sound file': { base: new Map([bystander]), around: new Map([bystander]) },
};

test('every framework and every lockfile is among the victims', () => {
  const variants = new Set(all.map(({ variant }) => variant.replace(/\..*$/, '')));
  const files = new Set(all.map(({ path }) => path.replace(/^.*\//, '')));
  const frameworks = [
    ...['sam', 'cloudformation', 'serverless', 'terraform', 'cdk', 'bicep', 'arm', 'azure-functions'],
    ...['google-cloud', 'knative', 'openfaas', 'step-functions', 'serverless-workflow'],
  ];
  const lockfiles = [
    ...['package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'poetry.lock', 'uv.lock'],
    ...['Gemfile.lock', 'composer.lock', 'Cargo.lock'],
  ];
  expect(frameworks.filter((name) => !variants.has(name))).toEqual([]);
  expect(lockfiles.filter((name) => !files.has(name))).toEqual([]);
});

describe.each(Object.entries(changes))('a file that is spoilt, %s', (_, change) => {
  test.each(Object.entries(spoils).map(([way, spoil], index) => ({ way, spoil, index })))(
    'by $way, is told or read',
    async ({ spoil, index }) => {
      const bad: string[] = [];
      let told = 0;
      for (const victim of chosen(index, change.base.size === 0)) {
        const ended = await fate(victim, spoil, change);
        if (ended === 'told' || ended === 'read') told += 1;
        else if (ended !== undefined) bad.push(`${ended}: ${victim.name} ${victim.path}`);
      }
      expect(bad).toEqual([]);
      expect(told).toBeGreaterThan(10);
    },
    60_000,
  );
});

test('of a file that was sound before nothing counts as fixed while it is unread', async () => {
  const wrong: string[] = [];
  for (const { name, path, files, judge } of all) {
    const head = new Map<string, string | Uint8Array>([...files, [path, `${files.get(path)}\u0000`]]);
    const { findings } = await review(pullOfBytes(files, head), judge);
    if (findings.some(({ status }) => status === 'fixed')) wrong.push(`${name} ${path}`);
  }
  expect(wrong).toEqual([]);
}, 60_000);
