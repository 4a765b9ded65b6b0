import { useTranslations } from 'use-intl/react';

/** The words of one area, by typed keys: `const t = useT('users')`. The one place through which text is read. */
export const useT = useTranslations;
