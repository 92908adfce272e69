import { testExamples } from '../../support/policy-tests.js';

testExamples('vulnerable-components');
