import type { InputHTMLAttributes } from 'react';
import { Field, type FieldProps } from './Field.tsx';

export interface TextFieldProps
  extends FieldProps, Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'onChange'> {
  readonly onText?: (text: string) => void;
}

/** One line of text, a number, a date or a file: `type` as for an `input`. */
export function TextField({ label, hint, error, optional, onText, ...input }: TextFieldProps) {
  return (
    <Field {...{ label, hint, error, optional }}>
      {(ids) => <input type="text" {...input} {...ids} onChange={(event) => onText?.(event.target.value)} />}
    </Field>
  );
}
