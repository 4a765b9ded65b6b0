export const ui = {
  cancel: 'Cancel',
  clear: 'Clear',
  close: 'Close',
  loading: 'Loading…',
  next: 'Next',
  pages: 'Pages',
  previous: 'Previous',
  requestId: 'Request id:',
  retry: 'Try again',
} as const;
