import { bindingOutput } from '../../../facts/events/writes.data.js';
import type { Grant, NamedPolicy } from '../../../model/identity.js';
import { plainGrant } from '../../plain/grant.js';
import { fixedTerms } from '../../values/terms.js';
import type { GoogleBinding } from './google-bindings.js';

const wide: ReadonlyMap<string, NamedPolicy['scope']> = new Map([
  ['cloudresourcemanager.googleapis.com/Project', 'project'],
  ['cloudresourcemanager.googleapis.com/Folder', 'organisation'],
  ['cloudresourcemanager.googleapis.com/Organization', 'organisation'],
]);

/** How far a bound role reaches; what a condition narrows reaches no whole project. */
export function reachOf({ scope, on, narrowed }: GoogleBinding): Pick<NamedPolicy, 'scope' | 'on'> {
  const reach = (narrowed ? undefined : wide.get(scope)) ?? 'resource';
  return { scope: reach, ...(reach === 'resource' && on !== undefined && { on }) };
}

const bucket = 'storage.googleapis.com/Bucket';

const writers: ReadonlyMap<string, RegExp> = new Map([
  [bucket, /^roles\/storage\.(?:admin|object(?:Admin|Creator|User)|legacyBucket(?:Writer|Owner))$/],
  ['pubsub.googleapis.com/Topic', /^roles\/pubsub\.(?:admin|editor|publisher)$/],
]);

/** What a role on one bucket or topic lets its holder put there. */
export function writesOf({ scope, role, roleAt: at, on, narrowed }: GoogleBinding): readonly Grant[] {
  if (on === undefined || narrowed || writers.get(scope)?.test(role) !== true) return [];
  const inside = scope === bucket ? `\${${on}}/*` : `\${${on}}`;
  return [
    plainGrant({
      id: `${role} ${on}`,
      at,
      actions: fixedTerms([{ text: bindingOutput, at }], at),
      resources: fixedTerms([{ text: inside, at, to: on }], at),
      origin: 'method',
      originName: role,
    }),
  ];
}
