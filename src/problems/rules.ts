export const RULE_PROBLEMS = {} as Record<string, never>;
