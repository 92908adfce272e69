import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import type { Log, Result } from 'sarif';
import { validateXML } from 'xmllint-wasm';
import type { Finding, Placed } from '../../src/findings/finding.js';
import { sourcesOf } from '../../src/findings/sources.js';
import { catalogue } from '../../src/policies/catalogue.js';
import { renderGitlab } from '../../src/report/formats/gitlab.js';
import { renderJunit } from '../../src/report/formats/junit.js';
import { renderJobSummary, renderMarkdown } from '../../src/report/formats/markdown-report.js';
import type { Rendering } from '../../src/report/formats/rendering.js';
import { renderForCodeScanning, renderSarif } from '../../src/report/formats/sarif.js';
import { within } from '../../src/report/formats/sarif-limits.js';
import { renderSonarqube } from '../../src/report/formats/sonarqube.js';
import { renderWorkflowCommands } from '../../src/report/formats/workflow-commands.js';
import { renderJson } from '../../src/report/json.js';
import { renderTerminal } from '../../src/report/terminal.js';
import { wordsOf } from '../../src/report/words.js';
import { finding, fixable } from '../support/finding.js';
import { hostileWords } from '../support/hostile-words.js';
import { readGenericIssues } from '../support/sonarqube-reader.js';

const fixtures = fileURLToPath(new URL('./fixtures/', import.meta.url));
const text = 'Hello:\n  Url:\n    AuthType: NONE\n';
// The module's types know only its CommonJS form.
const addFormats = addFormatsModule as unknown as (ajv: Ajv2020) => void;
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
const isSarif = ajv.compile(JSON.parse(readFileSync(join(fixtures, 'sarif-2.1.0.json'), 'utf8')));
const xsd = readFileSync(join(fixtures, 'junit-10.xsd'), 'utf8');

function rendering(findings: readonly Finding[], changed: Partial<Rendering['outcome']> = {}): Rendering {
  return {
    outcome: {
      findings,
      notices: [{ path: 'x.tf', line: 3, message: 'The file cannot be read.', kind: 'unread' }],
      stats: { stacks: 1, files: 1, lines: 3, unresolved: 0, milliseconds: 7 },
      texts: sourcesOf(new Map([['template.yaml', text]]), findings),
      isReview: findings.some((one) => 'status' in one),
      version: '1.2.3',
      ...changed,
    },
    policies: catalogue,
    view: {
      colored: false,
      linked: false,
      all: true,
      fails: ({ severity, suppressed }) => severity === 'high' && suppressed === null,
      rule: 'under the profile standard',
      code: findings.some(({ severity, suppressed }) => severity === 'high' && suppressed === null) ? 1 : 0,
      words: wordsOf(catalogue),
    },
  };
}

const outputs: Readonly<Record<string, (rendering: Rendering) => string>> = {
  pretty: ({ outcome, view }) => renderTerminal(outcome, view),
  json: ({ outcome }) => renderJson(outcome),
  sarif: renderSarif,
  'code-scanning': renderForCodeScanning,
  sonarqube: renderSonarqube,
  gitlab: renderGitlab,
  junit: renderJunit,
  github: renderWorkflowCommands,
  markdown: renderMarkdown,
  summary: renderJobSummary,
};

function sarifOf(findings: readonly Finding[], render = renderSarif): Log {
  const log: Log = JSON.parse(render(rendering(findings)));
  expect(isSarif(log) ? [] : isSarif.errors).toEqual([]);
  return log;
}

function resultsOf(findings: readonly Finding[], render = renderSarif): readonly Result[] {
  return sarifOf(findings, render).runs[0]?.results ?? [];
}

async function junitOf(findings: readonly Finding[]): Promise<XmlElement> {
  const contents = renderJunit(rendering(findings));
  const { valid, errors } = await validateXML({ xml: [{ fileName: 'r.xml', contents }], schema: [xsd] });
  expect(errors).toEqual([]);
  expect(valid).toBe(true);
  const { root } = parseXml(contents);
  if (root === null) throw new Error('The report is empty.');
  return root;
}

function elements(of: XmlElement, name: string): readonly XmlElement[] {
  const own = of.children.filter((one) => one instanceof XmlElement);
  return own.flatMap((one) => [...(one.name === name ? [one] : []), ...elements(one, name)]);
}

const accepted = finding({ suppressed: { reason: 'By design.', in: 'settings' }, fingerprint: 'f2' });
const gone = finding({ status: 'fixed', fingerprint: 'f3' });
const before = finding({ status: 'existing', fingerprint: 'f4' });
const deleted = finding({ side: 'left', standIn: 37, fingerprint: 'f5' });

