import type { z } from "zod";

/** What is wrong with a value of a profile: a code the page has words for, and the same in plain English. */
export interface ProfileProblem {
  code: string;
  params: Record<string, string | number>;
  message: string;
}

type Issue = z.core.$ZodIssue;

/** The code for a value of the wrong kind, and what would be right, by what the schema expects. */
const WANTED: Readonly<Record<string, readonly [code: string, right: string]>> = {
  string: ["profile.wantsText", "text"],
  number: ["profile.wantsNumber", "a whole number"],
  int: ["profile.wantsNumber", "a whole number"],
  boolean: ["profile.wantsTrueOrFalse", "true or false"],
  array: ["profile.wantsList", 'a list, such as ["first", "second"]'],
  object: ["profile.wantsKeys", "keys with values"],
  record: ["profile.wantsKeys", "keys with values"],
};

/** Says what the schema found wrong. `issue` must hold its input, since only that tells a missing key from a wrong value. */
export function profileProblem(issue: Issue): ProfileProblem {
  const key = issue.path.map(String).join(".");
  switch (issue.code) {
    case "unrecognized_keys":
      return unknownKey(issue.keys.join(", "));
    case "invalid_key":
      return unknownKey(key);
    case "invalid_type":
      return wrongKind(key, issue);
    case "invalid_value": {
      const values = issue.values.map(String).join(", ");
      const message = `${key}: must be one of ${values}.`;
      return { code: "profile.valueUnknown", params: { key, values }, message };
    }
    case "too_big":
    case "too_small":
      return wrongSize(key, issue);
    case "invalid_format":
    case "invalid_element":
    case "invalid_union":
    case "not_multiple_of":
    case "custom":
      return {
        code: "profile.valueMalformed",
        params: { key },
        message: `${key}: is not written as it must be (${issue.message}).`,
      };
  }
}

function unknownKey(keys: string): ProfileProblem {
  return {
    code: "profile.keyUnknown",
    params: { keys },
    message: `Unknown key: ${keys}. Check the spelling.`,
  };
}

function wrongKind(key: string, { expected, input }: z.core.$ZodIssueInvalidType): ProfileProblem {
  if (key === "")
    return {
      code: "profile.noKeys",
      params: {},
      message: "There are no keys. A profile has name, version, title and fits.",
    };
  if (input === undefined)
    return { code: "profile.keyMissing", params: { key }, message: `${key}: is missing. Add it.` };
  const [code, right] = WANTED[expected] ?? ["profile.valueMalformed", expected];
  return { code, params: { key }, message: `${key}: must be ${right}.` };
}

function wrongSize(key: string, issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): ProfileProblem {
  if (issue.code === "too_big") {
    const most = Number(issue.maximum);
    return {
      code: "profile.tooMuch",
      params: { key, most },
      message: `${key}: is too long or too large. At most ${most}.`,
    };
  }
  const least = Number(issue.minimum);
  return {
    code: "profile.tooLittle",
    params: { key, least },
    message: `${key}: is empty or too small. At least ${least}.`,
  };
}
