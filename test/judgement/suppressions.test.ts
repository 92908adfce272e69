import { beforeAll, describe, expect, test } from '@jest/globals';
import { review as reviewPull } from '../../src/review.js';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { judge, pullRequest, reviewFiles } from '../support/judging.js';

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
  const review = (acceptNewSuppressions: boolean) => {
    const by = judge();
    const settings = { ...by.settings, review: { ...by.settings.review, acceptNewSuppressions } };
    return reviewFiles(new Map(), new Map([[path, text]]), { ...by, settings });
  };

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
