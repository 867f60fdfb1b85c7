namespace TradeBot.MarketData;

/// <summary>Builds series from the rows of all parts of a file: determines symbol and timeframe, and joins parts of one series.</summary>
internal sealed class ImportAssembly(string source, IReadOnlyList<PartReader> parts, ImportOptions options)
{
    private const int FarthestApart = 500; // distance of most rows in candles, beyond which the time unit is wrong rather than the market quiet

    /// <exception cref="CandleDataException">A time or a distance between rows is impossible, or no closed candle is left.</exception>
    /// <exception cref="ArgumentException">Symbol or timeframe is neither given nor found.</exception>
    public IReadOnlyList<ImportResult> Build()
    {
        var groups = parts
            .SelectMany(part => part.Series.Select(series => (Part: part, Series: series, Symbol: FoundSymbol(part, series))))
            .Where(row => IsWanted(row.Symbol, row.Series.Timeframe))
            .GroupBy(row => (Symbol: options.Symbol ?? row.Symbol?.Name, row.Series.Timeframe))
            .ToArray();
        if (groups.Length == 0)
            throw new CandleDataException(source, 0, SymbolColumn, string.Join(", ", AllSymbols()), $"rows of {Wanted}");

        Timeframe?[] measured = [.. groups.Select(group => MeasuredTimeframe.Of(Joined([.. group.Select(row => row.Series)]).Times))];
        Timeframe? common = measured.Where(timeframe => timeframe is not null).Distinct().ToArray() is [{ } only] ? only : null;
        return [.. groups.Select(group => Build([.. group.Select(row => (row.Part, row.Series))], group.First().Symbol, group.Key.Timeframe, groups.Length, common))];
    }

    private string SymbolColumn => parts.Select(part => part.SymbolColumn).FirstOrDefault(name => name.Length > 0, "");

    private string Wanted => $"{options.Symbol ?? "a symbol"} {options.Timeframe?.ToString() ?? ""}".TrimEnd();

    private IEnumerable<string> AllSymbols() => parts.SelectMany(part => part.Series.Select(series => FoundSymbol(part, series)?.Name ?? "")).Distinct(StringComparer.Ordinal);

    // A given symbol or timeframe renames the only one, or selects one of several.
    private bool IsWanted(FoundName? symbol, Timeframe? timeframe)
    {
        bool severalSymbols = options.Symbol is not null && AllSymbols().Skip(1).Any();
        bool severalTimeframes = options.Timeframe is not null && parts.SelectMany(part => part.Series).Select(series => series.Timeframe).Distinct().Skip(1).Any();
        return (!severalSymbols || symbol?.Name == options.Symbol || symbol?.Raw == options.Symbol) && (!severalTimeframes || timeframe == options.Timeframe);
    }

    private FoundName? FoundSymbol(PartReader part, SeriesRows series)
    {
        if (series.Symbol is { } raw)
            return new FoundName(raw, ForeignSymbol.Normalise(raw), $"column '{part.SymbolColumn}'");
        if (part.Symbol is { } beside)
            return new FoundName(beside, ForeignSymbol.Normalise(beside), "lines outside the rows");
        return (ForeignFileName.Parse(part.Name).Symbol ?? ForeignFileName.Parse(source).Symbol) is { } named ? new FoundName(named, named, "file name") : null;
    }

    private static SeriesRows Joined(IReadOnlyList<SeriesRows> rows)
    {
        if (rows is [var only])
            return only;

        var joined = new SeriesRows(rows[0].Symbol, rows[0].Timeframe);
        foreach (SeriesRows part in rows.OrderBy(part => part.Times.Count > 0 ? part.Times.Min() : long.MaxValue))
            joined.Append(part);
        return joined;
    }

