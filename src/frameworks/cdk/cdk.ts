import { mapTemplate } from '../../clouds/aws/aws-model.js';
import type { Notice } from '../../findings/notice.js';
import { preparePython } from '../../languages/python/parse.js';
import type { Files } from '../../model/files.js';
import type { Model } from '../../model/model.js';
import { refusalOf, type Source, unread } from '../../notation/source.js';
import { noSign, notOurs } from '../files/not-ours.js';
import { unreadStack } from '../files/unread-stack.js';
import type { Answer, Framework, ParsedStack } from '../framework.js';
import { appOf } from './app/app.js';
import { completeFromTemplates } from './app/synthesised.js';
import { toolSettings } from './app/tool-settings.js';
import { constructionOf } from './constructs/construction.js';
import { usesCdk } from './constructs/qualified-names.js';
import type { Linked } from './program/called-once.js';
import type { Program } from './program/expression.js';
import { linkConstants } from './program/linking.js';
import { cdkFiles, isSettings, mentionsCdk } from './recognition.js';
import { declareBeside } from './resources/declaring.js';
import { outputsOf } from './resources/outputs.js';
import { addResources } from './resources/resources.js';
import { pythonProgram } from './syntax/python/program.js';
import { parseTypeScript } from './syntax/typescript/parse-typescript.js';
import { type Draft, declare, type Writing } from './synthesis/draft.js';
import type { Synthesis } from './synthesis/synthesis.js';
import { programWriter } from './writing/program-writer.js';

/**
 * AWS CDK programs in TypeScript, JavaScript and Python, read as they stand. Nothing of them is run. The files of an app
 * are one stack, which `cdk.json` starts; other files are one each.
 */
export const cdk: Framework = {
  ...cdkFiles,
  prepare: preparePython,
  unreadAs: 'cdk',
  parse: (entry, files) => (isSettings(entry) ? parseApp(entry, files) : parseFile(entry, files)),
};

function parseFile(entry: string, files: Files): Answer {
  const text = files.read(entry);
  if (text === undefined || !mentionsCdk(text)) return noSign;
  const settings = toolSettings(entry, files);
  if (settings.path !== undefined && appOf(settings.path, files)?.paths.includes(entry)) {
    return { kind: 'elsewhere', by: [settings.path] };
  }
  const { program, notices } = programOf({ path: entry, text });
  if (program === undefined) return unreadStack('cdk', entry, notices);
  if (!usesCdk(program)) return notOurs('it brings in nothing of the CDK', notices);
  const stack = stackOf({ programs: new Map([[entry, program]]), home: settings.home, whole: false }, entry, files);
  return (notices.length === 0 ? stack : partlyRead(stack, entry, notices)) ?? declaresNothing;
}

/** What could not be read may hold anything; what could is judged. */
function partlyRead(stack: ParsedStack | undefined, entry: string, notices: readonly Notice[]): ParsedStack {
  if (stack === undefined) return unreadStack('cdk', entry, notices);
  return { ...stack, model: { ...stack.model, open: true }, notices };
}

function parseApp(entry: string, files: Files): Answer {
  const app = appOf(entry, files);
  const [start] = app?.paths ?? [];
  if (app === undefined || start === undefined)
    return notOurs('it names no program of the repository, so programs are read one by one');
  const programs = new Map<string, Program>();
  const notices: Notice[] = [];
  for (const path of app.paths) {
    const text = files.read(path);
    if (text === undefined) continue;
    const read = programOf({ path, text });
    if (read.program !== undefined) programs.set(path, read.program);
    notices.push(...read.notices);
  }
  const isCdk = [...programs.values()].some(usesCdk);
  if (!isCdk && notices.length === 0) return notOurs('no program of the app brings in the CDK');
  if (!isCdk) return { ...unreadStack('cdk', entry, notices), files: [...app.paths, entry] };
  linkConstants(programs, app.home);
  const stack = stackOf({ programs, home: app.home, whole: true }, start, files);
  const whole = notices.length === 0 ? stack : partlyRead(stack, start, notices);
  return whole === undefined ? declaresNothing : { ...whole, files: [...app.paths, entry] };
}

const declaresNothing = notOurs('its programs declare no resources that are read');

interface ReadProgram {
  readonly program: Program | undefined;
  readonly notices: readonly Notice[];
}

function programOf(source: Source): ReadProgram {
  const refusal = refusalOf(source);
  if (refusal) return { program: undefined, notices: [refusal] };
  const program = source.path.endsWith('.py') ? pythonProgram(source) : parseTypeScript(source);
  if ('offset' in program) {
    const notice = unread(source, program.offset, 'could not be read as a program; correct it here');
    return { program: undefined, notices: [notice] };
  }
  if (program.brokenAt === undefined) return { program, notices: [] };
  const part = 'has a part that is not valid Python, which was not reviewed';
  return { program, notices: [unread(source, program.brokenAt, part)] };
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
  const shown = outputsOf(synthesis);
  const mapped = mapTemplate({
    path,
    framework: 'cloudformation',
    open: construction.open,
    resources,
    parameters: shown?.parameters,
    outputs: shown?.outputs,
    globals: { map: undefined, at, reading },
    reading,
    isNamedElsewhere: () => true,
    include: () => undefined,
    isSelfContained: true,
    declare: (id, body, owner) => declareBeside(synthesis, id, body, owner),
  });
  const monitors = [...mapped.monitors, ...[...linked.programs.values()].flatMap(monitorsOf)];
  const model: Model = { ...mapped, framework: 'cdk', monitors };
  const codeRoots = new Set(model.functions.flatMap(({ codeRoot }) => codeRoot ?? []));
  const own = settings.path === undefined ? [path] : [path, settings.path];
  return { kind: 'stack', model, files: own, codeRoots: [...codeRoots], notices: [], suppressions: [] };
}

/** Constructs of a monitor instrument every function they are given; which those are is not followed. */
const monitorModule = /^datadog[-_]cdk[-_]constructs(?:[-_]v2)?$/;

function monitorsOf({ imports }: Program): Model['monitors'] {
  return imports.some(({ module }) => monitorModule.test(module)) ? [{ name: 'Datadog', functions: 'all' }] : [];
}
