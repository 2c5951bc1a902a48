import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from 'chai'

/** From the top down. A file may import what stands in its own line or below; the longest name that fits counts. */
const layers = [
  ['server.ts', 'cli/'],
  ['app.ts', 'start/'],
  ['routes/'],
  ['controllers/'],
  ['forms/'],
  ['middleware/'],
  ['jobs/'],
  ['services/'],
  ['jobs/enqueue.ts', 'jobs/turn.ts', 'gateways/', 'simulators/'],
  ['privacy/data-map.ts', 'privacy/drift.ts'],
  ['models/'],
  ['privacy/'],
  ['lib/', 'db/'],
  ['config.ts', 'config/', 'errors.ts', 'types/'],
]

/** The audit looks at the whole site from outside, as a visitor does. */
const exceptions = new Set(['services/privacy/promises/checks/own-site.ts -> app.ts'])

describe('Every file of src', () => {
  it('stands in a layer', () => {
    expect(files().filter((file) => rank(file) === -1)).to.deep.equal([])
  })

  it('imports only from its own layer and from those below', async () => {
    const upward: string[] = []
    for (const file of files()) {
      for (const target of await importsOf(file)) {
        const name = `${file} -> ${target}`
        if (rank(target) < rank(file) && !exceptions.has(name)) upward.push(name)
      }
    }

    expect(upward).to.deep.equal([])
  })
})

function files() {
  return globSync('**/*.ts', { cwd: 'src' }).sort()
}

function rank(file: string) {
  const names = layers.flat().filter((name) => file.startsWith(name))
  const closest = names.toSorted((one, other) => other.length - one.length)[0]
  return layers.findIndex((layer) => closest !== undefined && layer.includes(closest))
}

/** Types too: they are gone when the file runs, but who reads it has to know them. */
async function importsOf(file: string) {
  const source = await readFile(`src/${file}`, 'utf8')
  const statements = source.matchAll(/^(?:import|export)\b[^'"]*?['"](\.[^'"]+)['"]|\bimport\(['"](\.[^'"]+)['"]\)/gm)
  return [...statements]
    .map(([, still, lazy]) => path.join(path.dirname(file), (still ?? lazy)!))
    .filter((target) => !target.startsWith('..'))
}
