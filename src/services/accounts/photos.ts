import { createHash } from 'node:crypto'
import { fileTypeFromFile } from 'file-type'
import sharp from 'sharp'
import { sequelize } from '../../db/sequelize.ts'
import { together } from '../../db/together.ts'
import { files } from '../../gateways/files.ts'
import { StoredFile, type User } from '../../models/index.ts'

/** In pixels. A small file can unfold to any size: what says more than this is refused before it does. */
const MOST_PIXELS = 50_000_000
const SIDE = 512

const kinds = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif']

/**
 * A square WebP of the picture in a file, drawn anew: nothing comes along that is not to be seen, neither the place
 * where it was taken nor a second file hidden in the first. Undefined for what is no picture, whatever its name says.
 */
export async function squarePhoto(path: string): Promise<Buffer | undefined> {
  const kind = await fileTypeFromFile(path)
  if (!kind || !kinds.includes(kind.mime)) return undefined

  const picture = sharp(path, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).autoOrient()
  try {
    const { width, height } = await picture.metadata()
    const side = Math.min(SIDE, width, height)
    return await picture.resize(side, side, { fit: 'cover' }).webp({ quality: 82 }).toBuffer()
  } catch {
    return undefined
  }
}

/** Puts a photo in the place of the one before, whose object follows its row. */
export async function keepPhoto(user: User, photo: Buffer) {
  const storageKey = files.newKey()
  await files.put(storageKey, photo)

  try {
    await together(async () => {
      const row = await StoredFile.create({ ownerId: user.id, purpose: 'photo', storageKey, ...factsOf(photo) })
      await user.update({ photoId: row.id })
      await dropOthers(user)
    })
  } catch (error) {
    await files.remove(storageKey)
    throw error
  }
}

export async function removePhoto(user: User) {
  await sequelize.transaction(async () => {
    await user.update({ photoId: null })
    await dropOthers(user)
  })
}

async function dropOthers({ id, photoId }: User) {
  const photos = await StoredFile.findAll({ where: { ownerId: id, purpose: 'photo' } })
  await Promise.all(photos.filter((photo) => photo.id !== photoId).map((photo) => photo.destroy()))
}

/** The name it had on its owner's disk is nobody's business. */
function factsOf(photo: Buffer) {
  const sha256 = createHash('sha256').update(photo).digest('hex')
  return { name: 'photo.webp', mediaType: 'image/webp', bytes: photo.length, sha256 }
}
