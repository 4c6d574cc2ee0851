export { createCommandSpeaker } from './speaker.ts'
