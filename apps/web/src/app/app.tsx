import { en, nb, nn } from "@navikt/ds-react/locales";
import { Provider as AkselProvider } from "@navikt/ds-react/Provider";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { LanguageProvider, useLanguage } from "../platform/i18n/language.tsx";
import { KeyboardProvider } from "../platform/keyboard/keyboard.tsx";
import { ProblemCatalogue } from "../ui/feedback/problem-notice.tsx";
import { ToastProvider } from "../ui/feedback/toasts.tsx";
import { ThemeProvider } from "../ui/theme/theme.tsx";
import { problems } from "./problems.ts";
import { queries } from "./queries.ts";
import { router } from "./router.ts";

const AKSEL_LOCALES = { nb, nn, en };

function AkselInOurLanguage({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  return <AkselProvider locale={AKSEL_LOCALES[language]}>{children}</AkselProvider>;
}

/** The whole application: what every page may count on, around the router. */
export function App() {
  return (
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <AkselInOurLanguage>
          <ThemeProvider>
            <KeyboardProvider>
              <ProblemCatalogue value={problems}>
                <ToastProvider>
                  <RouterProvider router={router} />
                </ToastProvider>
              </ProblemCatalogue>
            </KeyboardProvider>
          </ThemeProvider>
        </AkselInOurLanguage>
      </LanguageProvider>
    </QueryClientProvider>
  );
}
