export type Cue = { start: number; end: number; text: string }

const TIME = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d\.\d{3})`
const TIMING = RegExp(`^${TIME}[ \\t]+-->[ \\t]+${TIME}(?:[ \\t].*)?$`)
const PAUSE = 2

/** What is said and when, in seconds; undefined for what a player would not read as WebVTT. */
export function readWebVtt(file: string): Cue[] | undefined {
  const [head, ...blocks] = file
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .trimEnd()
    .split(/\n{2,}/)
  if (!/^WEBVTT(?:[ \t\n]|$)/.test(head!)) return undefined

  const cues = blocks.filter((block) => !/^(?:NOTE|STYLE|REGION)(?:[ \t\n]|$)/.test(block)).map(readCue)
  return cues.length > 0 && cues.every((cue) => cue !== undefined) ? cues : undefined
}

/** The words alone: a paragraph ends where nobody speaks for two seconds. */
export function wordsOf(cues: Cue[]) {
  let words = ''
  let [said, last] = ['', 0]
  for (const { start, end, text } of cues) {
    const line = plain(text)
    if (!line || line === said) continue
    if (words) words += start - last >= PAUSE ? '\n\n' : ' '
    words += line
    said = line
    last = end
  }
  return words
}

/** A cue may have a name on the line before its times. */
function readCue(block: string): Cue | undefined {
  const lines = block.trim().split('\n')
  const at = lines[0]!.includes('-->') ? 0 : 1
  const times = TIMING.exec(lines[at]?.trim() ?? '')
  if (!times) return undefined

  const [start, end] = [seconds(times.slice(1, 4)), seconds(times.slice(4, 7))]
  const text = lines.slice(at + 1).join('\n')
  return start < end && !text.includes('-->') ? { start, end, text } : undefined
}

function seconds([hours = '0', minutes, rest]: (string | undefined)[]) {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest)
}

function plain(text: string) {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' }
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name) => named[name]!)
    .replace(/\s+/g, ' ')
    .trim()
}
