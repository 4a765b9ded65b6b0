import * as z from 'zod/mini';
import { type ConnectionRules, newUser } from '#contract/create-user.ts';
import { fieldValue } from '#contract/field.ts';

/** The identifiers that an account can have, in the order in which they are asked for. */
export const identifiers = ['email', 'username', 'phone_number'] as const;
export type Identifier = (typeof identifiers)[number];

/** How a person gets in the first time; those who sign in by codes need nothing. */
export const waysIn = ['invite', 'password', 'code'] as const;
export type Way = (typeof waysIn)[number];

/** Which identifiers accounts of a connection have. */
export function identifiersOf(rules: ConnectionRules): Identifier[] {
  return identifiers.filter((name) => rules[name] !== 'none');
}

export function isRequired(name: Identifier, rules: ConnectionRules, way: Way): boolean {
  return rules[name] === 'required' || (name === 'email' && way === 'invite');
}

interface Demands {
  rules: ConnectionRules;
  way: Way;
  isMembershipRequired: boolean;
  /** Of the fields that the vendor asks for here. */
  fields: z.ZodMiniType<FieldsEntered, FieldsEntered>;
}

type FieldsEntered = Record<string, z.infer<typeof fieldValue> | null | undefined>;

export interface PersonWords {
  required: string;
  emailForInvitation: string;
  oneIdentifier: string;
  username: string;
  membership: string;
}

const base = z.extend(z.omit(newUser, { connection: true }), {
  fields: z.optional(z.record(z.string(), z.nullish(fieldValue))),
});
export type Person = z.output<typeof base>;

/** A new person in one connection: the route's body, with what this connection and the vendor demand. */
export function personSchema({ rules, way, isMembershipRequired, fields }: Demands, words: PersonWords) {
  const { shape } = base;
  const must = (name: Identifier, error = words.required) =>
    z.refine((value) => value !== undefined || !isRequired(name, rules, way), { error });
  const { minimum, maximum } = rules.usernameLength ?? { minimum: 1, maximum: 128 };
  const isRightLength = (text: string | undefined) =>
    text === undefined || (text.length >= minimum && text.length <= maximum);
  return z
    .extend(base, {
      email: shape.email.check(
        must('email', rules.email === 'required' ? words.required : words.emailForInvitation),
      ),
      username: shape.username.check(must('username'), z.refine(isRightLength, words.username)),
      phone_number: shape.phone_number.check(must('phone_number')),
      password: shape.password.check(
        z.refine((value) => way !== 'password' || value !== undefined, words.required),
      ),
      memberships: shape.memberships.check(
        z.refine((chosen = []) => !isMembershipRequired || chosen.length > 0, words.membership),
      ),
      fields: z.optional(fields),
    })
    .check(
      z.refine((person) => identifiersOf(rules).some((name) => person[name] !== undefined), {
        path: [identifiersOf(rules)[0] ?? 'email'],
        error: words.oneIdentifier,
      }),
    );
}

/** What is sent: nothing that this connection does not know, and the shown name made of the others. */
export function bodyOf(person: Person, rules: ConnectionRules, way: Way): z.input<typeof newUser> {
  const { fields, password, email, username, phone_number, application, ...rest } = person;
  const known = { email, username, phone_number };
  const kept = identifiersOf(rules).map((name) => [name, known[name]]);
  const names = [person.given_name, person.family_name].filter((name) => name !== undefined);
  const entered = Object.entries(fields ?? {}).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name, value] as const],
  );
  return {
    ...rest,
    ...Object.fromEntries(kept),
    connection: rules.name,
    name: person.name ?? (names.join(' ') || undefined),
    fields: entered.length > 0 ? Object.fromEntries(entered) : undefined,
    password: way === 'password' ? password : undefined,
    application: way === 'invite' ? application : undefined,
  };
}
