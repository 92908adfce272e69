import type { Site } from '../flow/calls.js';
import { allTaints } from '../flow/taints.js';
import { nothing, type Value } from '../flow/value.js';
import { instructingRoles, type ModelCall, modelCalls } from '../tables/models.data.js';
import { harmful, reportFlow } from './report.js';

/** Most calls are of no model: they are done with here. */
const models = /openai|anthropic|bedrock-runtime|generat|vertexai|langchain|^ai\./i;

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

function instructionsOf({ arguments: given }: Site, { instructions, messages, first }: ModelCall): readonly Value[] {
  const [options] = given;
  const field = (name: string) => given.find((one) => one.name === name)?.value ?? options?.value.fields?.get(name);
  const list = messages === undefined ? undefined : field(messages);
  return [
    ...instructions.map((name) => field(name) ?? nothing),
    ...(first === true && options ? [options.value] : []),
    ...[...(list?.fields?.values() ?? [])].filter(isInstruction).map((one) => one.fields?.get('content') ?? nothing),
  ];
}

function isInstruction({ fields }: Value): boolean {
  const role = fields?.get('role')?.constant;
  return typeof role === 'string' && instructingRoles.has(role);
}
