import { idnr } from "@navikt/fnrvalidator";

/** Whether a text can be an identity number at all; eleven bare digits said to be Norwegian must pass Norway's check digits. */
export function isIdentityNumber(text: string, country: string | undefined): boolean {
  const bare = text.replace(/[\s.-]/g, "");
  if (bare.replace(/\D/g, "").length < 4 || bare.length > 40) return false;
  return country !== "NO" || !/^\d{11}$/.test(bare) || idnr(bare).status === "valid";
}
