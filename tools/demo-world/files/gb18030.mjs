// Node decodes GB18030 but cannot write it, so the table is the decoder turned round. Two-byte signs are enough here.
let table;

function buildTable() {
  const decoder = new TextDecoder('gb18030');
  const codes = new Uint16Array(0x10000);
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if (sign.length === 1 && sign !== '\ufffd') codes[sign.charCodeAt(0)] ||= (lead << 8) | trail;
    }
  return codes;
}

/** The text as GB18030 bytes; throws a RangeError for a sign outside the two-byte part. */
export function encodeGb18030(text) {
  table ??= buildTable();
  const bytes = Buffer.allocUnsafe(text.length * 2);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) bytes[length++] = unit;
    else {
      const code = table[unit];
      if (!code) throw new RangeError(`no two-byte GB18030 code for ${text[at]}`);
      bytes[length++] = code >> 8;
      bytes[length++] = code & 0xff;
    }
  }
  return bytes.subarray(0, length);
}
