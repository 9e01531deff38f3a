import { Button as AkselButton, type ButtonProps as AkselButtonProps } from "@navikt/ds-react/Button";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, ComponentType, Ref } from "react";

export interface ButtonProps extends Omit<AkselButtonProps, "variant" | "size" | "data-color"> {
  /** One primary button a page; everything else is secondary or quiet. */
  kind?: "primary" | "secondary" | "quiet";
  tone?: "accent" | "neutral" | "danger";
  ref?: Ref<HTMLButtonElement>;
}

const VARIANT = { primary: "primary", secondary: "secondary", quiet: "tertiary" } as const;

/** A button in the density of Varde. */
export function Button({ kind = "secondary", tone = "accent", type = "button", ...rest }: ButtonProps) {
  return <AkselButton {...rest} type={type} size="small" variant={VARIANT[kind]} data-color={tone} />;
}

interface AnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  kind?: ButtonProps["kind"];
  tone?: ButtonProps["tone"];
  icon?: ButtonProps["icon"];
  iconPosition?: ButtonProps["iconPosition"];
  ref?: Ref<HTMLAnchorElement>;
}

// Aksel types the handlers of an anchor as those of a button.
const AkselAnchor = AkselButton as ComponentType<
  Omit<AnchorProps, "kind" | "tone"> & Pick<AkselButtonProps, "size" | "variant" | "data-color"> & { as: "a" }
>;

/** Aksel gives every element that is no button the role of one; a link stays what it is to those who hear the page. */
const AS_LINK = { as: "a", role: undefined } as const;

/** A link that looks like a button: for downloads and other addresses outside the page. */
export function ButtonAnchor({ kind = "secondary", tone = "accent", ...rest }: AnchorProps) {
  return <AkselAnchor {...AS_LINK} {...rest} size="small" variant={VARIANT[kind]} data-color={tone} />;
}

/** A link within the application that looks like a button. */
export const ButtonLink = createLink(ButtonAnchor);
