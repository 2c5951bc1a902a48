import { globSync } from 'node:fs'
import path from 'node:path'

/** All test files, or those that the names mean. A name that means none is a mistake, and says so. */
export function testFiles(names: string[]) {
  const all = globSync('test/**/*.test.ts').sort()
  const wanted = names.map((name) => path.relative('.', name))

  for (const name of wanted) {
    if (!all.some((file) => isIn(file, name))) refuse(name)
  }
  return wanted.length ? all.filter((file) => wanted.some((name) => isIn(file, name))) : all
}

function isIn(file: string, name: string) {
  return file === name || file.startsWith(`${name}${path.sep}`)
}

function refuse(name: string): never {
  console.error(`There is no test in ${name}.`)
  process.exit(1)
}
