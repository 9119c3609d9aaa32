/** A JSON Schema, as the OpenAPI document has it. */
export type Schema = Readonly<Record<string, unknown>>;

declare const described: unique symbol;
/** A schema of just these values: one of others is none of them, so that it cannot drift from the type. */
export type SchemaOf<Value> = Schema & { readonly [described]?: (value: Value) => Value };

type OptionalIn<Value> = {
  [Name in keyof Value]-?: object extends Pick<Value, Name> ? Name : never;
}[keyof Value];
export type PropertiesOf<Value, Names extends keyof Value = keyof Value> = {
  readonly [Name in Names]-?: SchemaOf<Exclude<Value[Name], undefined>>;
};

export const text: SchemaOf<string> = { type: 'string' };
export const uuid: SchemaOf<string> = { type: 'string', format: 'uuid' };
export const moment: SchemaOf<string> = { type: 'string', format: 'date-time' };
export const day: SchemaOf<string> = { type: 'string', format: 'date' };
export const sha256: SchemaOf<string> = { type: 'string', pattern: '^[0-9a-f]{64}$' };
export const whole: SchemaOf<number> = { type: 'integer' };
export const yesOrNo: SchemaOf<boolean> = { type: 'boolean' };
/** Of a field that is there or is not. */
export const yes: SchemaOf<true> = { enum: [true] };

export const oneOf = <Value extends string>(values: readonly Value[]): SchemaOf<Value> => ({
  enum: [...new Set(values)],
});
export const orNull = <Value>(schema: SchemaOf<Value>): SchemaOf<Value | null> => {
  const known: Schema = schema;
  return { ...known, nullable: true };
};
export const list = <Item>(items: SchemaOf<Item>): SchemaOf<readonly Item[]> => ({ type: 'array', items });
export const either = <One, Other>(one: SchemaOf<One>, other: SchemaOf<Other>): SchemaOf<One | Other> => ({
  oneOf: [one, other],
});

/** An object with these properties among others, which no type of ours lists one by one. */
export const among = (
  required: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema => ({
  type: 'object',
  required: Object.keys(required),
  properties: { ...required, ...optional },
});

/** An object with just these properties: each that the type requires, and each that it may have. */
export function shape<Value extends object>(
  required: PropertiesOf<Value, Exclude<keyof Value, OptionalIn<Value>>>,
  ...[optional]: [OptionalIn<Value>] extends [never] ? [] : [PropertiesOf<Value, OptionalIn<Value>>]
): SchemaOf<Value> {
  return among(required, optional);
}
