import type { TextareaHTMLAttributes } from 'react';
import { Field, type FieldProps } from './Field.tsx';

export interface TextAreaProps
  extends FieldProps, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id' | 'onChange'> {
  readonly onText?: (text: string) => void;
}

export function TextArea({ label, hint, error, optional, onText, ...area }: TextAreaProps) {
  return (
    <Field {...{ label, hint, error, optional }}>
      {(ids) => <textarea rows={3} {...area} {...ids} onChange={(event) => onText?.(event.target.value)} />}
    </Field>
  );
}
