import { expect } from 'chai'
import { seedDemoWorld } from '../../seeders/demo-world.ts'
import { PromiseCheck, User } from '../../src/models/index.ts'
import { auditPromises } from '../../src/services/privacy/promises/promise-audit.ts'
import { html, visitor } from '../support/visitor.ts'

describe('The demo world', () => {
  it('has the people that the terminal names, and they can sign in', async () => {
    await seedDemoWorld()

    for (const name of ['maya', 'tomas', 'sam', 'petra', 'ada']) {
      const fields = { email: `${name}@example.org`, password: 'correct horse battery' }
      expect((await visitor().submit('/login', fields)).status, name).to.equal(303)
    }
  })

  it('shows a mentor with a photo, and a question with a file, so that an export has something to carry', async () => {
    await seedDemoWorld()

    const page = html(await visitor().visit('/mentors/tomas-rehak').expect(200))
    await visitor().visit(page('main img').attr('src')!).expect(200)
    await auditPromises({ now: new Date() })
    expect(await PromiseCheck.count({ where: { promise: ['P17', 'P19', 'P25'], state: 'kept' } })).to.equal(3)
  })

  it('is built once: what people change in it stays', async () => {
    await seedDemoWorld()
    await User.update({ name: 'Maya Berg' }, { where: { email: 'maya@example.org' } })
    const before = await User.count()
    await seedDemoWorld()

    expect(await User.count()).to.equal(before)
    expect(await User.count({ where: { name: 'Maya Berg' } })).to.equal(1)
  })
})
