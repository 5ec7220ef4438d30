import { describe, expect, test } from 'vitest';
import { readRegionJson } from '../../src/cli/region-reader.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { household, placeWith } from '../../src/rules/worked-case.ts';
import { filesBelow } from '../../src/rules/worked-example/region-below.ts';
import {
  type Asked,
  type Calculation,
  DAY,
  type Figure,
  type Place,
  type ReadJson,
} from '../../src/rules/worked-example/worked-example.ts';
import { workedExamples } from '../../src/rules/worked-example/worked-examples.ts';
import { openByHand, placeOn, verdictByHand } from './by-hand.ts';
import { type Content, lineOf } from './sheet.ts';
import { type Shelf, shelfOf } from './shelf.ts';
import { contentOf } from './value.ts';

function shelfFor(place: Place, readJson: ReadJson): Shelf {
  if ('made' in place) return placeWith(place.made).files.map((file) => file.entries);
  if ('region' in place) return shelfOf(place.region, readJson);
  const below = filesBelow(readJson, place.below, place.laidDown);
  return shelfOf(below.code, below.readJson);
}

function opened({ place, facts, on = DAY }: Asked, readJson: ReadJson) {
  const day = localDate(on);
  const known = household(facts);
  const residence = known.residence ?? 'urban';
  const asOf = { on: day, knownOn: day };
  return openByHand(known, placeOn(shelfFor(place, readJson), asOf, residence));
}

function contentByHand(asked: Figure, readJson: ReadJson): Content {
  const root = opened(asked, readJson);
  return contentOf(asked.rule, asked.of === undefined ? root : lineOf(root, asked.of));
}

const byHand: Calculation = {
  figure: (asked, readJson) => {
    const content = contentByHand(asked, readJson);
    if (content === null || typeof content !== 'object' || !('top' in content)) {
      throw new Error(`no figure ${asked.rule}`);
    }
    return Number(content.top) / Number(content.bottom);
  },
  answer: (asked, readJson) => contentByHand(asked, readJson) as boolean,
  outcome: (asked, readJson) => {
    const { refused, eligible } = verdictByHand('dibao', opened(asked, readJson));
    return typeof refused === 'string' ? refused : eligible ? 'eligible' : 'not-eligible';
  },
};

describe.each(workedExamples)('公开的例子用手算：$id $title', (example) => {
  test.each(example.questions)('$given：$what，$expected', ({ got, expected }) => {
    expect(got(readRegionJson, byHand)).toBe(expected);
  });
});
