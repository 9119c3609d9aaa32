import type { Session } from '@open-ballot/shared/rules/session';
import { useState } from 'react';
import { useLiveSession, useSession } from '../../live/use-session.ts';
import { useProblemText } from '../../text/problem-text.ts';
import { marksForAll, undoOf, type MarkAttendance } from './attendance-marks.ts';

export interface AttendanceControl {
  /** How many are still expected. */
  readonly expected: number;
  readonly markAll: () => void;
  /** The marks of the last «all present» that can still be taken back. */
  readonly undoable: number;
  readonly undo: () => void;
  readonly mark: (mark: MarkAttendance) => void;
  /** How many of how many marks have their receipt, while those of «all present» or of taking it back are on their way. */
  readonly progress: { readonly done: number; readonly of: number } | undefined;
  readonly problem: string | undefined;
}

const atOnce = 8;

export function useAttendance(): AttendanceControl {
  const live = useLiveSession();
  const session = useSession();
  const problemText = useProblemText();
  const [progress, setProgress] = useState<AttendanceControl['progress']>();
  const [problem, setProblem] = useState<string>();
  const [lastAll, setLastAll] = useState<{
    readonly marks: readonly MarkAttendance[];
    readonly at: string;
  }>();
  // Once the session has moved on, the marks are what its quorum stood on.
  const undoing = lastAll?.at === stageOf(session) ? undoOf(session, lastAll.marks) : [];

  /** A few at a time, in the order of the roll, so that a roll of thousands does not flood the line. */
  async function sendAll(marks: readonly MarkAttendance[]): Promise<void> {
    const waiting = [...marks];
    let done = 0;
    setProblem(undefined);
    setProgress({ done, of: marks.length });
    const worker = async () => {
      for (let mark = waiting.shift(); mark; mark = waiting.shift()) {
        const receipt = await live.submit(mark);
        done += 1;
        setProgress({ done, of: marks.length });
        if (receipt.outcome === 'recorded') continue;
        waiting.length = 0;
        setProblem(problemText(receipt));
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, marks.length) }, worker));
    setProgress(undefined);
  }

  async function sendOne(mark: MarkAttendance): Promise<void> {
    setProblem(undefined);
    const receipt = await live.submit(mark);
    if (receipt.outcome !== 'recorded') setProblem(problemText(receipt));
  }

  return {
    expected: marksForAll(session).length,
    markAll: () => {
      const marks = marksForAll(session);
      setLastAll({ marks, at: stageOf(session) });
      void sendAll(marks);
    },
    undoable: undoing.length,
    undo: () => {
      setLastAll(undefined);
      void sendAll(undoing);
    },
    mark: (mark) => void sendOne(mark),
    progress,
    problem,
  };
}

/** Changes when the session opens, stops, or puts a question to the vote. */
const stageOf = ({ status, questions }: Session): string =>
  `${status} ${questions.reduce((count, { rounds }) => count + rounds.length, 0)}`;
