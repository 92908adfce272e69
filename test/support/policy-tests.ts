import { beforeAll, describe, expect, test } from '@jest/globals';
import { applyEdits, editsByPath } from '../../src/findings/edits.js';
import type { Found, Threat } from '../../src/findings/finding.js';
import { indexLines } from '../../src/findings/lines.js';
import { catalogue } from '../../src/policies/catalogue.js';
import type { Policy } from '../../src/policies/definition.js';
import { type Scan, scan } from '../../src/scan.js';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { type Example, examplesOf, fixedVersionOf, stackPolicies } from './examples.js';
import { judge, reviewFiles } from './judging.js';

type Files = ReadonlyMap<string, string>;

/** Policies that may tell of a change in the place of the one that judges its outcome. */
const aboutChanges = new Set(catalogue.filter((policy) => 'compare' in policy).map(({ id }) => id));

interface Row {
  readonly policy: Policy;
  readonly bad: Example;
  readonly good: Example;
}

interface Silence {
  readonly policy: Policy;
  readonly example: Example;
}

/** Runs every example of a threat's policies; each threat stands in a file of its own, so that they share the processors. */
export function testExamples(threat: Threat): void {
  const policies = stackPolicies.filter((policy) => policy.threat === threat);
  beforeAll(prepareFrameworks);
  describe.each(policies.flatMap(rowsOf))('%s', (_, row) => testFinding(row));
  describe.each(policies.flatMap(silencesOf))('%s', (_, silence) => testSilence(silence));
}

function rowsOf(policy: Policy): readonly (readonly [string, Row])[] {
  const examples = examplesOf(policy);
  return examples.flatMap((bad) => {
    const good = bad.kind === 'bad' ? fixedVersionOf(bad, examples) : undefined;
    return good === undefined ? [] : [[nameOf(policy, bad), { policy, bad, good }] as const];
  });
}

function silencesOf(policy: Policy): readonly (readonly [string, Silence])[] {
  return examplesOf(policy).flatMap((example) =>
    example.kind === 'bad' ? [] : [[nameOf(policy, example), { policy, example }] as const],
  );
}

function nameOf({ id }: Policy, { kind, framework, variant }: Example): string {
  return `${id} on ${kind}.${framework}${variant === '' ? '' : `.${variant}`}`;
}

/** A repository at rest, where the fixes of one policy are tried, or none. */
function scanned(files: Files, triesOf?: string): Promise<Scan> {
  const tries = (findings: readonly Found[]) => findings.filter(({ policy }) => policy === triesOf);
  return scan([...files.keys()], async () => files, judge(), { tries });
}

/** What this policy finds in a repository at rest, or in the change from its fixed state for policies about changes. */
async function find(policy: Policy, files: Files, former: Files, triesOf?: string): Promise<readonly Found[]> {
  const found: readonly Found[] =
    'compare' in policy
      ? (await reviewFiles(former, files)).findings.filter(({ status }) => status !== 'fixed')
      : (await scanned(files, triesOf)).findings;
  return found.filter((finding) => finding.policy === policy.id);
}

