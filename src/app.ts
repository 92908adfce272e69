import type { Probot } from 'probot';
import { onCheckRun } from './webhooks/check-run.js';
import { onCheckSuite } from './webhooks/check-suite.js';
import { noting } from './webhooks/decide.js';
import { onInstallation } from './webhooks/installation.js';
import { onMergeGroup } from './webhooks/merge-group.js';
import { onPullRequest } from './webhooks/pull-request.js';
import { onPush } from './webhooks/push.js';
import type { Enqueue } from './webhooks/source.js';

/** Connects webhooks with the jobs that they ask for. */
export default function postern(app: Probot, enqueue: Enqueue): void {
  app.on(
    [
      'pull_request.opened',
      'pull_request.reopened',
      'pull_request.synchronize',
      'pull_request.ready_for_review',
      'pull_request.edited',
    ],
    noting(onPullRequest(enqueue)),
  );
  app.on('merge_group.checks_requested', noting(onMergeGroup(enqueue)));
  app.on('check_run.rerequested', noting(onCheckRun(enqueue)));
  app.on('check_suite.rerequested', noting(onCheckSuite(enqueue)));
  app.on('push', noting(onPush(enqueue)));
  app.on(['installation.created', 'installation_repositories.added'], noting(onInstallation(enqueue)));
}
