import {
  importBounds,
  tableFaults,
  type ColumnMeaning,
  type ImportKind,
  type ImportReport,
  type ImportRequest,
  type RowWish,
  type TableFault,
} from '@open-ballot/shared/contract/import';
import { useRef, useState } from 'react';
import { ApiProblem, post } from '../../../api/client.ts';
import { useContestRequests } from '../contest-requests.ts';

/** How nominees are placed; nothing of it matters to members. */
export type Placing = Pick<ImportRequest, 'nominationId' | 'addNominations'>;

/** What the secretary says of this file against how it reads by itself. */
export type Reading = Pick<ImportRequest, 'sheet' | 'headerRow' | 'columns' | 'rows'>;

/** Why a file is not taken at all. */
export type FileRefusal =
  { readonly fault: TableFault | 'too-large'; readonly named: readonly string[] } | { readonly error: Error };

/** How far an import has come. */
export type ImportStep =
  | { readonly at: 'waiting' }
  | { readonly at: 'refused'; readonly refusal: FileRefusal }
  | { readonly at: 'reading' }
  /** `changed`: it is no more what was shown when it was sent. `again`: it is being looked at once more. */
  | {
      readonly at: 'preview';
      readonly report: ImportReport;
      readonly changed: boolean;
      readonly again?: boolean;
    }
  | { readonly at: 'writing'; readonly report: ImportReport }
  | { readonly at: 'done'; readonly report: ImportReport };

export interface ImportControl {
  readonly step: ImportStep;
  readonly fileName: string;
  readonly placing: Placing;
  readonly take: (file: File) => void;
  /** Looks at the same file again. */
  readonly place: (placing: Placing) => void;
  readonly readSheet: (sheet: string) => void;
  readonly readHeader: (headerRow: number) => void;
  readonly readColumn: (index: number, reads: ColumnMeaning | null) => void;
  /** What is decided about rows; a row without a decision is read as it looks. */
  readonly treat: (...wishes: readonly RowWish[]) => void;
  readonly apply: () => void;
  readonly startAgain: () => void;
}

export function useImport(contestId: string, what: ImportKind, initialPlacing: Placing): ImportControl {
  const { create } = useContestRequests(contestId);
  const [step, setStep] = useState<ImportStep>({ at: 'waiting' });
  const [placing, setPlacing] = useState(initialPlacing);
  const [file, setFile] = useState<{ readonly name: string; readonly base64?: string }>({ name: '' });
  const [reading, setReading] = useState<Reading>({});
  // Whatever was asked before is answered too late.
  const latest = useRef(0);

  async function attempt(next: () => Promise<ImportStep>): Promise<void> {
    latest.current += 1;
    const own = latest.current;
    let reached: ImportStep;
    try {
      reached = await next();
    } catch (error) {
      reached = { at: 'refused', refusal: refusalIn(error as Error) };
    }
    if (own === latest.current) setStep(reached);
  }

  const look = async (base64: string, where: Placing, how: Reading): Promise<ImportStep> => {
    const wish: ImportRequest = { what, file: base64, ...where, ...how };
    const report = await post<ImportReport>(`/contests/${contestId}/import`, wish);
    return { at: 'preview', report, changed: false };
  };

  /** The same file, placed or read otherwise. What is on the screen stays there until the answer. */
  const lookAgain = (where: Placing, how: Reading): void => {
    setPlacing(where);
    setReading(how);
    const { base64 } = file;
    if (base64 === undefined) return;
    setStep(step.at === 'preview' ? { ...step, again: true } : { at: 'reading' });
    void attempt(() => look(base64, where, how));
  };

  return {
    step,
    fileName: file.name,
    placing,
    take: (chosen) => {
      setFile({ name: chosen.name });
      setReading({});
      setStep({ at: 'reading' });
      void attempt(async () => {
        if (chosen.size > importBounds.bytes)
          return { at: 'refused', refusal: { fault: 'too-large', named: [] } };
        const base64 = await base64Of(chosen);
        setFile({ name: chosen.name, base64 });
        return look(base64, placing, {});
      });
    },
    place: (where) => lookAgain(where, reading),
    readSheet: (sheet) => lookAgain(placing, { sheet }),
    // Other rows and columns than before: what was decided about them is about something else.
    readHeader: (headerRow) => lookAgain(placing, { ...sheetOf(reading), headerRow }),
    readColumn: (index, reads) => {
      const others = reading.columns?.filter((each) => each.index !== index) ?? [];
      lookAgain(placing, { ...reading, columns: [...others, { index, reads }] });
    },
    treat: (...wishes) => {
      const others = reading.rows?.filter(({ row }) => !wishes.some((each) => each.row === row)) ?? [];
      const meant = wishes.filter(({ as, accountName }) => as !== undefined || accountName !== undefined);
      lookAgain(placing, { ...reading, rows: [...others, ...meant] });
    },
    apply: () => {
      const { base64 } = file;
      if (step.at !== 'preview' || base64 === undefined) return;
      const { digest } = step.report;
      setStep({ at: 'writing', report: step.report });
      void attempt(async () => {
        const wish: ImportRequest = {
          ...{ what, file: base64, ...placing, ...reading },
          ...{ apply: true, seen: digest },
        };
        const report = await create<ImportReport>('/import', wish);
        return report.applied ? { at: 'done', report } : { at: 'preview', report, changed: true };
      });
    },
    startAgain: () => {
      latest.current += 1;
      setFile({ name: '' });
      setStep({ at: 'waiting' });
    },
  };
}

const sheetOf = ({ sheet }: Reading): Reading => (sheet === undefined ? {} : { sheet });

function refusalIn(error: Error): FileRefusal {
  if (!(error instanceof ApiProblem)) return { error };
  const { code, fields = [] } = error.problem;
  const fault = [...tableFaults, 'too-large' as const].find((each) => each === code);
  return fault
    ? { fault, named: fields.flatMap(({ parameters }) => String(parameters?.['encoding'] ?? '')) }
    : { error };
}

const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve((reader.result as string).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('the file cannot be read'));
    reader.readAsDataURL(file);
  });
