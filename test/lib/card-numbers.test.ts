import { expect } from 'chai'
import { hasCardNumber } from '../../src/lib/card-numbers.ts'
import { optionalText, text } from '../../src/lib/form.ts'
import { harmlessTexts } from '../support/harmless-texts.ts'

const cards = [
  '4242424242424242',
  'My card is 4242 4242 4242 4242, please charge it',
  '5555-5555-5555-4444',
  '3782 822463 10005 amex',
  '6011.1111.1111.1117',
  '4242 4242 4242 4242 12/29 123',
  '1 4242 4242 4242 4242',
  '4 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2',
  '4242\n4242\n4242\n4242',
  '4242–4242–4242–4242',
  '４２４２４２４２４２４２４２４２',
  '4222222222222',
  '6304000000000000000',
  '2223 0031 2200 3222',
  '3056 930902 5904',
  '3566 0020 2036 0505',
  '6200 0000 0000 0005',
  '2200 0000 0000 0004',
  'card:4242424242424242.',
]

const others = [
  '4242424242424241',
  '424242424242',
  '42424242424242424242',
  'Call +49 151 23456789 or +1 555 123 4567',
  'DE89 3704 0044 0532 0130 00',
  'from 2026-11-23 to 2026-11-24, then 2026-12-01 and 2026-12-02',
  '0000 0000 0000 0000',
  'the video froze at 1763929366123',
  '1.5, 2.25, 3.125 and 4',
  'TR-0123ABCD',
  'ISBN 978-3-16-148410-0 and 9780306406157, both of which pass the check',
  '9999 9999 9999 9995',
  'R2026-000123, R2026-000124 and C2026-000001',
  '',
]

describe('A text with a card number in it (P34)', () => {
  for (const card of cards) it(`is told: ${JSON.stringify(card)}`, () => expect(hasCardNumber(card)).to.equal(true))
  for (const other of others) it(`is no ${JSON.stringify(other)}`, () => expect(hasCardNumber(other)).to.equal(false))

  const harmless = harmlessTexts(20_000)
  const taken = harmless.filter(hasCardNumber)
  const percent = ((100 * taken.length) / harmless.length).toFixed(2)
  it(`is taken to be in ${percent} % of ${harmless.length} texts full of other numbers`, () => {
    expect(taken.length / harmless.length).to.be.below(0.01, taken.slice(0, 5).join('\n'))
  })

  it('is read in a moment, however many digits it has', () => {
    expect(hasCardNumber('1 '.repeat(10_000))).to.equal(false)
    expect(hasCardNumber('9'.repeat(20_000))).to.equal(false)
    expect(hasCardNumber('1-'.repeat(10_000))).to.equal(false)
  })

  it('is refused by every field for free text, in a sentence', () => {
    for (const field of [text('Write something'), optionalText(500)]) {
      const { error } = field.safeParse('Take 4242 4242 4242 4242')
      expect(error?.issues[0]?.message).to.contain('card number')
    }
  })
})
