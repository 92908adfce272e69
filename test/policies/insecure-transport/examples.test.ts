import { testExamples } from '../../support/policy-tests.js';

testExamples('insecure-transport');