function testFinding({ policy, bad, good }: Row): void {
  let known: Promise<readonly Found[]> | undefined;
  const there = () => {
    known ??= find(policy, bad.files, good.files, policy.id);
    return known;
  };

  test('is found, by a finding that stands in the file', async () => {
    const found = await there();
    expect(found).not.toEqual([]);
    for (const { at, side } of found) {
      const text = (side === 'left' ? good : bad).files.get(at.path) ?? '';
      expect(at.end).toBeGreaterThan(at.start);
      expect(at.end).toBeLessThanOrEqual(text.length);
    }
  });

  test('is introduced by the change that brings it, and fixed by the one that mends it', async () => {
    const change = await reviewFiles(good.files, bad.files);
    const told = change.findings.filter((finding) => finding.policy === policy.id || aboutChanges.has(finding.policy));
    expect(told.map(({ status }) => status)).toContain('introduced');
    const back = await reviewFiles(bad.files, good.files);
    const left = back.findings.filter((finding) => finding.policy === policy.id).map(({ status }) => status);
    expect(left.filter((status) => status !== 'fixed')).toEqual([]);
  });

  test('is existing when only a comment changes', async () => {
    const [path, text] = [...bad.files][0] ?? ['', ''];
    const touched = new Map([...bad.files, [path, `${text}\n`]]);
    const again = await reviewFiles(bad.files, touched);
    expect(again.findings.filter(({ status }) => status !== 'existing')).toEqual([]);
  });

  test('every fix it offers was tried, and all of them together mend the example', async () => {
    const found = await there();
    const fixes = found.flatMap(({ fix }) => (fix === null ? [] : [fix]));
    expect(fixes.every(({ verified }) => verified)).toBe(true);
    const fixed = new Map(bad.files);
    const byPath = editsByPath(fixes.flatMap(({ edits }) => edits));
    for (const [path, edits] of byPath) fixed.set(path, applyEdits(bad.files.get(path) ?? '', edits));
    const left = await find(policy, fixed, good.files);
    const beyond = new Set(found.filter(({ fix }) => fix === null).map(({ fingerprint }) => fingerprint));
    expect(left.filter(({ fingerprint }) => !beyond.has(fingerprint))).toEqual([]);
  });

  test('is silenced by a remark on the line above', async () => {
    const found = (await there()).filter(({ side, at }) => side !== 'left' && !at.path.endsWith('.json'));
    for (const finding of found) {
      const remarked = new Map([...bad.files, [finding.at.path, withComment(finding, bad.files)]]);
      const again = await find(policy, remarked, good.files);
      const same = again.filter(({ fingerprint }) => fingerprint === finding.fingerprint);
      expect(same.map(({ suppressed }) => suppressed?.reason)).toEqual(['it is meant']);
    }
  });
}

function withComment({ policy, at, start }: Found, files: Files): string {
  const text = files.get(at.path) ?? '';
  const opener = /\.(ts|js|bicep|cs|java)$/.test(at.path) ? '//' : /proj$/.test(at.path) ? '<!--' : '#';
  const closer = opener === '<!--' ? ' -->' : '';
  const lineStart = indexLines(text).starts[remarkableLine(text, start.line) - 1] ?? 0;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
  return `${text.slice(0, lineStart)}${indent}${opener} postern-ignore: ${policy} -- it is meant${closer}\n${text.slice(lineStart)}`;
}

/** The line itself; inside a heredoc or a block scalar, which cannot hold comments, the line on which it begins. */
function remarkableLine(text: string, line: number): number {
  const before = text.split('\n').slice(0, line - 1);
  const scalar = before.findLastIndex((one) => /^\s*(?:- |[\w/.-]+: )[|>][-+]?$/.test(one));
  const depth = before[scalar]?.search(/\S/) ?? 0;
  const within = text.split('\n').slice(scalar + 1, line);
  if (scalar !== -1 && within.every((one) => one.search(/\S/) > depth)) return scalar + 1;
  const opening = before.findLastIndex((one) => /<<-?[A-Z]+$/.test(one));
  const [, end] = /<<-?([A-Z]+)$/.exec(before[opening] ?? '') ?? [];
  return end === undefined || before.slice(opening).some((one) => one.trim() === end) ? line : opening + 1;
}

function testSilence({ policy, example }: Silence): void {
  let known: Promise<Scan> | undefined;
  const there = () => {
    known ??= scanned(example.files);
    return known;
  };

  test('is silent', async () => {
    const found = 'compare' in policy ? await reviewFiles(example.files, example.files) : await there();
    expect(found.findings.filter((finding) => finding.policy === policy.id)).toEqual([]);
  });

  test('is read by its framework', async () => {
    const { stats } = await there();
    expect(stats.stacks).toBeGreaterThan(0);
  });
}