    private ImportResult Build((PartReader Part, SeriesRows Series)[] found, FoundName? symbol, Timeframe? ofRows, int series, Timeframe? common)
    {
        List<string> said = [.. found.SelectMany(row => row.Part.Assumptions).Distinct(StringComparer.Ordinal), "A row's time is taken as the candle's open time."];
        bool isReversed = false;
        foreach ((_, SeriesRows part) in found)
            isReversed |= part.ReverseIfNewestFirst();
        if (isReversed)
            said.Add("The rows are newest first and were reversed.");

        SeriesRows rows = Joined([.. found.Select(row => row.Series)]);
        if (options.TimeZone is { } zone)
            rows.ToUtc(zone);
        if (found.Length > 1)
            said.Add(FormattableString.Invariant($"{found.Length} parts were joined in time order."));
        if (series > 1)
            said.Add(FormattableString.Invariant($"The file has {series} series; this is one of them."));

        string name = SymbolOf(symbol, said);
        Timeframe timeframe = TimeframeOf(rows.Times, ofRows, found[0].Part.Name, common, said);
        RequirePlausible(rows.Times, timeframe);
        int open = rows.StillOpen + (options.Now is { } now ? rows.DropOpen(timeframe, now) : 0);
        if (open > 0)
            said.Add(FormattableString.Invariant($"{open} {(open == 1 ? "row had" : "rows had")} not closed and {(open == 1 ? "was" : "were")} left out."));
        if (rows.Times.Count == 0)
            throw new CandleDataException(source, 0, "", "", FormattableString.Invariant($"closed candles of {name} {timeframe}; none of the {open} rows had closed"));
        return new ImportResult(source, rows.ToTable(name, timeframe), said, rows.Unreadable, open);
    }

    private string SymbolOf(FoundName? found, List<string> said)
    {
        if (options.Symbol is { } given)
            return given;
        if (found is not { } symbol)
            throw new ArgumentException($"Neither the rows nor the name of '{source}' contain the symbol: give ImportOptions.Symbol (--symbol).");

        said.Add($"The symbol {symbol.Name} is taken from the {symbol.From}.");
        return symbol.Name;
    }

    private Timeframe TimeframeOf(IReadOnlyList<long> times, Timeframe? ofRows, string partName, Timeframe? common, List<string> said)
    {
        if (options.Timeframe is { } given)
            return given;
        if (ofRows is { } told)
        {
            said.Add($"The timeframe {told} is taken from the rows.");
            return told;
        }

        Timeframe? measured = MeasuredTimeframe.Of(times), named = ForeignFileName.Parse(partName).Timeframe ?? ForeignFileName.Parse(source).Timeframe;
        if (named is { } name && (measured is null || measured == name || Resampler.CanResample(name, measured.Value)))
        {
            said.Add($"The timeframe {name} is taken from the file name.");
            return name;
        }

        if ((measured ?? common) is not { } timeframe)
            throw new ArgumentException($"Neither the rows nor the name of '{source}' contain the timeframe: give ImportOptions.Timeframe (--timeframe).");

        said.Add(measured is null ? $"The timeframe {timeframe} is that of the file's other series."
            : named is { } wrong ? $"The file name says {wrong}, but most rows are {timeframe} apart: {timeframe} is taken."
            : $"Most rows are {timeframe} apart: the timeframe is {timeframe}.");
        return timeframe;
    }

    private void RequirePlausible(IReadOnlyList<long> times, Timeframe timeframe)
    {
        if (MeasuredTimeframe.UsualDistance(times) is not { } usual)
            return;

        double candles = usual / (double)(timeframe.NextOpen(0) - 0);
        if (candles >= FarthestApart)
            throw new CandleDataException(
                source, 0, "", FormattableString.Invariant($"{TimeSpan.FromMilliseconds(usual):c}"),
                FormattableString.Invariant($"rows about {timeframe} apart; most are {candles:N0} candles apart: the unit of time (--time-unit) or the timeframe is wrong"));
    }

    /// <summary>A symbol as written in the source, its normalised form, and where it was found.</summary>
    private readonly record struct FoundName(string Raw, string Name, string From);
}
