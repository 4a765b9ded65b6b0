import { createContext } from 'react';
import type { Messages } from './catalogue.ts';

/** Puts the vendor's own words in the place of ours. */
export type Override = (words: Partial<Messages>) => Partial<Messages>;

/** Words that come later are overridden when they come. */
export const OverrideContext = createContext<Override>((words) => words);
