import { adviseNothing, contextOf } from '../../src/judgement/judge.js';
import type { Policy } from '../../src/policies/definition.js';
import { inspectCode } from '../../src/policies/run.js';
import { defaultSettings } from '../../src/settings/defaults.js';
import { readCode } from './read-code.js';

/** What a policy says of the handlers of a tree: severity and message of each problem. */
export async function inspectedBy(policy: Policy, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const policies = [policy];
  const context = contextOf({ policies, settings: defaultSettings(), date: '2026-11-26', advise: adviseNothing });
  const read = await readCode(files);
  const problems = read.flatMap((one) => inspectCode(one, policies, context).problems);
  return problems.map(({ problem }) => `${problem.severity ?? policy.severity} ${problem.message}`);
}
