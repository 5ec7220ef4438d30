import { floor, minus, plus, times } from './figure.ts';
import { constant, type Graph, type Node } from './node.ts';
import * as truth from './truth.ts';

/** Dates are figures YYYYMMDD here; their distances are arithmetic on the digits (see local-date.ts). */

/** The first and the last day a fact or a run may name. */
export const FIRST_DAY = 1900_01_01;
export const LAST_DAY = 9999_12_31;

/** Completed years: the birthday itself counts. */
export function yearsBetween(graph: Graph, from: Node, to: Node): Node {
  return floor(graph, minus(graph, to, from), constant(graph, 10_000));
}

/** Completed months: one less where the day of the month is not reached, unless the month ends before it. */
export function monthsBetween(graph: Graph, from: Node, to: Node): Node {
  const months = minus(graph, monthNumber(graph, to), monthNumber(graph, from));
  const day = dayOf(graph, to);
  const isEarlier = truth.less(graph, day, dayOf(graph, from));
  const hasMoreDays = truth.less(graph, day, daysInMonth(graph, to));
  const notReached = truth.and(graph, isEarlier, hasMoreDays);
  return truth.choice(graph, notReached, minus(graph, months, constant(graph, 1)), months);
}

/** Months since the year 0. */
function monthNumber(graph: Graph, date: Node): Node {
  return plus(graph, times(graph, constant(graph, 12), yearOf(graph, date)), monthOf(graph, date));
}

function yearOf(graph: Graph, date: Node): Node {
  return floor(graph, date, constant(graph, 10_000));
}

function monthOf(graph: Graph, date: Node): Node {
  const [month, years] = [floor(graph, date, constant(graph, 100)), yearOf(graph, date)];
  return minus(graph, month, times(graph, constant(graph, 100), years));
}

function dayOf(graph: Graph, date: Node): Node {
  const months = floor(graph, date, constant(graph, 100));
  return minus(graph, date, times(graph, constant(graph, 100), months));
}

function daysInMonth(graph: Graph, date: Node): Node {
  const [year, month] = [yearOf(graph, date), monthOf(graph, date)];
  const is = (number: number) => truth.equal(graph, month, constant(graph, number));
  const leap = truth.or(
    graph,
    truth.and(graph, divides(graph, 4, year), truth.not(graph, divides(graph, 100, year))),
    divides(graph, 400, year),
  );
  const isShort = [4, 6, 9, 11].map(is).reduce((a, b) => truth.or(graph, a, b));
  const days = (number: number) => constant(graph, number);
  const february = truth.choice(graph, leap, days(29), days(28));
  const other = truth.choice(graph, isShort, days(30), days(31));
  return truth.choice(graph, is(2), february, other);
}

function divides(graph: Graph, by: number, year: Node): Node {
  const part = floor(graph, year, constant(graph, by));
  return truth.equal(graph, year, times(graph, constant(graph, by), part));
}
