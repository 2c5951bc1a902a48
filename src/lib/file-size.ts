/** "410 kB": how large a file is, for people. */
export function fileSize(bytes: number) {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes >= 1_000_000_000) return `${(bytes / 1_000_000_000).toFixed(1)} GB`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
