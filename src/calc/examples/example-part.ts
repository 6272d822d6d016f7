/** Parts of an example of a rule file that is being made: texts as they are written, lists and mappings. */
export type ExamplePart = string | readonly ExamplePart[] | Mapping;

/** What is undefined is left out. */
export interface Mapping {
  readonly [key: string]: ExamplePart | undefined;
}

export const orNothing = (mapping: Mapping): Mapping | undefined =>
  Object.values(mapping).some((part) => part !== undefined) ? mapping : undefined;
