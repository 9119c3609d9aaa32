/** One line of the report: a figure of ours beside a baseline of the same run. Only ratios mean anything. */
export interface Row {
  /** Number of the goal in the list that is being measured against. */
  readonly goal: string;
  readonly what: string;
  readonly ours: number;
  readonly baseline: string;
  readonly theirs: number;
  readonly wanted: string;
}

export function printRows(rows: readonly Row[]): void {
  const cells = rows.map(({ goal, what, ours, baseline, theirs, wanted }) => [
    goal,
    what,
    rounded(ours),
    baseline,
    rounded(theirs),
    (ours / theirs).toFixed(2),
    wanted,
  ]);
  const table = [['goal', 'measured', 'ours', 'baseline', 'theirs', 'ratio', 'wanted'], ...cells];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  for (const row of table) console.log(row.map((cell, column) => cell.padEnd(widths[column]!)).join('  '));
  console.log(JSON.stringify(rows.map((row) => ({ ...row, ratio: row.ours / row.theirs }))));
}

const rounded = (value: number): string => (value >= 100 ? Math.round(value).toString() : value.toFixed(2));

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);
