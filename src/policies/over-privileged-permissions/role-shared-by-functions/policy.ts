import type { StackCode } from '../../../code/stack-code.js';
import { beyondBaseline } from '../../../facts/permissions/power.js';
import type { Stack } from '../../../facts/stack.js';
import type { ServerlessFunction } from '../../../model/function.js';
import { definePolicy } from '../../definition.js';

/** Functions of one app share its identity by design; from here on the app deserves a split. */
const mostInOneApp = 5;

export default definePolicy({
  id: 'role-shared-by-functions',
  several: ['roles', 'are shared by several functions'],
  threat: 'over-privileged-permissions',
  title: 'Functions share a role',
  severity: 'medium',
  why: 'Each function has the permissions that any of them needs, so an attacker who takes over the weakest one gets them all.',
  remedy: 'Give each function its own role with only the permissions that it needs.',
  acceptable: 'The functions need exactly the same permissions on the same resources.',
  references: {
    csa: ['SAS-4'],
    cwe: ['CWE-250'],
    peers: ['Lambda Functions Without Unique IAM Roles', 'Serverless Function Without Unique IAM Role'],
    links: {
      aws: ['https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html'],
      azure: [
        'https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/managed-identity-best-practice-recommendations',
      ],
      google: ['https://cloud.google.com/iam/docs/best-practices-service-accounts'],
      knative: ['https://kubernetes.io/docs/concepts/security/service-accounts/'],
    },
  },

  // Left out: roles that give no more than logs, traces and network, and roles whose permissions could not be read.
  *check(stack) {
    for (const role of stack.roles) {
      if (role.users.length < 2) continue;
      const own = new Set(role.users);
      const users = stack.functions.filter(({ id }) => own.has(id));
      const severity = severityOf(users, stack);
      if (users.length < 2 || severity === undefined || !beyondBaseline(role, stack.permissions(role))) continue;
      const lines = users.map((fn) => (fn.role.kind === 'absent' ? role.at : fn.role.at));
      yield {
        about: role,
        at: lines.at(-1) ?? role.at,
        related: [...lines, role.at],
        message: `${users.length} functions share the permissions of ${role.id}: ${listed(users)}.`,
        severity,
      };
    }
  },
  refine: (problem, code) => {
    const users = code.stack.roles.find(({ id }) => id === problem.about.id)?.users ?? [];
    const needs = users.map((id) => ({ id, actions: actionsOf(code, id) }));
    if (needs.some(({ actions }) => actions === undefined)) return problem;
    const sets = new Set(needs.map(({ actions = [] }) => actions.join()));
    // Whoever calls the same gains at most other resources by the others.
    if (sets.size === 1) return { ...problem, severity: 'low' };
    const words = needs.slice(0, mostTold).map(({ id, actions = [] }) => `${id} needs ${wordsOf(actions)}`);
    return { ...problem, message: problem.message.replace(/\.$/, `; ${words.join(', ')}.`) };
  },
});

/** Functions whose needs are told, at most. */
const mostTold = 3;

/** The actions that the code of a function calls; undefined where it may call more. */
function actionsOf(code: StackCode, id: string): readonly string[] | undefined {
  const needs = code.needs(id);
  return needs === undefined || needs.unsure.length > 0 ? undefined : [...needs.actions.keys()].sort();
}

function wordsOf(actions: readonly string[]): string {
  const [first, second, ...rest] = actions.map((action) => `\`${action}\``);
  if (first === undefined) return 'nothing';
  if (second === undefined) return `only ${first}`;
  return rest.length === 0 ? `only ${first} and ${second}` : `${first}, ${second} and ${rest.length} more`;
}

/** By sharing alone nobody gains anything: what an open function may do is told where it is granted. */
function severityOf(users: readonly ServerlessFunction[], stack: Stack): 'medium' | 'low' | undefined {
  if (users.some(({ platform }) => platform.identity === 'app')) {
    const inOneApp = users.map((fn) => ({ ...fn, codeRoot: 'app' }));
    return users.length < mostInOneApp || areOfOnePurpose(inOneApp, stack) ? undefined : 'low';
  }
  return areOfOnePurpose(users, stack) ? 'low' : 'medium';
}

/** The same code, started by the same kinds of events: one unit deployed several times. */
function areOfOnePurpose(users: readonly ServerlessFunction[], { triggers, routes, urls }: Stack): boolean {
  const purposes = users.map(({ id, codeRoot }) => {
    const kinds = triggers.filter((trigger) => trigger.function === id).map(({ trigger }) => trigger);
    const http = [...routes, ...urls].some((entryPoint) => entryPoint.function === id);
    return codeRoot === undefined ? undefined : JSON.stringify([codeRoot, http, [...new Set(kinds)].sort()]);
  });
  return purposes[0] !== undefined && new Set(purposes).size === 1;
}

function listed(users: readonly ServerlessFunction[]): string {
  const [first, second, third, ...rest] = users.map(({ id }) => id);
  if (third === undefined) return `${first} and ${second}`;
  return rest.length === 0
    ? `${first}, ${second} and ${third}`
    : `${first}, ${second}, ${third} and ${rest.length} more`;
}
