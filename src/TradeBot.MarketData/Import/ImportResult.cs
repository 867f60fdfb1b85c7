using System.Text;

namespace TradeBot.MarketData;

/// <summary>Imported candles, with every assumption made.</summary>
[TypeFormatterSource]
public sealed class ImportResult
{
    internal ImportResult(string source, CandleTable table, IReadOnlyList<string> assumptions, IReadOnlyList<RowDefect> unreadable, int stillOpen) =>
        (Source, Table, Assumptions, Unreadable, StillOpen) = (source, table, assumptions, unreadable, stillOpen);

    /// <summary>Name of the file or stream.</summary>
    public string Source { get; }

    /// <summary>The rows, unchecked.</summary>
    public CandleTable Table { get; }

    /// <summary>Everything detected or assumed, one sentence each.</summary>
    public IReadOnlyList<string> Assumptions { get; }

    /// <summary>Lines that could not be read.</summary>
    public IReadOnlyList<RowDefect> Unreadable { get; }

    /// <summary>Number of rows dropped because their candles had not closed.</summary>
    public int StillOpen { get; }

    /// <summary>True when the volume of every row is unknown: such candles cannot be stored.</summary>
    public bool LacksVolume => Table.Count > 0 && Enumerable.Range(0, Table.Count).All(i => double.IsNaN(Table.Volume[i]));

    /// <summary>Checks the rows; lines that could not be read count as errors.</summary>
    public ValidationReport Validate(ValidationOptions? options = null)
    {
        DateTime at = Table.Count > 0 ? UnixTime.ToDateTime(Table.OpenTimes[0]) : DateTime.UnixEpoch;
        IEnumerable<CandleDefect> lines = Unreadable.Select(row => new CandleDefect(
            Table.Symbol, Table.Timeframe, DefectKind.UnreadableRow, DefectSeverity.Error, at, at, 1, row.ToString()));
        return CandleValidator.Validate(new RowColumns(Table), options ?? new ValidationOptions(), [.. lines]);
    }

    /// <summary>What was read and what was assumed, as plain text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(FormattableString.Invariant(
            $"{Source}: {Table.Count:N0} rows of {Table.Symbol} {Table.Timeframe}, {Unreadable.Count:N0} lines unreadable\n"));
        foreach (string assumption in Assumptions)
            text.Append("  ").Append(assumption).Append('\n');
        return text.ToString();
    }
}
