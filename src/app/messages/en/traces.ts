/** Where and with what someone was there. */
export const traces = {
  place: '{city}, {country}',
  device: '{browser} on {system}',
  unknownDevice: 'Unknown device',
} as const;
