import type { createTranslator, NamespaceKeys, NestedKeyOf } from 'use-intl/core';
import { useTranslations } from 'use-intl/react';
import type { Messages } from './catalogue.ts';

type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>;

/**
 * The words of one area, by typed keys: `const t = useT('users')`. The one place through which text is read.
 *
 * The types are told here, because TypeScript 7 does not carry an augmented `AppConfig` into use-intl's own.
 */
export const useT: <Area extends Namespace = never>(
  area?: Area,
) => ReturnType<typeof createTranslator<Messages, Area>> = useTranslations;
