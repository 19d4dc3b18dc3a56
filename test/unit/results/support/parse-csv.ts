/** A reader of RFC 4180 by the letter, apart from the product's writer; throws on what the RFC does not allow. */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [field, end] = text[at] === '"' ? quoted(text, at) : plain(text, at);
    record.push(field);
    at = end;
    if (text[at] === ',') {
      at += 1;
      if (at === text.length) throw new Error('the text ends after a comma');
    } else if (text.startsWith('\r\n', at)) {
      at += 2;
      records.push(record);
      record = [];
      // An empty field may be all there is of a record.
    } else throw new Error(`unexpected ${JSON.stringify(text[at])} at ${at}`);
  }
  if (record.length > 0) throw new Error('the last record has no line break');
  return records;
}

function quoted(text: string, start: number): [string, number] {
  let field = '';
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') field += text[at] ?? '';
    else if (text[at + 1] === '"') {
      field += '"';
      at += 1;
    } else return [field, at + 1];
  }
  throw new Error('a quoted field has no end');
}

function plain(text: string, start: number): [string, number] {
  const [field = ''] = /^[^",\r\n]*/.exec(text.slice(start)) ?? [];
  return [field, start + field.length];
}
