import type { TaggedDocument } from '../../../lib/document.ts'

export const LEFT = 56
export const RIGHT = 539
export const WIDTH = RIGHT - LEFT
/** Where the right half begins. */
export const MIDDLE = LEFT + 220

/** The inks of the house, as public/css/tokens.css has them by daylight. */
export const SOFT = '#515d55'
export const LEAF = '#1b5a43'

export function hairline(paper: TaggedDocument, x: number, y: number, to: number, colour = '#d5dacd') {
  paper.ornament((pdf) => pdf.moveTo(x, y).lineTo(to, y).lineWidth(0.7).stroke(colour))
}

/** The trellis with one knot. */
export function mark(paper: TaggedDocument, x: number, y: number) {
  paper.ornament((pdf) => {
    pdf.translate(x, y).scale(0.8).roundedRect(0, 0, 32, 32, 4).clip()
    pdf.rect(0, 0, 32, 32).fill(LEAF)
    pdf.path('M0 16 16 0M0 32 32 0M16 32 32 16M0 16l16 16M0 0l32 32M16 0l16 16').lineWidth(1.6).stroke('#cfe3d2')
    pdf.path('M16 10.5 21.5 16 16 21.5 10.5 16z').fillAndStroke('#eeb649', LEAF)
  })
}
