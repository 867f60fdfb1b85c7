using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TradeBot.Trading;

/// <summary>What is needed to reproduce a run bit-identically and to check that: the spec, the environment and the hash of the result.</summary>
/// <param name="EngineVersion">Version of the engine that ran.</param>
/// <param name="Environment">Runtime and processor architecture.</param>
/// <param name="Strategy">The strategy's name with its parameters.</param>
/// <param name="Spec">The run as data.</param>
/// <param name="ResultHash">SHA-256 over fills and equity: the same hash means a bit-identical result.</param>
[TypeFormatterSource]
public sealed record RunManifest(string EngineVersion, string Environment, string Strategy, BacktestSpec Spec, string ResultHash)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The parameters of the strategy and their values, in their order; empty when it has none, or does not report them.</summary>
    public IReadOnlyDictionary<string, double> Parameters { get; init; } = new Dictionary<string, double>();

    /// <summary>Why the run cannot be repeated from this file, as a sentence; null when it can.</summary>
    public string? NotRepeatable => Spec.WhyNotRepeatable;

    /// <summary>SHA-256 of the spec.</summary>
    public string SpecHash => Spec.Hash;

    /// <summary>The candles: one entry per feed, and the intrabar candles.</summary>
    [JsonIgnore]
    public IReadOnlyList<DataManifest> Data => [.. Spec.Data, .. Spec.IntrabarCandles];

    /// <summary>The conditions in words, by name.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Options => Words();

    /// <summary>The manifest as indented JSON; the same bytes for the same run.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads a manifest.</summary>
    /// <param name="json">As <see cref="ToJson"/> wrote it.</param>
    /// <param name="source">The file, for messages.</param>
    /// <exception cref="InvalidDataException">The text is not a manifest, or is from a version whose runs were not data; the message names the file and that version.</exception>
    public static RunManifest Parse(string json, string source)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement is { ValueKind: JsonValueKind.Object } root && !root.TryGetProperty("spec", out _) && root.TryGetProperty("engineVersion", out JsonElement version) && root.TryGetProperty("options", out _))
                throw new InvalidDataException($"{source}: TradeBot {version} saved this backtest before runs were data, and this version does not read it: run the backtest again and save it, or report it with TradeBot {version}.");
            return document.Deserialize<RunManifest>(Json)!;
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{source}: expected the manifest of a run ({fault.Message})", fault);
        }
    }

    internal static RunManifest Of(BacktestResult result) => new(
        RunEnvironment.Version,
        RunEnvironment.Name,
        result.Strategy,
        result.Spec,
        ResultHasher.Hash(result))
    {
        Parameters = new OrderedDictionary<string, double>(result.Parameters.DistinctBy(p => p.Key)),
    };

    private SortedDictionary<string, string> Words()
    {
        BacktestOptions options = Spec.Terms;
        return new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["cash"] = FormattableString.Invariant($"{options.Cash}"),
            ["fees"] = options.Fees.ToString(),
            ["slippage"] = options.Slippage.ToString(),
            ["path"] = options.Path.ToString(),
            ["finer"] = string.Join("; ", Spec.IntrabarCandles.Select(f => $"{f.Symbol} {f.Timeframe}")),
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
            ["instruments"] = string.Join("; ", Spec.Data.Select(s => options.InstrumentOf(s.Symbol)).Distinct().Select(i =>
                FormattableString.Invariant($"{i.Symbol} {i.Kind} tick {Step(i.TickSize)} lot {Step(i.LotSize)} min {i.MinQuantity} min notional {i.MinNotional} contract {i.ContractValue}"))),
        };
    }

    private static string Step(decimal size) => size == 0 ? "none" : FormattableString.Invariant($"{size}");
}
