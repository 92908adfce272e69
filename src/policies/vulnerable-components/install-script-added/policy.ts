import { judgeInstallScripts } from '../../components/install-scripts.js';
import { definePolicy } from '../../definition.js';

export default definePolicy({
  id: 'install-script-added',
  several: ['new dependencies', 'run code at install'],
  threat: 'vulnerable-components',
  title: 'New dependency runs an install script',
  severity: 'medium',
  why: 'Whoever controls the package runs code on build and developer machines, which hold deployment credentials.',
  remedy: 'Turn off install scripts, and allow them by name for the packages that need them.',
  acceptable: 'The script has been reviewed, and it builds native code that the function needs.',
  references: {
    cwe: ['CWE-506', 'CWE-829', 'CWE-427'],
    links: { any: ['https://docs.npmjs.com/cli/using-npm/scripts', 'https://pip.pypa.io/en/stable/cli/pip_install/'] },
  },

  // Left out on purpose: packages known to build native code, repositories that switch install scripts off.
  judge: judgeInstallScripts,
});
