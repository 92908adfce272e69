import { isAnyone } from '../../../facts/exposure/outsiders.js';
import { pins } from '../../../facts/exposure/pinning.js';
import { isAnybodys, saysWhose, sharedIssuerOf } from '../../../facts/iam/federated.js';
import { sharedIssuers } from '../../../facts/iam/shared-issuers.data.js';
import { confidenceOf } from '../../../facts/permissions/grants.js';
import { weighedFor } from '../../../facts/permissions/principals.js';
import type { Stack } from '../../../facts/stack.js';
import type { Principal, Role, TrustStatement } from '../../../model/identity.js';
import { inBranch } from '../../../model/setting.js';
import { type Problem, type ProposedFix, proposeFix } from '../../definition.js';

/** Who is let in that should not be, in words. */
interface Width {
  readonly principal: Principal;
  readonly says: string;
  readonly severity: 'high' | 'medium' | 'low';
  readonly advice?: string;
  /** Whose tokens are taken, where the stack may call the issuer as it likes. */
  readonly issuer?: string;
}

/** Statements of a role's trust policy that let more in than whom it is for. */
export function* roleProblems(role: Role, stack: Stack): Iterable<Problem> {
  const runs = servicesRunning(role, stack);
  for (const statement of role.trust) {
    if (statement.effect !== 'allow') continue;
    for (const { principal, says, severity, advice, issuer } of widthsOf(role, statement, runs)) {
      const { term } = principal;
      yield {
        about: role,
        at: term.at,
        message: `${says} can assume ${role.id}${inBranch(statement)}.`,
        severity: severity === 'high' ? severity : weighedFor(stack, role, severity),
        confidence: severity === 'medium' ? 'medium' : confidenceOf(statement, term),
        discriminator: issuer ?? term.text,
        fix: isOnlyFor(role) ? admitOnly(runs, role, statement) : undefined,
        ...(advice !== undefined && { advice }),
      };
    }
  }
}

/** The services that take over the role to run its functions. */
function servicesRunning({ users }: Role, { functions }: Stack): readonly string[] {
  const own = functions.filter(({ id }) => users.includes(id));
  return [...new Set(own.flatMap(({ platform }) => platform.assumedBy ?? []))];
}

function admitOnly(runs: readonly string[], { id }: Role, statement: TrustStatement): ProposedFix | undefined {
  if (runs.length === 0) return undefined;
  const who = runs.map((one) => `\`${one}\``).join(' and ');
  return proposeFix('exact', statement.admit(runs), `After this edit only ${who} can assume ${id}.`);
}

/** A role that functions run as and nothing else refers to. */
function isOnlyFor({ users, isUsedBeside }: Role): boolean {
  return users.length > 0 && isUsedBeside?.() === false;
}

function* widthsOf(role: Role, statement: TrustStatement, runs: readonly string[]): Iterable<Width> {
  const { principals, exceptPrincipals, conditions, conditionsOpen } = statement;
  const isLimited = conditionsOpen || conditions.some(pins);
  for (const principal of principals) {
    if (isLimited) break;
    if (isAnyone(principal)) yield { principal, says: 'Any AWS account', severity: 'high' };
    else if (exceptPrincipals)
      yield { principal, says: `Any AWS account except ${principal.term.text}`, severity: 'high' };
    else {
      const account = accountOf(principal);
      if (account !== undefined)
        yield { principal, says: `Every principal of account ${account}`, severity: 'medium', advice: externalId };
    }
  }
  if (!exceptPrincipals) yield* tokenWidths(statement);
  if (!exceptPrincipals && !isLimited) yield* serviceWidths(role, statement, runs);
}

const externalId = 'Condition:\n  StringEquals:\n    sts:ExternalId: <an id that only the two of you know>';

/** The account that is let in as a whole, by its number. */
function accountOf({ kind, term }: Principal): string | undefined {
  return kind === 'account'
    ? /^(?:arn:(?:[^:$]{1,30}|\$\{[^{}]{1,40}\}):iam::)?(\d{12})(?::root)?$/.exec(term.text)?.[1]
    : undefined;
}

/** Tokens of an issuer that many share, where nothing says whose are taken. */
function* tokenWidths(statement: TrustStatement): Iterable<Width> {
  const { principals, conditions, conditionsOpen } = statement;
  const principal = principals.find(({ kind }) => kind === 'federated');
  const issuer = sharedIssuerOf(statement);
  if (principal === undefined || issuer === undefined || conditionsOpen) return;
  if (conditions.some((condition) => saysWhose(condition, issuer))) return;
  const whose = conditions.flatMap(({ values }) => values).find(({ text }) => isAnybodys(text));
  const any = `A token that ${issuer} issued to any ${sharedIssuers.get(issuer)}`;
  const says = whose === undefined ? any : `${any} (the condition is ${whose.text})`;
  yield { principal: whose === undefined ? principal : { ...principal, term: whose }, says, severity: 'high', issuer };
}

/** Services that no function runs in, where nothing but functions uses the role. */
function* serviceWidths(role: Role, { principals }: TrustStatement, runs: readonly string[]): Iterable<Width> {
  const services = principals.filter(({ kind }) => kind === 'service');
  const others = services.filter(({ term }) => !runs.includes(term.text) && !elsewhere.test(term.text));
  if (others.length === 0 || others.length === services.length || !isOnlyFor(role)) return;
  for (const principal of others) {
    const says = `${principal.term.text}, which runs nothing in this stack with the role,`;
    yield { principal, says, severity: 'low' };
  }
}

/** Functions at the edge are run by another service, and of some names only the deployment knows which they are. */
const elsewhere = /^edgelambda\.amazonaws\.com$|\$\{/;
