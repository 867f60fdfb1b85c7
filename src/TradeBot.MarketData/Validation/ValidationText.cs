using System.Globalization;
using System.Text;

namespace TradeBot.MarketData;

/// <summary>A validation report as plain text.</summary>
internal static class ValidationText
{
    private const int MostDefects = 40;

    public static string Of(ValidationReport report)
    {
        var text = new StringBuilder();
        CultureInfo invariant = CultureInfo.InvariantCulture;
        text.Append(invariant, $"{report.Symbol} {report.Timeframe}: {report.Rows:N0} rows");
        if (report.Completeness.Count > 0)
            text.Append(invariant, $" from {report.Completeness[0].Start:yyyy-MM-dd} to {report.Completeness[^1].Start:yyyy-MM-dd}, {report.Fraction * 100:0.###} % complete");
        text.Append('\n');
        if (report.Defects.Count == 0)
            return text.Append("No defects.\n").ToString();

        foreach (DefectCount count in report.Counts)
            text.Append(invariant, $"  {count.Severity,-11}  {count.Kind,-17}  {count.Defects,7:N0} found, {count.Candles,9:N0} candles\n");

        text.Append('\n');
        foreach (CandleDefect defect in report.Defects.OrderByDescending(defect => defect.Severity).Take(MostDefects))
            text.Append(invariant, $"  {defect.Severity,-11}  {defect.Kind,-17}  {defect.Sentence}\n");
        if (report.Defects.Count > MostDefects)
            text.Append(invariant, $"  and {report.Defects.Count - MostDefects:N0} more\n");
        return text.ToString();
    }
}
