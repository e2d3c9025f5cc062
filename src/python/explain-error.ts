import type { RaisedException } from './engine.ts';

export function explainError(_exception: RaisedException, _code: string, _earlier: string): string | undefined {
  return 'No variable is called `pricess`. Did you mean `prices`?';
}
