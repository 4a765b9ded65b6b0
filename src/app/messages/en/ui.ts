export const ui = {
  cancel: 'Cancel',
  clear: 'Clear',
  close: 'Close',
  copied: 'Copied',
  loading: 'Loading…',
  message: 'Message',
  next: 'Next',
  notCopied: 'The browser did not allow copying',
  pages: 'Pages',
  previous: 'Previous',
  requestId: 'Request ID:',
  retry: 'Try again',
} as const;
