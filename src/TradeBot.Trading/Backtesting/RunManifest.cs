using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TradeBot.Trading;

/// <summary>What is needed to repeat a run bit for bit, and to see whether the repeat is the same.</summary>
/// <param name="EngineVersion">Version of the engine that ran.</param>
/// <param name="Strategy">The strategy's name with its parameters.</param>
/// <param name="Data">The candles, one entry per feed.</param>
/// <param name="Options">The conditions, by name.</param>
/// <param name="Environment">Runtime and processor architecture.</param>
/// <param name="ResultHash">SHA-256 over fills and equity: the same hash means the same result to the last bit.</param>
[TypeFormatterSource]
public sealed record RunManifest(
    string EngineVersion,
    string Strategy,
    IReadOnlyList<DataManifest> Data,
    IReadOnlyDictionary<string, string> Options,
    string Environment,
    string ResultHash)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>The parameters of the strategy and their values, in their order; empty when it has none, does not tell, or the manifest was written before they were recorded.</summary>
    public IReadOnlyDictionary<string, double> Parameters { get; init; } = new Dictionary<string, double>();

    /// <summary>The manifest as indented JSON; the same bytes for the same run.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    internal static RunManifest Of(BacktestResult result)
    {
        BacktestOptions options = result.Options;
        return new RunManifest(
            typeof(RunManifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
            result.Strategy,
            [.. result.Series.Concat(options.Finer).Select(DataManifest.Of)],
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["cash"] = FormattableString.Invariant($"{options.Cash}"),
                ["fees"] = options.Fees.ToString(),
                ["slippage"] = options.Slippage.ToString(),
                ["path"] = options.Path.ToString(),
                ["finer"] = string.Join("; ", options.Finer.Select(f => $"{f.Symbol} {f.Timeframe}")),
                ["latency"] = options.Latency.ToString(),
                ["participation"] = FormattableString.Invariant($"{options.Participation}"),
                ["margin"] = options.Margin.ToString(),
                ["borrow"] = string.Join("; ", options.Borrow.OrderBy(b => b.Key, StringComparer.Ordinal).Select(b =>
                    FormattableString.Invariant($"{b.Key} {b.Value.Hourly} an hour"))),
                ["sizing"] = options.Sizing.Name,
                ["rebalance"] = double.IsPositiveInfinity(options.RebalanceTolerance) ? "never" : FormattableString.Invariant($"beyond {options.RebalanceTolerance} of equity"),
                ["sized at"] = options.SizedAt.ToString(),
                ["at end"] = options.AtEnd.ToString(),
                ["funding"] = string.Join("; ", options.Funding.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f =>
                    FormattableString.Invariant($"{f.Key} {f.Value.Count} rates, sum {f.Value.Sum(r => r.Rate)}"))),
                ["risk"] = options.Risk.ToString(),
                ["benchmark"] = options.Benchmark ?? "",
                ["instruments"] = string.Join("; ", result.Series.Select(s => options.InstrumentOf(s.Symbol)).Distinct().Select(i =>
                    FormattableString.Invariant($"{i.Symbol} {i.Kind} tick {Step(i.TickSize)} lot {Step(i.LotSize)} min {i.MinQuantity} min notional {i.MinNotional} contract {i.ContractValue}"))),
            },
            $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}",
            ResultHasher.Hash(result))
        {
            Parameters = new OrderedDictionary<string, double>(result.Parameters.DistinctBy(p => p.Key)),
        };
    }

    private static string Step(decimal size) => size == 0 ? "none" : FormattableString.Invariant($"{size}");
}
