import { useState } from 'react';
import { useContestText } from '../../text/contest-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import styles from '../../forms/Forms.module.css';
import type { PartProps } from './form-parts.ts';
import { kindOfPreset, motionForm, nominationForm, type QuestionForm } from './question-form.ts';
import { QuestionEditor } from './QuestionEditor.tsx';

/** The agenda: from the contest's nominations and from motions, in the order they will be put. */
export function AgendaPart({ contest, fields, onFields, errorAt }: PartProps) {
  const t = useContestText();
  const { questions, ruleSet, preset } = fields;
  const [newest, setNewest] = useState<string>();
  const set = (next: readonly QuestionForm[]) => onFields({ questions: next });
  const add = (...added: readonly QuestionForm[]) => {
    set([...questions, ...added]);
    if (added.length === 1) setNewest(added[0]?.questionId);
  };
  const move = (from: number, to: number) => {
    const moved = questions[from];
    if (moved) set(questions.toSpliced(from, 1).toSpliced(to, 0, moved));
  };
  const fromNomination = (nomination: (typeof contest.nominations)[number]) =>
    nominationForm(nomination, kindOfPreset[preset]);
  const missing = contest.nominations.filter(
    ({ title, category }) =>
      !questions.some((each) => each.nomination === title && each.category === category),
  );
  return (
    <section className={styles['part']} aria-labelledby="part-agenda">
      <h2 id="part-agenda">{t('part-agenda')}</h2>
      <ol className={styles['agenda']}>
        {questions.map((question, index) => (
          <li key={question.questionId}>
            <QuestionEditor
              question={question}
              index={index}
              isLast={index === questions.length - 1}
              isNew={question.questionId === newest}
              ruleSet={ruleSet}
              errorAt={(path) => errorAt(`questions.${index}.${path}`)}
              onChange={(changes) => set(questions.with(index, { ...question, ...changes }))}
              onMove={(by) => move(index, index + by)}
              onRemove={() => set(questions.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ol>
      <div className={styles['links']}>
        {missing.length > 1 && (
          <Button onClick={() => add(...missing.map(fromNomination))}>
            {t('all-nominations')} ({missing.length})
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
        <Button onClick={() => add(motionForm('', ''))}>{t('add-motion')}</Button>
      </div>
    </section>
  );
}
