import { catalogue } from "../../platform/i18n/catalogue.ts";
import { en } from "./messages/en.ts";
import { nb } from "./messages/nb.ts";
import { nn } from "./messages/nn.ts";

/** Words that several parts of casework share: fields, states, outcomes, reasons. */
export const termMessages = catalogue({ nb, nn, en });
