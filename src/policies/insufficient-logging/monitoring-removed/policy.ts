import { definePolicy } from '../../definition.js';
import { lostAlarms, lostTrails } from './alarms.js';
import { lostOfApis, lostOfWorkflows } from './apis.js';
import { lostLogGroups, lostOfFunctions } from './functions.js';

export default definePolicy({
  id: 'monitoring-removed',
  several: ['logs, traces or alarms', 'are removed'],
  threat: 'insufficient-logging',
  title: 'This change removes logs, traces or alarms',
  severity: 'high',
  absorbs: ['api-logging-off', 'function-logging-off', 'log-retention-missing', 'tracing-off'],
  why: 'Without this record an intrusion goes unnoticed and cannot be investigated, which is why attackers remove it first.',
  remedy: 'Restore what was removed, or declare its replacement in the same change.',
  acceptable: 'A system outside this repository has taken over the monitoring.',
  references: {
    owasp: ['OW10'],
    csa: ['SAS-5'],
    cwe: ['CWE-778', 'CWE-223'],
    peers: ['CIS 4.5'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/lambda/latest/dg/lambda-monitoring.html',
        'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html',
      ],
      azure: ['https://learn.microsoft.com/azure/azure-functions/configure-monitoring'],
      google: ['https://cloud.google.com/logging/docs/audit'],
      knative: ['https://knative.dev/docs/serving/observability/metrics/collecting-metrics/'],
      openfaas: ['https://docs.openfaas.com/architecture/metrics/'],
    },
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
