/** Where people find the house, without a slash at the end; undefined where nobody has said. */
export class PublicAddress {
  constructor(readonly url: string | undefined) {}
}
