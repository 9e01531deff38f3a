import type { Chance } from "@varde/linkage/invented";
import { between, byShare } from "../draws.ts";
import { isComplete } from "../facts.ts";
import type { Habits } from "../form.ts";
import { amend, inventSubject, nextNumber, type Subject, type World, withdraw } from "../invent-facts.ts";
import { SENDING_COUNTRIES } from "../language/index.ts";
import {
  type Composed,
  compose,
  composeForwarded,
  dayOf,
  deliverAgain,
  drawSender,
  forward,
  sendAgain,
  type Told,
  tell,
} from "./sending.ts";

/** What a story is given: who exists, the instant its first message is sent, and the name it is told under. */
export interface Scene {
  world: World;
  chance: Chance;
  startsAt: number;
  scenario: string;
}

/** A message of a story, and how many other messages arrive between it and the one before. */
export interface Step {
  after: number;
  write(sentAt: number): Told;
}

/** Messages that belong together: an alert with what follows from it, or one message without any. */
export type Story = (scene: Scene) => Step[];

/** An alert about somebody, and the sender who wrote it. */
function begin({ world, chance, startsAt }: Scene): { subject: Subject; habits: Habits } {
  const subject = inventSubject(world, dayOf(startsAt));
  return { subject, habits: drawSender(subject, chance) };
}

const soon = (chance: Chance): number => between(chance, 1, 20);
const later = (chance: Chance): number => between(chance, 8, 60);

const stateOf = (subjects: readonly Subject[]) =>
  subjects.every(({ facts }) => isComplete(facts)) ? "registered" : "quarantined";

const now = (composed: Composed, scene: Scene): Step => ({
  after: 0,
  write: () => tell(composed, scene.scenario, stateOf(composed.subjects)),
});

/** A copy of an alert: a duplicate, whatever its state would be by itself. */
const copy = (after: number, scene: Scene, make: (sentAt: number) => Composed): Step => ({
  after,
  write: (sentAt) => tell(make(sentAt), scene.scenario, "duplicate"),
});

const follow = (after: number, scene: Scene, subject: Subject, habits: Habits): Step => ({
  after,
  write: (sentAt) =>
    tell(compose([subject], habits, sentAt, scene.chance), scene.scenario, stateOf([subject])),
});

/** One alert. */
export const alertAlone: Story = (scene) => {
  const { subject, habits } = begin(scene);
  return [now(compose([subject], habits, scene.startsAt, scene.chance), scene)];
};

/** One alert that came to a colleague first. */
export const alertForwarded: Story = (scene) => {
  const { subject, habits } = begin(scene);
  const { chance, startsAt } = scene;
  if (chance.happens(0.5)) return [now(composeForwarded(subject, habits, startsAt, chance), scene)];
  return [now(forward(compose([subject], habits, startsAt - 7_200_000, chance), startsAt, chance), scene)];
};

/** An alert and the changes or the withdrawal that follow it. */
const alertFollowedBy =
  (...changes: ((subject: Subject, chance: Chance) => Subject)[]): Story =>
  (scene) => {
    const { subject, habits } = begin(scene);
    const steps = [now(compose([subject], habits, scene.startsAt, scene.chance), scene)];
    let current = subject;
    for (const change of changes) {
      current = change(current, scene.chance);
      steps.push(follow(later(scene.chance), scene, current, habits));
    }
    return steps;
  };

export const alertAndUpdate = alertFollowedBy(amend);
export const alertAndWithdrawal = alertFollowedBy(withdraw);
export const alertUpdateAndWithdrawal = alertFollowedBy(amend, withdraw);

/** A change that is delivered before the alert it changes. */
const changeBeforeAlert =
  (change: (subject: Subject, chance: Chance) => Subject): Story =>
  (scene) => {
    const { subject, habits } = begin(scene);
    const early = compose([change(subject, scene.chance)], habits, scene.startsAt, scene.chance);
    return [now(early, scene), follow(soon(scene.chance), scene, subject, habits)];
  };

export const updateBeforeAlert = changeBeforeAlert(amend);
export const withdrawalBeforeAlert = changeBeforeAlert(withdraw);

