// Thai and Arabic digits.
export const arabic = (text) => text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
export const thai = (text) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(Number(digit) + 0x0e50));
