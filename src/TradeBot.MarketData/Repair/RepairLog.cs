using System.Collections;
using System.Globalization;
using System.Text;

namespace TradeBot.MarketData;

/// <summary>All changes of a repair, in order.</summary>
[TypeFormatterSource]
public sealed class RepairLog : IReadOnlyList<RepairChange>
{
    private readonly List<RepairChange> _changes = [];

    internal RepairLog(string symbol, Timeframe timeframe) => (Symbol, Timeframe) = (symbol, timeframe);

    /// <summary>The instrument.</summary>
    public string Symbol { get; }

    /// <summary>Length of its candles.</summary>
    public Timeframe Timeframe { get; }

    /// <summary>Number of changes.</summary>
    public int Count => _changes.Count;

    /// <summary>The change at a position.</summary>
    public RepairChange this[int index] => _changes[index];

    /// <summary>Writes the log as CSV: one line per change with the values before and after.</summary>
    public void WriteCsv(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write("symbol,timeframe,action,timestamp,open_before,high_before,low_before,close_before,volume_before,open_after,high_after,low_after,close_after,volume_after,reason\n");
        foreach (RepairChange change in _changes)
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{Symbol},{Timeframe},{change.Action},{UnixTime.FromDateTime(change.OpenTime)},{Fields(change.Before)},{Fields(change.After)},\"{change.Reason.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n"));
    }

    /// <inheritdoc/>
    public IEnumerator<RepairChange> GetEnumerator() => _changes.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Number of changes of each kind, as plain text.</summary>
    public override string ToString()
    {
        if (Count == 0)
            return $"{Symbol} {Timeframe}: nothing changed\n";

        var text = new StringBuilder(FormattableString.Invariant($"{Symbol} {Timeframe}: {Count:N0} changes\n"));
        foreach (var group in _changes.GroupBy(change => (change.Action, change.Reason)).OrderBy(group => group.Key.Action))
            text.Append(CultureInfo.InvariantCulture, $"  {group.Key.Action,-8}  {group.Count(),7:N0}  {group.Key.Reason}\n");
        return text.ToString();
    }

    internal void Add(RepairChange change) => _changes.Add(change);

    private static string Fields(Candle? candle) => candle is { } c
        ? string.Create(CultureInfo.InvariantCulture, $"{c.Open},{c.High},{c.Low},{c.Close},{c.Volume}")
        : ",,,,";
}

/// <summary>One change that a repair made.</summary>
/// <param name="Action">What was done.</param>
/// <param name="OpenTime">The candle's open time, UTC.</param>
/// <param name="Before">The candle before; null when there was none.</param>
/// <param name="After">The candle after; null when it was dropped.</param>
/// <param name="Reason">The reason, in words.</param>
public sealed record RepairChange(RepairAction Action, DateTime OpenTime, Candle? Before, Candle? After, string Reason);
