import { expect } from 'chai'
import { timeElement, timeInWords } from '../../src/lib/times.ts'

const instant = new Date('2026-11-12T23:04:00Z')

describe('Times', () => {
  it('are written in full words, in the zone of the reader', () => {
    expect(timeInWords(instant, 'Europe/Prague')).to.equal('13 November 2026, 00:04')
    expect(timeInWords(instant, 'America/New_York', 'weekday')).to.equal('Thursday 12 November 2026')
    expect(timeInWords(instant, 'Europe/Prague', 'session')).to.equal('Fri 13 Nov 2026, 00:04')
    expect(timeInWords(instant, 'UTC', 'clock')).to.equal('23:04')
  })

  it('say that they are UTC to a reader whose zone is not known, and let the browser do better', () => {
    expect(timeElement(instant)).to.equal(
      '<time datetime="2026-11-12T23:04:00.000Z" data-local="full">12 November 2026, 23:04 UTC</time>',
    )
    expect(timeElement(instant, 'Europe/Prague', 'day')).to.equal(
      '<time datetime="2026-11-12T23:04:00.000Z">13 November 2026</time>',
    )
  })
})
