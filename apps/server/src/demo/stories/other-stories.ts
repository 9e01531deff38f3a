import type { MessageState } from "@varde/contract/intake";
import { writePdf, writeScannedPdf } from "../containers/pdf.ts";
import { writeXml } from "../containers/xml.ts";
import { type Form, fillForm } from "../form.ts";
import { inventSubject } from "../invent-facts.ts";
import { composeMessage, type Entity, type Envelope, filePart, textPart } from "../mime/message.ts";
import { truthWithoutAlert } from "../truth.ts";
import type { Scene, Story } from "./alert-stories.ts";
import { alertEnvelope } from "./envelopes.ts";
import {
  ABSENCES,
  AUTO_REPLIES,
  type Chatter,
  INQUIRIES,
  NEWSLETTERS,
  OFFERS,
  writeChatter,
  writeDeliveryReport,
} from "./noise.ts";
import { dayOf, drawSender, postingOf, type Told } from "./sending.ts";

const one = (write: () => Told): ReturnType<Story> => [{ after: 0, write }];

function withoutAlert(scene: Scene, state: MessageState, container: string, bytes: Uint8Array): Told {
  return { bytes, truth: [truthWithoutAlert({ state, scenario: scene.scenario, container })] };
}

const chatterFrom =
  (chatters: readonly Chatter[], state: MessageState): Story =>
  (scene) =>
    one(() => {
      const { envelope, body } = writeChatter(scene.chance.pick(chatters), scene.startsAt, scene.chance);
      return withoutAlert(scene, state, "plainText", composeMessage(envelope, body, scene.chance));
    });

export const autoReply = chatterFrom(AUTO_REPLIES, "irrelevant");
export const absence = chatterFrom(ABSENCES, "irrelevant");
export const offer = chatterFrom(OFFERS, "irrelevant");
export const newsletter = chatterFrom(NEWSLETTERS, "irrelevant");
export const inquiry = chatterFrom(INQUIRIES, "quarantined");

/** A report that something sent from here did not arrive. */
export const deliveryReport: Story = (scene) =>
  one(() => {
    const { envelope, body } = writeDeliveryReport(scene.startsAt, scene.chance);
    return withoutAlert(scene, "irrelevant", "report", composeMessage(envelope, body, scene.chance));
  });

/** The form and envelope of an alert whose content will be spoiled. */
function spoiled(scene: Scene): { form: Form; envelope: Envelope } {
  const { world, chance, startsAt } = scene;
  const subject = inventSubject(world, dayOf(startsAt));
  const form = fillForm(subject.facts, drawSender(subject, chance), chance);
  const envelope = alertEnvelope(postingOf(subject, form, false, startsAt, chance));
  return { form, envelope: { ...envelope, subject: `IMI ${form.title}` } };
}

/** A message that promises an alert but from which none can be read. */
const unreadable =
  (container: string, make: (form: Form, scene: Scene) => Entity): Story =>
  (scene) =>
    one(() => {
      const { form, envelope } = spoiled(scene);
      const bytes = composeMessage(envelope, make(form, scene), scene.chance);
      return withoutAlert(scene, "quarantined", container, bytes);
    });

const covered = (form: Form, { chance }: Scene, ...files: Entity[]): Entity => ({
  multipart: "mixed",
  parts: [textPart(`${form.language.cover}\n`, chance), ...files],
});

const PDF = "application/pdf";

export const truncatedPdf = unreadable("pdf", (form, scene) => {
  const whole = writePdf([form], scene.chance, dayOf(scene.startsAt));
  return covered(form, scene, filePart("alert.pdf", PDF, whole.subarray(0, 400)));
});

export const scannedPdf = unreadable("pdf", (form, scene) =>
  covered(form, scene, filePart("scan0001.pdf", PDF, writeScannedPdf(dayOf(scene.startsAt)))),
);

export const emptyMessage = unreadable("plainText", (_, { chance }) => textPart("\n", chance));

export const forgottenAttachment = unreadable("plainText", (form, { chance }) =>
  textPart(`${form.language.cover}\n`, chance),
);

/** A message cut off in transport: the attachment ends in the middle and no boundary closes it. */
export const brokenMime: Story = (scene) =>
  one(() => {
    const { form, envelope } = spoiled(scene);
    const { chance } = scene;
    const file = filePart("alert.xml", "application/xml", writeXml([form], chance));
    const whole = Buffer.from(composeMessage(envelope, covered(form, scene, file), chance));
    const end = whole.indexOf("\r\n\r\n", whole.indexOf("Content-Disposition")) + 120;
    return withoutAlert(scene, "quarantined", "xml", whole.subarray(0, end));
  });
