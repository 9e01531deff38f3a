import { catalogue } from "../platform/i18n/catalogue.ts";
import { en } from "./messages/en.ts";
import { nb } from "./messages/nb.ts";
import { nn } from "./messages/nn.ts";

export const auditMessages = catalogue({ nb, nn, en });
