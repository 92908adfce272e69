import { testExamples } from '../../support/policy-tests.js';

testExamples('broken-authentication');
