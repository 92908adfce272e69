import type { Model } from '../../model/model.js';
import { mapTemplate } from '../cloudformation/resources/model.js';
import type { Files, Framework, ParsedStack } from '../framework.js';
import { refusalOf, type Source, unread } from '../reading/source.js';
import { unreadStack } from '../reading/unread-stack.js';
import { constructionOf } from './constructs.js';
import { type Draft, declare, type Writing } from './draft.js';
import type { Program } from './expression.js';
import { usesCdk } from './qualified.js';
import { addResources } from './resources/resources.js';
import { parsePython, preparePython } from './syntax/python/parse.js';
import { parseTypeScript } from './syntax/typescript/parse.js';
import type { Synthesis } from './synthesis.js';
import { completeFromTemplates } from './synthesised.js';
import { toolSettings } from './tool-settings.js';
import { programWriter } from './writing.js';

/** AWS CDK programs in TypeScript, JavaScript and Python, read as they stand. Nothing of them is run. */
export const cdk: Framework = {
  name: 'cdk',
  prepare: preparePython,
  entryOf: (path) => (canHoldStack(path) ? path : undefined),
  parse: parseStack,
};

function canHoldStack(path: string): boolean {
  if (!/\.(?:ts|js|mjs|cjs|mts|cts|py)$/.test(path) || /\.d\.[cm]?ts$|\.(?:test|spec)\.[cm]?[jt]s$/.test(path))
    return false;
  return !/(?:^|\/)(?:node_modules|cdk\.out|dist|build|\.venv|venv|site-packages|__tests__)\//.test(path);
}

/** A look at the text tells most files that are none. */
const mentions = /aws-cdk-lib|@aws-cdk\/|aws_cdk|monocdk/;

function parseStack(entry: string, files: Files): ParsedStack | undefined {
  const text = files.read(entry);
  if (text === undefined || !mentions.test(text)) return undefined;
  const source = { path: entry, text };
  const refusal = refusalOf(source);
  if (refusal) return unreadStack('cdk', entry, [refusal]);
  const program = entry.endsWith('.py') ? parsePython(source) : parseTypeScript(source);
  if ('offset' in program) {
    const notice = unread(source, program.offset, 'could not be read as a program; correct it here');
    return unreadStack('cdk', entry, [notice]);
  }
  if (!usesCdk(program)) return undefined;
  const stack = stackOf(program, files);
  return program.brokenAt === undefined ? stack : partlyRead(stack, source, program.brokenAt);
}

/** Python that does not parse everywhere: what stands elsewhere in the file is judged. */
function partlyRead(stack: ParsedStack | undefined, source: Source, at: number): ParsedStack {
  const notice = unread(source, at, 'has a part that is not valid Python, which was not judged');
  if (stack === undefined) return unreadStack('cdk', source.path, [notice]);
  return { ...stack, model: { ...stack.model, open: true }, notices: [notice] };
}

function stackOf(program: Program, files: Files): ParsedStack | undefined {
  const construction = constructionOf(program);
  const writing: Writing = { replacing: new WeakMap(), inserting: new WeakMap() };
  const reading = { writer: programWriter(writing), unresolved: [] };
  const drafts = new Map<string, Draft>();
  const settings = toolSettings(program.path, files);
  const synthesis: Synthesis = { construction, reading, writing, drafts, settings, here: program.path };
  addResources(synthesis);
  completeFromTemplates(synthesis, files);
  if (drafts.size === 0) return undefined;
  const resources = [...drafts.values()].map((draft) => declare(draft, reading, writing));
  const { path } = program;
  const at = { path, start: 0, end: 0 };
  const mapped = mapTemplate({
    path,
    framework: 'cloudformation',
    open: construction.open,
    resources,
    parameters: undefined,
    outputs: undefined,
    globals: { map: undefined, at, reading },
    reading,
    include: () => undefined,
    declare: () => undefined,
  });
  const model: Model = { ...mapped, framework: 'cdk', monitors: [...mapped.monitors, ...monitorsOf(program)] };
  const codeRoots = new Set(model.functions.flatMap(({ codeRoot }) => codeRoot ?? []));
  const own = settings.path === undefined ? [path] : [path, settings.path];
  return { model, files: own, codeRoots: [...codeRoots], notices: [], suppressions: [] };
}

/** Constructs of a monitor instrument every function they are given; which those are is not followed. */
const monitorModule = /^datadog[-_]cdk[-_]constructs(?:[-_]v2)?$/;

function monitorsOf({ imports }: Program): Model['monitors'] {
  return imports.some(({ module }) => monitorModule.test(module)) ? [{ name: 'Datadog', functions: 'all' }] : [];
}
