/** Why a list of users holds nobody. */
export const noUsers = {
  none: {
    title: 'No users yet',
    advice: 'People appear here as soon as they belong to {organization}.',
  },
  nobody: {
    title: 'Nobody matches',
    search: 'Nobody matches <q></q>',
    filtered: 'Nobody matches <q></q> with these filters',
    filters: 'Nobody matches these filters',
    advice: 'Check the spelling, or look for a part of the name or email.',
    filterAdvice: 'Take a filter away to see more people.',
    clearSearch: 'Clear the search',
    clearFilters: 'Clear the filters',
  },
  pageEmpty: {
    title: 'There is nobody on this page any more',
    first: 'Go to the first page',
  },
} as const;
