"""What the scripts of pages for clients share: their words and values, and the reply, mailed or copied."""

SHARED_SCRIPT = r"""
const one = id => document.getElementById(id);
const data = JSON.parse(one('data').textContent);
const words = data.words;
const fill = (text, parts) => text.replace(/\{(\w+)\}/g, (whole, key) => key in parts ? parts[key] : whole);
const mailto = text => 'mailto:' + encodeURIComponent(data.to).replace('%40', '@')
  + '?subject=' + encodeURIComponent(words.subject)
  + '&body=' + encodeURIComponent(text.replace(/\n/g, '\r\n'));
const showReply = text => {
  one('reply-text').value = text;
  if (data.to) one('again').href = mailto(text);
  one('copied').textContent = '';
  one('answer').hidden = false;
  one('answer').focus();
};
one('copy').addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(one('reply-text').value);
  } catch {
    one('reply-text').select();
    document.execCommand('copy');
  }
  one('copied').textContent = words.copied;
});
document.documentElement.classList.add('js');
"""
