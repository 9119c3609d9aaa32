import {
  importBounds,
  tableFaults,
  type ImportColumn,
  type ImportKind,
  type ImportReport,
  type ImportRequest,
  type TableFault,
} from '@open-ballot/shared/contract/import';
import { useRef, useState } from 'react';
import { ApiProblem, post } from '../../../api/client.ts';
import { useContestRequests } from '../contest-requests.ts';

/** How nominees are placed; nothing of it matters to members. */
export type Placing = Pick<ImportRequest, 'nominationId' | 'addNominations'>;

/** Why a file is not taken at all. */
export type FileRefusal =
  | { readonly fault: TableFault | 'too-large'; readonly columns: readonly ImportColumn[] }
  | { readonly error: Error };

/** How far an import has come. */
export type ImportStep =
  | { readonly at: 'waiting' }
  | { readonly at: 'refused'; readonly refusal: FileRefusal }
  | { readonly at: 'reading' }
  /** `changed`: it was sound when it was sent, and is no more. */
  | { readonly at: 'preview'; readonly report: ImportReport; readonly changed: boolean }
  | { readonly at: 'writing'; readonly report: ImportReport }
  | { readonly at: 'done'; readonly report: ImportReport };

export interface ImportControl {
  readonly step: ImportStep;
  readonly fileName: string;
  readonly placing: Placing;
  readonly take: (file: File) => void;
  /** Looks at the same file again. */
  readonly place: (placing: Placing) => void;
  readonly apply: () => void;
  readonly startAgain: () => void;
}

export function useImport(contestId: string, what: ImportKind, initialPlacing: Placing): ImportControl {
  const { create } = useContestRequests(contestId);
  const [step, setStep] = useState<ImportStep>({ at: 'waiting' });
  const [placing, setPlacing] = useState(initialPlacing);
  const [file, setFile] = useState<{ readonly name: string; readonly base64?: string }>({ name: '' });
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

  const look = async (base64: string, where: Placing): Promise<ImportStep> => {
    const wish: ImportRequest = { what, file: base64, ...where };
    const report = await post<ImportReport>(`/contests/${contestId}/import`, wish);
    return { at: 'preview', report, changed: false };
  };

  return {
    step,
    fileName: file.name,
    placing,
    take: (chosen) => {
      setFile({ name: chosen.name });
      setStep({ at: 'reading' });
      void attempt(async () => {
        if (chosen.size > importBounds.bytes)
          return { at: 'refused', refusal: { fault: 'too-large', columns: [] } };
        const base64 = await base64Of(chosen);
        setFile({ name: chosen.name, base64 });
        return look(base64, placing);
      });
    },
    place: (where) => {
      setPlacing(where);
      const { base64 } = file;
      if (base64 === undefined) return;
      setStep({ at: 'reading' });
      void attempt(() => look(base64, where));
    },
    apply: () => {
      const { base64 } = file;
      if (step.at !== 'preview' || base64 === undefined) return;
      setStep({ at: 'writing', report: step.report });
      void attempt(async () => {
        const wish: ImportRequest = { what, file: base64, ...placing, apply: true };
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

function refusalIn(error: Error): FileRefusal {
  if (!(error instanceof ApiProblem)) return { error };
  const { code, fields = [] } = error.problem;
  const fault = [...tableFaults, 'too-large' as const].find((each) => each === code);
  return fault ? { fault, columns: fields.map(({ path }) => path as ImportColumn) } : { error };
}

const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve((reader.result as string).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('the file cannot be read'));
    reader.readAsDataURL(file);
  });
