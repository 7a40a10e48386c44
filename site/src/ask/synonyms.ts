/** Words that learners use for one another. */
import { stem } from "./stem";

/** One and the same: the first word stands for all. */
const SAME = [
  "what meaning mean means define definition explain explained explanation wtf describe eli5",
  "why reason cause",
  "maths math mathematics mathematical",
  "decimal float floats decimals fraction floating",
  "backpropagation backprop backward backwards bp",
  "learningrate lr alpha stepsize",
  "error exception traceback",
  "perceptron perceptrons",
  "array ndarray arrays nparray",
  "dictionary dict dicts dictionaries",
  "number num numbers nums digits",
  "zero 0 zeros zeroes nil",
  "1 ones",
  "2 two",
  "3 three",
  "16 sixteen",
  "function func functions fn method def",
  "argument arg args parameter param params parameters arguments",
  "lesson chapter lessons unit",
  "exercise assignment exercises task challenge",
  "laptop computer pc desktop machine",
  "phone mobile smartphone android iphone ios tablet ipad",
  "free cost price pay paid payment money subscription cheap fee charge",
  "save saved saves saving stored store storage keep kept",
  "delete remove erase clear",
  "reset restart redo",
  "chatgpt gpt llm openai claude gemini copilot",
  "ai artificial",
  "teacher classroom school pupils students teach instructor professor",
  "export download",
  "neuron neurons neurone neurones unit nueron",
  "index indices indexes position positions",
  "text string strings str quotes quotation",
  "import imports importing imported",
  "hyphen dash",
  "indent indented indentation unindent tab tabs",
  "quick fast faster speed quickly",
  "wrong incorrect broken mistake false",
  "right correct",
  "none null nothing",
  "offline wifi internet connection online",
  "private privacy tracking track tracked gdpr spying",
  "multiply times multiplication multiplied multiplying product products",
  "add plus adding addition added sum sums",
  "negative minus",
  "biggest maximum max largest highest",
  "smallest minimum min lowest",
  "square squared squares",
  "random randomly randomness",
  "fold folded folding folds",
  "separable separate separated separating separates",
  "convert turn change conversion cast",
  "stop quit cancel halt abort interrupt",
  "infinite endless forever hang hangs freeze frozen freezes stuck hung",
  "notebook jupyter colab ipynb",
  "keyboard shortcut shortcuts hotkey keys",
  "blind screenreader accessibility accessible",
  "deep deeper depth",
  "init initial initialise initialize initialization initialisation",
  "shuffle shuffled shuffling",
  "length len size",
  "equal equals identical",
  "different differ differs difference differences vs versus distinguish compare comparison",
  "explode explodes blow exploding diverge diverges",
  "small tiny little smaller",
  "large big huge bigger larger",
  "browser chrome firefox safari edge",
  "version versions",
  "hidden middle",
  "sign symbol character operator",
  "picture image photo drawing diagram figure",
  "draw plot graph chart sketch",
  "impossible cannot unable",
  "sure certain proof prove guarantee",
  "row rows",
  "column columns col cols",
  "account login signup register registration sign",
] as const;

/** Near one another: each finds the others too, but counts for less. */
const NEAR = [
  "slope gradient derivative steepness",
  "loss error cost",
  "guess prediction output answer predict",
  "target label truth expected correct right",
  "input feature fact",
  "row example",
  "column input",
  "axis direction dimension column row",
  "zip pair parallel together side",
  "nudge wiggle wobble step",
  "slope blame",
  "brain nerve biology biological",
  "smooth sigmoid curve",
  "same twin identical symmetric alike equal",
  "stuck stupid dumb confused frustrated hopeless lost difficult",
  "possible impossible able",
  "shuffle mix reorder order random",
  "fall drop decrease sink lower down",
  "rise grow increase climb up",
  "remember memorise heart cheat",
  "error complain crash exception fail",
  "separate split divide part",
  "point corner dot",
  "line straight",
  "epoch longer patience often",
  "formula equation expression",
  "letter symbol sign",
  "real companies actual industry",
  "length long short",
  "missing forgot forgotten left",
  "everything all every each",
  "constant fixed",
  "pause yield wait",
  "unseen new test",
  "layer hidden",
  "bend curved curve",
  "train learn training learning fit teach",
  "nudge update adjust shift tweak change",
  "line boundary border",
  "fire activate firing trigger on",
  "step activation threshold heaviside",
  "sigmoid squash logistic activation",
  "list array vector",
  "array matrix tensor",
  "matrix table grid",
  "bias offset intercept threshold",
  "weight coefficient strength importance",
  "weightedsum dot total",
  "epoch pass round iteration loop",
  "loop repeat iterate forloop whileloop",
  "print display show output",
  "return giveback hand",
  "copy alias duplicate clone",
  "stop close exit",
  "help hint stuck clue",
  "solution code answer",
  "begin start first",
  "reset start over fresh again",
  "lost gone disappear vanish lose missing",
  "save progress work",
  "data example dataset sample samples",
  "accuracy score percent percentage",
  "infinity inf nan overflow",
  "class object instance",
  "crash error bug fail",
  "run execute play",
  "cell box block editor",
  "install setup download",
  "job career",
  "neuron perceptron node",
  "network net model",
  "separable possible split",
  "flower iris",
  "overfit memorise memorize generalise",
  "seed random",
  "share send link",
  "time long minute hour duration",
  "easy hard difficult",
  "long short",
  "name variable",
  "colour dark theme mode",
  "module package library",
  "round decimal",
] as const;

const ONE_WORD: ReadonlyMap<string, string> = new Map(
  SAME.flatMap((group) => {
    const words = group.split(" ");
    const first = words[0] ?? "";
    return words.flatMap((word): [string, string][] => [
      [word, first],
      [stem(word), first],
    ]);
  }),
);

const NEIGHBOURS = neighbours();

/** Return what a word is written as: the same for all words that mean the same. */
export function canonical(word: string): string {
  const stemmed = stem(word);
  return ONE_WORD.get(word) ?? ONE_WORD.get(stemmed) ?? stemmed;
}

/** Return the words near a canonical one. */
export function near(word: string): readonly string[] {
  return NEIGHBOURS.get(word) ?? [];
}

function neighbours(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const group of NEAR) {
    const words = [...new Set(group.split(" ").map(canonical))];
    for (const word of words) {
      const others = words.filter((other) => other !== word);
      found.set(word, [...(found.get(word) ?? []), ...others]);
    }
  }
  return found;
}
