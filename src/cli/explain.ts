import type { CloudNeeds } from '../code/cloud/needs.js';
import type { FunctionCode, StackCode, ToldFlow } from '../code/stack-code.js';
import { openWays } from '../code/tables/sources.js';
import { deriveFacts } from '../facts/stack.js';
import { readHandlers } from '../judgement/handlers.js';
import type { Span } from '../model/span.js';
import { attributeFiles } from '../stacks/copies.js';
import { holdFiles } from '../stacks/files.js';
import { readStacks } from '../stacks/read.js';
import { entriesOf } from '../stacks/relevance.js';
import { CannotRun } from './cannot-run.js';
import { openFolder } from './folder.js';
import { print } from './output.js';

interface Place {
  readonly path: string;
  readonly line: number | undefined;
}

/** `postern explain FILE[:LINE]`: the functions that a file is a part of, what comes in, where it goes, what they need. */
export async function explainCommand(place: string, { root }: { readonly root: string }): Promise<number> {
  const wanted = placeOf(place);
  const folder = await openFolder([root]);
  if (!folder.paths.includes(wanted.path))
    throw new CannotRun(`There is no ${wanted.path} below ${root}; give a path from there.`);
  const files = holdFiles(folder.paths);
  const entries = entriesOf(folder.paths);
  const first = [...entries.map(({ path }) => path), ...attributeFiles(folder.paths)];
  files.add(await folder.read(first), first);
  const { stacks } = await readStacks(entries, files, folder.read);
  const told: string[] = [];
  for (const stack of stacks) {
    const [codeOf] = (await readHandlers([{ stacks: [stack], files, fetch: folder.read, changed: 'all' }])) ?? [];
    const code = codeOf?.(deriveFacts(stack.model), files);
    const own = code?.functions.filter(({ paths }) => paths.includes(wanted.path)) ?? [];
    if (code) told.push(...own.map((fn) => explained(fn, code, wanted)));
  }
  await print(told.length > 0 ? told.join('\n') : `No function of a stack below ${root} is made of ${wanted.path}.\n`);
  return 0;
}

function placeOf(place: string): Place {
  const [, path = place, line] = /^(.+):(\d{1,7})$/.exec(place) ?? [];
  const clean = path.replace(/^\.\//, '');
  return { path: clean, line: line === undefined ? undefined : Number(line) };
}

function explained(fn: FunctionCode, code: StackCode, { path, line }: Place): string {
  const { stack, lineOf, needs } = code;
  const isHere = (at: Span) => at.path === path && (line === undefined || lineOf(at) === line);
  const flows = fn.flows.filter((flow) => line === undefined || spansOf(flow).some(isHere));
  return [
    `${fn.function.id} in ${stack.path} (reached by: ${stack.exposure(fn.function)})`,
    ...fn.handlers.map(({ path: file, exported = 'what it registers' }) => `  handler      ${file}: ${exported}`),
    `  files        ${fn.paths.join(', ')}`,
    ...[...new Set(fn.handlers.map(({ calls }) => calls))].map((calls) => `  comes in     ${comesIn(calls, fn)}`),
    ...(flows.length === 0 ? ['  flows        none here'] : flows.map((flow) => `  flow         ${flowWords(flow)}`)),
    ...needWords(needs(fn.function.id), lineOf),
    '',
  ].join('\n');
}

function spansOf({ source, steps, sink }: ToldFlow): readonly Span[] {
  return [...(source ? [source.at] : []), ...steps.map(({ at }) => at), sink.at];
}

/** What others decide of a handler's parameter, as far as its files name it. */
function comesIn(calls: FunctionCode['handlers'][number]['calls'], { mentions }: FunctionCode): string {
  const kinds = { 'context and request': 'azure', 'context and message': 'message' } as const;
  const kind = calls === 'context and request' || calls === 'context and message' ? kinds[calls] : calls;
  const { names, texts } = mentions();
  const named = new Set([...names, ...texts.map(({ value }) => value)]);
  const ways = openWays(kind);
  if (ways.length === 0) return 'all of what it is called with';
  const read = ways.filter((way) => named.has(way.slice(way.lastIndexOf('.') + 1)));
  return read.length === 0 ? 'nothing that it names' : read.join(', ');
}

function flowWords({ danger, confidence, way }: ToldFlow): string {
  return `${danger} (${confidence}): ${way.replaceAll('`', '')}`;
}

function needWords(needs: CloudNeeds | undefined, lineOf: (at: Span) => number): readonly string[] {
  if (needs === undefined) return [];
  const called = [...needs.actions].sort().map(([action, at]) => `  calls        ${action} (${at.path}:${lineOf(at)})`);
  const perhaps = [...needs.perhaps].sort();
  return [
    ...called,
    ...(perhaps.length === 0 ? [] : [`  may need     ${perhaps.join(', ')}`]),
    ...needs.unsure.map((reason) => `  not known    ${reason}`),
  ];
}
