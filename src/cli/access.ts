import { accessChanges } from '../facts/access/access-changes.js';
import { type AccessAnswer, type AccessQuestion, answerIn } from '../facts/access/answer.js';
import { costChanges } from '../facts/cost/cost-changes.js';
import { exposureChanges } from '../facts/exposure/exposure-changes.js';
import { namedThings } from '../facts/named-things.js';
import { indexLines, positionOf } from '../findings/lines.js';
import type { Effects } from '../judgement/effects.js';
import { adviseNothing, type Judge } from '../judgement/judge.js';
import type { Model } from '../model/model.js';
import { renderAccess, renderAnswer } from '../report/access.js';
import { review } from '../review.js';
import { scan } from '../scan.js';
import { defaultSettings } from '../settings/defaults.js';
import { CannotRun } from './cannot-run.js';
import { openFolder } from './folder.js';
import { printTo } from './output.js';
import { openChange } from './review.js';

export interface AccessOptions {
  readonly base?: string;
  readonly head: string;
  readonly repo: string;
  readonly can?: readonly string[];
  readonly format: string;
  readonly output?: string;
}

/** No policy: what is allowed is nobody's opinion. */
function bareJudge(): Judge {
  return { policies: [], settings: defaultSettings(), date: '1970-01-01', advise: adviseNothing };
}

/** `postern access`: who can do what in the stacks of a folder, what a change makes of it, or whether one function can do one thing. */
export async function accessCommand(options: AccessOptions): Promise<number> {
  const { format } = options;
  if (format !== 'pretty' && format !== 'json') throw new CannotRun('--format of access is pretty or json.');
  if (options.can !== undefined) return answerCommand(questionOf(options.can), options);
  const effects = options.base === undefined ? await standing(options.repo) : await changed(options);
  await printTo(
    options.output,
    renderAccess(effects, { isChange: options.base !== undefined, asJson: format === 'json' }),
  );
  return 0;
}

async function changed(options: AccessOptions): Promise<readonly Effects[]> {
  const pull = await openChange(options);
  return (await review(pull, bareJudge())).effects;
}

/** Everything that is allowed, as if all of it were new. */
async function standing(repo: string): Promise<readonly Effects[]> {
  const { models } = await modelsIn(repo);
  return models.map((model) => ({
    stack: model.path,
    access: accessChanges(undefined, model),
    exposure: exposureChanges(undefined, model),
    cost: costChanges(undefined, model),
    paths: [],
  }));
}

async function modelsIn(repo: string) {
  const folder = await openFolder([repo]);
  const models: Model[] = [];
  await scan(folder.paths, folder.read, bareJudge(), { watch: (model) => models.push(model) });
  return { folder, models };
}

function questionOf(given: readonly string[]): AccessQuestion {
  const [fn, action, resource, ...others] = given;
  if (fn === undefined || action === undefined || resource === undefined || others.length > 0) {
    throw new CannotRun(
      '--can takes three words: FUNCTION ACTION RESOURCE, such as --can Orders dynamodb:DeleteItem OrdersTable.',
    );
  }
  if (!/^[\w-]+:\w+$/.test(action))
    throw new CannotRun(`--can asks about one action, such as s3:GetObject, not ${JSON.stringify(action)}.`);
  return { function: fn, action, resource };
}

/** Resources as clouds write them, or patterns of them. */
const isInFull = /^(?:arn:|\*|\/|projects\/|\$\{)/;

function hasResource(model: Model, id: string): boolean {
  return namedThings(model).some((thing) => thing.id === id);
}

/** 0 for yes, 1 for no, 2 for unknown: a script can ask. */
const codes: Readonly<Record<AccessAnswer['answer'], number>> = { yes: 0, no: 1, unknown: 2 };

async function answerCommand(question: AccessQuestion, options: AccessOptions): Promise<number> {
  const { folder, models } = await modelsIn(options.repo);
  const { resource } = question;
  if (!isInFull.test(resource) && !models.some((model) => hasResource(model, resource)))
    throw new CannotRun(
      `--can asks about an ARN, * or the id of a resource of a stack here, not ${JSON.stringify(resource)}.`,
    );
  const answers = models.flatMap((model) => answerIn(model, question) ?? []);
  const [answer, ...others] = answers;
  if (answer === undefined)
    throw new CannotRun(`No stack here has a function or role called ${JSON.stringify(question.function)}.`);
  if (others.length > 0)
    throw new CannotRun(
      `${answers.length} stacks have ${JSON.stringify(question.function)}: name the folder of one with --repo.`,
    );
  const texts = await folder.read([...new Set(answer.statements.flatMap(({ at }) => at?.path ?? []))]);
  const places = answer.statements.map(({ at }) =>
    at === undefined ? undefined : `${at.path}:${positionOf(indexLines(texts.get(at.path) ?? ''), at.start).line}`,
  );
  await printTo(options.output, renderAnswer(question, answer, { places, asJson: options.format === 'json' }));
  return codes[answer.answer];
}
