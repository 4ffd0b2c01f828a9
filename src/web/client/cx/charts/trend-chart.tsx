/** A figure over time, with its control limits and the versions that came in. */
import { areaY, dot, lineY, ruleX, ruleY, text } from '@observablehq/plot';
import type { JSX } from 'preact';
import type { Fields } from '../../json/fields.ts';
import { countAt, numberAt, rowsAt, textAt } from '../data/at.ts';
import { day, oneDecimal, percent } from '../view/figures/numbers.ts';
import { Chart } from './plot.tsx';

type Props = {
  readonly name: string;
  readonly trend: Fields;
  /** of the trend's charts */
  readonly chart: string;
  hrefOf(point: Point): string;
};

export type Point = {
  readonly from: string;
  readonly at: Date;
  readonly n: number;
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly isOutside: boolean;
};

export function TrendChart({ name, trend, chart, hrefOf }: Props): JSX.Element {
  const points = rowsAt(trend, `charts.${chart}.points`).map(pointOf);
  const news = newsOf(trend);
  const isShare = chart !== 'medianEffort';
  const centre = numberAt(trend, `charts.${chart}.centre`);
  const say = isShare ? percent : oneDecimal;
  if (points.length === 0) return <p class="none">Too few cases a {textAt(trend, 'bucket') || 'day'} for a line.</p>;
  return (
    <Chart
      label={`${name} over time`}
      table={<Table points={points} news={news} say={say} hrefOf={hrefOf} bucket={textAt(trend, 'bucket')} />}
      draw={() => ({
        height: 236,
        marginLeft: 44,
        marginTop: 26,
        x: { type: 'utc', label: null, ticks: 6 },
        y: {
          label: null,
          grid: true,
          ticks: 5,
          tickFormat: say,
          ...(isShare ? { domain: rangeOf(points) } : { zero: true }),
        },
        marks: [
          areaY(points, { x: 'at', y1: 'low', y2: 'high', fill: 'var(--limits)', curve: 'step' }),
          ...(centre === undefined ? [] : [ruleY([centre], { stroke: 'var(--dim)', strokeDasharray: '3 4' })]),
          ruleX(news, { x: 'at', stroke: 'var(--deploy)', strokeDasharray: '2 3' }),
          ...[false, true].map((isRaise) =>
            text(
              news.filter((one) => one.isRaise === isRaise),
              {
                x: 'at',
                frameAnchor: 'top',
                dy: isRaise ? -8 : -18,
                text: 'label',
                title: 'said',
                fill: 'var(--deploy)',
              },
            ),
          ),
          lineY(points, { x: 'at', y: 'value', stroke: 'var(--accent)', strokeWidth: 2 }),
          dot(points, {
            x: 'at',
            y: 'value',
            r: ({ isOutside }: Point) => (isOutside ? 6 : 3),
            symbol: ({ isOutside }: Point) => (isOutside ? 'diamond' : 'circle'),
            fill: ({ isOutside }: Point) => (isOutside ? 'var(--bad)' : 'var(--accent)'),
            title: (point: Point) => `${day(point.from)}: ${say(point.value)} of ${point.n}`,
            tip: { fill: 'var(--card)', stroke: 'var(--rule)' },
          }),
        ],
        r: { type: 'identity' },
        symbol: { type: 'identity' },
        color: { type: 'identity' },
      })}
    />
  );
}

function pointOf(one: Fields): Point {
  const from = textAt(one, 'from');
  return {
    ...{ from, at: dateOf(from), n: countAt(one, 'n'), value: countAt(one, 'value') },
    ...{ low: numberAt(one, 'low'), high: numberAt(one, 'high'), isOutside: one['isOutside'] === true },
  };
}

/** What came in on a day and may explain a change: versions of the bot, and dialogs that declare more turns. */
type News = {
  readonly day: string;
  readonly at: Date;
  readonly label: string;
  readonly said: string;
  readonly isRaise: boolean;
};

function newsOf(trend: Fields): readonly News[] {
  const versions = rowsAt(trend, 'deploys').map((one): News => {
    const version = textAt(one, 'version').slice(0, 7);
    return { ...dayAt(one), label: version, said: `version ${version}`, isRaise: false };
  });
  const raised = rowsAt(trend, 'raised').map((one): News => {
    const dialog = textAt(one, 'dialog');
    const said = `${dialog} declares ${countAt(one, 'to')} turns instead of ${countAt(one, 'from')}`;
    return { ...dayAt(one), label: `${dialog}: more turns declared`, said, isRaise: true };
  });
  return [...versions, ...raised];
}

function dayAt(one: Fields): Pick<News, 'day' | 'at'> {
  const date = textAt(one, 'day');
  return { day: date, at: dateOf(date) };
}

function dateOf(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** Room for all points and limits, from a whole tenth to a whole tenth. */
function rangeOf(points: readonly Point[]): readonly [number, number] {
  const values = points.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
  return [Math.floor(10 * Math.min(...values)) / 10, Math.ceil(10 * Math.max(...values)) / 10];
}

type TableProps = {
  readonly points: readonly Point[];
  readonly news: readonly News[];
  readonly bucket: string;
  say(value: number): string;
} & Pick<Props, 'hrefOf'>;

function Table({ points, news, say, hrefOf, bucket }: TableProps): JSX.Element {
  const after = (index: number): string => points[index + 1]?.from ?? '9999-12-31';
  const cameIn = ({ from }: Point, index: number): string =>
    news
      .filter(({ day: date }) => date >= from && date < after(index))
      .map(({ said }) => said)
      .join(', ');
  return (
    <table class="list">
      <thead>
        <tr>
          <th>{bucket === 'week' ? 'Week from' : 'Day'}</th>
          <th class="number">Value</th>
          <th class="number">Cases</th>
          <th class="number">Limits</th>
          <th>Beyond them</th>
          <th>Came in</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point, index) => (
          <tr key={point.from}>
            <th scope="row">
              <a href={hrefOf(point)}>{day(point.from)}</a>
            </th>
            <td class="number">{say(point.value)}</td>
            <td class="number">{point.n}</td>
            <td class="number">
              {point.low === undefined || point.high === undefined
                ? 'too few days'
                : `${say(point.low)}–${say(point.high)}`}
            </td>
            <td>{point.isOutside ? 'yes' : ''}</td>
            <td>{cameIn(point, index)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
