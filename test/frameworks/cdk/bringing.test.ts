import { beforeAll, describe, expect, test } from '@jest/globals';
import { applyEdits } from '../../../src/findings/edits.js';
import { cdk } from '../../../src/frameworks/cdk/cdk.js';
import { modelOf } from '../../support/cdk.js';

beforeAll(async () => cdk.prepare?.());

/** The import and the function of a program once tracing was written. */
function traced(imports: string, path = 'lib/stack.ts'): string | undefined {
  const made = path.endsWith('.py') ? 'Function(self, "Fn")' : "new Function(this, 'Fn', {});";
  const text = `${imports}\n${made}\n`;
  const edits = modelOf(text, path).functions[0]?.tracing;
  const written = edits !== undefined && 'write' in edits ? edits.write('active') : undefined;
  return written && applyEdits(text, written);
}

describe('a name that the program does not have yet', () => {
  test.each([
    [
      'on one line',
      "import { Function, Runtime } from 'aws-cdk-lib/aws-lambda';",
      "import { Function, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';",
    ],
    [
      'on lines of their own',
      "import {\n  Function,\n  Runtime,\n} from 'aws-cdk-lib/aws-lambda';",
      "import {\n  Function,\n  Runtime,\n  Tracing,\n} from 'aws-cdk-lib/aws-lambda';",
    ],
    [
      'without a last comma',
      "import {\n  Function,\n  Runtime\n} from '@aws-cdk/aws-lambda';",
      "import {\n  Function,\n  Runtime,\n  Tracing\n} from '@aws-cdk/aws-lambda';",
    ],
  ])('is brought in: %s', (_, before, after) => {
    expect(traced(before)).toBe(`${after}\nnew Function(this, 'Fn', { tracing: Tracing.ACTIVE });\n`);
  });

  test.each([
    ['on one line', 'from aws_cdk.aws_lambda import Function', 'from aws_cdk.aws_lambda import Function, Tracing'],
    [
      'in parentheses',
      'from aws_cdk.aws_lambda import (\n    Function,\n    Runtime,\n)',
      'from aws_cdk.aws_lambda import (\n    Function,\n    Runtime,\n    Tracing,\n)',
    ],
  ])('is brought in by Python: %s', (_, before, after) => {
    expect(traced(before, 'app/stack.py')).toBe(`${after}\nFunction(self, "Fn", tracing=Tracing.ACTIVE)\n`);
  });

  test.each([
    ['is there already', "import { Function, Tracing } from 'aws-cdk-lib/aws-lambda';", 'Tracing.ACTIVE'],
    ['is there by another name', "import { Function, Tracing as T } from 'aws-cdk-lib/aws-lambda';", 'T.ACTIVE'],
    [
      'is there in its module',
      "import { Function } from 'aws-cdk-lib/aws-lambda';\nimport * as lambda from 'aws-cdk-lib/aws-lambda';",
      'lambda.Tracing.ACTIVE',
    ],
  ])('%s', (_, imports, name) => {
    expect(traced(imports)).toBe(`${imports}\nnew Function(this, 'Fn', { tracing: ${name} });\n`);
  });

  test('is something else here', () => {
    expect(traced("import { Function } from 'aws-cdk-lib/aws-lambda';\nconst Tracing = 1;")).toBeUndefined();
  });
});
