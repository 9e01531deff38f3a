import { dateLevelCode } from "./sweep-levels.ts";

/**
 * Functions about packed birth dates and their parts: the same as `dates/date-level.ts` and `index/blocking-keys.ts`
 * say, held equal by a test over all kinds of dates.
 */
export const DATE_FUNCTIONS = `
create function pg_temp.differing_digits(a int, b int) returns int immutable language sql as $$
  select (a % 10 <> b % 10)::int + (a / 10 % 10 <> b / 10 % 10)::int + (a / 100 % 10 <> b / 100 % 10)::int
    + (a / 1000 % 10 <> b / 1000 % 10)::int + (a / 10000 % 10 <> b / 10000 % 10)::int
    + (a / 100000 % 10 <> b / 100000 % 10)::int + (a / 1000000 % 10 <> b / 1000000 % 10)::int
    + (a / 10000000 <> b / 10000000)::int
$$;

create function pg_temp.one_slip(a int, b int) returns boolean immutable language sql as $$
  select pg_temp.differing_digits(a, b) = 1
    or (a / 100 = b / 100 and a / 10 % 10 = b % 10 and a % 10 = b / 10 % 10)
$$;

create function pg_temp.last_day(year int, month int) returns int immutable language sql as $$
  select case
    when month in (4, 6, 9, 11) then 30
    when month <> 2 then 31
    when year % 4 = 0 and (year % 100 <> 0 or year % 400 = 0) then 29
    else 28 end
$$;

create function pg_temp.is_day_after(first int, second int) returns boolean immutable language sql as $$
  select second % 100 = 1 and first % 100 = pg_temp.last_day(first / 10000, first / 100 % 100)
    and second / 100 = case when first / 100 % 100 = 12 then (first / 10000 + 1) * 100 + 1 else first / 100 + 1 end
$$;

create function pg_temp.day_slip(month_a int, day_a int, month_b int, day_b int) returns boolean
  immutable language sql as $$
  select case
    when month_a = day_b and day_a = month_b then true
    when month_a = month_b then abs(day_a - day_b) = 1 or pg_temp.one_slip(day_a, day_b)
    else day_a = day_b and pg_temp.one_slip(month_a, month_b) end
$$;

create function pg_temp.next_days(first int, second int) returns boolean immutable language sql as $$
  select case
    when first / 100 = second / 100 then abs(first - second) = 1
    when first > second then pg_temp.is_day_after(second, first)
    else pg_temp.is_day_after(first, second) end
$$;

create function pg_temp.swapped_and_day_off(month_a int, day_a int, month_b int, day_b int) returns boolean
  immutable language sql as $$
  select (month_a = day_b and abs(day_a - month_b) = 1) or (day_a = month_b and abs(month_a - day_b) = 1)
$$;

create function pg_temp.day_off_in_a_year(a int, b int) returns boolean immutable language sql as $$
  select pg_temp.next_days(a, a / 10000 * 10000 + b % 10000) or pg_temp.next_days(b / 10000 * 10000 + a % 10000, b)
$$;

create function pg_temp.date_level(a int, b int) returns smallint immutable language sql as $$
  select (case
    when a = b and a % 100 <> 0 then ${dateLevelCode("equal")}
    when a % 100 = 0 or b % 100 = 0 then case
      when a / 10000 <> b / 10000 then case
        when abs(a / 10000 - b / 10000) in (1, 10)
          and ((a / 100 % 100) * (b / 100 % 100) = 0 or a / 100 % 100 = b / 100 % 100) then ${dateLevelCode("nearYear")}
        else ${dateLevelCode("differs")} end
      when (a / 100 % 100) * (b / 100 % 100) = 0 then ${dateLevelCode("yearOnly")}
      when a / 100 = b / 100 then ${dateLevelCode("compatible")}
      else ${dateLevelCode("nearYear")} end
    when a / 10000 = b / 10000 then case
      when a / 100 % 100 = b % 100 and a % 100 = b / 100 % 100 then ${dateLevelCode("swappedDayMonth")}
      when pg_temp.next_days(a, b) then ${dateLevelCode("dayOff")}
      when a % 10000 = 101 or b % 10000 = 101 then ${dateLevelCode("firstOfJanuary")}
      when pg_temp.differing_digits(a, b) = 1 then ${dateLevelCode("oneDigit")}
      when pg_temp.swapped_and_day_off(a / 100 % 100, a % 100, b / 100 % 100, b % 100) then ${dateLevelCode("twoSlips")}
      when a / 100 = b / 100 then case
        when pg_temp.one_slip(a % 100, b % 100) then ${dateLevelCode("oneDigit")}
        else ${dateLevelCode("sameYearMonth")} end
      when a % 100 = b % 100 then ${dateLevelCode("sameYearDay")}
      else ${dateLevelCode("sameYear")} end
    when a % 10000 = b % 10000 then case
      when abs(a - b) = 10000 then ${dateLevelCode("yearOff")}
      when abs(a - b) in (100000, 200000, 300000) then ${dateLevelCode("tenYearsOff")}
      when pg_temp.one_slip(a / 10000, b / 10000) then ${dateLevelCode("oneDigit")}
      else ${dateLevelCode("sameDayMonth")} end
    when abs(a / 10000 - b / 10000) = 1 and pg_temp.next_days(a, b) then ${dateLevelCode("dayOff")}
    when abs(a / 10000 - b / 10000) in (1, 10) and ((a / 100 % 100 = b % 100 and a % 100 = b / 100 % 100)
      or pg_temp.day_off_in_a_year(a, b)) then ${dateLevelCode("twoSlips")}
    when abs(a / 10000 - b / 10000) in (1, 10) and (a % 10000 = 101 or b % 10000 = 101) then ${dateLevelCode("nearYear")}
    when (abs(a / 10000 - b / 10000) in (1, 10) or pg_temp.one_slip(a / 10000, b / 10000))
      and pg_temp.day_slip(a / 100 % 100, a % 100, b / 100 % 100, b % 100) then ${dateLevelCode("twoErrors")}
    else ${dateLevelCode("differs")} end)::smallint
$$;

create function pg_temp.is_partial(a int, b int, level int) returns boolean immutable language sql as $$
  select level in (${dateLevelCode("firstOfJanuary")}, ${dateLevelCode("nearYear")}) or a % 100 = 0 or b % 100 = 0
$$;

create function pg_temp.swapped_day_month(packed int) returns int immutable language sql as $$
  select packed / 10000 * 10000 + packed % 100 * 100 + packed / 100 % 100
$$;

create function pg_temp.two_parts_equal(a int, b int) returns boolean immutable language sql as $$
  select (a / 10000 = b / 10000)::int + (a / 100 % 100 = b / 100 % 100)::int + (a % 100 = b % 100)::int >= 2
$$;

create function pg_temp.dates_meet(asked int, found int) returns boolean immutable language sql as $$
  select case
    when asked <= 0 or found <= 0 then false
    when asked % 100 = 0 or found % 100 = 0 then asked / 10000 = found / 10000
      and (asked / 100 % 100 = 0 or found / 100 % 100 = 0 or asked / 100 % 100 = found / 100 % 100
        or (asked % 100 > 0 and asked % 100 = found / 100 % 100))
    when (asked % 10000 = 101 or found % 10000 = 101) and asked / 10000 = found / 10000 then true
    else pg_temp.two_parts_equal(asked, found)
      or pg_temp.two_parts_equal(pg_temp.swapped_day_month(asked), found) end
$$;

create function pg_temp.date_parts(packed int) returns int[] immutable language sql as $$
  select case
    when packed <= 0 then '{}'::int[]
    when packed / 100 % 100 = 0 then array[4000000 + packed / 10000 * 100]
    when packed % 100 = 0 then array[1000000 + packed / 100]
    else array[1000000 + packed / 100, 2000000 + packed / 10000 * 100 + packed % 100, 3000000 + packed % 10000] end
$$;

create function pg_temp.pair_of(sound int, other int) returns bigint immutable language sql as $$
  select least(sound, other)::bigint * 4294967296 + greatest(sound, other)
$$;
`;
