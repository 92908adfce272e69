import type { Edit, Span } from '../../model/span.js';
import type { Flow } from '../flow/machine.js';
import { withoutShell } from './commands.js';
import { rethrown, withoutDetails } from './errors.js';
import { oneLine } from './lines.js';
import type { Mend } from './mend.js';
import { escapedIn } from './pages.js';
import { declaredInside } from './state.js';
import { boundStatement } from './statements.js';

/** A mend that the text of the file alone decides; undefined where more would have to be known. */
export function mendOf(flow: Flow, text: string): Mend | undefined {
  switch (flow.danger) {
    case 'tls':
      return flipped(flow, text);
    case 'deserialise':
      return safeLoad(flow, text);
    case 'xml':
      return inCall(flow.sink.at, text, /\bnoent: true\b/, 'noent: false');
    case 'code':
      return parsed(flow, text);
    case 'path':
      return baseName(flow, text);
    case 'sql':
      return boundStatement(flow, text);
    case 'log':
      return withoutLine(flow, text);
    case 'token':
      return verified(flow, text);
    case 'command':
      return withoutShell(flow, text);
    case 'html':
      return escapedIn(flow, text);
    case 'state':
      return declaredInside(flow, text);
    case 'error':
      return flow.source === undefined ? quiet(flow, text) : withoutDetails(flow, text);
    case 'origin':
      return withoutCredentials(flow, text);
    case 'swallow':
      return rethrown(flow, text);
    case 'log line':
      return oneLine(flow, text);
    default:
      return undefined;
  }
}

function exact(edit: Edit): Mend {
  return { edits: [edit], isBreaking: false };
}

function slice({ start, end }: Span, text: string): string {
  return text.slice(start, end);
}

const opposites: ReadonlyMap<string, string> = new Map([
  ['false', 'true'],
  ['true', 'false'],
  ['False', 'True'],
]);

/** `rejectUnauthorized: false`, `verify=False`: where the value is written out. */
function flipped({ argument }: Flow, text: string): Mend | undefined {
  const other = opposites.get(slice(argument, text));
  const note = 'After this edit the certificate of the server is checked.';
  return other === undefined ? undefined : { edits: [{ ...argument, text: other }], isBreaking: true, note };
}

/** `debug=True`. */
function quiet({ argument }: Flow, text: string): Mend | undefined {
  return slice(argument, text) === 'True' ? exact({ ...argument, text: 'False' }) : undefined;
}

/** `credentials: true`, `allow_credentials=True`. */
function withoutCredentials({ argument }: Flow, text: string): Mend | undefined {
  const written = slice(argument, text);
  if (written !== 'true' && written !== 'True') return undefined;
  const edit = { ...argument, text: written === 'True' ? 'False' : 'false' };
  const note = 'After this edit browsers send no cookies or other credentials to it from other sites.';
  return { edits: [edit], isBreaking: true, note };
}

/** `yaml.load(text)` with nothing else. */
function safeLoad({ sink: { at } }: Flow, text: string): Mend | undefined {
  if (!/^yaml\.load\([^,()]{1,200}\)$/.test(slice(at, text))) return undefined;
  const start = at.start + 'yaml.'.length;
  const better = at.path.endsWith('.py') ? 'safe_load' : 'safeLoad';
  return exact({ path: at.path, start, end: start + 'load'.length, text: better });
}

function inCall(at: Span, text: string, written: RegExp, better: string): Mend | undefined {
  const found = written.exec(slice(at, text));
  if (found === null) return undefined;
  const start = at.start + found.index;
  return exact({ path: at.path, start, end: start + found[0].length, text: better });
}

/** `const order = eval(event.body)`: a value that is used as one. */
function parsed({ sink: { at } }: Flow, text: string): Mend | undefined {
  const call = slice(at, text);
  const isUsed = /(?:=|\breturn) ?$/.test(text.slice(Math.max(0, at.start - 20), at.start));
  if (!isUsed || !/^eval\([\w.[\]"']{1,100}\)$/.test(call)) return undefined;
  const isPython = at.path.endsWith('.py');
  if (isPython && !/^import ast$/m.test(text)) return undefined;
  const better = isPython ? 'ast.literal_eval' : 'JSON.parse';
  const edit = { path: at.path, start: at.start, end: at.start + 'eval'.length, text: better };
  const note = `After this edit only ${isPython ? 'literals' : 'JSON'} can be sent.`;
  return { edits: [edit], isBreaking: true, note };
}

/** A name below `/tmp`, in a template: the last part of it, by a module that the file already has. */
function baseName({ argument }: Flow, text: string): Mend | undefined {
  const written = slice(argument, text);
  const isPython = argument.path.endsWith('.py');
  const module = isPython
    ? /^import os$/m.test(text) && 'os.path'
    : /^(?:import (?:\* as )?path from |const path = require\()/m.test(text) && 'path';
  const [, before = '', name = ''] =
    (isPython ? /^(f["']\/tmp\/\{)([\w.[\]]{1,100})\}/ : /^(`\/tmp\/\$\{)([\w.[\]]{1,100})\}/).exec(written) ?? [];
  if (module === false || name === '') return undefined;
  const start = argument.start + before.length;
  return exact({ path: argument.path, start, end: start + name.length, text: `${module}.basename(${name})` });
}

/** A statement that only logs, with another one beside it. */
function withoutLine({ sink: { at } }: Flow, text: string): Mend | undefined {
  const start = text.lastIndexOf('\n', at.start) + 1;
  const found = text.indexOf('\n', at.end);
  const end = found === -1 ? text.length : found + 1;
  const line = text.slice(start, end);
  const indent = text.slice(start, at.start);
  const isAlone = /^[ \t]*$/.test(indent) && /^;?\s*$/.test(text.slice(at.end, end));
  const before = text.slice(0, start).trimEnd();
  const above = before.slice(before.lastIndexOf('\n') + 1);
  const isBeside = above.startsWith(indent) && /^[^\s]/.test(above.slice(indent.length)) && /[;})\w"'\]]$/.test(above);
  // What stands under a condition without brackets would leave it to the next statement.
  const isConditional = /^\s*(?:if|else|for|while)\b/.test(above);
  if (!isAlone || !isBeside || isConditional || line.length > 300) return undefined;
  return exact({ path: at.path, start, end, text: '' });
}

/** PyJWT: the option that turns the check off, where the algorithms are named. */
function verified({ sink: { at }, detail }: Flow, text: string): Mend | undefined {
  const call = slice(at, text);
  if (detail === 'algorithms') return named({ at, call });
  if (detail !== 'unverified' || !/\balgorithms=/.test(call)) return undefined;
  const mend = inCall(at, text, /, options=\{["']verify_signature["']: False\}/, '');
  return mend && { ...mend, isBreaking: true, note: 'After this edit tokens without a valid signature are refused.' };
}

/** `jwt.verify(token, publicKey)`: what the key is called says which algorithm it is for. */
function named({ at, call }: { readonly at: Span; readonly call: string }): Mend | undefined {
  if (!/^[\w.]{1,60}\([^(),]{1,100}, [\w.]{0,60}(?:public_?key|jwks)\w{0,20}\)$/i.test(call)) return undefined;
  const start = at.end - 1;
  const edit = { path: at.path, start, end: start, text: ", { algorithms: ['RS256'] }" };
  return { edits: [edit], isBreaking: true, note: 'After this edit only tokens signed with RS256 are accepted.' };
}
