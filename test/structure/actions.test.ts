import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect } from 'chai'
import type { Router } from 'express'
import { routeTable } from '../../src/cli/route-table.ts'
import { routes } from '../../src/routes/index.ts'

const controllers = globSync('src/controllers/**/*.ts')
const maps = globSync('src/routes/*.ts').filter((file) => file !== 'src/routes/index.ts')

describe('Every action of a controller', () => {
  it('is reached by a route; what no route reaches is shared between controllers', async () => {
    const reached = new Set((await routeTable()).map(({ action }) => action))
    const shared = new Set(controllers.flatMap(importedBy))
    const exported = (await Promise.all(controllers.map(exportedBy))).flat()

    expect(exported).to.have.lengthOf.above(80)
    expect(exported.filter((name) => !reached.has(name) && !shared.has(name))).to.deep.equal([])
  })
})

describe('Every map of routes', () => {
  it('is part of the site', async () => {
    const mounted = new Set<unknown>(routes.stack.map(({ handle }) => handle))
    const routers = (await Promise.all(maps.map(routersOf))).flat()

    expect(routers).to.have.lengthOf.above(5)
    expect(routers.filter(({ router }) => !mounted.has(router)).map(({ name }) => name)).to.deep.equal([])
  })
})

async function routersOf(file: string) {
  const exported: Record<string, Router> = await import(resolve(file))
  return Object.entries(exported).map(([name, router]) => ({ name, router }))
}

/** Such as "support/tickets.create". */
async function exportedBy(file: string) {
  return Object.entries(await import(resolve(file)))
    .filter(([, value]) => typeof value === 'function')
    .map(([name]) => `${nounOf(file)}.${name}`)
}

function importedBy(file: string) {
  const statements = readFileSync(file, 'utf8').matchAll(/^import \{([^}]+)\} from '(\.[^']+)'/gm)
  return [...statements].flatMap(([, names, from]) =>
    names!.split(',').map((name) => `${nounOf(resolve(file, '..', from!))}.${name.trim()}`),
  )
}

function nounOf(file: string) {
  return resolve(file).slice(resolve('src/controllers').length + 1, -'.ts'.length)
}
