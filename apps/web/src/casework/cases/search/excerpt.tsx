/** Signs the server puts before and after what was found. */
const [BEFORE, AFTER] = ["\u0002", "\u0003"];

/** A piece of text with what was found marked in it. */
export function Excerpt({ text }: { text: string }) {
  return text
    .replaceAll(AFTER, BEFORE)
    .split(BEFORE)
    .map((piece, place) =>
      // Pieces between the signs and those within them alternate; places are their identity.
      place % 2 === 1 ? <mark key={place}>{piece}</mark> : piece,
    );
}
