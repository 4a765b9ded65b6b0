export const userPage = {
  title: 'User',
} as const;
