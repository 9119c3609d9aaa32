import { awardsPlaces } from '@open-ballot/shared/rules/kinds/registry';
import { useState } from 'react';
import { useContestText } from '../../text/contest-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from '../../forms/Forms.module.css';
import { useConveneText } from './convene-text.ts';
import { EarlierWinners, type EarlierWin } from './EarlierWinners.tsx';
import type { PartProps } from './form-parts.ts';
import { likewise, motionForm, nominationForm, usualUnder, type QuestionForm } from './question-form.ts';
import { QuestionEditor } from './QuestionEditor.tsx';

/** A long agenda is read as a list first; what is added by itself is what the person wants to fill in. */
const foldedAtFirst = (questions: readonly QuestionForm[]): ReadonlySet<string> =>
  new Set(questions.length > 4 ? questions.map(({ questionId }) => questionId) : []);

/** The agenda: from the contest's nominations and from motions, in the order they will be put. */
export function AgendaPart(props: PartProps & { readonly wins: readonly EarlierWin[] }) {
  const { contest, fields, onFields, errorAt } = props;
  const t = useContestText();
  const own = useConveneText();
  const { questions, ruleSet, preset } = fields;
  const [newest, setNewest] = useState<string>();
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => foldedAtFirst(questions));
  /** The agenda before one question's rules were applied to all. */
  const [undone, setUndone] = useState<readonly QuestionForm[]>();
  const nominations = questions.filter(({ kind }) => awardsPlaces(kind));
  const fold = (questionId: string, isOpen: boolean) =>
    setFolded(
      (before) => new Set([...before].filter((each) => each !== questionId).concat(isOpen ? [] : questionId)),
    );
  const applyToAll = (pattern: QuestionForm) => {
    setUndone(questions);
    set(questions.map((each) => (awardsPlaces(each.kind) ? likewise(each, pattern) : each)));
  };
  const set = (next: readonly QuestionForm[]) => onFields({ questions: next });
  const add = (...added: readonly QuestionForm[]) => {
    set([...questions, ...added]);
    setFolded((before) => new Set([...before, ...foldedAtFirst(added)]));
    if (added.length === 1) setNewest(added[0]?.questionId);
  };
  const move = (from: number, to: number) => {
    const moved = questions[from];
    if (moved) set(questions.toSpliced(from, 1).toSpliced(to, 0, moved));
  };
  const fromNomination = (nomination: (typeof contest.nominations)[number]) =>
    nominationForm(nomination, usualUnder[preset]);
  const missing = contest.nominations.filter(
    ({ title, category }) =>
      !questions.some((each) => each.nomination === title && each.category === category),
  );
  return (
    <section className={styles['part']} aria-labelledby="part-agenda">
      <h2 id="part-agenda">{own('part-agenda')}</h2>
      {questions.length > 1 && (
        <div className={styles['links']}>
          <Button size="small" look="quiet" onClick={() => setFolded(new Set())}>
            {own('expand-all')}
          </Button>
          <Button
            size="small"
            look="quiet"
            onClick={() => setFolded(new Set(questions.map(({ questionId }) => questionId)))}
          >
            {own('collapse-all')}
          </Button>
        </div>
      )}
      <ol className={styles['agenda']}>
        {questions.map((question, index) => (
          <li key={question.questionId}>
            <QuestionEditor
              question={question}
              index={index}
              isLast={index === questions.length - 1}
              isNew={question.questionId === newest}
              ruleSet={ruleSet}
              isOpen={!folded.has(question.questionId)}
              onOpen={(isOpen) => fold(question.questionId, isOpen)}
              {...(nominations.length > 1 && { onApplyToAll: () => applyToAll(question) })}
              errorAt={(path) => errorAt(`questions.${index}.${path}`)}
              onChange={(changes) => set(questions.with(index, { ...question, ...changes }))}
              onMove={(by) => move(index, index + by)}
              onRemove={() => set(questions.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ol>
      {undone && (
        <Notice tone="for" announce="status">
          <p>{own('applied', { count: nominations.length - 1 })}</p>
          <Button
            size="small"
            onClick={() => {
              set(undone);
              setUndone(undefined);
            }}
          >
            {own('undo')}
          </Button>
        </Notice>
      )}
      <div className={styles['links']}>
        {missing.length > 1 && (
          <Button onClick={() => add(...missing.map(fromNomination))}>
            {own('all-nominations')} ({missing.length})
          </Button>
        )}
        {missing.length > 0 && (
          <Menu
            label={t('nomination')}
            items={missing.map((nomination) => ({
              text: [nomination.title, nomination.category].filter(Boolean).join(', '),
              onSelect: () => add(fromNomination(nomination)),
            }))}
          />
        )}
        <Button onClick={() => add(motionForm('', ''))}>{own('add-motion')}</Button>
      </div>
      {ruleSet.oneWinPerEntrant && <EarlierWinners {...props} />}
    </section>
  );
}
