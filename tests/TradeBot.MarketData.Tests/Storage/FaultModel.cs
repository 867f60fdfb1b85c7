namespace TradeBot.MarketData.Tests.Storage;

/// <summary>What a store must hold: the revision of each minute.</summary>
internal sealed class FaultModel
{
    private readonly Dictionary<string, SortedDictionary<int, double>> _held = FaultScript.Symbols.ToDictionary(symbol => symbol, _ => new SortedDictionary<int, double>());

    /// <summary>What a folder holds now.</summary>
    public static FaultModel Of(string folder)
    {
        var model = new FaultModel();
        foreach (string symbol in FaultScript.Symbols)
        {
            if (!FaultScript.Open(folder, symbol).TryLoad(symbol, Timeframe.OneMinute, out CandleSeries? series))
                continue;
            foreach ((int minute, double revision) in Rows(series))
                model._held[symbol].Add(minute, revision);
        }

        return model;
    }

    public void Apply(FaultStep step)
    {
        for (int minute = step.First; minute < step.First + step.Count; minute++)
            _held[step.Symbol][minute] = step.Revision;
        while (step.Symbol == FaultScript.Recent && _held[step.Symbol].Count > 50)
            _held[step.Symbol].Remove(_held[step.Symbol].Keys.First());
    }

    /// <summary>Fails unless every symbol holds all that was acknowledged and of the step under way nothing, all, or the first rows of what it adds.</summary>
    public void AssertHeld(string folder, FaultStep underWay)
    {
        foreach (string symbol in FaultScript.Symbols)
        {
            CandleStore store = FaultScript.Open(folder, symbol);
            (int, double)[] held = store.TryLoad(symbol, Timeframe.OneMinute, out CandleSeries? series) ? Rows(series) : [];
            bool isSound = held.AsSpan().SequenceEqual(Rows(symbol)) || (symbol == underWay.Symbol && IsPartly(held, underWay));
            Assert.True(isSound, $"{symbol} holds {held.Length} rows of {_held[symbol].Count} acknowledged; under way was {underWay}.");
        }
    }

    private bool IsPartly((int Minute, double)[] held, FaultStep step)
    {
        (int Minute, double)[] before = Rows(step.Symbol);
        bool onlyAdds = before.Length == 0 || before[^1].Minute < step.First;
        if (onlyAdds && step.Symbol == FaultScript.Plain && held.Length >= before.Length)
        {
            int added = held.Length - before.Length;
            return added <= step.Count
                && held.AsSpan().SequenceEqual([.. before, .. Enumerable.Range(step.First, added).Select(minute => (minute, step.Revision))]);
        }

        var after = new FaultModel();
        foreach ((int minute, double revision) in before)
            after._held[step.Symbol].Add(minute, revision);
        after.Apply(step);
        return held.AsSpan().SequenceEqual(after.Rows(step.Symbol));
    }

    private (int Minute, double Revision)[] Rows(string symbol) => [.. _held[symbol].Select(row => (row.Key, row.Value))];

    private static (int Minute, double Revision)[] Rows(CandleSeries series)
    {
        int[] minutes = TestCandles.MinutesOf(series);
        return [.. minutes.Select((minute, i) => (minute, series.Volume[i] - 10))];
    }
}
