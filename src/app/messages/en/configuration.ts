export const configuration = {
  title: 'The set-up of this page is not complete',
  advice:
    'This is for the people who run the service. The file <file></file> beside this page has to be put right:',
  insecure:
    'This is for the people who run the service. The address of this page has to begin with https://, or be that of your own computer, localhost: browsers let nobody sign in safely anywhere else.',
  missingFile: 'The file cannot be read: the server answered with status {status}.',
  unreachableFile: 'The file cannot be loaded.',
  notJson:
    'The file is not a JSON object. A server that answers every address with the page itself does this too.',
  missingKey: '“{key}” is missing',
  wrongKey: '“{key}” is wrong',
  unknownKey: '“{key}” is not known; check its spelling',
  expected: {
    domain:
      'It is the address of the Auth0 tenant, such as example.eu.auth0.com, or a path beside this page, such as /tenant.',
    clientId: 'It is the client ID of the application in Auth0.',
    audience: 'It is the identifier of the API in Auth0, such as https://steward.example/api.',
    proxy:
      'It is the address of the API, such as https://steward.example/api, or one beside this page, such as api.',
    history: 'It is "browser" or "hash".',
    refreshTokens: 'It is true or false.',
    dpop: 'It is true or false.',
  },
} as const;
