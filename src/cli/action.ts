import { runAction } from './action-run.js';

// Advisories are asked with the token of the step.
if (process.env.INPUT_TOKEN) process.env.GITHUB_TOKEN ??= process.env.INPUT_TOKEN;
process.exitCode = await runAction(process.env);
