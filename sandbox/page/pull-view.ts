import type { ChangedFile } from '../git/diff.js';
import { fileAt } from '../git/objects.js';
import { listCommits } from '../git/repository.js';
import type { Pull, World } from '../world.js';
import { checkView } from './check-view.js';
import { fileView } from './diff-view.js';
import { type Html, html, joined } from './html.js';
import { markdown } from './markdown.js';

async function headLines(pull: Pull, file: ChangedFile): Promise<readonly string[]> {
  const found = await fileAt(pull.headRepository.git, pull.headSha, file.filename);
  return (found?.bytes.toString('utf8') ?? '').split(/\r?\n/);
}

async function filesOf(world: World, pull: Pull): Promise<Html> {
  const threads = world.threads.filter((thread) => thread.pull === pull);
  const views: Html[] = [];
  for (const [index, file] of pull.files.entries()) {
    const here = threads.filter(({ comments }) => comments[0]?.path === file.filename);
    views.push(fileView(file, here, { lines: await headLines(pull, file), file: index }));
  }
  return joined(views);
}

function reviewsOf(world: World, pull: Pull): Html {
  const spoken = world.reviews.filter((review) => review.pull === pull && review.body !== '');
  const views = spoken.map(
    (review) => html`<li><span class="avatar" aria-hidden="true">P</span>
      <div><strong>${review.user.login}</strong> reviewed <code>${review.commit.slice(0, 7)}</code>
      ${markdown(review.body, () => html``)}</div></li>`,
  );
  return views.length === 0 ? html`` : html`<ul class="reviews">${joined(views)}</ul>`;
}

function counted(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`;
}

/** The pull request with its check, its reviews and its changed files. */
async function pullView(world: World, pull: Pull): Promise<Html> {
  const commits = await listCommits(pull.repository.git, pull.mergeBase, pull.headSha);
  const run = world.checkRuns.filter(({ headSha }) => headSha === pull.headSha).at(-1);
  const open = world.threads.filter((thread) => thread.pull === pull && thread.resolvedBy === undefined);
  const current = open.filter((thread) => thread.comments[0]?.place !== undefined);
  return html`<main id="main">
    <div class="pull">
      <h1>${pull.title} <span class="number">#${pull.number}</span></h1>
      <p class="about"><span class="open">Open</span> <strong>${pull.user.login}</strong> wants to merge
        ${counted(commits.length, 'commit')} into <code>${pull.baseBranch}</code> from <code>${pull.headBranch}</code></p>
      <p class="description">${pull.body}</p>
    </div>
    ${checkView(run)}
    ${reviewsOf(world, pull)}
    <h2 class="files">${counted(pull.files.length, 'changed file')}, ${counted(current.length, 'open conversation')}</h2>
    ${await filesOf(world, pull)}
  </main>`;
}

/** A whole document. */
export async function pageOf(world: World, pull: Pull): Promise<string> {
  const { markup } = html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${pull.title} · ${pull.repository.fullName}</title>
  <link rel="stylesheet" href="/page.css">
  <script src="/page.js" defer></script>
</head>
<body>
  <a class="skip" href="#main">Skip to the pull request</a>
  <header class="top"><span class="mark" aria-hidden="true"></span> <strong>${pull.repository.fullName}</strong>
    <span class="where">a sandbox on your machine: nothing leaves it</span></header>
  ${await pullView(world, pull)}
  <p class="unseen" role="status" aria-live="polite" id="news"></p>
</body>
</html>
`;
  return markup;
}

/** A text that changes whenever the page would. */
export function versionOf(world: World, pull: Pull): string {
  const runs = world.checkRuns.map((run) => `${run.id}${run.status}${run.conclusion ?? ''}`);
  const threads = world.threads.map((thread) => `${thread.id}${thread.comments.length}${thread.resolvedBy?.id ?? ''}`);
  return [pull.headSha, ...runs, ...threads].join(' ');
}
