import { expect } from 'chai'
import { readWebVtt, wordsOf } from '../../src/lib/webvtt.ts'

const captions = `WEBVTT - Joints

NOTE Written by hand

1
00:01.000 --> 00:02.500 align:start
<v Tomáš>Put the saw
on the waste side.

00:02.500 --> 00:04.000
Put the saw &amp; look.

01:00:09.000 --> 01:00:10.000
<i>Now</i> forward.
`

describe('Captions in WebVTT', () => {
  it('are read with their times, and their words alone are the transcript', () => {
    const cues = readWebVtt(captions.replaceAll('\n', '\r\n'))!

    expect(cues.map(({ start, end }) => [start, end])).to.deep.equal([
      [1, 2.5],
      [2.5, 4],
      [3609, 3610],
    ])
    expect(wordsOf(cues)).to.equal('Put the saw on the waste side. Put the saw & look.\n\nNow forward.')
  })

  for (const [what, file] of Object.entries({
    'have no head': captions.replace('WEBVTT', 'SUBTITLES'),
    'have no caption': 'WEBVTT\n',
    'write their times as SubRip does': captions.replace('00:01.000', '00:01,000'),
    'end before they begin': captions.replace('01:00:10.000', '00:00:10.000'),
    'lack the times of one': captions.replace('00:02.500 --> 00:04.000\n', ''),
  })) {
    it(`are refused when they ${what}`, () => {
      expect(readWebVtt(file)).to.equal(undefined)
    })
  }
})
