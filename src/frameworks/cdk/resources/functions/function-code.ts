import { posix } from 'node:path';
import { localPath } from '../../../../model/local-path.js';
import type { Value } from '../../../../model/value.js';
import { type Construct, programAt } from '../../constructs/construct.js';
import { given, isOpen } from '../../constructs/given-properties.js';
import { qualifiedName } from '../../constructs/qualified-names.js';
import type { Call, Expression } from '../../program/expression.js';
import { resolve } from '../../program/scope.js';
import { type Draft, has, put } from '../../synthesis/draft.js';
import type { Synthesis } from '../../synthesis/synthesis.js';
import { lowerValue } from '../../values/construct-value.js';
import { map, scalar } from '../../values/made-value.js';

/** Where a function's code comes from: a folder, a file, an image, or text in the program. */
export function addCode(synthesis: Synthesis, draft: Draft, { type, call }: Construct): void {
  if (type === 'aws-lambda.DockerImageFunction') put(draft, ['PackageType'], scalar(draft.at, 'Image'));
  const entry = given(call, 'entry')?.value;
  const code = given(call, 'code')?.value;
  if (entry !== undefined) setFolder(synthesis, draft, pathOf(synthesis, entry, synthesis.settings.home), entry.at);
  if (/(?:Nodejs|Python|Go)Function$/.test(type))
    draft.metadata = map(draft.at, { shipsAlone: scalar(draft.at, true) });
  if (type.endsWith('NodejsFunction')) {
    if (!has(draft, 'Runtime')) put(draft, ['Runtime'], usualRuntime(synthesis, draft, call));
    if (!has(draft, 'Code')) setUsualEntry(synthesis, draft, call);
  }
  if (code !== undefined) setCode(synthesis, draft, resolve(code));
  setUsualHandler(draft, type, call);
}

/** What bundling constructs start without being told: `handler` of the entry, of Python's `index.py` in its folder. */
function setUsualHandler(draft: Draft, type: string, call: Call): void {
  const isPython = type.endsWith('PythonFunction');
  if (!isPython && (!type.endsWith('NodejsFunction') || has(draft, 'Handler'))) return;
  const [name, index] = [given(call, 'handler'), given(call, 'index')].map((one) => one && resolve(one.value));
  const isKnown = [name, index].every((one) => one === undefined || one.kind === 'literal');
  if (!isKnown || (name === undefined && isOpen(call))) return;
  const exported = name?.kind === 'literal' ? String(name.value) : 'handler';
  const file = index?.kind === 'literal' ? String(index.value) : 'index.py';
  const module = file.replace(/\.py$/, '');
  if (!exported.includes('.')) put(draft, ['Handler'], scalar(name?.at ?? draft.at, `${module}.${exported}`));
}

/** What the first version took by itself is another story. */
function usualRuntime({ construction, settings }: Synthesis, { at, open }: Draft, call: Call): Value {
  const isFirst = programAt(construction, call.at).text.includes('@aws-cdk/aws-lambda-nodejs');
  if (settings.usualNode === undefined || open || isFirst)
    return { kind: 'unknown', at, because: 'default of the tool' };
  return scalar(at, settings.usualNode);
}

/** Without an entry the code is in the file beside the program that has the construct's id in its name. */
function setUsualEntry(synthesis: Synthesis, draft: Draft, call: Call): void {
  const [, name] = call.args;
  const here = call.at.path;
  const usual = name?.kind === 'literal' && here.endsWith('.ts') ? here.replace(/ts$/, `${String(name.value)}.ts`) : '';
  setFolder(synthesis, draft, usual === '' ? undefined : usual, draft.at);
}

