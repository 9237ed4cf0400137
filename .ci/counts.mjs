// Prints the counts of a vitest JSON report as one plain line: `N passed, N failed, N skipped`.
import { readFileSync } from 'node:fs';

try {
  const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
  const { numPassedTests: passed, numFailedTests, numPendingTests: skipped, numTodoTests: todo } = report;
  // A file that can't be loaded has no tests to count, but it has failed.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  console.log(`${passed} passed, ${numFailedTests + broken.length} failed, ${skipped + (todo ?? 0)} skipped`);
} catch (error) {
  console.log(`0 passed, 1 failed, 0 skipped`);
  console.error(`No test report: ${error.message}`);
  process.exitCode = 1;
}
