import type { Handler } from '../../src/code/handler.js';
import { flowsIn, flowsOfFiles, pythonFlows } from './flows.js';

/** Handlers that register themselves. */
export const registered: Partial<Handler> = { exported: undefined, calls: 'message', answers: false };

/** Lines and settings are told of calls that are not what a row is about. */
const aside = /^(?:log line|swallow|cleartext|input|state|dropped|object|header)/;

/** What flows come to: each danger with its detail, once. What is aside counts only for rows that are about it. */
function toldOf(flows: readonly string[], told: string): string {
  const [meant = ''] = told.split(' ');
  const own = flows.filter((flow) => !aside.test(flow) || (aside.test(told) && flow.startsWith(meant)));
  return [...new Set(own.map((flow) => flow.slice(0, flow.indexOf(':'))))].sort().join(', ');
}

/** The same of a handler of JavaScript: its imports, and the body of the function. */
export function toldIn(imports: string, body: string, told: string): string {
  return toldOf(flowsIn(`${imports}\nexport const handler = async (event, context) => { ${body} };`), told);
}

/** The same of Python; the body is what stands in the handler, each line by itself. */
export function toldInPython(imports: string, body: string, told: string): string {
  const lines = body.split('\n').map((line) => `    ${line}`);
  return toldOf(pythonFlows(`${imports}\n\ndef handler(event, context):\n${lines.join('\n')}\n`), told);
}

/** The same of a file as it is. */
export function toldInFile(
  path: string,
  text: string,
  { told, handler }: { readonly told: string; readonly handler: Partial<Handler> },
): string {
  return toldOf(flowsOfFiles(new Map([[path, text]]), handler), told);
}
