/** The figures a report is opened for. */
import type { JSX } from 'preact';
import type { Fields } from '../../../json/fields.ts';
import { linkTo } from '../../address/address.ts';
import { useWay } from '../../address/use-address.ts';
import { countAt, figureAt, numberAt } from '../../data/at.ts';
import { definitions } from '../../words/definitions.ts';
import { Count, Share } from '../figures/figure.tsx';
import { percent, percentRange } from '../figures/numbers.ts';
import { Interval, ShareTile, Tile } from '../figures/tile.tsx';

type Props = { readonly report: Fields };

export function Tiles({ report }: Props): JSX.Element {
  const { address } = useWay();
  const to = (set: string) => linkTo(address, 'cases', { set, order: 'hardest' });
  return (
    <div class="tiles">
      <ShareTile
        name="Good experience"
        about={definitions.goodExperience}
        of={report}
        at="goodExperience"
        href={to('not_good')}
      />
      <Resolution report={report} href={to('not_resolved')} />
      <Durable report={report} href={to('gap')} />
      <ShareTile
        name="High effort"
        about={definitions.highEffort}
        of={report}
        at="effort.highShare"
        href={to('high_effort')}
      />
      <Person report={report} to={to} />
      <Surveys report={report} />
    </div>
  );
}

function Resolution({ report, href }: Props & { readonly href: string }): JSX.Element {
  const [low, high] = [numberAt(report, 'resolution.low'), numberAt(report, 'resolution.high')];
  const confirmed = figureAt(report, 'resolution.confirmed');
  const point = numberAt(report, 'resolution.point');
  return (
    <Tile name="Solved" about={definitions.resolution}>
      {low === undefined || high === undefined || confirmed.kind !== 'known' ? (
        <p class="none">
          <Share of={report} name="resolution.confirmed" />
        </p>
      ) : (
        <>
          <p class="big">
            <a href={href}>{percentRange(low, high)}</a>
          </p>
          <Interval low={low} high={high} {...(point === undefined ? {} : { value: point })} />
          <p class="detail">
            <Share of={report} name="resolution.confirmed" isBare /> for sure,{' '}
            <Share of={report} name="resolution.assumedShare" isBare /> assumed
            {point !== undefined && `; ${percent(point)} by review`}
          </p>
        </>
      )}
    </Tile>
  );
}

function Durable({ report, href }: Props & { readonly href: string }): JSX.Element {
  const figure = figureAt(report, 'durable.rate');
  const coverage = numberAt(report, 'durable.coverage');
  return (
    <Tile name="Solved for good" about={`${definitions.durable} ${definitions.containment} ${definitions.gap}`}>
      <p class={figure.kind === 'known' ? 'big' : 'none'}>
        <Share of={report} name="durable.rate" isBare />
      </p>
      {figure.kind === 'known' && <Interval low={figure.low} high={figure.high} value={figure.value} />}
      <p class="detail">
        {coverage !== undefined && figure.kind === 'known' && `${percent(coverage)} of final cases can be seen. `}
        Contained: <Share of={report} name="containment.rate" isBare />,{' '}
        <a href={href}>
          gap <Share of={report} name="containment.gap" isBare />
        </a>
      </p>
    </Tile>
  );
}

function Person({ report, to }: Props & { to(set: string): string }): JSX.Element {
  const isEmpty = countAt(report, 'cases.engaged') === 0;
  return (
    <Tile name="Asked for a person" about={definitions.escalation}>
      {isEmpty ? (
        <p class="none">no data</p>
      ) : (
        <>
          <p class="big">
            <a href={to('asked')}>
              <Count of={report} name="escalation.asked" />
            </a>
          </p>
          <p class="detail">
            <a href={to('asked_and_got')}>
              <Count of={report} name="escalation.askedAndGot" /> got one
            </a>
            ,{' '}
            <a href={to('asked_and_not_got')}>
              <Count of={report} name="escalation.askedAndNotGot" /> did not
            </a>
            ; <Count of={report} name="escalation.byBot" /> handed over unasked
          </p>
        </>
      )}
    </Tile>
  );
}

const surveys = { csat: 'CSAT', ces: 'CES', expectation: 'Expectation met' } as const;

function Surveys({ report }: Props): JSX.Element {
  const { address } = useWay();
  const about = `CSAT: ${definitions.csat} CES: ${definitions.ces} ${definitions.expectation}`;
  return (
    <Tile name="What customers say" about={about}>
      <dl class="pairs">
        {(['csat', 'ces', 'expectation'] as const).map((item) => (
          <div key={item}>
            <dt>{surveys[item]}</dt>
            <dd>
              <a href={linkTo(address, 'satisfaction')}>
                <Share of={report} name={`satisfaction.${item}.raw`} isBare />
              </a>
            </dd>
          </div>
        ))}
      </dl>
      <p class="detail">{answeredWords(report)}</p>
    </Tile>
  );
}

function answeredWords(report: Fields): string {
  const [asked, answered] = ['asked', 'answered'].map((name) =>
    ['csat', 'ces', 'expectation'].reduce((sum, item) => sum + countAt(report, `satisfaction.${item}.${name}`), 0),
  );
  if (!asked) return 'Nobody was asked.';
  return `${percent((answered ?? 0) / asked)} of ${asked.toLocaleString()} questions answered`;
}
