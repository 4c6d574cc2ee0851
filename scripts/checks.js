// The checks that are no tests: what each is called and the command that makes it.
export const checks = [
  { name: 'format and lint (Biome)', command: ['biome', 'check', '.'] },
  { name: 'types (tsc)', command: ['tsc', '-p', '.'] },
  { name: 'floors and doors (dependency-cruiser)', command: ['depcruise', 'src'] },
  { name: 'nothing unused (knip)', command: ['knip', '--no-progress'] },
]

/** The tests that `npm run check` includes: documents against code, and what each room exports. */
export const checkTests = ['test/docs.test.ts', 'test/exports.test.ts', 'test/house.test.ts']