/** A change of an alert that never came. */
export const changeWithoutAlert: Story = (scene) => {
  const { subject, habits } = begin(scene);
  const change = scene.chance.happens(0.5) ? amend(subject, scene.chance) : withdraw(subject);
  const composed = compose([change], habits, scene.startsAt, scene.chance);
  return [{ after: 0, write: () => tell(composed, scene.scenario, "quarantined") }];
};

/** An alert and a copy of it, made in the given way. */
const alertAndCopy =
  (again: (composed: Composed, sentAt: number, chance: Chance) => Composed): Story =>
  (scene) => {
    const { subject, habits } = begin(scene);
    const first = compose([subject], habits, scene.startsAt, scene.chance);
    const repeat = copy(soon(scene.chance), scene, (sentAt) => again(first, sentAt, scene.chance));
    return [now(first, scene), repeat];
  };

export const sameBytesAgain = alertAndCopy((composed) => composed);
export const sameIdAgain = alertAndCopy((composed, _, chance) => deliverAgain(composed, chance));
export const sameContentAgain = alertAndCopy(sendAgain);
export const copyForwarded = alertAndCopy(forward);

/** An alert, a change of it, and then the alert once more as it was first. */
export const oldVersionAgain: Story = (scene) => {
  const { subject, habits } = begin(scene);
  const { chance } = scene;
  const first = compose([subject], habits, scene.startsAt, chance);
  return [
    now(first, scene),
    follow(soon(chance), scene, amend(subject, chance), habits),
    copy(soon(chance), scene, (sentAt) => sendAgain(first, sentAt, chance)),
  ];
};

/** Two alerts about one person in two professions, each with its own number. */
export const twoProfessions: Story = (scene) => {
  const { subject, habits } = begin(scene);
  const { fields } = subject.facts;
  const profession = fields.profession === "LE" ? "SP" : "LE";
  const alertNumber = nextNumber(scene.world, subject.country.code, dayOf(scene.startsAt));
  const second: Subject = {
    ...subject,
    facts: { kind: "alert", fields: { ...fields, profession, alertNumber } },
  };
  const first = compose([subject], habits, scene.startsAt, scene.chance);
  return [now(first, scene), follow(soon(scene.chance), scene, second, habits)];
};

const CIRCULAR_SENDERS = SENDING_COUNTRIES.filter(({ code }) => ["GB", "IE", "SE", "NL"].includes(code));

function circularSubjects({ world, chance, startsAt }: Scene): [Subject, ...Subject[]] {
  const country = byShare(chance, CIRCULAR_SENDERS);
  world.numbered += 1;
  const circular = world.numbered;
  const authority = chance.pick(country.authorities);
  const subjects = Array.from({ length: between(chance, 2, 7) }, (_, i): Subject => {
    const subject = inventSubject(world, dayOf(startsAt), country);
    const alertNumber = `${country.code}-C${circular}-${i + 1}`;
    return {
      ...subject,
      facts: { kind: "alert", fields: { ...subject.facts.fields, alertNumber, authority } },
    };
  });
  return subjects as [Subject, ...Subject[]];
}

/** Several people in one message. */
export const circular: Story = (scene) => {
  const subjects = circularSubjects(scene);
  const habits = drawSender(subjects[0], scene.chance);
  return [now(compose(subjects, habits, scene.startsAt, scene.chance), scene)];
};

/** Several people in one message, one of whom nobody could recognise. */
export const circularWithGap: Story = (scene) => {
  const [first, ...others] = circularSubjects(scene);
  const subjects = [withoutMandatory(first, scene.chance), ...others] as const;
  const habits = drawSender(first, scene.chance);
  return [now(compose(subjects, habits, scene.startsAt, scene.chance), scene)];
};

/** An alert that lacks what it takes to recognise anybody. */
export const incompleteAlert: Story = (scene) => {
  const { subject, habits } = begin(scene);
  const incomplete = withoutMandatory(subject, scene.chance);
  return [now(compose([incomplete], habits, scene.startsAt, scene.chance), scene)];
};

function withoutMandatory(subject: Subject, chance: Chance): Subject {
  const { surname, forename, earlierNames: _, birthDate, nationalId: __, ...others } = subject.facts.fields;
  const fields = chance.happens(0.5)
    ? { ...others, ...(surname ? { surname } : {}), ...(forename ? { forename } : {}) }
    : { ...others, ...(birthDate ? { birthDate } : {}) };
  return { ...subject, facts: { ...subject.facts, fields } };
}
