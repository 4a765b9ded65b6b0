import * as z from 'zod/mini';
import { fieldValues } from './field.ts';
import { defineRoute } from './route.ts';
import { userProfile } from './user.ts';
import { actProblems, userParams } from './user-route.ts';

const personName = z.string().check(z.trim(), z.minLength(1), z.maxLength(150));
const shownName = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));
const webAddress = z.string().check(
  z.maxLength(2048),
  z.refine((text) => URL.canParse(text) && new URL(text).protocol === 'https:', 'Use an https address.'),
);

/** The attributes of the profile itself; null unsets one. Lengths are Auth0's. */
const attributes = {
  name: z.optional(shownName),
  nickname: z.optional(z.nullable(shownName)),
  given_name: z.optional(z.nullable(personName)),
  family_name: z.optional(z.nullable(personName)),
  picture: z.optional(z.nullable(webAddress)),
};

/** What is changed. What is left out stays. */
export const profileChanges = z.strictObject({ ...attributes, fields: z.optional(fieldValues) });
export type ProfileChanges = z.infer<typeof profileChanges>;

/**
 * A change, and what the admin saw where he changed: when it is no longer so, nothing is written, and he is told
 * what it is now. In `seen`, null and absence both say that there was nothing.
 */
export const profileEdit = z.strictObject({
  changes: profileChanges,
  seen: z.strictObject({
    name: z.optional(z.string()),
    nickname: z.optional(z.nullable(z.string())),
    given_name: z.optional(z.nullable(z.string())),
    family_name: z.optional(z.nullable(z.string())),
    picture: z.optional(z.nullable(z.string())),
    fields: z.optional(fieldValues),
  }),
});
export type ProfileEdit = z.infer<typeof profileEdit>;

export const editProfile = defineRoute({
  name: 'editProfile',
  summary: 'Changes names, picture and declared fields of one member',
  method: 'PATCH',
  path: '/users/:userId',
  params: userParams,
  body: profileEdit,
  response: userProfile,
  permission: 'update:users',
  problems: [...actProblems, 'changed-meanwhile'],
});

/** Auth0 keeps emails of databases in lower case. */
export const emailChange = z.strictObject({
  email: z.string().check(z.trim(), z.toLowerCase(), z.email(), z.maxLength(254)),
});
export type EmailChange = z.infer<typeof emailChange>;

export const changeEmail = defineRoute({
  name: 'changeEmail',
  summary: 'Changes the email of one member, which is then unverified, and sends the verification mail',
  method: 'PUT',
  path: '/users/:userId/email',
  params: userParams,
  body: emailChange,
  response: userProfile,
  permission: 'update:users',
  problems: [...actProblems, 'identifier-taken'],
});

export const usernameChange = z.strictObject({
  username: z.string().check(z.trim(), z.toLowerCase(), z.minLength(1), z.maxLength(128)),
});
export type UsernameChange = z.infer<typeof usernameChange>;

export const changeUsername = defineRoute({
  name: 'changeUsername',
  summary: 'Changes the username of one member',
  method: 'PUT',
  path: '/users/:userId/username',
  params: userParams,
  body: usernameChange,
  response: userProfile,
  permission: 'update:users',
  problems: [...actProblems, 'identifier-taken'],
});

export const phoneChange = z.strictObject({
  phone_number: z
    .string()
    .check(z.trim(), z.regex(/^\+[0-9]{1,15}$/, 'Begin with + and the country code, digits only.')),
});
export type PhoneChange = z.infer<typeof phoneChange>;

export const changePhone = defineRoute({
  name: 'changePhone',
  summary: 'Changes the phone number of one member, which is then unverified',
  method: 'PUT',
  path: '/users/:userId/phone-number',
  params: userParams,
  body: phoneChange,
  response: userProfile,
  permission: 'update:users',
  problems: [...actProblems, 'identifier-taken'],
});

export const sendVerificationEmail = defineRoute({
  name: 'sendVerificationEmail',
  summary: 'Sends one member the mail by which he verifies his email',
  method: 'POST',
  path: '/users/:userId/verification-email',
  params: userParams,
  response: z.object({}),
  permission: 'update:users',
  problems: actProblems,
});
