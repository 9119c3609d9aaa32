import { crash, type CrashReport } from '../bench/crash.ts';
import { expect, test } from '../people/story.ts';

test('[12.2] what has a receipt is in the journal, once, after kill -9 in the middle of 500 ballots', async () => {
  test.setTimeout(240_000);
  const reports: CrashReport[] = [];
  await crash({ rounds: 2, ballots: 500 }, (report) => void reports.push(report));
  expect(reports).toHaveLength(2);
  for (const report of reports) {
    expect(report).toMatchObject({ lost: 0, twice: 0, missing: 0, brokenAt: 0 });
    expect(report.receiptsBefore).toBeGreaterThan(0);
    expect(report.receiptsBefore).toBeLessThan(500);
    expect(report.recordedBefore).toBeGreaterThanOrEqual(report.receiptsBefore);
  }
});
