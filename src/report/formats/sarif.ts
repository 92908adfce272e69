import type { Invocation, Log, Notification, Run } from 'sarif';
import type { Notice } from '../../findings/notice.js';
import { plainLine } from '../plain.js';
import { presentIn, type Rendering, toldIn } from './rendering.js';
import { within } from './sarif-limits.js';
import { placeOf } from './sarif-place.js';
import { resultMaker } from './sarif-result.js';
import { ruleOf } from './sarif-rule.js';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const informationUri = 'https://github.com/OWNER/postern';

/** SARIF 2.1.0: the policies as rules, every finding as a result, what was not read as notifications. */
export function renderSarif(rendering: Rendering): string {
  return render(rendering, rendering.outcome.findings);
}

/**
 * SARIF as code scanning takes it. It does not know `suppressions` and `baselineState`: what is accepted or gone would be an open
 * alert. What a review found in the base already stays, or it would count as fixed.
 */
export function renderForCodeScanning(rendering: Rendering): string {
  const { outcome } = rendering;
  const findings = outcome.isReview
    ? presentIn(outcome).filter(({ suppressed }) => suppressed === null)
    : toldIn(outcome);
  return render(rendering, findings);
}

function render(rendering: Rendering, findings: Rendering['outcome']['findings']): string {
  const { outcome, policies, view } = rendering;
  const rules = policies.map((policy) => ruleOf(policy, view.words));
  const toResult = resultMaker(outcome, new Map(policies.map(({ id }, index) => [id, index])));
  return within(findings.map(toResult), (results, left) => {
    const run: Run = {
      tool: {
        driver: {
          name: 'Postern',
          version: outcome.version,
          semanticVersion: outcome.version,
          informationUri,
          rules,
        },
      },
      automationDetails: { id: 'postern/' },
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
      invocations: [invocationOf(outcome.notices, left)],
      results: [...results],
    };
    const log: Log = { $schema: schema, version: '2.1.0', runs: [run] };
    return `${JSON.stringify(log, null, 1)}\n`;
  });
}

function invocationOf(notices: readonly Notice[], left: number): Invocation {
  const cut: readonly Notification[] =
    left === 0
      ? []
      : [
          {
            level: 'warning',
            message: { text: `${left} results are left out: code scanning takes no more in one file.` },
          },
        ];
  return { executionSuccessful: true, toolExecutionNotifications: [...cut, ...notices.map(toNotification)] };
}

function toNotification({ kind, path, line, message }: Notice): Notification {
  const place = placeOf(path, line === undefined ? undefined : { startLine: line });
  return {
    level: kind === 'information' ? 'note' : 'warning',
    message: { text: plainLine(message) },
    locations: [{ physicalLocation: place }],
  };
}
