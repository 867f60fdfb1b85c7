using System.Text.Json;
using TradeBot.MarketData;
using TradeBot.Trading;

namespace TradeBot.Reporting;

/// <summary>Reads the files of an exported backtest.</summary>
internal sealed class SavedBacktest
{
    private const string ManifestFile = "manifest.json", ResultFile = "result.json";

    private readonly RunManifest _manifest;
    private readonly Func<string, SavedTable> _table;

    private SavedBacktest(RunManifest manifest, Func<string, SavedTable> table) => (_manifest, _table) = (manifest, table);

    public static BacktestRecord Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string one = File.Exists(path) ? path : Path.Combine(path, ResultFile), manifest = Path.Combine(path, ManifestFile);
        if (File.Exists(one))
            return ReadJson(one);

        return File.Exists(manifest)
            ? new SavedBacktest(RunManifest.Parse(File.ReadAllText(manifest), manifest), name => Table(path, name)).ToRecord()
            : throw new FileNotFoundException($"'{path}' has no saved backtest: expected {ManifestFile} next to tables, or {ResultFile}, as tradebot backtest --out writes them.");
    }

    private static BacktestRecord ReadJson(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            JsonElement root = document.RootElement;
            return new SavedBacktest(RunManifest.Parse(root.GetProperty("manifest").GetRawText(), file), name => root.TryGetProperty(name, out JsonElement table)
                ? SavedTable.Of(table, $"{file}, {name}")
                : throw new KeyNotFoundException($"there is no '{name}'")).ToRecord();
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{file}: expected a backtest as tradebot backtest --out --format json writes it ({fault.Message})", fault);
        }
    }

    private static SavedTable Table(string folder, string name)
    {
        string file = Path.Combine(folder, name + ".csv");
        return File.Exists(file) ? SavedTable.ReadCsv(file) : throw new FileNotFoundException($"'{file}' is missing next to {ManifestFile}: the export is incomplete.");
    }

    private BacktestRecord ToRecord()
    {
        decimal cash = _manifest.Spec.Terms.Cash;
        PerformanceFigure[] figures = [.. _table("figures").Rows.Select(Figure)];
        EquityCurve equity = Equity((double)cash);
        return new BacktestRecord
        {
            Manifest = _manifest,
            Equity = equity,
            Figures = figures,
            Months = [.. _table("months").Rows.Select(r => new MonthlyReturn((int)r.Whole("year"), (int)r.Whole("month"), r.Number("return")))],
            PeriodReturns = Returns(equity),
            Trades = [.. _table("trades").Rows.Select(Trade)],
            Costs = Costs((decimal)figures.First(f => f.Name == "Turnover").Value * cash),
            Ambiguity = Ambiguity(),
            Refusals = [.. _table("refusals").Rows.Select(r => new OrderRefusal(r.Time("time"), r.Text("symbol"), r.Text("reason")))],
            Liquidations = _table("liquidations").Count,
            NoTradeReasons = [.. _table("no_trade_reasons").Rows.Select(r => r.Text("reason"))],
        };
    }

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
            ExitReason = row.TextOrNull("exit_reason") is null ? null : row.Word<ExitReason>("exit_reason"),
            AdverseExcursion = row.Number("adverse_excursion"),
            FavourableExcursion = row.Number("favourable_excursion"),
        };

        // A contract settled in its coin is entered at another value than quantity times price: the return tells which.
        double returned = row.Number("return");
        return returned == 0 || Math.Abs(trade.Return - returned) <= 1e-9 * Math.Abs(returned)
            ? trade
            : trade with { EntryValue = (decimal)((double)trade.Profit / returned) };
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
}
