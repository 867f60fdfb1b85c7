using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

using TradeBot.MarketData;
using TradeBot.Trading;

namespace TradeBot.Reporting;

/// <summary>Reads the files that a backtest was exported to.</summary>
internal sealed partial class SavedBacktest
{
    private const string ManifestFile = "manifest.json", ResultFile = "result.json", NoTradesTable = "no_trade_reasons";
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private readonly string _source;
    private readonly RunManifest _manifest;
    private readonly Func<string, SavedTable> _table;

    private SavedBacktest(string source, RunManifest manifest, Func<string, SavedTable> table) => (_source, _manifest, _table) = (source, manifest, table);

    public static BacktestRecord Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string one = File.Exists(path) ? path : Path.Combine(path, ResultFile), manifest = Path.Combine(path, ManifestFile);
        if (File.Exists(one))
            return ReadJson(one);

        return File.Exists(manifest)
            ? new SavedBacktest(manifest, Manifest(File.ReadAllText(manifest), manifest), name => Table(path, name)).ToRecord()
            : throw new FileNotFoundException($"'{path}' holds no saved backtest: expected {ManifestFile} beside tables, or {ResultFile}, as tradebot backtest --out writes them.");
    }

    private static BacktestRecord ReadJson(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            JsonElement root = document.RootElement;
            return new SavedBacktest(file, Manifest(root.GetProperty("manifest").GetRawText(), file), name => root.TryGetProperty(name, out JsonElement table)
                ? SavedTable.Of(table, $"{file}, {name}")
                : name == NoTradesTable ? SavedTable.None(file) : throw new KeyNotFoundException($"there is no '{name}'")).ToRecord();
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{file}: expected a backtest as tradebot backtest --out --format json writes it ({fault.Message})", fault);
        }
    }

    private static SavedTable Table(string folder, string name)
    {
        string file = Path.Combine(folder, name + ".csv");
        if (name == NoTradesTable && !File.Exists(file))
            return SavedTable.None(file);
        return File.Exists(file) ? SavedTable.ReadCsv(file) : throw new FileNotFoundException($"'{file}' is missing beside {ManifestFile}: the export is not whole.");
    }

    private static RunManifest Manifest(string text, string file)
    {
        try
        {
            return JsonSerializer.Deserialize<RunManifest>(text, Json) is { Data: not null, Options: not null, Parameters: not null } manifest
                ? manifest
                : throw new InvalidDataException($"{file}: expected data and options of a run.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{file}: expected the manifest of a run ({fault.Message})", fault);
        }
    }

    private BacktestRecord ToRecord()
    {
        decimal cash = decimal.Parse(Option("cash"), CultureInfo.InvariantCulture);
        PerformanceFigure[] figures = [.. _table("figures").Rows.Select(Figure)];
        EquityCurve equity = Equity((double)cash);
        return new BacktestRecord
        {
            Manifest = _manifest,
            Cash = cash,
            TakerFee = decimal.Parse(TakerRate().Match(Option("fees")).Groups[1].Value, CultureInfo.InvariantCulture),
            Slippage = Option("slippage"),
            Equity = equity,
            Figures = figures,
            Months = [.. _table("months").Rows.Select(r => new MonthlyReturn((int)r.Whole("year"), (int)r.Whole("month"), r.Number("return")))],
            PeriodReturns = Returns(equity),
            Trades = [.. _table("trades").Rows.Select(Trade)],
            Costs = Costs((decimal)figures.First(f => f.Name == "Turnover").Value * cash),
            Ambiguity = Ambiguity(),
            Refusals = [.. _table("refusals").Rows.Select(r => new OrderRefusal(r.Time("time"), r.Text("symbol"), r.Text("reason")))],
            Liquidations = _table("liquidations").Count,
            NoTradeReasons = [.. _table(NoTradesTable).Rows.Select(r => r.Text("reason"))],
        };
    }

    private string Option(string name) => _manifest.Options.TryGetValue(name, out string? value)
        ? value
        : throw new InvalidDataException($"{_source}: expected the option '{name}', found {string.Join(", ", _manifest.Options.Keys)}.");

    private static PerformanceFigure Figure(SavedRow row) =>
        new(row.Text("name"), row.Number("value"), row.Word<FigureUnit>("unit"), row.Text("definition"), row.Text("source")) { Reason = row.TextOrNull("reason") };

    private EquityCurve Equity(double cash)
    {
        SavedTable table = _table("equity");
        long[] times = new long[table.Count];
        double[] values = new double[table.Count];
        float[] exposure = new float[table.Count];
        int i = 0;
        foreach (SavedRow row in table.Rows)
        {
            (times[i], values[i], exposure[i]) = (row.Whole("timestamp"), row.Number("equity"), (float)row.Number("exposure"));
            i++;
        }

        return new EquityCurve(cash, times, values, exposure);
    }

    private double[] Returns(EquityCurve equity)
    {
        if (_manifest.Data.Min(data => Timeframe.Parse(data.Timeframe)) <= Timeframe.OneDay)
            return equity.DailyReturns();

        double[] returns = new double[equity.Count];
        for (int i = 0; i < returns.Length; i++)
            returns[i] = equity.Values[i] / (i == 0 ? equity.Initial : equity.Values[i - 1]) - 1;
        return returns;
    }

    private static Trade Trade(SavedRow row)
    {
        var trade = new Trade(
            row.Text("symbol"), row.Text("side") == "long", row.Time("entry_time"), row.Time("exit_time"), row.Amount("quantity"),
            row.Amount("entry_price"), row.Amount("exit_price"), row.Amount("fees"), row.Amount("profit"), row.Truth("open"))
        {
            IsLiquidated = row.Truth("liquidated"),
            ExitReason = row.TextOrNull("exit_reason") is null ? Known(row) : row.Word<ExitReason>("exit_reason"),
            AdverseExcursion = row.Number("adverse_excursion"),
            FavourableExcursion = row.Number("favourable_excursion"),
        };

        // A contract settled in its coin is entered at another value than quantity times price: the return tells which.
        double returned = row.Number("return");
        return returned == 0 || Math.Abs(trade.Return - returned) <= 1e-9 * Math.Abs(returned)
            ? trade
            : trade with { EntryValue = (decimal)((double)trade.Profit / returned) };
    }

    /// <summary>What an export of an earlier version tells of the reason.</summary>
    private static ExitReason? Known(SavedRow row)
    {
        if (row.Truth("open"))
            return ExitReason.End;
        return row.Truth("liquidated") ? ExitReason.Liquidation : null;
    }

    private Costs Costs(decimal turnover)
    {
        decimal fees = 0, slippage = 0;
        foreach (SavedRow fill in _table("fills").Rows)
        {
            fees += fill.Amount("fee");
            slippage += fill.Amount("slippage");
        }

        return new Costs(fees, slippage, turnover, _table("funding").Rows.Sum(r => r.Amount("amount")), _table("borrowing").Rows.Sum(r => r.Amount("amount")));
    }

    private AmbiguityBounds Ambiguity()
    {
        AmbiguousExit[] exits = [.. _table("ambiguity").Rows.Select(r =>
            new AmbiguousExit(r.Time("time"), r.Text("symbol"), r.Number("chosen"), r.Number("pessimistic"), r.Number("optimistic")))];
        Dictionary<string, double> finals = _table("bounds").Rows.ToDictionary(r => r.Text("path"), r => r.Number("final_equity"));
        return new AmbiguityBounds(exits, finals["pessimistic"], finals["optimistic"]);
    }

    [GeneratedRegex(@"taker ([\d.]+)")]
    private static partial Regex TakerRate();
}
