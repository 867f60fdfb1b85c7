using System.CommandLine;
using System.CommandLine.Parsing;
using TradeBot.MarketData;

namespace TradeBot.Cli.Commands;

/// <summary>What the user knows about a file from elsewhere, as options.</summary>
internal sealed class ImportArguments
{
    private readonly Option<string?> _symbol = new("--symbol")
    {
        Description = "The symbol, where neither the rows nor the file name contain it; in a file with several symbols, the only one to read.", HelpName = "symbol",
    };

    private readonly Option<Timeframe?> _length = DataArguments.TimeframeOption("The timeframe, where neither the rows nor the file name determine it");
    private readonly Option<double> _clock = new("--clock-offset") { Description = "Hours by which the source's clock is ahead of UTC.", HelpName = "hours" };
    private readonly Option<TimeZoneInfo?> _zone = new("--time-zone")
    {
        Description = "Time zone of times that are written without an offset, such as America/New_York; when clocks go back, the order of the rows distinguishes the repeated hour.",
        HelpName = "zone",
        CustomParser = ParseZone,
    };

    private readonly Option<TimeUnit?> _unit = new("--time-unit")
    {
        Description = "Unit of times that are plain numbers: s, ms, us or ns. By default determined by their size, for times from 1980 on.",
        HelpName = "unit",
        CustomParser = result => Choose<TimeUnit>(result, ("s", TimeUnit.Seconds), ("ms", TimeUnit.Milliseconds), ("us", TimeUnit.Microseconds), ("ns", TimeUnit.Nanoseconds)),
    };

    private readonly Option<DateOrder?> _order = new("--date-order")
    {
        Description = "dmy or mdy: the order of day and month in dates such as 03/04/2024, where the rows leave it open.",
        HelpName = "order",
        CustomParser = result => Choose<DateOrder>(result, ("dmy", DateOrder.DayFirst), ("mdy", DateOrder.MonthFirst)),
    };

    private readonly Option<char?> _decimal = new("--decimal")
    {
        Description = ". or ,: the decimal separator, where the rows leave it open.",
        HelpName = "sign",
        CustomParser = result => Choose<char>(result, (".", '.'), (",", ',')),
    };

    private readonly Option<string?> _symbolColumn = new("--symbol-column") { Description = "The column that names the symbol, where it has an unusual name.", HelpName = "name" };
    private readonly Option<string?> _volumeColumn = new("--volume-column")
    {
        Description = $"The column with the traded quantity in base currency, where it has an unusual name; '{ImportOptions.NoVolume}' stores 0.",
        HelpName = "name",
    };

    private readonly Option<bool> _adjusted = new("--adjusted") { Description = "Scale the prices to the adjusted close of the file." };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_symbol, _length, _clock, _zone, _unit, _order, _decimal, _symbolColumn, _volumeColumn, _adjusted])
            command.Add(option);
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="now">The current time; rows of candles that close later are left out. Null keeps them.</param>
    public ImportOptions Of(ParseResult parsed, DateTime? now) => new()
    {
        Symbol = parsed.GetValue(_symbol),
        Timeframe = parsed.GetValue(_length),
        ClockOffset = TimeSpan.FromHours(parsed.GetValue(_clock)),
        TimeZone = parsed.GetValue(_zone),
        TimeUnit = parsed.GetValue(_unit),
        DateOrder = parsed.GetValue(_order),
        DecimalSeparator = parsed.GetValue(_decimal),
        SymbolColumn = parsed.GetValue(_symbolColumn),
        VolumeColumn = parsed.GetValue(_volumeColumn),
        UseAdjustedClose = parsed.GetValue(_adjusted),
        Now = now,
    };

    private static TimeZoneInfo? ParseZone(ArgumentResult result)
    {
        string name = result.Tokens[0].Value;
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException or System.Security.SecurityException)
        {
            result.AddError($"\"{name}\" is not a time zone that this system knows; accepted are names such as America/New_York, Europe/Berlin or UTC, which on Linux come with the package tzdata.");
            return null;
        }
    }

    private static T? Choose<T>(ArgumentResult result, params ReadOnlySpan<(string Text, T Value)> choices)
        where T : struct
    {
        foreach ((string text, T value) in choices)
        {
            if (text == result.Tokens[0].Value)
                return value;
        }

        result.AddError($"\"{result.Tokens[0].Value}\" is not accepted; accepted are {string.Join(", ", choices.ToArray().Select(choice => choice.Text))}.");
        return null;
    }
}
