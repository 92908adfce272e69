import { definePolicy } from '../../policy.js';
import { lostAlarms, lostTrails } from './alarms.js';
import { lostOfApis, lostOfWorkflows } from './apis.js';
import { lostLogGroups, lostOfFunctions } from './functions.js';

export default definePolicy({
  id: 'monitoring-removed',
  several: ['logs, traces or alarms', 'are removed'],
  threat: 'insufficient-logging',
  title: 'Change takes away logs, traces or alarms',
  severity: 'high',
  why: 'Quietly removing logs, traces, alarms or trails is what an intruder does first, and what a careless change looks like.',
  remedy: 'Restore what was removed, or say in the same change what replaces it.',
  acceptable: 'Another system, outside this repository, took over the same watch.',
  references: {
    owasp: ['OW10'],
    csa: ['SAS-5'],
    cwe: ['CWE-778', 'CWE-223'],
    peers: ['CIS 4.5'],
    links: [
      'https://docs.aws.amazon.com/lambda/latest/dg/lambda-monitoring.html',
      'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html',
    ],
  },

  // Left out: resources that are removed or renamed themselves, and evidence that another declaration of the stack replaces.
  *compare(base, head, { defaults, externalMonitor }) {
    yield* lostOfFunctions(base, head, externalMonitor);
    yield* lostLogGroups(base, head, defaults.minLogRetentionDays);
    yield* lostOfApis(base, head);
    yield* lostOfWorkflows(base, head);
    yield* lostAlarms(base, head);
    yield* lostTrails(base, head);
  },
});
