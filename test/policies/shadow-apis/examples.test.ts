import { testExamples } from '../../support/policy-tests.js';

testExamples('shadow-apis');
