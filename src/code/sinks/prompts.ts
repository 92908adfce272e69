import type { Site } from '../flow/calls.js';
import { evaluate } from '../flow/evaluate.js';
import { allTaints } from '../flow/taints.js';
import { nothing, type Value } from '../flow/value.js';
import { instructingRoles, type ModelCall, modelCalls } from '../tables/models.data.js';
import { harmful, reportFlow } from './report.js';

/** Most calls are of no model: they are done with here. */
const models = /openai|anthropic|bedrock-runtime|gener|genai|vertexai|langchain|^ai\./i;

/** Calls of language models whose instructions hold text of others. */
export function checkPrompt(site: Site): void {
  const { symbol = '', frame, text, expression, arguments: given } = site;
  const row = models.test(symbol) ? modelCalls.find((one) => one.of.test(symbol)) : undefined;
  if (row === undefined) return;
  for (const value of instructionsOf(site, row)) {
    const [taint] = harmful(frame, allTaints(value), 'prompt');
    if (taint === undefined) continue;
    const argument = given[0]?.expression.at ?? expression.at;
    reportFlow(frame, taint, { danger: 'prompt', text, at: expression.at, argument });
    return;
  }
}

function instructionsOf(site: Site, row: ModelCall): readonly Value[] {
  const [options] = site.arguments;
  const field = (name: string) => fieldOf(site, name);
  if (row.pairs === true) return listed(options?.value).map(inPair);
  const inner = row.body === undefined ? undefined : writtenIn(site, row.body);
  if (row.body !== undefined) return inner === undefined ? [] : inBody(inner);
  const messages = row.messages === undefined ? [] : listed(field(row.messages));
  const tools = row.tools === true ? listed(field('tools')) : [];
  return [
    ...row.instructions.map(field),
    ...(row.first === true && options ? [options.value] : []),
    ...messages.filter(isInstruction).map(contentOf),
    ...tools.flatMap((tool) => [
      memberNamed(tool, 'description'),
      memberNamed(memberNamed(tool, 'function'), 'description'),
    ]),
  ];
}

/** An argument by its name, or a field of the options, with dots for what is inside. */
function fieldOf({ arguments: given }: Site, name: string): Value {
  const named = given.find((one) => one.name === name)?.value;
  const [first = '', ...rest] = name.split('.');
  return named ?? rest.reduce(memberNamed, memberNamed(given[0]?.value ?? nothing, first));
}

function memberNamed({ fields }: Value, name: string): Value {
  return fields?.get(name) ?? nothing;
}

function listed(list: Value | undefined): readonly Value[] {
  return [...(list?.fields?.values() ?? [])];
}

/** `['system', text]`. */
function inPair({ fields }: Value): Value {
  const role = fields?.get('0')?.constant;
  return (typeof role === 'string' && instructingRoles.has(role) && fields?.get('1')) || nothing;
}

/** What `JSON.stringify` or `json.dumps` writes into a body. */
function writtenIn(site: Site, name: string): Value | undefined {
  const { frame, arguments: given } = site;
  const written =
    given.find((one) => one.name === name)?.expression ??
    (given[0]?.expression.kind === 'object'
      ? given[0].expression.entries.find(({ key }) => key === name)?.value
      : undefined);
  if (
    written?.kind !== 'call' ||
    !/^(?:JSON\.stringify|json\.dumps)$/.test(evaluate(frame, written.callee).symbol ?? '')
  )
    return undefined;
  const [object] = written.arguments;
  return object && evaluate(frame, object.value);
}

function inBody(body: Value): readonly Value[] {
  const messages = listed(memberNamed(body, 'messages')).filter(isInstruction).map(contentOf);
  return [memberNamed(body, 'system'), ...messages];
}

function contentOf({ fields }: Value): Value {
  return fields?.get('content') ?? nothing;
}

function isInstruction({ fields }: Value): boolean {
  const role = fields?.get('role')?.constant;
  return typeof role === 'string' && instructingRoles.has(role);
}
