/** The field of a form that a fault belongs to: the one at its path, or the innermost that holds it. */
export function fieldOf(path: string, isShown: (path: string) => boolean): string | undefined {
  if (isShown(path)) return path;
  const end = path.lastIndexOf('.');
  return end < 0 ? undefined : fieldOf(path.slice(0, end), isShown);
}
