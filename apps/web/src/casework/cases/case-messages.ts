import { catalogue } from "../../platform/i18n/catalogue.ts";
import { en } from "./messages/en.ts";
import { enActs } from "./messages/en-acts.ts";
import { enWork } from "./messages/en-work.ts";
import { nb } from "./messages/nb.ts";
import { nbActs } from "./messages/nb-acts.ts";
import { nbWork } from "./messages/nb-work.ts";
import { nn } from "./messages/nn.ts";
import { nnActs } from "./messages/nn-acts.ts";
import { nnWork } from "./messages/nn-work.ts";

/** The words of the case page, of doing acts, and of working together on a case. */
export const caseMessages = catalogue({
  nb: { ...nb, ...nbActs, ...nbWork },
  nn: { ...nn, ...nnActs, ...nnWork },
  en: { ...en, ...enActs, ...enWork },
});
