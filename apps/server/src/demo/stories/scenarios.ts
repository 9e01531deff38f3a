import * as alerts from "./alert-stories.ts";
import * as others from "./other-stories.ts";

/** A kind of story, with how often one begins and how many messages it tells. */
export interface Scenario {
  name: string;
  share: number;
  messages: 1 | 2 | 3;
  story: alerts.Story;
}

/** Everything that can happen in an invented mailbox; shares are relative to one another. */
export const SCENARIOS: readonly Scenario[] = [
  { name: "alert", share: 600, messages: 1, story: alerts.alertAlone },
  { name: "alertForwarded", share: 25, messages: 1, story: alerts.alertForwarded },
  { name: "alertAndUpdate", share: 45, messages: 2, story: alerts.alertAndUpdate },
  { name: "alertAndWithdrawal", share: 30, messages: 2, story: alerts.alertAndWithdrawal },
  { name: "alertUpdateAndWithdrawal", share: 10, messages: 3, story: alerts.alertUpdateAndWithdrawal },
  { name: "updateBeforeAlert", share: 4, messages: 2, story: alerts.updateBeforeAlert },
  { name: "withdrawalBeforeAlert", share: 4, messages: 2, story: alerts.withdrawalBeforeAlert },
  { name: "changeWithoutAlert", share: 4, messages: 1, story: alerts.changeWithoutAlert },
  { name: "sameBytesAgain", share: 10, messages: 2, story: alerts.sameBytesAgain },
  { name: "sameIdAgain", share: 6, messages: 2, story: alerts.sameIdAgain },
  { name: "sameContentAgain", share: 12, messages: 2, story: alerts.sameContentAgain },
  { name: "copyForwarded", share: 6, messages: 2, story: alerts.copyForwarded },
  { name: "oldVersionAgain", share: 5, messages: 3, story: alerts.oldVersionAgain },
  { name: "twoProfessions", share: 16, messages: 2, story: alerts.twoProfessions },
  { name: "circular", share: 45, messages: 1, story: alerts.circular },
  { name: "circularWithGap", share: 5, messages: 1, story: alerts.circularWithGap },
  { name: "incompleteAlert", share: 12, messages: 1, story: alerts.incompleteAlert },
  { name: "autoReply", share: 12, messages: 1, story: others.autoReply },
  { name: "absence", share: 10, messages: 1, story: others.absence },
  { name: "offer", share: 14, messages: 1, story: others.offer },
  { name: "newsletter", share: 8, messages: 1, story: others.newsletter },
  { name: "deliveryReport", share: 5, messages: 1, story: others.deliveryReport },
  { name: "inquiry", share: 5, messages: 1, story: others.inquiry },
  { name: "truncatedPdf", share: 3, messages: 1, story: others.truncatedPdf },
  { name: "scannedPdf", share: 3, messages: 1, story: others.scannedPdf },
  { name: "emptyMessage", share: 3, messages: 1, story: others.emptyMessage },
  { name: "forgottenAttachment", share: 3, messages: 1, story: others.forgottenAttachment },
  { name: "brokenMime", share: 3, messages: 1, story: others.brokenMime },
];
