using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TradeBot.MarketData;

namespace TradeBot.Cli.Commands;

/// <summary>Arguments and options that the data commands share.</summary>
internal static class DataArguments
{
    public static Option<string> Store() => Folder("Folder of the candles.", "--store", "--data");

    /// <summary>The same folder, for commands about results rather than about candles.</summary>
    public static Option<string> Data(string description = "Folder of the candles.") => Folder(description, "--data", "--store");

    private static Option<string> Folder(string description, string name, string alias) => new(name, alias)
    {
        Description = description,
        HelpName = "folder",
        DefaultValueFactory = _ => "data",
    };

    public static Option<bool> Json() => new("--json") { Description = "Print JSON instead of a table." };

    public static Argument<string[]> Symbols() => new("symbols")
    {
        Description = "Symbols, separated by commas.",
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = Split,
    };

    public static Argument<Timeframe> TimeframeArgument(string name, string description) => new(name)
    {
        Description = $"{description}: {Timeframe.Accepted}.",
        CustomParser = ParseTimeframe,
    };

    public static Option<Timeframe?> TimeframeOption(string description, string name = "--timeframe") => new(name)
    {
        Description = $"{description}: {Timeframe.Accepted}.",
        HelpName = "timeframe",
        CustomParser = result => ParseTimeframe(result) is var timeframe && timeframe != default ? timeframe : null,
    };

    public static Option<DateTime?> Time(string name, string description) => new(name)
    {
        Description = $"{description}, UTC, such as 2024-01-31 or 2024-01-31T12:00.",
        HelpName = "time",
        CustomParser = ParseTime,
    };

    /// <summary>A store to read candles from: its folder must exist.</summary>
    /// <param name="folder">As it was given.</param>
    /// <param name="option">The option that names it.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static CandleStore Existing(string folder, string option = "--store")
    {
        RequireFolder(folder, option);
        return CandleStore.Open(folder);
    }

    /// <summary>Refuses a folder to read that does not exist, which is not the same as an empty one.</summary>
    /// <param name="folder">As it was given.</param>
    /// <param name="option">The option that names it.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static void RequireFolder(string folder, string option)
    {
        if (string.IsNullOrWhiteSpace(folder))
            throw new ArgumentException($"{option} is empty: give a folder.");
        string full = Path.GetFullPath(folder);
        if (!Directory.Exists(full))
            throw new DirectoryNotFoundException($"{option} is '{full}': {(File.Exists(full) ? "that is a file, not a folder" : "the folder does not exist")}.");
    }

    /// <summary>The series that the arguments select; all of the store when none is named.</summary>
    public static IReadOnlyList<CandleStoreEntry> Choose(CandleStore store, string[] symbols, Timeframe[] timeframes)
    {
        IReadOnlyList<CandleStoreEntry> all = store.List();
        CandleStoreEntry[] chosen = [.. all.Where(entry =>
            (symbols.Length == 0 || symbols.Contains(entry.Symbol)) && (timeframes.Length == 0 || timeframes.Contains(entry.Timeframe)))];
        foreach (string symbol in symbols)
        {
            if (!chosen.Any(entry => entry.Symbol == symbol))
                throw new ArgumentException(
                    $"'{store.Folder}' holds no {symbol}{(timeframes.Length == 0 ? "" : $" {string.Join(", ", timeframes)}")}; it holds {Describe(all)}.");
        }

        return chosen.Length > 0 ? chosen : throw new ArgumentException($"'{store.Folder}' holds {Describe(all)}.");
    }

    /// <summary>Timeframes separated by commas.</summary>
    public static Timeframe[] ParseTimeframes(ArgumentResult result) => [.. Split(result).Select(text => ParseTimeframe(text, result))];

    private static string Describe(IReadOnlyList<CandleStoreEntry> entries) =>
        entries.Count == 0 ? "no candles" : string.Join(", ", entries.Select(entry => $"{entry.Symbol} {entry.Timeframe}"));

    /// <summary>Words separated by commas.</summary>
    public static string[] Split(ArgumentResult result) =>
        [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static Timeframe ParseTimeframe(ArgumentResult result) => ParseTimeframe(result.Tokens[0].Value, result);

    private static Timeframe ParseTimeframe(string text, ArgumentResult result)
    {
        if (Timeframe.TryParse(text, out Timeframe timeframe))
            return timeframe;

        result.AddError($"\"{text}\" is not a timeframe; accepted is {Timeframe.Accepted}.");
        return default;
    }

    private static DateTime? ParseTime(ArgumentResult result)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        string text = result.Tokens[0].Value;
        string[] formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'"];
        if (DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, Utc, out DateTime time))
            return time;

        result.AddError($"\"{text}\" is not a UTC time such as 2024-01-31 or 2024-01-31T12:00.");
        return null;
    }
}
