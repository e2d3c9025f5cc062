/** A number of bytes as text, in decimal units as usual for downloads: `7.1 MB`, `640 kB`. */
export function saySize(bytes: number): string {
  if (bytes < 1e3) return `${bytes} bytes`;
  if (bytes < 999_500) return `${Math.round(bytes / 1e3)} kB`;
  const megabytes = bytes / 1e6;
  return `${megabytes < 9.95 ? megabytes.toFixed(1).replace(/\.0$/, '') : Math.round(megabytes)} MB`;
}
