import sharp from 'sharp'

const MOST_PIXELS = 100_000_000

/** What a browser or an unpacker would act on, wherever in a file it finds it. */
const markup = /<(?:!doctype|html|head|body|script|svg|iframe|object|embed|\?php|\?xml-stylesheet)[\s>/]|<script/i
const archives = ['PK\x03\x04\x14\0', 'Rar!\x1a\x07', '7z\xbc\xaf\x27\x1c']

/** How far from its end a ZIP may say that it is one. */
const ZIP_REACH = 66_000

/** Whether a file is, besides what it is, also a page, a script or an archive. */
export function hidesSomething(content: Buffer) {
  const text = content.toString('latin1')
  const isArchive = text.slice(-ZIP_REACH).includes('PK\x05\x06') || archives.some((mark) => text.includes(mark))
  return isArchive || markup.test(text) || text.indexOf('%PDF-') > 0
}

/** UTF-8 with nothing in it but what can be read, and line ends. */
export function isPlainText(content: Buffer) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content)
    return !/[^\P{Cc}\t\n\f\r]/u.test(text)
  } catch {
    return false
  }
}

/** Whether a file is complete, ends where it says, and is no small file that unpacks to a huge picture. */
export async function isWhole(content: Buffer, mediaType: string) {
  if (mediaType === 'text/plain') return true
  if (mediaType === 'application/pdf') return content.toString('latin1').trimEnd().endsWith('%%EOF')
  return !hasTextBehind(content, mediaType) && (await isPicture(content))
}

async function isPicture(content: Buffer) {
  try {
    const { width, height, pages = 1 } = await sharp(content, { limitInputPixels: MOST_PIXELS, pages: -1 }).metadata()
    return width * height <= MOST_PIXELS && pages < 1000
  } catch {
    return false
  }
}

/** Cameras write their own notes behind a picture. Words there are somebody else's. */
function hasTextBehind(content: Buffer, mediaType: string) {
  const end = pictureEnd(content, mediaType)
  const rest = content.subarray(end)
  return end < 0 || (rest.some((byte) => byte !== 0) && isPlainText(rest))
}

function pictureEnd(content: Buffer, mediaType: string) {
  if (mediaType === 'image/webp') return content.readUInt32LE(4) + 8
  const mark = { 'image/png': 'IEND\xaeB`\x82', 'image/jpeg': '\xff\xd9', 'image/gif': '\0;' }[mediaType]!
  const found = content.lastIndexOf(mark, undefined, 'latin1')
  return found < 0 ? -1 : found + mark.length
}
