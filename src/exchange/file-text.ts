const EXCEL_HELP = 'In Excel, choose “Save as” and “CSV UTF-8 (Comma delimited)”';

/** What a file says, or why it cannot be read. */
export type FileText = { readonly text: string } | { readonly fault: string };

/** The text of a file that was sent as it lies on somebody's disk: UTF-8, with or without a byte order mark. */
export function textOfFile(bytes: Uint8Array): FileText {
  if (startsWith(bytes, 0x50, 0x4b)) return { fault: `This is a workbook, not a CSV file. ${EXCEL_HELP}` };
  if (isUtf16(bytes)) return { fault: `This file is in UTF-16. Save it as UTF-8. ${EXCEL_HELP}` };
  try {
    return checkedText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { fault: `This file is not in UTF-8; it may be in Windows-1252. Save it as UTF-8. ${EXCEL_HELP}` };
  }
}

/** Text that a client of the API sent already decoded: letters that were not UTF-8 have become question marks. */
export function checkedText(sent: string): FileText {
  const text = sent.replace(/^\uFEFF/, '');
  if (text.includes('\0')) return { fault: `This file holds bytes that are not text. ${EXCEL_HELP}` };
  if (text.includes('\uFFFD')) {
    return {
      fault: `Letters of this file were lost: it is not in UTF-8, or it was saved wrongly before. ${EXCEL_HELP}`,
    };
  }
  return { text };
}

const startsWith = (bytes: Uint8Array, ...marks: number[]): boolean =>
  marks.every((mark, place) => bytes[place] === mark);

const SAMPLE = 2000;

/** A byte order mark, or the empty bytes that UTF-16 puts beside every Latin letter. */
function isUtf16(bytes: Uint8Array): boolean {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return true;
  const sample = bytes.subarray(0, SAMPLE);
  return sample.length > 3 && sample.filter((byte) => byte === 0).length > sample.length / 4;
}
