/**
 * What each token of the register that is near a name of the query weighs for each of the names. Filled anew for
 * each search; a token is found by one look at memory, and nearly all tokens are near none of the names.
 */
export class NearWeights {
  /** Place + 1 of each token in {@link tokens}; 0 for a token near no name. */
  #places = new Int32Array(0);
  /** For each token by place, its weight for each name; 0 where it is not near. */
  #weights = new Float64Array(256);
  #tokens: number[] = [];
  #names = 0;

  /** Forgets the last query's names and makes ready for so many others. */
  begin(names: number, vocabulary: number): void {
    for (const token of this.#tokens) this.#places[token] = 0;
    this.#weights.fill(0, 0, this.#tokens.length * this.#names);
    this.#tokens = [];
    this.#names = names;
    if (this.#places.length < vocabulary) this.#places = new Int32Array(Math.ceil(vocabulary * 1.2));
  }

  /** Sets what a token weighs for a name; weights of 0 and less are as good as none. */
  set(name: number, token: number, weight: number): void {
    if (weight <= 0) return;
    const place = this.#places[token] || this.#place(token);
    this.#weights[(place - 1) * this.#names + name] = weight;
  }

  /** Raises `best`, one number for each name, to what the token weighs; returns the most it weighs, 0 if near none. */
  raise(best: Float64Array, token: number): number {
    const place = this.#places[token] as number;
    if (place === 0) return 0;
    const start = (place - 1) * this.#names;
    let most = 0;
    for (let name = 0; name < this.#names; name++) {
      const weight = this.#weights[start + name] as number;
      if (weight > most) most = weight;
      if (weight > (best[name] as number)) best[name] = weight;
    }
    return most;
  }

  #place(token: number): number {
    const place = this.#tokens.push(token);
    this.#places[token] = place;
    if (place * this.#names > this.#weights.length) {
      const wider = new Float64Array(this.#weights.length * 2 + this.#names);
      wider.set(this.#weights);
      this.#weights = wider;
    }
    return place;
  }
}
