import type { Notice } from '../../findings/notice.js';
import type { Model } from '../../model/model.js';
import { mapTemplate } from '../cloudformation/resources/model.js';
import type { Files, Framework, ParsedStack } from '../framework.js';
import { emptyModel } from '../reading/empty-model.js';
import { refusalOf, type Source, unread } from '../reading/source.js';
import { appOf } from './app.js';
import { constructionOf } from './constructs.js';
import { type Draft, declare, type Writing } from './draft.js';
import type { Program } from './expression.js';
import { linkConstants } from './linking.js';
import type { Linked } from './once.js';
import { usesCdk } from './qualified.js';
import { addResources } from './resources/resources.js';
import { parsePython, preparePython } from './syntax/python/parse.js';
import { parseTypeScript } from './syntax/typescript/parse.js';
import type { Synthesis } from './synthesis.js';
import { completeFromTemplates } from './synthesised.js';
import { toolSettings } from './tool-settings.js';
import { programWriter } from './writing.js';

/**
 * AWS CDK programs in TypeScript, JavaScript and Python, read as they stand. Nothing of them is run. The files of an app
 * are one stack, which `cdk.json` starts; other files are one each.
 */
export const cdk: Framework = {
  name: 'cdk',
  prepare: preparePython,
  entryOf: (path) => (canHoldStack(path) || isSettings(path) ? path : undefined),
  parse: (entry, files) => (isSettings(entry) ? parseApp(entry, files) : parseFile(entry, files)),
};

function isSettings(path: string): boolean {
  return /(?:^|\/)cdk\.json$/.test(path) && !elsewhere.test(path);
}

function canHoldStack(path: string): boolean {
  if (!/\.(?:ts|js|mjs|cjs|mts|cts|py)$/.test(path) || /\.d\.[cm]?ts$|\.(?:test|spec)\.[cm]?[jt]s$/.test(path))
    return false;
  return !elsewhere.test(path);
}

const elsewhere = /(?:^|\/)(?:node_modules|cdk\.out|dist|build|\.venv|venv|site-packages|__tests__)\//;

/** A look at the text tells most files that are none. */
const mentions = /aws-cdk-lib|@aws-cdk\/|aws_cdk|monocdk/;

function parseFile(entry: string, files: Files): ParsedStack | undefined {
  const text = files.read(entry);
  if (text === undefined || !mentions.test(text)) return undefined;
  const settings = toolSettings(entry, files);
  if (settings.path !== undefined && appOf(settings.path, files)?.paths.includes(entry)) return undefined;
  const program = programOf({ path: entry, text });
  if ('message' in program) return unreadStack(entry, [program]);
  if (!usesCdk(program)) return undefined;
  return stackOf({ programs: new Map([[entry, program]]), home: settings.home, whole: false }, entry, files);
}

function parseApp(entry: string, files: Files): ParsedStack | undefined {
  const app = appOf(entry, files);
  const [start] = app?.paths ?? [];
  if (app === undefined || start === undefined) return undefined;
  const programs = new Map<string, Program>();
  const notices: Notice[] = [];
  for (const path of app.paths) {
    const text = files.read(path);
    const program = text === undefined ? undefined : programOf({ path, text });
    if (program === undefined) continue;
    if ('message' in program) notices.push(program);
    else programs.set(path, program);
  }
  if (![...programs.values()].some(usesCdk)) return undefined;
  if (notices.length > 0 && programs.size === 0) return unreadStack(start, notices);
  linkConstants(programs, app.home);
  const stack = stackOf({ programs, home: app.home, whole: true }, start, files);
  if (notices.length === 0) return stack && { ...stack, files: [...app.paths, entry] };
  return stack && { ...stack, model: { ...stack.model, open: true }, files: [...app.paths, entry], notices };
}

function programOf(source: Source): Program | Notice {
  const refusal = refusalOf(source);
  if (refusal) return refusal;
  const program = source.path.endsWith('.py') ? parsePython(source) : parseTypeScript(source);
  if (!('offset' in program)) return program;
  return unread(source, program.offset, 'could not be read as a program; correct it here');
}

function stackOf(linked: Linked, path: string, files: Files): ParsedStack | undefined {
  const construction = constructionOf(linked);
  const writing: Writing = { replacing: new WeakMap(), inserting: new WeakMap() };
  const reading = { writer: programWriter(writing), unresolved: [] };
  const drafts = new Map<string, Draft>();
  const settings = toolSettings(path, files);
  const synthesis: Synthesis = { construction, reading, writing, drafts, settings, here: path };
  addResources(synthesis);
  completeFromTemplates(synthesis, files);
  if (drafts.size === 0) return undefined;
  const resources = [...drafts.values()].map((draft) => declare(draft, reading, writing));
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
  const monitors = [...mapped.monitors, ...[...linked.programs.values()].flatMap(monitorsOf)];
  const model: Model = { ...mapped, framework: 'cdk', monitors };
  const codeRoots = new Set(model.functions.flatMap(({ codeRoot }) => codeRoot ?? []));
  const own = settings.path === undefined ? [path] : [path, settings.path];
  return { model, files: own, codeRoots: [...codeRoots], notices: [], suppressions: [] };
}

/** Constructs of a monitor instrument every function they are given; which those are is not followed. */
const monitorModule = /^datadog[-_]cdk[-_]constructs(?:[-_]v2)?$/;

function monitorsOf({ imports }: Program): Model['monitors'] {
  return imports.some(({ module }) => monitorModule.test(module)) ? [{ name: 'Datadog', functions: 'all' }] : [];
}

/** Programs that could not be read: nothing in them is known, so nothing is absent. */
function unreadStack(path: string, notices: readonly Notice[]): ParsedStack {
  const model: Model = { ...emptyModel('cdk', path), open: true };
  return { model, files: [path], codeRoots: [], notices, suppressions: [] };
}
