import { routeTable } from './route-table.ts'

/** npm run routes: METHOD PATH AUDIENCE ACTION, one a line. */
for (const { method, path, audience = 'nobody', action = 'nothing' } of await routeTable()) {
  console.log(method, path, audience, action)
}
