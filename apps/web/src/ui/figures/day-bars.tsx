import { useMessages } from "../../platform/i18n/language.tsx";
import { uiMessages } from "../messages.ts";
import { Table } from "../table/plain-table.tsx";
import styles from "./day-bars.module.css";

export interface DayCount {
  readonly day: string;
  readonly first: number;
  readonly second: number;
}

const HEIGHT = 120;
const SLOT = 20;

interface DayBarsProps {
  /** What the picture shows, in words; those who do not see it have the table. */
  summary: string;
  dayLabel: string;
  firstLabel: string;
  secondLabel: string;
  days: readonly DayCount[];
  writeDay: (day: string) => string;
  writeNumber: (count: number) => string;
}

/** Two counts a day as bars side by side, with the numbers in a table that can be opened. */
export function DayBars({ days, ...labels }: DayBarsProps) {
  const t = useMessages(uiMessages);
  const most = Math.max(1, ...days.map((day) => Math.max(day.first, day.second)));
  const width = Math.max(days.length, 1) * SLOT;
  const height = (count: number) => (count / most) * (HEIGHT - 4);
  const [firstDay, lastDay] = [days[0]?.day, days.at(-1)?.day];
  return (
    <figure className={styles.figure} aria-label={labels.summary}>
      <figcaption className={styles.legend}>
        <span data-series="first">{labels.firstLabel}</span>
        <span data-series="second">{labels.secondLabel}</span>
        <span className="quiet number">max {labels.writeNumber(most)}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
        className={styles.chart}
      >
        <path
          d={`M0 ${HEIGHT - 0.5}H${width}M0 ${HEIGHT / 2}H${width}M0 .5H${width}`}
          className={styles.grid}
        />
        {days.map((day, index) => (
          <g key={day.day}>
            <rect
              className={styles.first}
              x={index * SLOT + 3}
              width="7"
              y={HEIGHT - height(day.first)}
              height={height(day.first)}
            />
            <rect
              className={styles.second}
              x={index * SLOT + 10}
              width="7"
              y={HEIGHT - height(day.second)}
              height={height(day.second)}
            />
          </g>
        ))}
      </svg>
      <div className={styles.axis}>
        <span>{firstDay && labels.writeDay(firstDay)}</span>
        <span>{lastDay && labels.writeDay(lastDay)}</span>
      </div>
      <details className={styles.details}>
        <summary>{t("asTable")}</summary>
        <Table
          caption={labels.summary}
          head={[labels.dayLabel, labels.firstLabel, labels.secondLabel]}
          numeric={[1, 2]}
          rows={days.toReversed().map(({ day, first, second }) => ({
            key: day,
            cells: [labels.writeDay(day), labels.writeNumber(first), labels.writeNumber(second)],
          }))}
        />
      </details>
    </figure>
  );
}
