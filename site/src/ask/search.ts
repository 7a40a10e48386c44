/**
 * Finds the answers that fit a question. Knows nothing of the page: the command line and the tests
 * run this very code.
 *
 * MiniSearch finds which entries hold which words, misspelt ones too. An entry is one way to ask a
 * question, or the text of an answer. How well a way to ask fits is told by how much of what the
 * question says it says as well, and the other way round, rare words counting most.
 */
import { type AnswerIndex, makeIndex } from "./answer-index";
import type { Document } from "./documents";
import { essence } from "./essence";
import { near } from "./synonyms";
import { weightOf, wordsOf } from "./words";

/** What fits better because of where the learner is. */
export interface Focus {
  /** The id of the lesson, or empty. */
  readonly lesson: string;
  /** The address of the section, from the site's root, or empty. */
  readonly place: string;
  /** What was said of the last error or check, or empty. */
  readonly about: string;
}

export const NOWHERE: Focus = { lesson: "", place: "", about: "" };

export interface Found {
  readonly answer: Document;
  /** From 0 to 1. */
  readonly score: number;
}

export interface Reply {
  /** Whether the first answer most likely is the one that is wanted. */
  readonly confident: boolean;
  /** The nearest answers, best first; none where nothing is near. */
  readonly found: readonly Found[];
}

/** A word of the question, and how well each word of the index stands for it. */
interface Sought {
  readonly weight: number;
  readonly matches: ReadonlyMap<string, number>;
}

interface Fit {
  /** How well the best way to ask fits, from 0 to 1. */
  asked: number;
  /** How well each word of the question is met, in any way to ask or in the text. */
  readonly met: number[];
  readonly metInText: number[];
}

const MOST = 3;
const SURE = 0.55;
const MARGIN = 0.1;
const BEYOND_DOUBT = 0.95;
const LIKELY = 0.42;
const BESIDE = 0.7;
const NEAR_WORD = 0.6;
const MISSPELT = 0.8;
const BEGUN = 0.7;
const SHARES = { asked: 0.45, met: 0.25, text: 0.3 };
const SAME_LESSON = 0.1;
const SAME_PLACE = 0.06;
const TROUBLE = 0.2;
const FITS = 0.45;

export class AnswerSearch {
  private readonly unknown: number;

  private constructor(
    private readonly answers: readonly Document[],
    private readonly index: AnswerIndex,
  ) {
    this.unknown = Math.log(1 + (answers.length + 0.5) / 1.5);
  }

  static async over(answers: readonly Document[]): Promise<AnswerSearch> {
    return new AnswerSearch(answers, await makeIndex(answers));
  }

  /** Return the answers that fit a question. */
  ask(question: string, focus: Focus): Reply {
    const ranked = this.rank(question, focus);
    const confident = isClear(ranked);
    // Beside a sure answer stands only what is about as near.
    const least = confident ? Math.max(LIKELY, BESIDE * (ranked[0]?.score ?? 0)) : LIKELY;
    const found = ranked.filter(({ score }) => score >= least).slice(0, MOST);
    return { confident, found };
  }

  /** Return the answers that fit what was said of an error or a check. */
  fitting(about: string): Found[] {
    return this.rank(about, NOWHERE)
      .filter(({ score }) => score >= FITS)
      .slice(0, MOST);
  }

  /** Return the first answers that lead to a place in a lesson. */
  at(place: string): Found[] {
    const here = this.answers.filter((answer) => place !== "" && answer.place === place);
    return here.slice(0, MOST).map((answer) => ({ answer, score: 0 }));
  }

  /** Return every answer that has a word of the question, best first. */
  rank(question: string, focus: Focus): Found[] {
    const sought = [...new Set(wordsOf(essence(question)))].map((word) => this.seek(word));
    const all = sum(sought.map(({ weight }) => weight));
    const trouble = this.troubleScores(focus);
    const found = [...this.fit(sought, all)].flatMap(([number, fit]) => {
      const answer = this.answers[number];
      if (answer === undefined) return [];
      const bonus = placeBonus(answer, focus) + TROUBLE * (trouble.get(answer.id) ?? 0);
      return [{ answer, score: raised(score(fit, sought, all), bonus) }];
    });
    const asked = plain(question);
    const isExact = ({ answer }: Found) => Number(plain(answer.question) === asked);
    return found.sort((one, other) => isExact(other) - isExact(one) || other.score - one.score);
  }

  /** Return how well each answer fits the last error or check. */
  private troubleScores({ about }: Focus): ReadonlyMap<string, number> {
    if (about === "") return new Map();
    return new Map(this.rank(about, NOWHERE).map(({ answer, score }) => [answer.id, score]));
  }

