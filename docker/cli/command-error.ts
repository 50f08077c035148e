/** What the person who typed a command can put right: said in a line, without a stack. */
export class CommandError extends Error {}