describe('SARIF', () => {
  test('follows the schema with rules for all policies, each with its page', () => {
    const [run] = sarifOf([fixable(text, 'NONE', 'AWS_IAM')]).runs;
    const rules = run?.tool.driver.rules ?? [];
    expect(rules.map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id));
    expect(rules.filter(({ helpUri, help }) => !helpUri || !help?.markdown?.includes('**Why.**'))).toEqual([]);
  });

  test('places a finding and its fix where it stands', () => {
    const [result] = resultsOf([fixable(text, 'NONE', 'AWS_IAM')]);
    const region = { startLine: 3, startColumn: 15, endLine: 3, endColumn: 19 };
    expect(result).toMatchObject({
      level: 'error',
      baselineState: 'new',
      partialFingerprints: { 'postern/v1': 'f1', primaryLocationLineHash: 'f1:1' },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'template.yaml' }, region } }],
      fixes: [
        { artifactChanges: [{ replacements: [{ deletedRegion: region, insertedContent: { text: 'AWS_IAM' } }] }] },
      ],
    });
  });

  test('tells the way of a flow, and where else a value is written', () => {
    const place = (line: number) => ({
      at: { path: 'a.js', start: 0, end: 1 },
      start: { line, column: 1 },
      end: { line, column: 2 },
    });
    const [result] = resultsOf([
      finding({ threat: 'event-injection', related: [place(2), place(4)], origin: place(9) }),
    ]);
    expect(result?.relatedLocations).toHaveLength(3);
    const steps = result?.codeFlows?.[0]?.threadFlows[0]?.locations ?? [];
    expect(steps.map(({ location }) => location?.physicalLocation?.region?.startLine)).toEqual([2, 4, 1]);
    const [parts] = resultsOf([finding({ threat: 'event-injection', related: [place(4)], text: place(2) })]);
    expect(parts?.relatedLocations).toHaveLength(1);
    expect(parts?.codeFlows).toBeUndefined();
  });

  test('marks what is accepted, was there before or is gone, and stands where a deleted line stood', () => {
    const results = resultsOf([accepted, gone, before, deleted]);
    expect(results.map(({ baselineState }) => baselineState)).toEqual(['new', 'absent', 'unchanged', 'new']);
    expect(results[0]?.suppressions).toEqual([{ kind: 'external', status: 'accepted', justification: 'By design.' }]);
    expect(results[3]?.locations?.[0]?.physicalLocation?.region).toEqual({ startLine: 37 });
  });

  test('for code scanning leaves out what would be an open alert there', () => {
    const results = resultsOf([accepted, gone, before], renderForCodeScanning);
    expect(results.map(({ partialFingerprints }) => partialFingerprints?.['postern/v1'])).toEqual(['f4']);
  });

  test('counts findings that are alike in a file, so that none takes the place of another', () => {
    const hashes = resultsOf([finding(), finding()]).map((one) => one.partialFingerprints?.primaryLocationLineHash);
    expect(hashes).toEqual(['f1:1', 'f1:2']);
  });

  test('says what was not read', () => {
    const [run] = sarifOf([]).runs;
    expect(run?.invocations?.[0]?.toolExecutionNotifications).toEqual([
      expect.objectContaining({ level: 'warning', message: { text: 'The file cannot be read.' } }),
    ]);
  });

  test('holds the limits of code scanning by cutting the least, and says how many', () => {
    const many = Array.from({ length: 25_003 }, (_, index) => finding({ fingerprint: `f${index}` }));
    const [run] = JSON.parse(renderSarif(rendering(many))).runs;
    expect(run.results).toHaveLength(25_000);
    expect(run.invocations[0].toolExecutionNotifications[0].message.text).toMatch(/^3 results are left out/);
    const random = (index: number) => ({ message: { text: `${Math.sin(index)}`.repeat(40) } });
    const results = Array.from({ length: 64 }, (_, index) => random(index));
    const cut = within(results, (kept, left) => JSON.stringify({ kept, left }), { results: 100, zippedBytes: 900 });
    const { kept, left } = JSON.parse(cut);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length + left).toBe(64);
    expect(left).toBeGreaterThan(0);
  });
});

describe('SonarQube', () => {
  test('imports the issues with their rules, a rule for each severity', () => {
    const one = fixable(text, 'NONE', 'AWS_IAM');
    const low = finding({ severity: 'low', fingerprint: 'f6' });
    const read = readGenericIssues(
      renderSonarqube(rendering([one, low, accepted, gone])),
      new Map([['template.yaml', text]]),
    );
    expect(read.map(({ ruleId, impact, marked }) => [ruleId, impact, marked])).toEqual([
      ['function-url-open', 'HIGH', 'NONE'],
      ['function-url-open-low', 'LOW', 'H'],
    ]);
  });
});

