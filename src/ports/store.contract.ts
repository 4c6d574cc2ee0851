import { describe } from 'vitest'
import { actsContract } from './contract/acts.ts'
import { editionsContract } from './contract/editions.ts'
import { entitiesContract } from './contract/entities.ts'
import { factsContract } from './contract/facts.ts'
import { judgmentsContract } from './contract/judgments.ts'
import { ledgerContract } from './contract/ledger.ts'
import { pagesContract } from './contract/pages.ts'
import { searchContract } from './contract/search.ts'
import { sharingContract } from './contract/sharing.ts'
import { type Keep, storeTest } from './contract/store-test.ts'

/**
 * What every store promises. `open` gives an empty store and `reopen`, which opens one more onto the same keep, as
 * another process would; both are closed by the suite.
 */
export function storeContract(name: string, open: () => Promise<Keep>): void {
  const test = storeTest(open)
  describe(`store ${name}`, () => {
    factsContract(test)
    searchContract(test)
    actsContract(test)
    judgmentsContract(test)
    entitiesContract(test)
    ledgerContract(test)
    pagesContract(test)
    editionsContract(test)
    sharingContract(test)
  })
}
