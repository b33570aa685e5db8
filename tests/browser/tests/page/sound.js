// What the tests of sound share: a series as it is heard, and what of it is found in the samples again.

const RATE = 44100;

const engine = async () => {
  if (!ActivationLab.sound) await ActivationLab.later.sound();
  await ActivationLab.modules.whole();
};

// The first series of a plot of a figure in that state.
function heard(figure, link, plot = 0) {
  const { Lab } = ActivationLab.modules.of(figure);
  const lab = new Lab(figure);
  same(JSON.parse(lab.apply(link, true)), [], link);
  const { series } = JSON.parse(lab.question('heard', '700 420 light', plot, 0));
  lab.free();
  return series[0];
}

// Both channels from the moment at which the score begins, and what was rendered.
async function rendered(series, speed = 1) {
  const score = ActivationLab.sound.score(series, speed);
  const context = new OfflineAudioContext(2, Math.ceil((score.length + 0.5) * RATE), RATE);
  const { beginning } = ActivationLab.sound.render(context, context.destination, score, 0);
  const buffer = await context.startRendering();
  const channels = [0, 1].map((index) => buffer.getChannelData(index).subarray(Math.round(beginning * RATE)));
  return { score, channels };
}

// The samples between two times.
const cut = (samples, from, to) => samples.subarray(Math.round(from * RATE), Math.round(to * RATE));

const power = (samples) => samples.reduce((sum, x) => sum + x * x, 0) / samples.length;

// What both ears get: a tone that moves from one to the other keeps its power.
const loudness = (channels, from, to) => 10 * Math.log10(power(cut(channels[0], from, to)) + power(cut(channels[1], from, to)));

// A pitch in hertz, from how often the louder channel changes its sign.
function pitch(channels, from, to) {
  const [samples] = channels.map((channel) => cut(channel, from, to)).sort((a, b) => power(b) - power(a));
  const at = [];
  for (let i = 1; i < samples.length; i += 1) {
    if (samples[i - 1] < 0 && samples[i] >= 0) at.push(i - samples[i] / (samples[i] - samples[i - 1]));
  }
  return ((at.length - 1) * RATE) / (at[at.length - 1] - at[0]);
}

// The power at one frequency: Goertzel's sum.
function goertzel(samples, hertz) {
  const turn = 2 * Math.cos((2 * Math.PI * hertz) / RATE);
  let [one, two] = [0, 0];
  for (const x of samples) [one, two] = [x + turn * one - two, one];
  return (one * one + two * two - turn * one * two) / samples.length ** 2;
}