function setCode(synthesis: Synthesis, draft: Draft, code: Expression): void {
  if (code.kind !== 'call') {
    put(draft, ['Code'], { kind: 'unknown', at: code.at, because: 'computed' });
    return;
  }
  const name = qualifiedName(code.callee) ?? '';
  const [first] = code.args;
  if (/\.(?:fromInline|inline|InlineCode)$/.test(name)) {
    const text = first && lowerValue(synthesis.construction, first);
    put(draft, ['Code', 'ZipFile'], text ?? { kind: 'unknown', at: code.at, because: 'computed' });
    return;
  }
  if (/\.(?:fromAsset|asset|AssetCode|fromAssetImage|fromImageAsset)$/.test(name) && first !== undefined) {
    if (/Image/.test(name)) {
      put(draft, ['PackageType'], scalar(draft.at, 'Image'));
      setImage(synthesis, draft, code);
      return;
    }
    setFolder(synthesis, draft, pathOf(synthesis, first, synthesis.settings.home), first.at);
    return;
  }
  put(draft, ['Code'], { kind: 'unknown', at: code.at, because: 'code from elsewhere' });
}

/** `codeUri` of a plain SAM function, which its template reads from the folder of the tool. */
export function addPlainCode(synthesis: Synthesis, draft: Draft, call: Call): void {
  const written = given(call, 'codeUri')?.value;
  const path = written && pathOf(synthesis, written, synthesis.settings.home);
  if (path !== undefined) put(draft, ['CodeUri'], scalar(written?.at ?? draft.at, besideProgram(synthesis, path)));
}

/** An image that is built here: its folder, its build file, and what it starts. */
function setImage(synthesis: Synthesis, draft: Draft, code: Call): void {
  const [first] = code.args;
  const path = first && pathOf(synthesis, first, synthesis.settings.home);
  const command = given(code, 'cmd')?.value;
  const file = given(code, 'file')?.value;
  const written = file && lowerValue(synthesis.construction, file);
  if (command) put(draft, ['ImageConfig', 'Command'], lowerValue(synthesis.construction, command));
  if (path === undefined) return;
  const context = scalar(code.at, besideProgram(synthesis, path));
  draft.metadata = map(code.at, { DockerContext: context, ...(written && { Dockerfile: written }) });
}

function setFolder(synthesis: Synthesis, draft: Draft, path: string | undefined, at: Value['at']): void {
  if (path === undefined) {
    put(draft, ['Code'], { kind: 'unknown', at, because: 'computed path' });
    return;
  }
  put(draft, ['Code'], scalar(at, besideProgram(synthesis, path)));
}

/** A path of the repository as a template beside the program would write it. */
function besideProgram({ here }: Synthesis, path: string): string {
  return posix.relative(posix.dirname(here), path) || '.';
}

/** A path of the repository: relative to the tool's folder, or to the file where `__dirname` says so. */
function pathOf(synthesis: Synthesis, expression: Expression, from: string): string | undefined {
  const resolved = resolve(expression);
  if (resolved.kind === 'literal' && typeof resolved.value === 'string') return inside(from, resolved.value);
  const pieces = piecesOf(resolved);
  if (pieces === undefined) return undefined;
  const [first, ...rest] = pieces;
  const texts = rest.map((piece) => (piece.kind === 'literal' ? String(piece.value) : undefined));
  if (first === undefined || texts.includes(undefined)) return undefined;
  const folder = isHere(first) ? posix.dirname(first.at.path) : pathOf(synthesis, first, from);
  return folder === undefined ? undefined : inside(folder, texts.join('/').replace(/^\/+/, ''));
}

function inside(folder: string, written: string): string | undefined {
  const found = localPath(folder === '.' ? '' : folder, written === '' ? '.' : written);
  return typeof found === 'object' ? found.path : undefined;
}

/** The pieces of `path.join(...)`, of a sum, or of a template. */
function piecesOf(expression: Expression): readonly Expression[] | undefined {
  if (
    expression.kind === 'call' &&
    expression.callee.kind === 'member' &&
    /^(?:join|resolve)$/.test(expression.callee.name)
  ) {
    return expression.args.map((argument) => (isHere(argument) ? argument : resolve(argument)));
  }
  if (expression.kind !== 'text') return undefined;
  return expression.parts
    .filter((part) => part !== '')
    .map((part) => (typeof part === 'string' ? ({ kind: 'literal', value: part, at: expression.at } as const) : part));
}

function isHere(expression: Expression): boolean {
  if (expression.kind === 'name') return expression.name === '__dirname';
  if (expression.kind !== 'call' || expression.callee.kind !== 'member') return false;
  const [first] = expression.args;
  return expression.callee.name === 'dirname' && first?.kind === 'name' && first.name === '__file__';
}
