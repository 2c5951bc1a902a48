import { Router } from 'express'

/** Every area of the site; each file below is its map. */
export const routes = Router()