  /** Return the words of the index that stand for a word of the question. */
  private seek(word: string): Sought {
    const matches = new Map<string, number>();
    const rarity = this.index.rarity.get(word);
    if (rarity !== undefined) matches.set(word, 1);
    else for (const [other, quality] of this.misspelt(word)) matches.set(other, quality);
    for (const other of near(word)) {
      if (this.index.rarity.has(other) && !matches.has(other)) matches.set(other, NEAR_WORD);
    }
    return { weight: rarity ?? this.guessWeight(word, matches), matches };
  }

  private guessWeight(word: string, matches: ReadonlyMap<string, number>): number {
    const known = [...matches.keys()].map((other) => this.index.rarity.get(other) ?? 0);
    return weightOf(word) * Math.max(this.unknown * 0.7, ...known);
  }

  private misspelt(word: string): [string, number][] {
    if (word.length < 5) return [];
    const options = { fuzzy: word.length > 7 ? 2 : 1, prefix: word.length > 4 };
    const results = this.index.search.search(word, { ...options, fields: ["asked"] });
    const words = new Set(results.flatMap((result) => result.terms));
    // Whoever misspells a word starts it with the right letter nearly always.
    const alike = [...words].filter((other) => other[0] === word[0]);
    return alike.map((other) => [other, other.startsWith(word) ? BEGUN : MISSPELT]);
  }

  /** Return how well each answer fits, by its number. */
  private fit(sought: readonly Sought[], all: number): Map<number, Fit> {
    const fits = new Map<number, Fit>();
    const words = [...new Set(sought.flatMap(({ matches }) => [...matches.keys()]))];
    if (words.length === 0) return fits;
    for (const result of this.index.search.search(words.join(" "))) {
      const entry = this.index.entries[Number(result["id"])];
      if (entry === undefined) continue;
      const fit = fits.get(entry.answer) ?? newFit(sought.length);
      fits.set(entry.answer, fit);
      this.meet(fit, sought, all, result.terms, entry.weight);
    }
    return fits;
  }

  /** Note in an answer's fit what one entry says of the question. */
  private meet(
    fit: Fit,
    sought: readonly Sought[],
    all: number,
    terms: readonly string[],
    weight: number,
  ): void {
    const has = new Set(terms);
    const met = sought.map(({ matches }) => best(matches, has));
    if (weight === 0) return raise(fit.metInText, met);
    raise(fit.met, met);
    const said = sum(met.map((quality, at) => quality * (sought[at]?.weight ?? 0)));
    const heard = sum(
      terms.map((term) => (this.index.rarity.get(term) ?? 0) * quality(sought, term)),
    );
    fit.asked = Math.max(fit.asked, Math.sqrt((said / all) * (heard / weight)));
  }
}

/** Return a question's letters and digits, so that only they are compared. */
function plain(question: string): string {
  return question
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Tell whether the first answer stands out from the others. */
function isClear([first, second]: readonly Found[]): boolean {
  if (first === undefined || first.score < SURE) return false;
  return first.score >= BEYOND_DOUBT || first.score - (second?.score ?? 0) >= MARGIN;
}

function newFit(words: number): Fit {
  return { asked: 0, met: Array<number>(words).fill(0), metInText: Array<number>(words).fill(0) };
}

function best(matches: ReadonlyMap<string, number>, has: ReadonlySet<string>): number {
  let found = 0;
  for (const [word, quality] of matches) if (has.has(word)) found = Math.max(found, quality);
  return found;
}

function quality(sought: readonly Sought[], term: string): number {
  return Math.max(0, ...sought.map(({ matches }) => matches.get(term) ?? 0));
}

function raise(kept: number[], values: readonly number[]): void {
  values.forEach((value, at) => (kept[at] = Math.max(kept[at] ?? 0, value)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function score(fit: Fit, sought: readonly Sought[], all: number): number {
  const inText = fit.metInText.map((each, at) => Math.max(each, fit.met[at] ?? 0));
  const [met, text] = [share(fit.met, sought, all), share(inText, sought, all)];
  return SHARES.asked * fit.asked + SHARES.met * met + SHARES.text * text;
}

/** Return which share of what a question says is met, from 0 to 1. */
function share(met: readonly number[], sought: readonly Sought[], all: number): number {
  return sum(met.map((each, at) => each * (sought[at]?.weight ?? 0))) / all;
}

function placeBonus(answer: Document, { lesson, place }: Focus): number {
  const isHere = lesson !== "" && answer.lesson === lesson;
  const isAtPlace = place !== "" && answer.place === place;
  return (isHere ? SAME_LESSON : 0) + (isAtPlace ? SAME_PLACE : 0);
}

/** Return a score with a bonus; only the very words of a way to ask come to 1. */
function raised(score: number, bonus: number): number {
  return Math.round((score + bonus * (1 - score)) * 1000) / 1000;
}
