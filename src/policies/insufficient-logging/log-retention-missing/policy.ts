import { roundRetention } from '../../../facts/logging/retention.js';
import { type Environment, environmentNamed } from '../../../model/environment.js';
import { inBranch, when } from '../../../model/setting.js';
import type { LogGroup } from '../../../model/store.js';
import type { PolicyContext } from '../../context.js';
import { definePolicy, type Problem, proposeFix } from '../../definition.js';

export default definePolicy({
  id: 'log-retention-missing',
  several: ['log groups', 'have no adequate retention'],
  threat: 'insufficient-logging',
  title: 'Log retention is missing or too short',
  severity: 'low',
  why: 'Logs that never expire cost money and keep personal data; logs of a few days are gone before a slow intrusion is noticed.',
  remedy: 'Set the number of days for which logs are kept.',
  acceptable: 'The log group is an archive, or its events are exported to a place that keeps them long enough.',
  references: {
    owasp: ['OW10'],
    csa: ['SAS-5'],
    cwe: ['CWE-778'],
    peers: ['CKV_AWS_66', 'CKV_AWS_338', 'W86', 'WS1004', 'aws-cloudwatch-log-group-no-retention'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-logs-loggroup.html',
      ],
      azure: ['https://learn.microsoft.com/azure/azure-monitor/logs/data-retention-configure'],
      google: ['https://cloud.google.com/logging/docs/buckets'],
    },
  },

  // Left out: short retention where the stack or the group's name is known to be for something else than production,
  // archived log groups, and those of other services.
  *check({ logGroups, environment }, context) {
    for (const group of logGroups) {
      if (group.archived || isOfAnotherService(group)) continue;
      const endless = endlessProblem(group, context);
      const purpose = environment === 'unknown' ? purposeOf(group) : environment;
      if (endless) yield endless;
      else if (purpose !== 'other') yield* shortProblems(group, purpose, context);
    }
  },
});

/** Names that the platform gives to groups of builds, networks, clusters and databases. */
function isOfAnotherService({ name }: LogGroup): boolean {
  const [, service] = /^\/aws\/([a-z-]+)/.exec(name ?? '') ?? [];
  return service !== undefined && !serverless.has(service);
}

const serverless: ReadonlySet<string> = new Set([
  ...['lambda', 'lambda-insights', 'apigateway', 'api-gateway', 'appsync', 'states', 'stepfunctions', 'vendedlogs'],
  ...['events', 'http-api', 'sam', 'serverless', 'sfn', 'step-functions', 'pipes'],
]);

/** What a group's own name says of what it is for: `test`, `/aws/lambda/orders-dev`, `prod/orders`. */
function purposeOf({ name = '' }: LogGroup): Environment {
  const words = name.split(/[/._-]+/).filter((word) => word !== '');
  return environmentNamed([words[0], words.at(-1)].flatMap((word) => word ?? []));
}

function endlessProblem(group: LogGroup, { defaults }: PolicyContext): Problem | undefined {
  const match = when(group.retention, (days) => days === 0, { absent: true });
  return (
    match && {
      about: group,
      at: match.at,
      confidence: match.confidence,
      message: `Log group ${group.id} never expires${inBranch(match)}.`,
      fix: proposeFix('parameter', match.write(roundRetention(defaults.logRetentionDays))),
    }
  );
}

/** Days within which hardly any intrusion is noticed. */
const week = 7;

/** Where it is not known what the stack is for, a few days are told, and weigh less. */
function* shortProblems(group: LogGroup, environment: Environment, context: PolicyContext): Generator<Problem> {
  const { defaults, isStrict } = context;
  const least = defaults.minLogRetentionDays;
  const match = when(group.retention, (days) => days > 0 && days < least);
  if (match === undefined) {
    if (isStrict) yield* underOneYear(group);
    return;
  }
  const isBrief = when(group.retention, (days) => days > 0 && days < week) !== undefined;
  const isProduction = environment === 'production';
  if (!isBrief && !isProduction) return;
  yield {
    about: group,
    at: match.at,
    ...(isBrief ? { severity: isProduction ? ('medium' as const) : ('low' as const) } : { strictOnly: true as const }),
    confidence: match.confidence,
    message: `${group.id} keeps logs for less than ${least} days${inBranch(match)}.`,
    fix: proposeFix('parameter', match.write(roundRetention(Math.max(defaults.logRetentionDays, least)))),
  };
}

/** Days after which standards of audits let logs go. */
const year = 365;

function* underOneYear(group: LogGroup): Generator<Problem> {
  const match = when(group.retention, (days) => days > 0 && days < year);
  if (match === undefined) return;
  yield {
    about: group,
    at: match.at,
    severity: 'low',
    confidence: match.confidence,
    strictOnly: true,
    discriminator: 'year',
    message: `${group.id} keeps logs for less than a year${inBranch(match)}.`,
    fix: proposeFix('parameter', match.write(year)),
  };
}
