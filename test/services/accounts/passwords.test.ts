import { expect } from 'chai'
import { hashPassword, isPassword } from '../../../src/lib/passwords.ts'

describe('isPassword', () => {
  it('is slow and false for nobody’s password, whatever is typed (P33)', async () => {
    expect(await isPassword('correct horse battery', undefined)).to.equal(false)
    expect(await isPassword('', undefined)).to.equal(false)
  })

  it('makes one hash at a time, so that pages go on being served', async () => {
    const done: string[] = []
    const first = hashPassword('correct horse battery').then((digest) => {
      done.push('first')
      return digest
    })
    const second = hashPassword('correct horse battery').then(() => done.push('second'))
    await Promise.all([first, second])

    expect(done).to.deep.equal(['first', 'second'])
    expect(await isPassword('correct horse battery', await first)).to.equal(true)
  })
})
