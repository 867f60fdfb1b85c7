namespace TradeBot.MarketData;

/// <summary>Reads a file's times: numbers in any unit and texts in many formats, using all rows to resolve ambiguity.</summary>
internal sealed class TimeColumn
{
    /// <summary>For messages.</summary>
    public const string Accepted = "a count of seconds, milliseconds, microseconds or nanoseconds since 1970, or a date such as 2024-01-31 23:59";

    private const long FirstCount = 315_532_800_000, EndOfTime = 4_102_444_800_000; // 1980 and 2100: ranges of different units do not overlap
    private const long FirstText = -5_364_662_400_000; // 1800
    private const int FewestFor = 20;

    private static readonly string[] Units = ["seconds", "milliseconds", "microseconds", "nanoseconds"];

    private readonly FieldTable _fields;
    private readonly int _date, _clock, _clockDigits;
    private readonly string _name;
    private readonly ImportOptions _options;
    private readonly long _offset;
    private readonly List<TimeUnit> _unitsMet = []; // in the order in which they appeared
    private readonly HashSet<DateShape> _shapesMet = [];
    private DateOrder _order = DateOrder.DayFirst;
    private bool _isOrderAssumed, _metLocal, _metDay, _metMoment;

    /// <summary>Inspects all rows for what one row cannot determine: the order of day and month, and the length of times of day.</summary>
    /// <exception cref="CandleDataException">The order of day and month is ambiguous.</exception>
    public TimeColumn(FieldTable fields, int firstRow, int date, int clock, string name, ImportOptions options)
    {
        (_fields, _date, _clock, _name, _options) = (fields, date, clock, name, options);
        _offset = (long)options.ClockOffset.TotalMilliseconds;
        _clockDigits = ClockDigits(firstRow);
        FindOrder(firstRow);
    }

    /// <summary>True when dates are written 31.01.2024.</summary>
    public bool HasDottedDates { get; private set; }

    /// <summary>Whether a field is a time by itself.</summary>
    public static bool IsTime(ReadOnlySpan<byte> text) => TimeText.TryParse(text, out _) || TryBySize(text, unit: null, out _, out _);

