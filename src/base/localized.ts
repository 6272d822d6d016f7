/** Texts for people, in the languages that telepay speaks. Both stand side by side, so none can be missing. */
export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Localized = Readonly<Record<Language, string>>;
