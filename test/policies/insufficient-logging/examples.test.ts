import { testExamples } from '../../support/policy-tests.js';

testExamples('insufficient-logging');
