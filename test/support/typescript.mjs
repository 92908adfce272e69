// How jest reads TypeScript: types are taken away by esbuild, which the build uses too; `npm run typecheck` checks them.
import { createHash } from 'node:crypto';
import { transformSync, version } from 'esbuild';

const options = { loader: 'ts', format: 'esm', target: 'es2022', sourcemap: 'inline', sourcesContent: false };

export default {
  process(text, path) {
    return { code: transformSync(text, { ...options, sourcefile: path }).code };
  },
  getCacheKey(text, path) {
    return createHash('sha256')
      .update([version, JSON.stringify(options), path, text].join('\0'))
      .digest('hex');
  },
};
