/** The engine as a library: the package's entry. The server and the command line use the same functions. */

export type { Compared, Finding, Found, Placed } from './findings/finding.js';
export type { Notice } from './findings/notice.js';
export type { Judge } from './judgement/judge.js';
export { catalogue } from './policies/catalogue.js';
export type { Policy } from './policies/definition.js';
export { gitPullRequest } from './pull-request/git-checkout.js';
export type { PullRequest } from './pull-request/pull-request.js';
export { type Review, review } from './review.js';
export { type Scan, scan } from './scan.js';
export { defaultSettings } from './settings/defaults.js';
export { parseSettings } from './settings/file.js';
export type { Settings } from './settings/settings.js';
