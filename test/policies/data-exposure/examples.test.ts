import { testExamples } from '../../support/policy-tests.js';

testExamples('data-exposure');
