using System.Globalization;
using TradeBot.Trading;

namespace TradeBot.Reporting;

/// <summary>The report on a manifest: what is needed to reproduce a run.</summary>
public static class ManifestReport
{
    /// <summary>The manifest in a table.</summary>
    public static Report Create(RunManifest manifest) => Report.Titled("Manifest")
        .Prose("What is needed to reproduce the run. The same result hash means bit-identical fills and equity.")
        .Table(Of(manifest));

    /// <summary>The manifest as rows.</summary>
    public static Table Of(RunManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        (string, string)[] facts =
        [
            ("Engine version", manifest.EngineVersion),
            ("Strategy", manifest.Strategy),
            .. manifest.Parameters.Select(p => ($"Parameter {p.Key}", p.Value.ToString("R", CultureInfo.InvariantCulture))),
            .. manifest.Options.Select(o => (o.Key, o.Value)),
            .. manifest.Data.Select(d => ($"{d.Symbol} {d.Timeframe}, SHA-256", d.ContentHash)),
            ("Result, SHA-256", manifest.ResultHash),
            ("Environment", manifest.Environment),
            .. manifest.NotRepeatable is { } reason ? [("Repeatable", reason)] : ((string, string)[])[],
        ];
        return Table.OfFacts(facts);
    }
}
