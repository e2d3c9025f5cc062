/** A storage that lives in memory; a test may have it refuse to write. */
export class MemoryStore {
  refuses = false;
  private readonly items = new Map<string, string>();

  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (this.refuses) throw new DOMException('full', 'QuotaExceededError');
    this.items.set(key, value);
  }

  clear(): void {
    this.items.clear();
  }

  key(index: number): string | null {
    return [...this.items.keys()][index] ?? null;
  }

  get length(): number {
    return this.items.size;
  }

  removeItem(key: string): void {
    this.items.delete(key);
  }
}
