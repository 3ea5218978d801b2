/** Without marks and letter case, as the server's Folding.Plain, but with its spaces: "dung" finds "Dũng" and "Đung". */
export const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase().trim();
