import { distinctNotices } from '../../findings/notice.js';
import type { Files } from '../../model/files.js';
import { prepareParser } from '../../notation/hcl/parse.js';
import type { Framework, ParsedStack } from '../framework.js';
import { isCalled } from './callers.js';
import { evaluateStack } from './evaluate/stack.js';
import { terraformFiles } from './recognition.js';
import { modulesElsewhere } from './resources/elsewhere.js';
import { mapStack } from './resources/terraform-model.js';

/** Terraform and OpenTofu. A stack is a folder with the local modules that are called from it. */
export const terraform: Framework = {
  ...terraformFiles,
  prepare: prepareParser,
  parse: parseStack,
};

function parseStack(entry: string, files: Files): ParsedStack | undefined {
  const folder = entry === '.' ? '' : entry;
  if (isCalled(folder, files)) return undefined;
  const stack = evaluateStack(folder, files);
  if (stack === undefined) return undefined;
  const model = mapStack(stack);
  const codeRoots = model.functions.flatMap(({ codeRoot }) => codeRoot ?? []);
  return {
    model,
    files: stack.paths,
    codeRoots: [...new Set(codeRoots)],
    notices: distinctNotices([...stack.notices, ...modulesElsewhere(stack)]),
    suppressions: [],
  };
}
