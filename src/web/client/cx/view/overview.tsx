/** The report on one page, most important first. */
import type { JSX } from 'preact';
import type { Report } from '../report/report.ts';
import { Burdens } from './burdens.tsx';
import { Effort } from './effort.tsx';
import { Latest } from './latest.tsx';
import { cases, moment, percentRange } from './numbers.ts';
import { Outcomes } from './outcomes.tsx';
import { Interval, ShareTile, Tile } from './tile.tsx';

export function Overview({ report }: { readonly report: Report }): JSX.Element {
  return (
    <main>
      <div class="tiles">
        <ShareTile
          name="Good experience"
          about="Solved, as far as can be seen, and with little effort"
          figure={report.goodExperience}
        />
        <Resolution report={report} />
        <ShareTile
          name="High effort"
          about="Cases that cost the customer 60 points or more"
          figure={report.highShare}
        />
        <Person report={report} />
      </div>
      <div class="cards">
        <Outcomes outcomes={report.outcomes} />
        <Effort report={report} />
        <Burdens burdens={report.burdens} />
        <Latest cases={report.latest} />
      </div>
      <Foot report={report} />
    </main>
  );
}

function Resolution({ report }: { readonly report: Report }): JSX.Element {
  const { resolution, confirmed } = report;
  const about = 'From what was confirmed to what may be assumed';
  if (!resolution || confirmed.kind !== 'known') return <ShareTile name="Solved" about={about} figure={confirmed} />;
  return (
    <Tile name="Solved" about={about}>
      <p class="big">{percentRange(resolution.low, resolution.high)}</p>
      <Interval low={resolution.low} high={resolution.high} />
      <p class="detail">of {cases(confirmed.n)} in scope</p>
    </Tile>
  );
}

function Person({ report: { asked, askedAndGot, cases: counted } }: { readonly report: Report }): JSX.Element {
  return (
    <Tile name="Asked for a person" about="Nobody who asks should have to ask twice">
      {counted.engaged === 0 ? <p class="none">no data yet</p> : <p class="big">{asked.toLocaleString()}</p>}
      {asked > 0 && (
        <p class="detail">
          {askedAndGot.toLocaleString()} got one, {(asked - askedAndGot).toLocaleString()} did not
        </p>
      )}
      {asked === 0 && counted.engaged > 0 && <p class="detail">of {cases(counted.engaged)}</p>}
    </Tile>
  );
}

function Foot({ report: { cases: counted, versions, asOf } }: { readonly report: Report }): JSX.Element {
  const parts = [
    `${cases(counted.all)} in all`,
    `${counted.engaged} engaged`,
    `${counted.open} open`,
    `${counted.provisional} provisional`,
    `${counted.final} final`,
    `${counted.outOfScope} out of scope`,
    `${counted.unengaged} where the customer never wrote`,
  ];
  return (
    <footer>
      <p>{parts.join(' · ')}</p>
      <p>
        {versions && `Measured by ${versions}. `}
        {asOf && `As of ${moment(asOf)}.`}
      </p>
    </footer>
  );
}
