import { expect } from 'chai'
import { seedDemoWorld } from '../../seeders/demo-world.ts'
import { User } from '../../src/models/index.ts'
import { visitor } from '../support/visitor.ts'

describe('The demo world', () => {
  it('has the people that the terminal names, and they can sign in', async () => {
    await seedDemoWorld()

    for (const name of ['maya', 'tomas', 'sam', 'petra', 'ada']) {
      const fields = { email: `${name}@example.org`, password: 'correct horse battery' }
      expect((await visitor().submit('/login', fields)).status, name).to.equal(303)
    }
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
