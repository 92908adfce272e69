import { testExamples } from '../../support/policy-tests.js';

testExamples('coarse-granularity');
