/**
 * What emoji and emoticons say, in every language, −4 to 4. A list of our own; the emoticons are those on which VADER and AFINN agree.
 */
const emoji: Readonly<Record<string, string>> = {
  '-3': '😡 🤬 🖕 👿 😠 💩 🤮 🤢',
  '-2': '😤 😢 😭 😞 😩 😫 😖 😣 😔 😟 🙁 ☹ 👎 💔 😰 😱 😨 😒',
  '-1': '😕 🙄 😐 😑 😬 🤨 😓 😪 😥 🤦',
  '1': '🙏 🙂 👌 😌 😉 😅',
  '2': '😀 😃 😄 😁 😊 👍 😎 🤗 ☺ 👏 ✌ 🎉 😆',
  '3': '😍 🥰 🤩 😘 ❤ 🧡 💛 💚 💙 💜 💕 💯 🥳',
};

const emoticons: Readonly<Record<string, string>> = {
  '-2': ":( :-( :'( >:( :[ =( :-/ :/ D: ):",
  '2': ':) :-) =) ;) ;-) :D :-D =D ^^ :] (: <3 :P',
};

/** Each sign with its valence; the longer ones first, so that `>:(` is not read as `:(`. */
export const signs: readonly (readonly [sign: string, valence: number])[] = [emoji, emoticons]
  .flatMap((table) =>
    Object.entries(table).flatMap(([valence, list]) =>
      list.split(' ').map((sign): readonly [string, number] => [sign, Number(valence)]),
    ),
  )
  .toSorted(([a], [b]) => b.length - a.length);

/** Most messages have none. */
export const hasSign = new RegExp(signs.map(([sign]) => sign.replace(/[()[\]|^]/g, '\\$&')).join('|'), 'u');
