import { createRequire } from 'node:module'
import path from 'node:path'
import ejs from 'ejs'

type Ejs = { fileLoader(file: string): string }

/** Every view, by its path, that was rendered in this process. Partials too, but only those that really were. */
export const rendered = new Set<string>()

// Express requires EJS and our mails import it, which are two copies of it.
for (const copy of [ejs, createRequire(import.meta.url)('ejs')] as unknown as Ejs[]) {
  const { fileLoader } = copy
  copy.fileLoader = (file) => {
    rendered.add(path.relative('.', file))
    return fileLoader(file)
  }
}
