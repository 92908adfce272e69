import { isReference, type Literal, partOf } from '../../../../model/literal.js';
import { type Invocation, programAt } from '../../constructs/construct.js';
import type { Call, Expression, Program } from '../../program/expression.js';
import { snake } from '../../program/spelling.js';
import type { Edits } from '../../synthesis/draft.js';
import type { Synthesis } from '../../synthesis/synthesis.js';
import { bringingIn, nameFor } from '../../writing/imported-names.js';
import { printPlain } from '../../writing/printing.js';
import { calledAt, scopeOf, statementAfter } from '../../writing/statements.js';
import { topicOf } from './alarm-actions.js';

/** Methods by the metric that they give. An alarm on them looks at five minutes, and fires from its threshold on. */
const methods = new Map([
  ['Errors', 'metricErrors'],
  ['ApproximateNumberOfMessagesVisible', 'metricApproximateNumberOfMessagesVisible'],
]);

const treatment = 'aws-cloudwatch.TreatMissingData';

/** An alarm beside one that notifies its topic already, with the same action. */
export function writeAlarm(synthesis: Synthesis, id: string, body: Literal, owner: string): Edits {
  const method = methods.get(String(partOf(body, 'Properties', 'MetricName')));
  const topic = partOf(body, 'Properties', 'AlarmActions', 0);
  const watched = synthesis.construction.constructs.find((one) => one.id === owner);
  const found = isReference(topic) ? actionFor(synthesis, topic.refersTo) : undefined;
  if (method === undefined || watched?.certainty !== 'once' || found === undefined) return undefined;
  const { call } = found.model;
  const program = programAt(synthesis.construction, call.at);
  const scope = scopeOf(call.callee);
  const name = scope && calledAt(program, scope, watched.call, call.at.start);
  const parts = { method, id: id.slice(id.lastIndexOf('/') + 1), action: textAt(program, found.action.at) };
  const alarm = name && printAlarm(program, watched.call, { ...parts, name });
  const edits = alarm ? statementAfter(program, call, alarm) : undefined;
  return edits && [...edits, ...bringingIn(program, nameFor(program, treatment) && treatment)];
}

interface Found {
  readonly model: Invocation;
  readonly action: Expression;
}

/** The action by which an alarm notifies a topic, and where it is added. */
function actionFor(synthesis: Synthesis, topic: string): Found | undefined {
  for (const model of synthesis.construction.invocations) {
    if (model.method !== 'addAlarmAction' || model.certainty !== 'once') continue;
    const action = model.call.args.find((one) => topicOf(synthesis, one) === topic);
    if (action !== undefined) return { model, action };
  }
  return undefined;
}

interface Parts {
  readonly name: string;
  readonly method: string;
  readonly id: string;
  readonly action: string;
}

function printAlarm(program: Program, watched: Call, { name, method, id, action }: Parts): string | undefined {
  const [scope] = watched.args;
  const printed = printPlain(program, id);
  if (scope === undefined || printed === undefined) return undefined;
  const word = nameFor(program, treatment);
  const missing = word === undefined ? [] : [['treatMissingData', `${word}.NOT_BREACHING`] as const];
  const options = optionsOf(program, [['threshold', '1'], ['evaluationPeriods', '1'], ...missing]);
  const say = program.language === 'python' ? snake : (own: string) => own;
  const alarm = `${name}.${say(method)}().${say('createAlarm')}(${textAt(program, scope.at)}, ${printed}, ${options})`;
  return `${alarm}.${say('addAlarmAction')}(${action})${program.language === 'python' ? '' : ';'}`;
}

function optionsOf({ language }: Program, options: readonly (readonly [string, string])[]): string {
  if (language === 'python') return options.map(([key, text]) => `${snake(key)}=${text}`).join(', ');
  return `{ ${options.map(([key, text]) => `${key}: ${text}`).join(', ')} }`;
}

function textAt({ text }: Program, { start, end }: Call['at']): string {
  return text.slice(start, end);
}
