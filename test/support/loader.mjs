// How tests are read, started by `node --import`: types are taken away by esbuild, which the build uses too (`npm run
// typecheck` checks them), `.js` in an import means the `.ts` beside it, and the words of jest are those of its runner.
import { register } from 'node:module';

register('./reading.mjs', import.meta.url);
