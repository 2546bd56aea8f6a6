"""The script of the page that asks: it makes the lines of the reply out of the fields that were filled in."""

ASK_SCRIPT = r"""
const form = one('form');
const encoded = text => text.trim().replace(/[^\p{L}\p{M}\p{N}\-._~]/gu, encodeURIComponent);
const broken = line => {
  const lines = [''];
  for (const piece of line.match(/%[0-9A-F]{2}|./gu)) {
    if (lines.at(-1).length + piece.length > 64) lines.push('');
    lines[lines.length - 1] += piece;
  }
  return lines.join('\n');
};
const value = name => form.elements[name].value.trim();
const ticked = name => [...form.querySelectorAll('[name=' + name + ']:checked')].map(each => each.value);
const answers = () => {
  const found = ['name', 'say', 'call'].map(name => [name, value(name)]);
  const days = ticked('day').join(','), from = value('from'), to = value('to');
  const hours = from && to ? from + '-' + to : '';
  found.push(['hours', [days, hours].filter(Boolean).join(' ')]);
  for (const n of [1, 2, 3]) {
    const first = value('first' + n), last = value('last' + n) || first;
    if (first) found.push(['away', first + '..' + last]);
  }
  for (const feast of [...ticked('feast'), value('other')]) found.push(['feast', feast]);
  const others = ['channel', 'reply', 'language', ...data.scales, 'notes'];
  found.push(...others.map(name => [name, value(name)]));
  return found.filter(([, said]) => said);
};
for (const option of form.elements.language.options) {
  if (option.value) option.text = new Intl.DisplayNames([option.value], {type: 'language'}).of(option.value);
}
form.addEventListener('submit', event => {
  event.preventDefault();
  const lines = answers().map(([name, said]) => name + ': ' + broken(encoded(said)));
  const text = [words.said, '', words.keep, 'cb-ask: ' + data.id, ...lines, 'cb-ask: end', ''].join('\n');
  showReply(text);
  if (!data.to) return;
  const link = mailto(text), fits = link.length < data.most;
  one('again').hidden = !fits;
  if (fits) location.href = link;
});
"""