    /// <summary>Whether a field is a time of day: 23:59, 235900.</summary>
    public static bool IsClock(ReadOnlySpan<byte> text) => text.IndexOf((byte)':') is 1 or 2
        || (text.Length is > 0 and <= 6 && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9'));

    /// <summary>The time of a row; false, with the expectation, when there is none.</summary>
    public bool TryRead(int row, out ImportedTime time, out string expectation)
    {
        expectation = Accepted;
        time = default;
        ReadOnlySpan<byte> text = _fields[row, _date];
        if (_clock >= 0)
            return TryReadText(Joined(row), out time, ref expectation);
        bool isDate = TimeText.TryParse(text, out TimeText date)
            && (date.Shape != DateShape.Compact || (_options.TimeUnit is null && date.TryLocal(_order, out _)));
        return isDate ? TryReadText(text, out time, ref expectation) : TryReadCount(text, out time, ref expectation);
    }

    /// <summary>The assumptions, one sentence each.</summary>
    public IEnumerable<string> Assumptions()
    {
        if (_unitsMet.Count == 1)
            yield return $"Times are counts of {Units[(int)_unitsMet[0]]} since 1970-01-01 UTC, {(_options.TimeUnit is null ? "from their size" : "as given")}.";
        if (_unitsMet.Count > 1)
            yield return $"The unit of time changes within the data ({string.Join(", then ", _unitsMet.Select(unit => Units[(int)unit]))}): each time is read by its size.";
        if (_shapesMet.Contains(DateShape.YearLast) || _shapesMet.Contains(DateShape.YearLastDotted))
            yield return $"Dates are read with the {(_order == DateOrder.DayFirst ? "day" : "month")} first, {(_options.DateOrder is not null ? "as given" : _isOrderAssumed ? "as dates with dots are written; no row tells otherwise" : "as the rows tell")}.";
        if (_metLocal && _options.TimeZone is { } zone)
            yield return $"Times are texts without an offset and are taken as {zone.Id}; for the repeated hour in autumn the order of the rows determines which it is.";
        else if (_metLocal || _metDay)
            yield return "Times are texts without an offset and are taken as UTC.";
        if (_options.TimeZone is { } unused && !_metLocal)
            yield return $"The zone {unused.Id} was not used: the times are {(_metDay ? "dates without a time of day" : "moments by themselves")}.";
        if (_shapesMet.Contains(DateShape.YearFirstDotted) && _options.TimeZone is null)
            yield return "Times are written as MetaTrader writes them; its servers often run ahead of UTC (Bybit's archive reportedly by 3 hours): compare with another source and give ImportOptions.ClockOffset.";
        if (_offset != 0 && (_metLocal || _metDay || _metMoment))
            yield return FormattableString.Invariant($"The source's clock is taken to be {TimeSpan.FromMilliseconds(_offset):c} ahead of UTC.");
    }

    private static bool TryBySize(ReadOnlySpan<byte> text, TimeUnit? unit, out long milliseconds, out TimeUnit found)
    {
        found = unit ?? TimeUnit.Seconds;
        milliseconds = 0;
        bool isWhole = CandleNumber.TryParseWhole(text, out long whole);
        double number = isWhole ? whole : CandleNumber.Parse(text);
        if (double.IsNaN(number))
            return false;

        if (unit is not null)
            return TryScale(number, whole, isWhole, found, out milliseconds) && milliseconds is >= FirstText and < EndOfTime;

        for (found = TimeUnit.Seconds; found <= TimeUnit.Nanoseconds; found++)
        {
            if (TryScale(number, whole, isWhole, found, out milliseconds) && milliseconds is >= FirstCount and < EndOfTime)
                return true;
        }

        return false;
    }

    private static bool TryScale(double number, long whole, bool isWhole, TimeUnit unit, out long milliseconds)
    {
        double scaled = unit switch { TimeUnit.Seconds => number * 1000, TimeUnit.Milliseconds => number, TimeUnit.Microseconds => number / 1000, _ => number / 1_000_000 };
        milliseconds = 0;
        if (!(Math.Abs(scaled) < 1e15))
            return false;

        // A double has a resolution of some hundred nanoseconds today; whole numbers stay exact.
        milliseconds = !isWhole ? (long)scaled : unit switch { TimeUnit.Seconds => whole * 1000, TimeUnit.Milliseconds => whole, TimeUnit.Microseconds => whole / 1000, _ => whole / 1_000_000 };
        return true;
    }

    private bool TryReadCount(ReadOnlySpan<byte> text, out ImportedTime time, ref string expectation)
    {
        time = default;
        if (!TryBySize(text, _options.TimeUnit, out long milliseconds, out TimeUnit unit))
        {
            if (!double.IsNaN(CandleNumber.Parse(text)))
                expectation = _options.TimeUnit is { } given
                    ? $"a count of {Units[(int)given]} from the year 1800 to 2099: the time is out of range"
                    : "a count of seconds, milliseconds, microseconds or nanoseconds from the year 1980 to 2099: the time is out of range (where older times are meant, give TimeUnit, --time-unit)";
            return false;
        }

        if (!_unitsMet.Contains(unit))
            _unitsMet.Add(unit);
        _metMoment = true;
        time = new ImportedTime(milliseconds - _offset, IsLocal: false);
        return true;
    }

    private bool TryReadText(ReadOnlySpan<byte> text, out ImportedTime time, ref string expectation)
    {
        time = default;
        if (!TimeText.TryParse(text, out TimeText parts))
            return false;
        if (!parts.TryLocal(_order, out long local))
        {
            expectation = $"a date that exists{(parts.Shape is DateShape.YearLast or DateShape.YearLastDotted ? $", the {(_order == DateOrder.DayFirst ? "day" : "month")} first" : "")}";
            return false;
        }

        if (local is < FirstText or >= EndOfTime)
        {
            expectation = "a date from the year 1800 to 2099: the time is out of range";
            return false;
        }

        if (parts.OffsetMinutes is { } minutes)
        {
            time = new ImportedTime(local - minutes * UnixTime.MillisecondsPerMinute, IsLocal: false);
            return true;
        }

        if (parts.HasClock && _options.TimeZone is { } zone && zone.IsInvalidTime(Unspecified(local)))
        {
            expectation = $"a time that exists in {zone.Id}: clocks are set forward over this one";
            return false;
        }

        _shapesMet.Add(parts.Shape);
        (_metLocal, _metDay) = (_metLocal || parts.HasClock, _metDay || !parts.HasClock);
        time = new ImportedTime(local - _offset, parts.HasClock);
        return true;
    }

    private static DateTime Unspecified(long milliseconds) => DateTime.SpecifyKind(UnixTime.ToDateTime(milliseconds), DateTimeKind.Unspecified);

    private ReadOnlySpan<byte> Joined(int row)
    {
        ReadOnlySpan<byte> date = _fields[row, _date], clock = _fields[row, _clock];
        bool isNumber = clock.Length > 0 && !clock.ContainsAnyExceptInRange((byte)'0', (byte)'9');
        int padding = isNumber ? Math.Max(0, _clockDigits - clock.Length) : 0; // 93000 is 09:30:00
        byte[] text = [.. date, (byte)' ', .. Enumerable.Repeat((byte)'0', padding), .. clock];
        return text;
    }

    // Without leading zeros, a few times of day with seconds are short; most are not.
    private int ClockDigits(int firstRow)
    {
        int rows = _fields.RowCount - firstRow;
        return _clock >= 0 && Enumerable.Range(firstRow, rows).Count(row => _fields[row, _clock].Length > 4) * FewestFor >= rows ? 6 : 4;
    }

    private void FindOrder(int firstRow)
    {
        int dayFirst = 0, monthFirst = 0, rows = 0, unclear = -1, unclearDotted = -1;
        for (int row = firstRow; row < _fields.RowCount; row++)
        {
            if (!TimeText.TryParse(_fields[row, _date], out TimeText parts) || parts.Shape is not (DateShape.YearLast or DateShape.YearLastDotted))
                continue;

            rows++;
            bool isDotted = parts.Shape == DateShape.YearLastDotted;
            HasDottedDates |= isDotted;
            if (parts is { First: > 12, Second: <= 12 })
                dayFirst++;
            else if (parts is { First: <= 12, Second: > 12 })
                monthFirst++;
            else if (isDotted && unclearDotted < 0)
                unclearDotted = row;
            else if (!isDotted && unclear < 0)
                unclear = row;
        }

        _order = _options.DateOrder ?? Decide(dayFirst, monthFirst, rows, unclear, unclearDotted);
    }

    // A single damaged row decides nothing.
    private DateOrder Decide(int dayFirst, int monthFirst, int rows, int unclear, int unclearDotted)
    {
        (int most, int least) = (Math.Max(dayFirst, monthFirst), Math.Min(dayFirst, monthFirst));
        if (most > 0 && most >= FewestFor * least && most * FewestFor >= rows)
            return dayFirst > monthFirst ? DateOrder.DayFirst : DateOrder.MonthFirst;

        if (least > 0 || unclear >= 0 || (monthFirst > 0 && unclearDotted >= 0))
        {
            int row = Math.Max(unclear >= 0 ? unclear : unclearDotted, 0);
            string expectation = least > 0 ? "dates that all have the day first, or all the month" : "a date whose day and month can be distinguished; in hardly any row is one of them above 12";
            throw new CandleDataException(
                _fields.Source, _fields.LineOf(row), _name, _fields.Text(row, _date), $"{expectation}: give DateOrder (--date-order dmy or mdy)");
        }

        _isOrderAssumed = unclearDotted >= 0;
        return DateOrder.DayFirst;
    }
}
