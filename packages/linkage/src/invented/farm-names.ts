const FIRST_PARTS =
  "Ask Bjør Bjørk Brekk Bru Dal Eik Elv Fagr Fjell Foss Fure Furu Granli Grøn Gull Had Hamar Haug Hav Hegg Hell Hov Hult Hå Kjel Kirke Klev Kvam Kvern Lang Lauv Lille Lind Lyng Lø Mid Mo Myr Ned Nor Nord Ny Opp Or Os Ra Rogn Rust Røn Rød Sand Sel Sjø Skar Skog Små Sol Stein Stor Straum Stø Sund Sve Sør Tor Tun Tveit Ulv Utne Val Vang Vest Vik Voll Ytre Øst Øver Å Ås".split(
    " ",
  );
const LAST_PARTS =
  "berg bakk bakken dal dalen eng fjord gård haug haugen heim holm hus hagen land li lien lund løkken mark mo moen myr nes ness rud seter set skog stad strand sund sveen tun tveit um vik voll våg vold ås åsen øy".split(
    " ",
  );

/** Norwegian farm names put together from real first and last parts, so that surnames are many and mostly rare. */
export function norwegianFarmNames(): string[] {
  const step = 1297;
  const total = FIRST_PARTS.length * LAST_PARTS.length;
  const names = Array.from({ length: total }, (_, i) => {
    const at = (i * step) % total;
    const first = FIRST_PARTS[Math.floor(at / LAST_PARTS.length)] ?? "";
    return first + (LAST_PARTS[at % LAST_PARTS.length] ?? "");
  });
  return [...new Set(names)];
}
