import assert from "node:assert/strict";
import { test } from "node:test";
import { inWords, read, written, type Moment } from "../src/islands/moment";
import cases from "./moments.json";

test("a moment is read as the server reads it", () => {
  for (const [typed, shown] of cases.read as [string, string][]) {
    const moment = read(typed);
    assert.ok(!("flaw" in moment), typed);
    assert.equal(written(moment), shown, typed);
  }
});

test("what is no moment is told by the same reasons as on the server", () => {
  for (const [typed, flaw, date] of cases.refused as [string, string, string][]) assert.deepEqual(read(typed), { flaw, date }, typed);
});

test("a moment is said in words of the page's language", () => {
  const moment = read("1/12/2026 7:30") as Moment;
  assert.equal(
    inWords(moment, "{0}, ngày {1} tháng {2} năm {3}, {4}, giờ Việt Nam", "Chủ Nhật|Thứ Hai|Thứ Ba", "1|2|3|4|5|6|7|8|9|10|11|12"),
    "Thứ Ba, ngày 1 tháng 12 năm 2026, 07:30, giờ Việt Nam",
  );
});
