using System.Globalization;
using TradeBot.MarketData;

namespace TradeBot.Cli.Printing;

/// <summary>Prints what an import read, assumed, changed and stored.</summary>
internal sealed class ImportPrinter(TextWriter output)
{
    private const int MostDefects = 20;

    private readonly DataPrinter _printer = new(output);

    public void Json(IReadOnlyList<ImportOutcome> outcomes) => _printer.Json(outcomes);

    public void Print(ImportOutcome outcome)
    {
        string name = Path.GetFileName(outcome.File);
        if (outcome.Error is not null)
            _printer.Line($"{name}: FAILED: {outcome.Error}");
        else
            PrintCandles(outcome, name);

        foreach (RepairChange change in outcome.Changes)
            _printer.Line($"  {Words(change)}");
    }

    private void PrintCandles(ImportOutcome outcome, string name)
    {
        string verdict = outcome.Imported ? "imported" : outcome.Refusal is null ? "REFUSED: repair the file, or give --fix" : "REFUSED";
        _printer.Line(string.Create(CultureInfo.InvariantCulture, $"{name}: {outcome.Rows:N0} candles of {outcome.Symbol} {outcome.Timeframe} {verdict}"));
        if (outcome.Imported)
            _printer.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"  {outcome.Stored.Added:N0} added, {outcome.Stored.Replaced:N0} replaced with other values, {outcome.Stored.Unchanged:N0} stored already"));
        if (outcome.Refusal is not null)
            _printer.Line($"  {outcome.Refusal}");
        foreach (string assumption in outcome.Assumptions)
            _printer.Line($"  {assumption}");
        foreach (string line in outcome.Unreadable)
            _printer.Line($"  Left out: {line}");
        foreach (CandleDefect defect in outcome.Defects.Take(MostDefects))
            _printer.Line($"  {defect.Sentence}");
        if (outcome.Defects.Count > MostDefects)
            _printer.Line(string.Create(CultureInfo.InvariantCulture, $"  and {outcome.Defects.Count - MostDefects:N0} more defects"));
    }

    private static string Words(RepairChange change)
    {
        Candle candle = (change.Before ?? change.After)!.Value;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{change.Action} {change.OpenTime:yyyy-MM-dd HH:mm:ss}: open {candle.Open}, high {candle.High}, low {candle.Low}, close {candle.Close}, volume {candle.Volume}: {change.Reason}");
    }
}
