import assert from "node:assert/strict";
import { test } from "node:test";
import { themeAfter } from "../src/islands/theme";

test("the switch goes round", () => {
  assert.equal(themeAfter("auto"), "light");
  assert.equal(themeAfter("light"), "dark");
  assert.equal(themeAfter("dark"), "auto");
});

test("after what is no theme comes auto", () => assert.equal(themeAfter("pink"), "auto"));
