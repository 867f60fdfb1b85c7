namespace TradeBot.Benchmarks;

/// <summary>The benchmarks that print a ratio to a reference measured in the same run.</summary>
internal static class Bench
{
    private static readonly SortedDictionary<string, Action<TextWriter>> Benches = new(StringComparer.Ordinal)
    {
        ["backtest"] = Trading.BacktestBench.Run,
        ["boosting"] = Learning.BoostingBench.Run,
#if WITH_MLNET
        ["lightgbm"] = Learning.LightGbmBench.Run,
#endif
        ["journal"] = Optimization.JournalBench.Run,
        ["kernel"] = Notebooks.KernelBench.Run,
        ["storage"] = MarketData.StorageBench.Run,
        ["validation"] = MarketData.ValidationBench.Run,
        ["coverage"] = Optimization.CoverageBench.Run,
        ["searches"] = Optimization.CoverageBench.Searches,
        ["fetch"] = Exchanges.FetchBench.Run,
        ["indicators"] = Indicators.IndicatorBench.Run,
        ["samplers"] = Optimization.SamplerBench.Run,
        ["notebooks"] = Notebooks.NotebooksBench.Run,
        ["one-row"] = Learning.OneRowBench.Run,
        ["rolling"] = Indicators.RollingBench.Run,
        ["strategies"] = Strategies.StrategyBench.Run,
        ["sweep"] = Trading.SweepBench.Run,
        ["trainers"] = Learning.TrainersBench.Run,
    };

    public static int Run(string[] names, TextWriter output)
    {
        string[] unknown = [.. names.Where(n => !Benches.ContainsKey(n))];
        if (names.Length == 0 || unknown.Length > 0)
        {
            output.WriteLine($"Usage: bench NAME...; the names are {string.Join(", ", Benches.Keys)}.");
            return 2;
        }

        foreach (string name in names)
            Benches[name](output);
        return 0;
    }
}
