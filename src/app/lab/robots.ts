import { isAllowed } from '#parse'
import { type LabRoom, textOf } from './lab.ts'

/** Says for each line whether its robots.txt lets the robot fetch the address. */
export const lab: LabRoom = {
  name: 'robots',
  open: () => ({
    answer: (line) => ({
      allowed: isAllowed({
        robotsTxt: textOf(line, 'robotstxt'),
        userAgent: textOf(line, 'userAgent'),
        url: textOf(line, 'url'),
      }),
    }),
  }),
}
