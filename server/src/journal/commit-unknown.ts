/** The connection broke while the commit was under way: the entries may be recorded or not. */
export class CommitUnknown extends Error {
  override readonly name = 'CommitUnknown';
}
