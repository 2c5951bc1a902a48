import { expect } from 'chai'
import { routeTable } from '../../src/cli/route-table.ts'

const table = await routeTable()
const named = ({ method, path }: (typeof table)[number]) => `${method} ${path}`

describe('Every route', () => {
  it('names its audience first', () => {
    expect(table).to.have.lengthOf.above(40)
    expect(table.filter(({ audience }) => !audience).map(named)).to.deep.equal([])
  })

  it('only reads or posts', () => {
    expect(new Set(table.map(({ method }) => method))).to.deep.equal(new Set(['GET', 'POST']))
  })

  it('ends in an action of a controller', () => {
    expect(table.filter(({ controller }) => !controller).map(named)).to.deep.equal([])
  })

  it('is there once', () => {
    const names = table.map((route) => named(route).replace(/:\w+/g, ':'))
    expect(names.filter((name, index) => names.indexOf(name) !== index)).to.deep.equal([])
  })

  it('is written in small letters with hyphens', () => {
    const word = /^(:[a-z][A-Za-z]*|\.?[a-z0-9-]+)(\.(txt|json|pdf|ics|csv))?$/
    const odd = table.filter(
      ({ path }) =>
        !path
          .split('/')
          .slice(1)
          .every((part) => part === '' || word.test(part)),
    )
    expect(odd.map(named)).to.deep.equal([])
  })

  it('under /staff is for our staff, and one under /settings is for who has an account', () => {
    const open = table.filter(
      ({ path, audience }) => path.startsWith('/staff') && !['staff', 'officers', 'admins'].includes(audience!),
    )
    expect(open.map(named)).to.deep.equal([])
  })
})
