/** An object or list that counts what is read of it. */
export function counted<Value extends object>(value: Value): { readonly value: Value; reads(): number } {
  let reads = 0;
  const counts = new Proxy(value, {
    get: (target, key) => (reads++, Reflect.get(target, key) as unknown),
    getOwnPropertyDescriptor: (target, key) => (reads++, Reflect.getOwnPropertyDescriptor(target, key)),
  });
  return { value: counts, reads: () => reads };
}

/** A body of nothing but keys that nobody knows. */
export const strangeKeys = (count: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`key${at}`, at]));
