import { beforeAll, describe, expect, test } from '@jest/globals';
import { severities } from '../../src/findings/severity.js';
import type { Judge } from '../../src/judgement/judge.js';
import { review as reviewPull } from '../../src/review.js';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { judge, pullRequest, reviewFiles, scanFiles } from '../support/judging.js';

const url = `Resources:
  Url:
    Type: AWS::Lambda::Url
    Properties: { TargetFunctionArn: hello, AuthType: NONE } # postern-ignore: function-url-open -- public by design
`;
const requirements = 'reqeusts==1.0 # postern-ignore: dependency-typosquat -- it is ours\n';
const rows = [
  ['a stack', 'template.yaml', url, 'function-url-open', 'public by design', 4],
  ['a manifest', 'requirements.txt', requirements, 'dependency-typosquat', 'it is ours', 1],
] as const;

beforeAll(prepareFrameworks);

describe.each(rows)('a suppression that a change adds to %s', (...[, path, text, policy, reason, line]) => {
  const review = (accepted: boolean) =>
    reviewFiles(new Map(), new Map([[path, text]]), judge({ acceptNewSuppressions: accepted ? [...severities] : [] }));

  test.each([
    ['counts', true, true],
    ['does not count where the settings do not accept it', false, false],
  ])('%s', async (_, accepted, expected) => {
    const { findings } = await review(accepted);
    const own = findings.filter((finding) => finding.policy === policy);
    expect(own.map(({ suppressed }) => suppressed !== null)).toEqual([expected]);
  });

  test('is listed in any case', async () => {
    for (const accepted of [true, false]) {
      expect((await review(accepted)).suppressionsAdded).toEqual([{ policy, reason, path, line }]);
    }
  });
});

test('a suppression that moves with its manifest is not new', async () => {
  const moved = pullRequest(
    new Map([['a/requirements.txt', requirements]]),
    new Map([['b/requirements.txt', `# what is needed\n${requirements}boto4==1.0\n`]]),
    [['a/requirements.txt', 'b/requirements.txt']],
  );
  const { suppressionsAdded, findings } = await reviewPull(moved, judge());
  expect(suppressionsAdded).toEqual([]);
  expect(findings.map(({ resource }) => resource)).toContain('boto4');
});

describe('a line of a template that looks like a suppression', () => {
  const template = (description: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      Description: ${description}
      FunctionUrlConfig:
        # why
        AuthType: NONE
`;
  const comment = '# postern-ignore: function-url-open -- public by design';
  test.each([
    ['is none inside of a block scalar', template(`|\n        text\n        AuthType: ${comment}`), []],
    ['is none inside of quotes', template(`"text\n        ${comment}"`), []],
    ['is one beside the setting', template('text').replace('# why', comment), ['public by design']],
  ])('%s', async (_, text, expected) => {
    const { findings, suppressionsAdded } = await reviewFiles(new Map(), new Map([['template.yaml', text]]));
    const own = findings.filter(({ policy }) => policy === 'function-url-open');
    expect(own).toHaveLength(1);
    expect(own.flatMap(({ suppressed }) => suppressed?.reason ?? [])).toEqual(expected);
    expect(suppressionsAdded.map(({ reason }) => reason)).toEqual(expected);
  });
});

describe('of suppressions that are in the change', () => {
  const stack = (rest: string) =>
    new Map([['template.yaml', `Transform: AWS::Serverless-2016-10-31\nResources:\n${rest}`]]);
  const fn = (name: string, comment: string, metadata = '') => `  ${name}:
    Type: AWS::Serverless::Function
${metadata}    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      FunctionUrlConfig:
        AuthType: NONE${comment}
`;
  const comment = ' # postern-ignore: function-url-open -- public by design';
  const metadata = (reason: string) => `    Metadata:
      postern:
        ignore: [{ policy: function-url-open, reason: ${reason} }]
`;
  const one = fn('One', comment);
  const two = fn('Two', comment);

  test.each([
    ['one with words that stood elsewhere already is new', stack(one), stack(one + two), [16]],
    ['of two alike the new one is, wherever it stands', stack(one), stack(two + one), [9]],
    ['one that moved with its resource is not', stack(one + fn('Other', '')), stack(fn('Other', '') + one), []],
    ['one whose resource is called otherwise is not', stack(one), stack(two), []],
    ['one in metadata is new', stack(fn('One', '')), stack(fn('One', '', metadata('x'))), [7]],
    [
      'one in metadata that was there is not',
      stack(fn('One', '', metadata('x'))),
      stack(fn('One', comment, metadata('x'))),
      [12],
    ],
  ])('%s', async (_, before, after, lines) => {
    const { suppressionsAdded } = await reviewFiles(before, after);
    expect(suppressionsAdded.map(({ line }) => line)).toEqual(lines);
  });

  test.each([
    ['one in a comment', fn('One', comment)],
    ['one in metadata', fn('One', '', metadata('x'))],
  ])('%s silences no more than the settings accept', async (_, text) => {
    const open = async (acceptNewSuppressions: Judge['settings']['acceptNewSuppressions']) => {
      const { findings } = await reviewFiles(stack(fn('One', '')), stack(text), judge({ acceptNewSuppressions }));
      return findings.filter(({ policy, suppressed }) => policy === 'function-url-open' && suppressed === null).length;
    };
    expect(await open(['low', 'medium'])).toBe(1);
    expect(await open(['high'])).toBe(0);
  });

  const said = [expect.stringContaining('silences nothing'), expect.stringContaining('did you mean tracing-off')];
  test.each([
    ['one that silences nothing is told', fn('One', ' # postern-ignore: public-bucket -- x'), [said[0]]],
    ['one of a policy that there is none of is told', fn('One', ' # postern-ignore: tracing-of -- x'), [said[1]]],
    ['one that silences something is not told', fn('One', comment), []],
  ])('%s', async (_, text, expected) => {
    const { notices } = await reviewFiles(stack(fn('One', '')), stack(text));
    expect(notices.map(({ message }) => message)).toEqual(expected);
  });

  test('an entry of the settings that covers nothing in a whole tree is told with the nearest name', async () => {
    const entry = (resource: string) => ({ policy: 'function-url-open', resource, reason: 'x' });
    const { notices } = await scanFiles(stack(one), judge({ suppressions: [entry('One'), entry('Onne')] }));
    expect(notices.map(({ message }) => message)).toEqual([
      'The suppression of function-url-open of "Onne" silences nothing; did you mean "One".',
    ]);
  });
});
