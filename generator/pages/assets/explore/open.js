// Where the page says its data are, in; the decoded index and the texts out.

import { makeCalendar } from "./calendar.js";
import { decodeIndex } from "./index.js";
import { makeTexts } from "./texts.js";
import { makeWords } from "./words.js";

export async function openExplore(root) {
  const { data, stamp, language, words } = root.dataset;
  const get = async (name) => {
    const answer = await fetch(`${data}${name}?v=${stamp}`);
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json();
  };
  const fetched = get("index.json");
  fetched.catch(() => {}); // told below
  const spoken = makeWords(JSON.parse(words), language); // while the index is on its way
  const index = decodeIndex(await fetched);
  const texts = makeTexts(index, (number) => get(`text-${number}.json`));
  return { index, texts, language, calendar: makeCalendar(language), words: spoken };
}
