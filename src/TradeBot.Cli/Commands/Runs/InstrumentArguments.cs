using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TradeBot.MarketData;
using TradeBot.Trading;

namespace TradeBot.Cli.Commands;

/// <summary>The options that say in which steps symbols trade.</summary>
internal static class InstrumentArguments
{
    /// <summary>What a column of the file says of an instrument.</summary>
    private static readonly Dictionary<string, Func<Instrument, string, Instrument>> Columns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["symbol"] = (instrument, text) => instrument with { Symbol = text },
        ["tick"] = (instrument, text) => instrument with { TickSize = Step(text) },
        ["lot"] = (instrument, text) => instrument with { LotSize = Step(text) },
        ["kind"] = (instrument, text) => instrument with { Kind = KindOf(text) },
        ["min_quantity"] = (instrument, text) => instrument with { MinQuantity = Step(text) },
        ["min_notional"] = (instrument, text) => instrument with { MinNotional = Step(text) },
        ["contract_value"] = (instrument, text) => instrument with { ContractValue = Step(text) is > 0 and var value ? value : throw new ArgumentException($"\"{text}\" is no positive number") },
    };

    public static Option<decimal?> Tick { get; } = StepOption("--tick", "Smallest price step of symbols that --instruments does not name, such as 0.01. Without it prices are not rounded.");

    public static Option<decimal?> Lot { get; } = StepOption("--lot", "Smallest quantity step of symbols that --instruments does not name, such as 0.001. Without it quantities are cut to 11 significant digits.");

    public static Option<string?> File { get; } = new("--instruments")
    {
        Description = $"A CSV file of trading rules, one row per symbol; the first row names the columns: {string.Join(", ", Columns.Keys)}. Only symbol is required.",
        HelpName = "file",
    };

    public static IEnumerable<Option> All => [Tick, Lot, File];

    /// <summary>The conditions with these steps.</summary>
    public static BacktestOptions Add(BacktestOptions options, ParseResult parsed)
    {
        decimal? tick = parsed.GetValue(Tick), lot = parsed.GetValue(Lot);
        if (tick is not null || lot is not null)
            options = options with { OtherInstruments = Instrument.Default("") with { TickSize = tick ?? 0, LotSize = lot ?? 0 } };
        return parsed.GetValue(File) is { } path ? options with { Instruments = Read(path) } : options;
    }

    private static Option<decimal?> StepOption(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "step",
        CustomParser = result =>
        {
            try
            {
                return Step(result.Tokens[0].Value);
            }
            catch (ArgumentException mistake)
            {
                result.AddError($"{name}: {mistake.Message}.");
                return null;
            }
        },
    };

    private static Dictionary<string, Instrument> Read(string path)
    {
        if (!System.IO.File.Exists(path))
            throw new ArgumentException($"--instruments {path}: there is no such file.");
        Dictionary<string, Instrument> instruments = [];
        string[] columns = [];
        int row = 0;
        foreach (string line in System.IO.File.ReadLines(path))
        {
            row++;
            string[] fields = line.Split(',', StringSplitOptions.TrimEntries);
            if (row == 1)
                columns = Checked(fields, path);
            else if (line.Trim().Length > 0)
                Add(instruments, RowOf(columns, fields, path, row), path, row);
        }

        return instruments.Count > 0 ? instruments : throw new ArgumentException($"--instruments {path}: it names no symbol.");
    }

    private static void Add(Dictionary<string, Instrument> instruments, Instrument instrument, string path, int row)
    {
        if (instrument.Symbol.Length == 0)
            throw new ArgumentException(FormattableString.Invariant($"--instruments {path}, row {row}: the symbol is missing."));
        if (!instruments.TryAdd(instrument.Symbol, instrument))
            throw new ArgumentException(FormattableString.Invariant($"--instruments {path}, row {row}: {instrument.Symbol} comes twice."));
    }

    private static string[] Checked(string[] columns, string path)
    {
        foreach (string column in columns)
        {
            if (!Columns.ContainsKey(column))
                throw new ArgumentException($"--instruments {path}: there is no column \"{column}\"; accepted are {string.Join(", ", Columns.Keys)}, and the nearest is '{NearestName.Of(column, Columns.Keys)}'.");
        }

        return columns.Contains("symbol", StringComparer.OrdinalIgnoreCase)
            ? columns
            : throw new ArgumentException($"--instruments {path}: the first row names no column \"symbol\".");
    }

    private static Instrument RowOf(string[] columns, string[] fields, string path, int row)
    {
        if (fields.Length != columns.Length)
            throw new ArgumentException(FormattableString.Invariant($"--instruments {path}, row {row}: {columns.Length} fields are expected, got {fields.Length}."));
        Instrument instrument = Instrument.Default("");
        for (int i = 0; i < columns.Length; i++)
        {
            try
            {
                if (fields[i].Length > 0)
                    instrument = Columns[columns[i]](instrument, fields[i]);
            }
            catch (ArgumentException mistake)
            {
                throw new ArgumentException(FormattableString.Invariant($"--instruments {path}, row {row}, {columns[i]}: {mistake.Message}."), mistake);
            }
        }

        return instrument;
    }

    private static decimal Step(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal step) && step >= 0
        ? step
        : throw new ArgumentException($"\"{text}\" is no number of 0 or more, such as 0.001");

    private static InstrumentKind KindOf(string text) => Enum.TryParse(text, ignoreCase: true, out InstrumentKind kind) && Enum.IsDefined(kind)
        ? kind
        : throw new ArgumentException($"\"{text}\" is none of {string.Join(", ", Enum.GetNames<InstrumentKind>()).ToLowerInvariant()}");
}
