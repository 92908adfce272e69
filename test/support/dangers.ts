import type { Handler } from '../../src/code/handler.js';
import { flowsIn, pythonFlows } from './flows.js';

/** Lines and settings are told of calls that are not what a row is about. */
const aside = /^(?:log line|swallow|cleartext|input|state|dropped|object|header)/;

function dangersOf(flows: readonly string[]): string {
  const told = flows.filter((flow) => !aside.test(flow)).map((flow) => flow.slice(0, flow.search(/[ :]/)));
  return [...new Set(told)].sort().join(' ');
}

/** What text of an event can do in a handler of JavaScript: its imports, and the body of the function. */
export function dangersIn(imports: string, body: string, handler: Partial<Handler> = {}): string {
  return dangersOf(flowsIn(`${imports}\nexport const handler = async (event, context) => { ${body} };`, handler));
}

/** The same of a file as it is. */
export function dangersInFile(text: string, handler: Partial<Handler> = {}): string {
  return dangersOf(flowsIn(text, handler));
}

/** The same of Python; the body is what stands in the handler, each line by itself. */
export function pythonDangers(imports: string, body: string, handler: Partial<Handler> = {}): string {
  const lines = body.split('\n').map((line) => `    ${line}`);
  return dangersOf(pythonFlows(`${imports}\n\ndef handler(event, context):\n${lines.join('\n')}\n`, handler));
}

export function pythonFileDangers(text: string, handler: Partial<Handler> = {}): string {
  return dangersOf(pythonFlows(text, handler));
}
