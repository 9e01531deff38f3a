import { catalogue } from "../../platform/i18n/catalogue.ts";
import { en } from "./acts/en.ts";
import { nb } from "./acts/nb.ts";
import { nn } from "./acts/nn.ts";

export const actWords = catalogue({ nb, nn, en });
