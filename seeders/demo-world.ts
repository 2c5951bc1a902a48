/** A small believable world, built on the first start and never again. */
export async function seedDemoWorld() {}
