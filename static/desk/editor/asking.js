// The desk answers for so many numbers at once.
const AT_ONCE = 100;

// Asks the desk about titles, people, pictures and trailers, and remembers the answers.
const nameOf = (sort, key) => `${sort}:${key}`;

export class Asker {
  constructor(box) {
    this.addresses = box.dataset;
    this.words = JSON.parse(box.dataset.words);
    this.leastLetters = Number(box.dataset.leastLetters);
    this.known = new Map();
    this.asked = new Set();
    this.listeners = [];
  }

  // The sentence of this name, with what belongs in it.
  say(name, part = "") {
    return this.words[name].replace("%s", () => part);
  }

  // The answer to a question; throws when there is none.
  async ask(question, parameters, signal) {
    const address = new URL(this.addresses[question], location.href);
    address.search = new URLSearchParams(parameters);
    const answer = await fetch(address, {
      signal,
      headers: { Accept: "application/json" },
    });
    if (!answer.ok || answer.redirected) {
      throw new Error(`${answer.status} ${address.pathname}`);
    }
    const told = await answer.json();
    told.results.forEach((entry) => this.learn(entry));
    return told;
  }

  learn(entry) {
    this.known.set(nameOf(entry.sort, entry.key), entry);
  }

  // What is known of it: an entry, null if it is not there, undefined if nobody knows yet.
  of(sort, key) {
    return this.known.get(nameOf(sort, key));
  }

  // Whoever wants to hear when something became known.
  onKnown(listener) {
    this.listeners.push(listener);
  }

  // Ask for all of these that were never asked for, a hundred in one go.
  async want(things) {
    const wanted = things.filter(({ sort, key }) => !this.isAsked(sort, key));
    for (let place = 0; place < wanted.length; place += AT_ONCE) {
      await this.wantSome(wanted.slice(place, place + AT_ONCE));
    }
  }

  async wantSome(wanted) {
    const numbers = {};
    for (const { sort, key } of wanted) {
      this.asked.add(nameOf(sort, key));
      numbers[sort] = numbers[sort] ? `${numbers[sort]},${key}` : String(key);
    }
    try {
      await this.ask("known", numbers);
    } catch {
      // Later changes to the text ask again; meanwhile a number stands for the name.
      wanted.forEach(({ sort, key }) => this.asked.delete(nameOf(sort, key)));
      return;
    }
    for (const { sort, key } of wanted) {
      if (!this.known.has(nameOf(sort, key))) {
        this.known.set(nameOf(sort, key), null);
      }
    }
    this.listeners.forEach((listener) => listener());
  }

  isAsked(sort, key) {
    return this.asked.has(nameOf(sort, key)) || this.known.has(nameOf(sort, key));
  }
}

// Calls after a pause in typing; a call that is overtaken is broken off.
export function paused(milliseconds, call) {
  let timer = 0;
  let broken = new AbortController();
  const wait = (...parts) => {
    wait.stop();
    broken = new AbortController();
    const { signal } = broken;
    timer = setTimeout(() => call(signal, ...parts), milliseconds);
  };
  wait.stop = () => {
    clearTimeout(timer);
    broken.abort();
  };
  return wait;
}
