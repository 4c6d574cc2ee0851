import { extractPage } from '#parse'
import { type LabRoom, textOf, textOrNull } from './lab.ts'

/** Finds the article on each line's page. */
export const lab: LabRoom = {
  name: 'extract-page',
  open: () => ({
    async answer(line) {
      const { title, byline, published, lang, text } = await extractPage(
        textOf(line, 'html'),
        textOrNull(line, 'url'),
      )
      return { title, byline, published, lang, text }
    },
  }),
}
