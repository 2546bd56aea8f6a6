"""The script of an offer's page: it tells the times in the reader's own zone, and writes the reply.

Without it the page stands as it was written, in the zone of the client.
"""

OFFER_SCRIPT = r"""
const clocks = {};
const ours = {calendar: 'gregory', numberingSystem: 'latn'};
const told = (zone, style) => new Intl.DateTimeFormat(data.locale, {timeZone: zone, ...ours, ...style});
const parts = (zone, moment) => {
  clocks[zone] ??= new Intl.DateTimeFormat('en-US', {timeZone: zone, ...ours, hourCycle: 'h23',
    year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric'});
  return Object.fromEntries(clocks[zone].formatToParts(moment).map(part => [part.type, +part.value]));
};
const day = (zone, moment) => {
  const at = parts(zone, moment);
  return Date.UTC(at.year, at.month - 1, at.day);
};
const offset = (zone, moment) => {
  const at = parts(zone, moment);
  return Math.round((Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute) - moment) / 60000);
};
const padded = number => String(number).padStart(2, '0');
const utc = minutes => 'UTC' + (minutes < 0 ? '-' : '+') + padded(Math.floor(Math.abs(minutes) / 60))
  + ':' + padded(Math.abs(minutes) % 60);
const city = zone => data.cities[zone] || zone.split('/').pop().replace(/_/g, ' ');
const place = (zone, moment) => city(zone) + ' (' + utc(offset(zone, moment)) + ')';
const date = (zone, moment) => told(zone, {dateStyle: 'full'}).format(moment);
const clock = (zone, moment) => told(zone, {timeStyle: 'short'}).format(moment);
const span = (zone, slot) => clock(zone, slot.start) + '–' + clock(zone, slot.end);
const joined = (...texts) => texts.filter(Boolean).join(data.comma);

let here = data.zones[0];
const whole = slot =>
  joined(date(here, slot.start), span(here, slot), place(here, slot.start)) + ' = ' + slot.utc;
const replyTo = n => {
  const slot = data.slots.find(each => each.n === n);
  const said = slot ? fill(words.reply_slot, {n, when: whole(slot)}) : words.reply_none;
  return said + '\n\n\n\n' + words.keep + '\ncb-offer: ' + data.id + ' ' + n + '\n';
};
const theirs = slot => {
  const otherDay = day(data.mine, slot.start) !== day(here, slot.start);
  return joined(otherDay && date(data.mine, slot.start), span(data.mine, slot), place(data.mine, slot.start))
    + (otherDay ? ' – ' + words.other_date : '');
};
const show = () => {
  for (const slot of data.slots) {
    const set = (name, text) => { one(name + slot.n).textContent = text; };
    set('date', date(here, slot.start));
    set('clock', span(here, slot));
    set('place', place(here, slot.start));
    set('theirs', theirs(slot));
    one('mine' + slot.n).hidden = offset(here, slot.start) === offset(data.mine, slot.start);
  }
  const end = data.expires;
  one('until').textContent = joined(date(here, end), clock(here, end), place(here, end));
  document.querySelectorAll('a.choose').forEach(link => { link.href = mailto(replyTo(+link.dataset.n)); });
  one('answer').hidden = true;
};
const isKnown = zone => { try { return !!parts(zone, 0); } catch { return false; } };
const canonical = zone => clocks[zone].resolvedOptions().timeZone;
const fillZones = own => {
  const all = Intl.supportedValuesOf ? Intl.supportedValuesOf('timeZone') : [];
  const zones = [...new Set([...data.zones.map(canonical), own, 'UTC', ...all])].filter(isKnown);
  const first = data.slots[0].start;
  zones.sort((a, b) => city(a).localeCompare(city(b), data.locale));
  const options = zones.map(zone => new Option(place(zone, first), zone, false, zone === here));
  one('zone').replaceChildren(...options);
};
const checkExpiry = () => {
  const left = data.expires - Date.now();
  one('expired').hidden = left > 0;
  one('before').hidden = left <= 0;
  if (left > 0) setTimeout(checkExpiry, Math.min(left + 1000, 2 ** 31 - 1));
};

for (const slot of data.slots) { slot.start = Date.parse(slot.start); slot.end = Date.parse(slot.end); }
data.expires = Date.parse(data.expires);
checkExpiry();
document.querySelectorAll('.choose').forEach(each =>
  each.addEventListener('click', () => showReply(replyTo(+each.dataset.n))));
if (data.zones.every(isKnown)) {
  one('old').hidden = data.slots.every((slot, n) =>
    data.zones.every(zone => offset(zone, slot.start) === data.offsets[zone][n]));
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  here = own && isKnown(own) ? own : here;
  fillZones(here);
  show();
  one('zone').addEventListener('change', () => {
    here = one('zone').value;
    show();
    one('said').textContent = fill(words.zone_now, {zone: place(here, data.slots[0].start)});
  });
}
"""
