import { getResolvedPDFJS } from "unpdf";
import { Unreadable } from "../unreadable.ts";

/** The few members of PDF.js that reading text and form fields needs. */
export interface PdfDocument {
  numPages: number;
  getPage(number: number): Promise<PdfPage>;
  getFieldObjects(): Promise<object | null>;
  loadingTask: { destroy(): Promise<void> };
}

export interface PdfPage {
  getTextContent(options: { disableNormalization: boolean }): Promise<{ items: TextItem[] }>;
  getAnnotations(): Promise<PdfAnnotation[]>;
  cleanup(): void;
}

export interface TextItem {
  str?: string;
  /** Last two figures are the place from the left and the bottom edge, in points. */
  transform: number[];
  width: number;
  height: number;
  fontName: string;
}

export interface PdfAnnotation {
  subtype: string;
  fieldValue?: string | string[] | null;
  rect: number[];
  hidden?: boolean;
  checkBox?: boolean;
  radioButton?: boolean;
}

/** Opens a PDF for reading text only: no fonts loaded, nothing fetched, nothing drawn. */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  const { getDocument, VerbosityLevel } = await getResolvedPDFJS();
  try {
    const document = await getDocument({
      data: new Uint8Array(bytes),
      verbosity: VerbosityLevel.ERRORS,
      disableFontFace: true,
      useSystemFonts: false,
      fontExtraProperties: false,
      useWasm: false,
      stopAtErrors: false,
    }).promise;
    return document as unknown as PdfDocument;
  } catch (error) {
    const locked = error instanceof Error && error.name === "PasswordException";
    throw new Unreadable("brokenPdf", { cause: locked ? "passwordProtected" : "damaged" });
  }
}
