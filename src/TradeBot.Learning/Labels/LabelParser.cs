using System.Globalization;
using System.Text.RegularExpressions;

namespace TradeBot.Learning;

/// <summary>Parses labels from their names.</summary>
internal static partial class LabelParser
{
    public static Label Parse(string text)
    {
        string trimmed = text.Trim();
        if (ForwardReturn.Match(trimmed) is { Success: true } forward)
            return Label.ForwardReturn(Int(forward, "h"));
        if (Direction.Match(trimmed) is { Success: true } direction)
            return Label.ForwardReturn(Int(direction, "h")).Direction(direction.Groups["zone"].Success ? Number(direction, "zone") : 0);
        if (TripleBarrier.Match(trimmed) is { Success: true } barrier)
            return Label.TripleBarrier(Number(barrier, "up"), Number(barrier, "down"), Int(barrier, "h"), barrier.Groups["v"].Success ? Int(barrier, "v") : 100);
        if (TrendScanning.Match(trimmed) is { Success: true } trend)
            return Label.TrendScanning(Int(trend, "short"), Int(trend, "long"));
        if (Meta.Match(trimmed) is { Success: true } meta)
            return new MetaLabel(Features.Parse(meta.Groups["side"].Value).Columns[0], Parse(meta.Groups["outcome"].Value));

        throw new FormatException($"'{text}' is not a label; accepted are forward-return(60), direction(forward-return(60)), direction(forward-return(60), beyond 0.001), triple-barrier(up 2, down 2, within 60), trend-scanning(5 to 20) or meta(ema(12)-ema(26), triple-barrier(up 2, down 2, within 60)).");
    }

    [GeneratedRegex(@"^forward-return\((?<h>\d+)\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ForwardReturn { get; }

    [GeneratedRegex(@"^direction\(forward-return\((?<h>\d+)\)(, *beyond (?<zone>[0-9.eE+-]+))?\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Direction { get; }

    [GeneratedRegex(@"^triple-barrier\(up (?<up>[0-9.eE+-]+), *down (?<down>[0-9.eE+-]+), *within (?<h>\d+)(, *volatility (?<v>\d+))?\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TripleBarrier { get; }

    [GeneratedRegex(@"^trend-scanning\((?<short>\d+) to (?<long>\d+)\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TrendScanning { get; }

    [GeneratedRegex(@"^meta\((?<side>.+), *(?<outcome>(forward-return|triple-barrier|trend-scanning).*)\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Meta { get; }

    private static int Int(Match match, string group) => int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    private static double Number(Match match, string group) => double.Parse(match.Groups[group].Value, NumberStyles.Float, CultureInfo.InvariantCulture);
}
