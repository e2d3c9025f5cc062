import { DefaultReporter, type TestCase, type TestModuleState } from 'vitest/node';

/** One line for each file, under it the names of its failed tests, and at the end every failure with its place. */
export default class FileReporter extends DefaultReporter {
  constructor() {
    super({ summary: false });
  }

  protected override printTestCase(state: TestModuleState, test: TestCase): void {
    if (test.result().state === 'failed') super.printTestCase(state, test);
  }
}
