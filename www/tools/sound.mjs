/** The chart as tones: their order is that of the data, the pitch is the value. Only when asked for, and never the only way. */

/** The pitch of the lowest value in Hz; the highest is two octaves above. */
const LOWEST = 220;
/** How long it takes to speak a text, in ms: Chinese takes longer for a character than other languages for a letter. */
const speaking = (text) => {
  let time = 0;
  for (const letter of text) time += /[\u3000-\u9fff]/.test(letter) ? 220 : 60;
  return Math.min(Math.max(time, 2000), 20_000);
};

export const soundOf = (view, words, changed) => {
  let context, timer;

  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
    context?.close();
    context = undefined;
    view.light(-1);
    changed();
  };

  /** The data of the panel of the one in focus, with their values: tones of what shares no axis can't be compared. */
  const tones = () => {
    const bounds = new Map(view.figures().figures.map(({ id, bound }) => [id, bound]));
    const panel = view.datum(view.at)?.[12];
    const list = [];
    for (let at = 0, datum; (datum = view.datum(at)); at++) {
      if (datum[12] !== panel) continue;
      const [, , , , , , [line], id, label, value, , year] = datum;
      list.push({ at, value, line, bound: bounds.get(id), label, year });
    }
    // Cards have their last value first: heard is what the one in focus has been in the course of time.
    const back = list.some(({ label, year }, place) => label === list[place - 1]?.label && year < list[place - 1].year);
    if (!back) return list;
    const here = list.find(({ at }) => at === view.at);
    return list.filter(({ label }) => label === here.label).sort((one, other) => (one.year < other.year ? -1 : 1));
  };

  const play = ({ value, bound }, low, high, length) => {
    const begin = context.currentTime;
    const end = begin + length / 1000;
    const pitch = LOWEST * 4 ** (high > low ? (value - low) / (high - low) : 0.5);
    const tone = new OscillatorNode(context, { type: "triangle", frequency: pitch });
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.setTargetAtTime(0.3, begin, 0.01);
    gain.gain.setTargetAtTime(0, end - 0.03, 0.01);
    // An open end slides off, and what is not known exactly wavers.
    const slide = { "at-least": 1.12, "at-most": 1 / 1.12 }[bound];
    if (slide) {
      tone.frequency.setValueAtTime(pitch, begin + (length / 1000) * 0.5);
      tone.frequency.exponentialRampToValueAtTime(pitch * slide, end);
    } else if (bound === "about" || bound === "range") {
      const waver = new OscillatorNode(context, { frequency: 14 });
      waver.connect(new GainNode(context, { gain: pitch * 0.02 })).connect(tone.frequency);
      waver.start(begin);
      waver.stop(end);
    }
    tone.connect(gain).connect(context.destination);
    tone.start(begin);
    tone.stop(end);
  };

  const listen = () => {
    if (context) return stop();
    const beats = tones();
    const list = beats.filter(({ value }) => typeof value === "number");
    if (!list.length) return view.say(words.silent);
    if (!globalThis.AudioContext) return view.say(words.mute);
    context = new AudioContext();
    // Some browsers begin in silence, where it took a moment to get here.
    context.resume();
    const lowest = list.reduce((least, tone) => (tone.value < least.value ? tone : least));
    const highest = list.reduce((most, tone) => (tone.value > most.value ? tone : most));
    const bounded = list.some(({ bound }) => bound !== "exact");
    const space = /[\u3000-\u9fff]/.test(words.tones) ? "" : " ";
    const summary = [words.tones.replace("#", list.length), ...(bounded ? [words.signs] : []), words.lowest + lowest.line, words.highest + highest.line].join(space);
    view.say(summary);
    changed();
    const length = Math.min(Math.max(9000 / beats.length, 90), 420);
    let next = 0;
    const step = () => {
      if (next === beats.length) return stop();
      const tone = beats[next++];
      view.light(tone.at);
      // What is missing is a silent beat.
      if (list.includes(tone)) play(tone, lowest.value, highest.value, length);
      timer = setTimeout(step, length * 1.25);
    };
    timer = setTimeout(step, speaking(summary));
  };

  return { listen, stop: () => context && stop(), plays: () => !!context };
};
