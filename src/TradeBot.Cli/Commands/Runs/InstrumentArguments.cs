using System.CommandLine;
using TradeBot.MarketData;
using TradeBot.Trading;

namespace TradeBot.Cli.Commands;

/// <summary>The options for the tick and lot sizes of symbols.</summary>
internal static class InstrumentArguments
{
    public static Option<decimal?> Tick { get; } = StepOption("--tick", "Smallest price step of symbols that --instruments does not name, such as 0.01. Without it prices are not rounded.");

    public static Option<decimal?> Lot { get; } = StepOption("--lot", "Smallest quantity step of symbols that --instruments does not name, such as 0.001. Without it quantities are cut to 11 significant digits.");

    public static Option<string?> File { get; } = new("--instruments")
    {
        Description = $"A CSV file of trading rules, one row per symbol; the first row names the columns: {string.Join(", ", InstrumentFile.Columns)}. Only symbol is required.",
        HelpName = "file",
    };

    public static IEnumerable<Option> All => [Tick, Lot, File];

    /// <summary>The conditions with these steps.</summary>
    public static BacktestOptions Add(BacktestOptions options, ParseResult parsed)
    {
        decimal? tick = parsed.GetValue(Tick), lot = parsed.GetValue(Lot);
        if (tick is not null || lot is not null)
            options = options with { OtherInstruments = Instrument.Default("") with { TickSize = tick ?? 0, LotSize = lot ?? 0 } };
        return parsed.GetValue(File) is { } path ? options with { Instruments = Mistake.In(File, () => InstrumentFile.Read(path)) } : options;
    }

    private static Option<decimal?> StepOption(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "step",
        CustomParser = result =>
        {
            try
            {
                return InstrumentFile.Step(result.Tokens[0].Value);
            }
            catch (ArgumentException mistake)
            {
                result.AddError($"{name}: {mistake.Message}.");
                return null;
            }
        },
    };
}
