using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace TradeBot.MarketData;

/// <summary>Reads times of any unit and of ISO-like texts, and remembers which it met.</summary>
internal sealed class TimeReader
{
    /// <summary>For messages.</summary>
    public const string Accepted = "a count of seconds, milliseconds, microseconds or nanoseconds since 1970, or a date such as 2024-01-31 23:59";

    private const double EndOfSeconds = 1e11, EndOfMilliseconds = 1e14, EndOfMicroseconds = 1e17, EndOfTime = 1e20; // year 5138 each

    private static readonly string[] Units = ["seconds", "milliseconds", "microseconds", "nanoseconds"];

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd hh-tt",
        "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm",
        "yyyy/MM/dd HH:mm:ss", "yyyy/MM/dd HH:mm", "yyyy/MM/dd", "yyyy.MM.dd HH:mm:ss", "yyyy.MM.dd HH:mm", "yyyy.MM.dd",
    ];

    private static readonly string[] FormatsWithOffset =
    [
        "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd HH:mm:ss 'UTC'",
    ];

    private readonly long _offset;
    private readonly List<int> _unitsMet = []; // in the order in which they appeared
    private bool _metText, _metMetaTrader;

    public TimeReader(TimeSpan clockOffset) => _offset = (long)clockOffset.TotalMilliseconds;

    /// <summary>Milliseconds since 1970-01-01 UTC; false when the text is no time.</summary>
    public bool TryRead(ReadOnlySpan<byte> text, out long milliseconds)
    {
        if (Utf8Parser.TryParse(text, out double number, out int used) && used == text.Length)
            return TryRead(number, out milliseconds);

        return TryReadText(Encoding.UTF8.GetString(text), out milliseconds);
    }

    /// <summary>As above, for a number whose size tells its unit.</summary>
    public bool TryRead(double number, out long milliseconds)
    {
        milliseconds = 0;
        if (!(number > 0 && number < EndOfTime))
            return false;

        int unit = number < EndOfSeconds ? 0 : number < EndOfMilliseconds ? 1 : number < EndOfMicroseconds ? 2 : 3;
        if (!_unitsMet.Contains(unit))
            _unitsMet.Add(unit);

        double scaled = unit switch { 0 => number * 1000, 1 => number, 2 => number / 1000, _ => number / 1_000_000 };
        milliseconds = (long)scaled - _offset;
        return true;
    }

    public IEnumerable<string> Assumptions()
    {
        if (_unitsMet.Count == 1)
            yield return $"Times are counts of {Units[_unitsMet[0]]} since 1970-01-01 UTC, judged by their size.";
        if (_unitsMet.Count > 1)
            yield return $"The unit of time changes within the data ({string.Join(", then ", _unitsMet.Select(unit => Units[unit]))}): each time is read by its size.";
        if (_metText)
            yield return "Times are texts without an offset and are taken as UTC.";
        if (_metMetaTrader)
            yield return "Times are written as MetaTrader writes them; its servers often run ahead of UTC (Bybit's archive reportedly by 3 hours): compare with another source and give ImportOptions.ClockOffset.";
        if (_offset != 0)
            yield return FormattableString.Invariant($"The source's clock is taken to be {TimeSpan.FromMilliseconds(_offset):c} ahead of UTC.");
    }

    private bool TryReadText(string text, out long milliseconds)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        CultureInfo invariant = CultureInfo.InvariantCulture;
        milliseconds = 0;
        if (DateTime.TryParseExact(text, FormatsWithOffset, invariant, Utc, out DateTime time))
        {
            milliseconds = UnixTime.FromDateTime(time);
            return true;
        }

        if (!DateTime.TryParseExact(text, Formats, invariant, Utc, out time))
            return false;

        _metText = true;
        _metMetaTrader |= text.Contains('.', StringComparison.Ordinal) && text[4] == '.';
        milliseconds = UnixTime.FromDateTime(time) - _offset;
        return true;
    }
}
