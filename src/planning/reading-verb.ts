/** A name that begins with one of these, as a whole word, says that it reads. */
const READING_VERB =
  /^(?:(?:Describe|List|Get|Head|BatchGet|BatchDescribe|Search|Lookup|Select|Filter)(?=[A-Z0-9])|Search$)/;

/** Whether an operation's name says that it reads (`DescribeInstances`); `StartQuery` and `Getaway` do not. */
export function hasReadingVerb(operation: string): boolean {
  return READING_VERB.test(operation);
}
