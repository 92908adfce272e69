import type { Trigger, TriggerKind } from '../../../model/trigger.js';
import { type Value, valueAt } from '../../../model/value.js';
import { functionNamed } from '../functions/reference.js';
import { declarationOf, entriesOf, listed, type Mapping, property, referent } from '../mapping.js';
import { invokedBy, workflowTypes } from '../operations/workflows.js';
import type { Declared } from '../template.js';
import { triggerOf } from './trigger.js';

/** Functions that pipes, user pools, mail rules and workflows start. */
export function otherTriggers(mapping: Mapping): readonly Trigger[] {
  return [...pipes(mapping), ...userPools(mapping), ...mailRules(mapping), ...workflowTasks(mapping)];
}

interface Start {
  readonly owner: Declared;
  readonly trigger: TriggerKind;
  readonly source: Value | undefined;
  readonly target: Value | undefined;
}

function started(mapping: Mapping, { owner, trigger, source, target }: Start): readonly Trigger[] {
  const starts = functionNamed(mapping, target);
  if (starts === undefined) return [];
  const resource = { ...declarationOf(owner), id: `${owner.id}.${starts}` };
  return [triggerOf(mapping, { resource, trigger, source, function: starts })];
}

const pipeSources = new Map<string, TriggerKind>([
  ['AWS::SQS::Queue', 'queue'],
  ['AWS::Kinesis::Stream', 'stream'],
  ['AWS::DynamoDB::Table', 'stream'],
]);

function pipes(mapping: Mapping): readonly Trigger[] {
  return mapping.ofType('AWS::Pipes::Pipe').flatMap((owner) => {
    const source = property(owner, 'Source');
    const trigger = pipeSources.get(mapping.byId.get(referent(mapping, source) ?? '')?.type ?? '') ?? 'other';
    const targets = [property(owner, 'Enrichment'), property(owner, 'Target')];
    return targets.flatMap((target) => started(mapping, { owner, trigger, source, target }));
  });
}

function userPools(mapping: Mapping): readonly Trigger[] {
  return mapping.ofType('AWS::Cognito::UserPool').flatMap((owner) =>
    entriesOf(property(owner, 'LambdaConfig')).flatMap(({ key, value }) => {
      const target = value.kind === 'map' ? valueAt(value, 'LambdaArn') : value;
      const source = { kind: 'reference', to: owner.id, at: owner.at } as const;
      const found = started(mapping, { owner, trigger: 'userpool', source, target });
      const arn = { refersTo: owner.id, attribute: 'arn' } as const;
      return found.map((trigger) => ({ ...trigger, id: `${owner.id}.${key}`, arn }));
    }),
  );
}

function mailRules(mapping: Mapping): readonly Trigger[] {
  return mapping.ofType('AWS::SES::ReceiptRule').flatMap((owner) =>
    listed(property(owner, 'Rule', 'Actions')).flatMap((action) => {
      const target = valueAt(action, 'LambdaAction', 'FunctionArn');
      return started(mapping, { owner, trigger: 'email', source: undefined, target });
    }),
  );
}

function workflowTasks(mapping: Mapping): readonly Trigger[] {
  return mapping.ofType(...workflowTypes).flatMap((workflow) =>
    invokedBy(mapping, workflow).map((starts) => {
      const resource = { ...declarationOf(workflow), id: `${workflow.id}.${starts}` };
      const source = { kind: 'reference', to: workflow.id, at: workflow.at } as const;
      return triggerOf(mapping, { resource, trigger: 'workflow', source, function: starts });
    }),
  );
}
