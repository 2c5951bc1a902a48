import { expect } from 'chai'
import { weaknessOf } from '../../../src/services/accounts/password-rules.ts'

const about = ['Tomáš Řehák', 'tomas@example.org']

describe('A password', () => {
  it('is good when it is long and nobody’s first guess, in any script', () => {
    for (const password of [
      'correct horse battery',
      'Xk9$mmPq2-vvL7',
      'тихий дощ над рікою',
      'tomas sees a green heron',
    ]) {
      expect(weaknessOf(password, about), password).to.equal(undefined)
    }
  })

  it('has at least 12 characters, an emoji counting as one', () => {
    expect(weaknessOf('k7#mQz!pW2v')).to.contain('at least 12 characters')
    expect(weaknessOf('🐙🦑🦐🦞🦀🐡')).to.contain('at least 12 characters')
  })

  it('has at most 72 bytes, because bcrypt reads no more', () => {
    expect(weaknessOf('brown otters swim past seven quiet mills '.repeat(2).slice(0, 72))).to.equal(undefined)
    expect(weaknessOf(`${'brown otters swim past seven quiet mills '.repeat(2)}`)).to.contain('72 bytes')
    expect(weaknessOf('žluťoučký kůň úpěl ďábelské ódy a pak šel spát do stáje pod kopcem')).to.contain('72 bytes')
  })

  it('is none of those that are guessed first, however they are dressed up', () => {
    const known = [
      'password1234',
      'P@ssw0rd2026!',
      'passwordpassword',
      'Iloveyou!!!!2',
      'qwertyuiopasdf',
      '1qaz2wsx3edc',
      'sunshine monkey',
    ]
    for (const password of known) expect(weaknessOf(password), password).to.contain('guessed first')
  })

  it('is no pattern', () => {
    for (const password of ['aaaaaaaaaaaa', 'abcabcabcabc', '123456789012', 'zyxwvutsrqpon', '121212121212']) {
      expect(weaknessOf(password), password).to.contain('pattern')
    }
  })

  it('is not made out of its owner or this site', () => {
    for (const password of ['tomas.rehak.1987', 'TomášŘehák!!', 'Trellis-2026-!!', 'trellispassword']) {
      expect(weaknessOf(password, about), password).to.contain('Do not make it out of your name')
    }
  })
})
