/** A duration as text: `0.02 s`, `1.3 s`, `12 s`. */
export function saySeconds(seconds: number): string {
  if (seconds < 0.01) return 'under 0.01 s';
  if (seconds < 0.1) return `${seconds.toFixed(2)} s`;
  return seconds < 9.95 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds)} s`;
}
