import { expect, test } from '@jest/globals';
import { suppressionMarker } from '../../src/findings/suppression.js';
import { scanFiles } from '../support/judging.js';

const template =
  'Resources:\n  Open:\n    Type: AWS::Lambda::Url\n    Properties: { AuthType: NONE, TargetFunctionArn: x }\n';
const lockfile = "lockfileVersion: '9.0'\npackages:\n";

/** A tenth of a megabyte of what makes adjacent repetitions take the square of its length. */
const long = (part: string) => part.repeat(100_000 / part.length);

test.each([
  ['blanks before a marker', 'template.yaml', `${template}#${long(' ')}${suppressionMarker}x\n`],
  ['a line of blanks', 'template.yaml', `${template}${long(' ')}\n`],
  ['a line of list signs', 'pnpm-lock.yaml', `${lockfile}${long('- ')}\n`],
  ['blank lines', 'template.yaml', `${template}${long('\n')}`],
])('%s are read in no time', async (_, path, text) => {
  const before = process.cpuUsage();
  const { notices } = await scanFiles(new Map([[path, text]]));
  const used = process.cpuUsage(before);
  expect((used.user + used.system) / 1e6).toBeLessThan(1.5);
  expect(notices.filter(({ message }) => message.includes('takes too long'))).toEqual([]);
});
