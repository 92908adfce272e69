import { distinctNotices } from '../../findings/notice.js';
import type { Files } from '../../model/files.js';
import { prepareParser } from '../../notation/hcl/parse.js';
import { notOurs } from '../files/not-ours.js';
import type { Answer, Framework } from '../framework.js';
import { callersOf } from './callers.js';
import { evaluateStack } from './evaluate/stack.js';
import { terraformFiles } from './recognition.js';
import { modulesElsewhere } from './resources/elsewhere.js';
import { mapStack } from './resources/terraform-model.js';

/** Terraform and OpenTofu. A stack is a folder with the local modules that are called from it. */
export const terraform: Framework = {
  ...terraformFiles,
  prepare: prepareParser,
  unreadAs: 'terraform',
  parse: parseStack,
};

function parseStack(entry: string, files: Files): Answer {
  const folder = entry === '.' ? '' : entry;
  const callers = callersOf(folder, files);
  if (callers.length > 0) return { kind: 'elsewhere', by: callers.map((one) => one || '.') };
  const stack = evaluateStack(folder, files);
  if (stack === undefined) return notOurs('the folder holds variables but no configuration');
  const model = mapStack(stack);
  const codeRoots = model.functions.flatMap(({ codeRoot }) => codeRoot ?? []);
  return {
    kind: 'stack',
    model,
    files: stack.paths,
    codeRoots: [...new Set(codeRoots)],
    notices: distinctNotices([...stack.notices, ...modulesElsewhere(stack)]),
    suppressions: [],
  };
}
