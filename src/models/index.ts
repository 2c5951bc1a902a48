/** Every model, and how they belong together. */

import './associations.ts'

export * from './all.ts'
