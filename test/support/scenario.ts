import type { CheckRun } from '../../sandbox/check.js';
import type { Files } from '../../sandbox/git/commit.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import type { Write } from '../../sandbox/scenes/usage.js';
import type { Head } from '../../sandbox/scenes/waiting.js';
import type { Repository } from '../../sandbox/world.js';
import type { Advisor } from '../../src/jobs/advisories.js';
import { type RunningPostern, runPostern } from './postern.js';
import { startTestSandbox, type TestSandboxOptions } from './sandbox.js';

/** A stack without problems that a change could bring in. */
export const soundTemplate = `Transform: AWS::Serverless-2016-10-31
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Handler: index.handler
      Runtime: nodejs24.x
      Tracing: Active
      ReservedConcurrentExecutions: 5
      FunctionUrlConfig:
        AuthType: AWS_IAM
  HelloLog:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: !Sub /aws/lambda/\${Hello}
      RetentionInDays: 90
`;

/** A change without a new problem. */
export const longerTemplate = soundTemplate.replace('RetentionInDays: 90', 'RetentionInDays: 180');

/** The same, and a URL that anyone may call. */
export const openTemplate = longerTemplate.replace('AuthType: AWS_IAM', 'AuthType: NONE');

export const soundFiles: Files = {
  'template.yaml': soundTemplate,
  'src/index.mjs': 'export const handler = async () => ({ statusCode: 200 });\n',
};

interface CommentBody {
  readonly path: string;
  readonly side: string;
  readonly line: number;
  readonly start_line?: number;
  readonly body: string;
}

interface WriteBody {
  readonly status?: string;
  readonly conclusion?: string;
  readonly output?: { readonly title?: string; readonly annotations?: readonly unknown[] };
  readonly comments?: readonly CommentBody[];
  readonly query?: string;
}

function commentLine({ path, side, line, start_line: start, body }: CommentBody): string {
  const policies = [...body.matchAll(/\[`([a-z0-9-]+)`\]/g)].map(([, policy]) => policy).join(' ');
  const suggestion = body.includes('```suggestion') ? ', suggestion' : '';
  return `comment ${path}:${start === undefined ? '' : `${start}-`}${line} ${side}: ${policies}${suggestion}`;
}

function checkLine(verb: string, { status, conclusion, output }: WriteBody): string {
  const annotations = output?.annotations?.length ?? 0;
  const words = [verb, conclusion ?? status, output?.title, annotations > 0 ? `${annotations} annotations` : undefined];
  return words.filter((word) => word !== undefined).join(' | ');
}

/** A write in one line or, for a review, one line for each comment. */
export function linesOf({ route, status, body }: Write): readonly string[] {
  const refused = status >= 400 ? [`refused with ${status}`] : [];
  const written = (body ?? {}) as WriteBody;
  if (route === 'POST /repos/{owner}/{repo}/check-runs') return [...refused, checkLine('new check', written)];
  if (route === 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}') {
    return [...refused, checkLine('check', written)];
  }
  if (route.endsWith('/reviews')) return [...refused, 'review', ...(written.comments ?? []).map(commentLine)];
  return [...refused, route === 'POST /graphql' ? (/\w+(?=\(input)/.exec(written.query ?? '')?.[0] ?? route) : route];
}

export interface Scenario {
  readonly sandbox: Sandbox;
  readonly postern: RunningPostern;
  /** A repository of its own for each scenario. */
  readonly repository: (files?: Files) => Promise<Repository>;
  /** Waits until the check of a commit is concluded and nothing is left to do. */
  readonly conclude: (head: Head) => Promise<CheckRun>;
  /** Every write since the last time it was asked, in words. */
  readonly written: () => readonly string[];
  readonly stop: () => Promise<void>;
}

/** A sandbox with the app running on it. */
export async function startScenario(options: TestSandboxOptions = {}, advisor?: Advisor): Promise<Scenario> {
  const sandbox = await startTestSandbox(options);
  const postern = await runPostern(sandbox, advisor);
  let repositories = 0;
  let mark = 0;
  return {
    sandbox,
    postern,
    repository(files = soundFiles) {
      repositories += 1;
      return sandbox.createRepository({ files, name: `shop-${repositories}` });
    },
    async conclude(head) {
      const run = await sandbox.waitForCheck(head, { milliseconds: 50_000, name: 'Postern' });
      await postern.idle();
      return run;
    },
    written() {
      const writes = sandbox.writes(mark);
      mark = sandbox.mark();
      return writes.flatMap(linesOf);
    },
    async stop() {
      await postern.stop();
      await sandbox.stop();
    },
  };
}