test('GitLab gets one entry for each finding, with fingerprints that are unique', () => {
  const entries = JSON.parse(renderGitlab(rendering([finding(), finding(), accepted, gone])));
  expect(entries).toHaveLength(2);
  expect(new Set(entries.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(2);
  expect(entries[0]).toMatchObject({
    check_name: 'function-url-open',
    severity: 'critical',
    location: { path: 'template.yaml', lines: { begin: 1 } },
  });
});

describe('JUnit', () => {
  test('fails what fails the run, skips what is accepted or was not read, and passes the rest', async () => {
    const root = await junitOf([finding(), accepted, finding({ severity: 'low' })]);
    expect(root.attributes).toMatchObject({ tests: '4', failures: '1', errors: '0' });
    expect(elements(root, 'failure')[0]?.attributes.message).toBe('The URL of Hello is open to anyone.');
    expect(elements(root, 'skipped').map(({ attributes }) => attributes.message)).toEqual([
      'By design.',
      'The file cannot be read.',
    ]);
  });

  test('has a case that passes where nothing is found', async () => {
    const contents = renderJunit(rendering([], { notices: [] }));
    expect((await validateXML({ xml: [{ fileName: 'r.xml', contents }], schema: [xsd] })).valid).toBe(true);
    expect(contents).toContain('tests="1" failures="0"');
  });
});

describe('workflow commands', () => {
  test('annotate lines, ten of each kind, and say how many are left', () => {
    const many = Array.from({ length: 13 }, (_, index) => finding({ fingerprint: `f${index}` }));
    const lines = renderWorkflowCommands(rendering([...many, deleted, gone], { notices: [] }))
      .trim()
      .split('\n');
    expect(lines).toHaveLength(11);
    expect(lines[0]).toMatch(/^::error file=template\.yaml,line=1,endLine=1,col=1,endColumn=2,title=Function URL /);
    expect(lines[10]).toBe('::notice::3 more problems: see the summary.');
  });
});

describe('Markdown', () => {
  test('of a tree is a table of what is alike', () => {
    const shown = renderMarkdown(rendering([finding(), finding({ start: { line: 3, column: 1 }, fingerprint: 'f9' })]));
    expect(shown).toContain('2 function URLs accept unauthenticated requests');
    expect(shown).toContain('`template.yaml:1, 3`');
    expect(shown).toContain('2 problems fail under the profile standard.');
  });
});

describe.each(Object.entries(hostileWords))('a name that %s', (_, word) => {
  let hostile: readonly Placed[];
  beforeAll(() => {
    const at = { path: `${word}/template.yaml`.slice(0, 4_000), start: 0, end: 1 };
    const named = { message: `${word} is open.`, resource: word, names: [word] as const, stack: at.path };
    hostile = [
      finding({ ...named, at }),
      finding({ ...named, at, suppressed: { reason: word, in: 'comment', at } }),
      finding({
        ...named,
        severity: 'low',
        related: [{ at, start: { line: 1, column: 1 }, end: { line: 1, column: 2 } }],
      }),
    ];
  });

  test.each(Object.entries(outputs))('stays text in %s', async (name, render) => {
    const shown = render(rendering(hostile, { notices: [{ path: word, message: word, kind: 'unread' }] }));
    const isShown = ['pretty', 'junit', 'github', 'markdown', 'summary'].includes(name);
    expect(isShown ? shown.match(/(?![\n\t])[\p{Cc}\p{Bidi_Control}\p{Cs}]/u) : null).toBeNull();
    const commands = shown.split('\n').filter((line) => /^\s*::/.test(line));
    expect(commands.filter((line) => !/^::(?:error|warning|notice) (?:[a-zA-Z]+=[^,:]*,?)+::/.test(line))).toEqual([]);
    expect(commands.length).toBe(name === 'github' ? 3 : 0);
    expect(name === 'pretty' ? shown : '').not.toContain('##[');
  });

  test('passes the schemas', async () => {
    expect(resultsOf(hostile)).toHaveLength(3);
    expect(resultsOf(hostile, renderForCodeScanning)).toHaveLength(2);
    expect(elements(await junitOf(hostile), 'testcase')).toHaveLength(4);
    expect(JSON.parse(renderGitlab(rendering(hostile)))).toHaveLength(2);
    expect(readGenericIssues(renderSonarqube(rendering(hostile)), new Map())).toHaveLength(0);
    expect(JSON.parse(renderJson(rendering(hostile).outcome)).findings).toHaveLength(3);
  });

  test('makes no link of SARIF, and no other file of its path', () => {
    for (const { message, locations } of resultsOf(hostile)) {
      expect(message.text).not.toContain('](');
      const uri = locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
      expect(new URL(uri, 'https://repository.example/').host).toBe('repository.example');
    }
  });
});
