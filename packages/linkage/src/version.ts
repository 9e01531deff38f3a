/** Changes whenever the same input and model may give another answer; stored beside every result. */
export const ENGINE_VERSION = "1.1.0";
