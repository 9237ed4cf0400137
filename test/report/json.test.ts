import { expect, test } from 'vitest';
import { formatJson } from '../../src/report/json.ts';
import { sampleBlock, sampleCommand, samplePost, sampleReport } from './sample-report.ts';

test('the JSON is the report, with the same bytes whatever the order of its keys', () => {
  const report = sampleReport([samplePost([sampleBlock([sampleCommand()])])]);
  const turned = Object.fromEntries(Object.entries(report).reverse()) as typeof report;
  expect(JSON.parse(formatJson(report))).toEqual(report);
  expect(formatJson(turned)).toBe(formatJson(report));
  expect(formatJson(report)).toMatch(/^\{\n {2}"version": 1,\n {2}"tool": "seaworthy 0.1.0",/);
});
