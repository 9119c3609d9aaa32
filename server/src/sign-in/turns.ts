/**
 * Who waits, in fair turns. Each is filed under a path of names, and at each level the names take turns one after
 * the other, however many wait behind each.
 */
export class Turns<Item> {
  private readonly branches = new Map<string, Turns<Item>>();
  private readonly items: Item[] = [];
  private count = 0;

  get size(): number {
    return this.count;
  }

  sizeAt([name, ...rest]: readonly string[]): number {
    return name === undefined ? this.count : (this.branches.get(name)?.sizeAt(rest) ?? 0);
  }

  add([name, ...rest]: readonly string[], item: Item): void {
    this.count += 1;
    if (name === undefined) return void this.items.push(item);
    const branch = this.branches.get(name) ?? new Turns<Item>();
    this.branches.set(name, branch);
    branch.add(rest, item);
  }

  /** Takes out the one whose turn it is. Under one path nobody overtakes: who is not ready holds up those behind. */
  next(isReady: (item: Item) => boolean): Item | undefined {
    const [first] = this.items;
    if (first !== undefined) return isReady(first) ? this.taken(this.items.shift()) : undefined;
    for (const [name, branch] of this.branches) {
      const item = branch.next(isReady);
      if (item === undefined) continue;
      this.branches.delete(name);
      if (branch.size > 0) this.branches.set(name, branch);
      return this.taken(item);
    }
    return undefined;
  }

  private taken(item: Item | undefined): Item | undefined {
    if (item !== undefined) this.count -= 1;
    return item;
  }
}
