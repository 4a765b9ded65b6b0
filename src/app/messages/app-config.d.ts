import type { Messages as AllMessages } from './catalogue.ts';

declare module 'use-intl' {
  interface AppConfig {
    Locale: 'en';
    Messages: AllMessages;
  }
}
