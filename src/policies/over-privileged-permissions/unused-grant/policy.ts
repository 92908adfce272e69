import type { StackCode } from '../../../code/stack-code.js';
import { actionNameOf, factsOf, tellsOnlySettings } from '../../../facts/iam/actions.js';
import { principalOf } from '../../../facts/permissions/principals.js';
import type { Severity } from '../../../findings/severity.js';
import type { Role } from '../../../model/identity.js';
import { definePolicy, type Problem, proposeFix } from '../../definition.js';
import {
  adviceFor,
  callsOf,
  listed,
  type Narrowed,
  type NarrowedRole,
  removal,
  usesOf,
} from '../../needed/narrowed.js';
import { type SpareGrant, spareGrants } from '../../needed/spare.js';
import { spareRoles } from '../../needed/spare-roles.js';
import { needsOfUsers } from '../../needed/users.js';

export default definePolicy({
  id: 'unused-grant',
  threat: 'over-privileged-permissions',
  title: 'Grant covers actions that the code never calls',
  several: ['grants', 'cover actions that the code never calls'],
  severity: 'medium',
  why: 'Anyone who takes over the function can use every action that its role allows, including those that its code never calls.',
  remedy: 'Grant only the actions that the code calls.',
  acceptable:
    'Something outside this repository uses the role, or the code that calls the action follows in another change.',
  references: {
    csa: ['SAS-4'],
    cwe: ['CWE-272', 'CWE-250'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
        'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
      ],
      azure: ['https://learn.microsoft.com/azure/role-based-access-control/best-practices'],
      google: ['https://cloud.google.com/iam/docs/using-iam-securely'],
    },
  },

  // Left out: roles of functions whose code is not known whole (images, layers, unknown libraries, operations that are chosen at
  // run time), roles that other services assume, policy templates and `grant*` methods, actions whose names are not known.
  *inspect(code) {
    for (const role of code.stack.roles) {
      if (role.grants.length === 0 && role.named.length === 0) continue;
      const needs = needsOfUsers(role, code);
      if (needs === undefined) continue;
      for (const spare of spareGrants(role, needs)) yield problemOf(role, { ...spare, needs }, code);
      for (const spare of spareRoles(role, needs)) yield problemOfRole(role, { ...spare, needs }, code);
    }
  },
});

function problemOfRole(role: Role, left: NarrowedRole, code: StackCode): Problem {
  const { policy, changes } = left;
  return {
    about: role,
    at: policy.at,
    message: `${principalOf(role)} is granted ${policy.name}; ${usesOf(role, left, code)}.`,
    severity: changes ? 'medium' : 'low',
    confidence: 'medium',
    discriminator: policy.name,
    advice: adviceFor(left),
  };
}

function problemOf(role: Role, left: Narrowed, code: StackCode): Problem {
  const { grant, spare, enough } = left;
  const names = spare.map(({ term }) => `\`${term.text}\``);
  const whole = enough.length === 0;
  const owner = role.users.length > 1 ? 'their' : 'its';
  const granted = `${principalOf(role)} is granted ${listed(names)}`;
  return {
    about: role,
    at: spare[0]?.term.at ?? grant.actions.at,
    related: spare.map(({ term }) => term.at),
    message: `${granted}${wordsOfCalls(callsOf(left, code), owner, spare.some(isWide))}.`,
    severity: severityOf(left),
    confidence: 'medium',
    discriminator: grant.id,
    fix: whole ? undefined : proposeFix('exact', grant.actions.write([...enough])),
    ...(whole && { advice: removal }),
  };
}

function wordsOfCalls(calls: readonly string[], owner: string, wide: boolean): string {
  if (calls.length === 0) return `, which ${owner} code never calls`;
  if (wide) return `; ${owner} code calls only ${listed(calls)}`;
  return `, which ${owner} code never calls; it calls ${listed(calls)}`;
}

function isWide({ name }: SpareGrant['spare'][number]): boolean {
  return /[*?]/.test(name);
}

/** What only tells names and settings gains an attacker little, and so does another way to do what is done anyway. */
function severityOf({ spare, kept }: SpareGrant): Severity {
  const read = new Set(kept.filter(readsData).map(serviceOf));
  const done = new Set(kept.map(singly));
  const isQuiet = spare.every(({ service, facts }) =>
    facts.every(
      (fact) =>
        fact.level === 'tagging' ||
        tellsOnlySettings(service, fact) ||
        (fact.level === 'read' && read.has(service) && service !== 'kms') ||
        done.has(singly(`${service}:${fact.name}`)),
    ),
  );
  return isQuiet ? 'low' : 'medium';
}

/** `kinesis:PutRecords` and `sqs:SendMessageBatch` do no more than what they do many times. */
function singly(action: string): string {
  return action
    .toLowerCase()
    .replace(/:batch/, ':')
    .replace(/(?:batch|s)$/, '');
}

function readsData(action: string): boolean {
  const written = actionNameOf(action);
  const facts = (written && factsOf(written)) ?? [];
  return facts.some((fact) => fact.level === 'read' && !tellsOnlySettings(written?.service ?? '', fact));
}

function serviceOf(action: string): string {
  return action.slice(0, action.indexOf(':')).toLowerCase();
}
