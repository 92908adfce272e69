import type { StackCode } from '../../../code/stack-code.js';
import { actionNameOf, factsOf, tellsOnlySettings } from '../../../facts/iam/actions.js';
import { principalOf } from '../../../facts/permissions/principals.js';
import type { Severity } from '../../../findings/severity.js';
import type { Role } from '../../../model/identity.js';
import { definePolicy, type Problem, proposeFix } from '../../policy.js';
import { type SpareGrant, spareGrants } from './spare.js';
import { needsOfUsers, type RoleNeeds } from './users.js';

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
    },
  },

  // Left out: roles of functions whose code is not known whole (images, layers, unknown libraries, operations that are chosen at
  // run time), roles that other services assume, policy templates and `grant*` methods, actions whose names are not known.
  *inspect(code) {
    for (const role of code.stack.roles) {
      if (role.grants.length === 0) continue;
      const needs = needsOfUsers(role, code);
      if (needs === undefined) continue;
      for (const spare of spareGrants(role, needs)) yield problemOf(role, spare, { code, needs });
    }
  },
});

interface Known {
  readonly code: StackCode;
  readonly needs: RoleNeeds;
}

function problemOf(role: Role, found: SpareGrant, { code, needs }: Known): Problem {
  const { grant, spare, kept, enough } = found;
  const names = spare.map(({ term }) => `\`${term.text}\``);
  const whole = enough.length === 0;
  const owner = role.users.length > 1 ? 'their' : 'its';
  const granted = `${principalOf(role)} is granted ${wordsOf(names)}`;
  const calls = kept.map((action) => `\`${action}\`${placeOf(action, { code, needs })}`);
  return {
    about: role,
    at: spare[0]?.term.at ?? grant.actions.at,
    related: spare.map(({ term }) => term.at),
    message: `${granted}${wordsOfCalls(calls, owner, spare.some(isWide))}.`,
    severity: severityOf(found),
    confidence: 'medium',
    discriminator: grant.id,
    fix: whole ? undefined : proposeFix('exact', grant.actions.write([...enough])),
    ...(whole && { advice: 'Remove the statement: nothing in the code needs any of its actions.' }),
  };
}

function wordsOfCalls(calls: readonly string[], owner: string, wide: boolean): string {
  if (calls.length === 0) return `, which ${owner} code never calls`;
  if (wide) return `; ${owner} code calls only ${wordsOf(calls)}`;
  return `, which ${owner} code never calls; it calls ${wordsOf(calls)}`;
}

function isWide({ name }: SpareGrant['spare'][number]): boolean {
  return /[*?]/.test(name);
}

function placeOf(action: string, { code, needs }: Known): string {
  const at = needs.called.get(action);
  return at === undefined ? '' : ` (\`${at.path}\` line ${code.lineOf(at)})`;
}

/** What only tells names and settings gains an attacker little, and so does another way to read what is read anyway. */
function severityOf({ spare, kept }: SpareGrant): Severity {
  const read = new Set(kept.filter(readsData).map(serviceOf));
  const isQuiet = spare.every(({ service, facts }) =>
    facts.every(
      (fact) =>
        fact.level === 'tagging' ||
        tellsOnlySettings(service, fact) ||
        (fact.level === 'read' && read.has(service) && service !== 'kms'),
    ),
  );
  return isQuiet ? 'low' : 'medium';
}

function readsData(action: string): boolean {
  const written = actionNameOf(action);
  const facts = (written && factsOf(written)) ?? [];
  return facts.some((fact) => fact.level === 'read' && !tellsOnlySettings(written?.service ?? '', fact));
}

function serviceOf(action: string): string {
  return action.slice(0, action.indexOf(':')).toLowerCase();
}

function wordsOf(texts: readonly string[]): string {
  if (texts.length < 2) return texts[0] ?? '';
  return `${texts.slice(0, -1).join(', ')} and ${texts.at(-1) ?? ''}`;
}
