using System.Globalization;
using TradeBot.MarketData;

namespace TradeBot;

/// <summary>A CSV file of trading rules, one row per symbol.</summary>
public static class InstrumentFile
{
    /// <summary>How a column of the file sets a property of an instrument.</summary>
    private static readonly Dictionary<string, Func<Instrument, string, Instrument>> Readers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["symbol"] = (instrument, text) => instrument with { Symbol = text },
        ["tick"] = (instrument, text) => instrument with { TickSize = Step(text) },
        ["lot"] = (instrument, text) => instrument with { LotSize = Step(text) },
        ["kind"] = (instrument, text) => instrument with { Kind = KindOf(text) },
        ["min_quantity"] = (instrument, text) => instrument with { MinQuantity = Step(text) },
        ["min_notional"] = (instrument, text) => instrument with { MinNotional = Step(text) },
        ["contract_value"] = (instrument, text) => instrument with { ContractValue = Step(text) is > 0 and var value ? value : throw new ArgumentException($"\"{text}\" is not a positive number") },
    };

    /// <summary>The accepted columns.</summary>
    public static IReadOnlyCollection<string> Columns => Readers.Keys;

    /// <summary>Reads the file.</summary>
    /// <param name="path">The first row names the columns, of which only symbol is required; an empty field is the default of <see cref="Instrument.Default"/>.</param>
    /// <exception cref="ArgumentException">There is no such file, or a row cannot be read; the message names file, row and column.</exception>
    public static IReadOnlyDictionary<string, Instrument> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!File.Exists(path))
            throw new ArgumentException($"{path}: there is no such file.");
        Dictionary<string, Instrument> instruments = [];
        string[] columns = [];
        int row = 0;
        foreach (string line in File.ReadLines(path))
        {
            row++;
            string[] fields = line.Split(',', StringSplitOptions.TrimEntries);
            if (row == 1)
                columns = Checked(fields, path);
            else if (line.Trim().Length > 0)
                Add(instruments, RowOf(columns, fields, path, row), path, row);
        }

        return instruments.Count > 0 ? instruments : throw new ArgumentException($"{path}: it names no symbol.");
    }

    private static void Add(Dictionary<string, Instrument> instruments, Instrument instrument, string path, int row)
    {
        if (instrument.Symbol.Length == 0)
            throw new ArgumentException(FormattableString.Invariant($"{path}, row {row}: the symbol is missing."));
        if (!instruments.TryAdd(instrument.Symbol, instrument))
            throw new ArgumentException(FormattableString.Invariant($"{path}, row {row}: {instrument.Symbol} is given twice."));
    }

    private static string[] Checked(string[] columns, string path)
    {
        foreach (string column in columns)
        {
            if (!Readers.ContainsKey(column))
                throw new ArgumentException($"{path}: there is no column \"{column}\"; accepted are {string.Join(", ", Readers.Keys)}, and the nearest is '{NearestName.Of(column, Readers.Keys)}'.");
        }

        return columns.Contains("symbol", StringComparer.OrdinalIgnoreCase)
            ? columns
            : throw new ArgumentException($"{path}: the first row names no column \"symbol\".");
    }

    private static Instrument RowOf(string[] columns, string[] fields, string path, int row)
    {
        if (fields.Length != columns.Length)
            throw new ArgumentException(FormattableString.Invariant($"{path}, row {row}: {columns.Length} fields are expected, got {fields.Length}."));
        Instrument instrument = Instrument.Default("");
        for (int i = 0; i < columns.Length; i++)
        {
            try
            {
                if (fields[i].Length > 0)
                    instrument = Readers[columns[i]](instrument, fields[i]);
            }
            catch (ArgumentException mistake)
            {
                throw new ArgumentException(FormattableString.Invariant($"{path}, row {row}, {columns[i]}: {mistake.Message}."), mistake);
            }
        }

        return instrument;
    }

    /// <summary>Reads a step of prices or quantities.</summary>
    /// <param name="text">A number of 0 or more.</param>
    /// <exception cref="ArgumentException">The text is not such a number.</exception>
    public static decimal Step(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal step) && step >= 0
        ? step
        : throw new ArgumentException($"\"{text}\" is not a number of 0 or more, such as 0.001");

    private static InstrumentKind KindOf(string text) => Enum.TryParse(text, ignoreCase: true, out InstrumentKind kind) && Enum.IsDefined(kind)
        ? kind
        : throw new ArgumentException($"\"{text}\" is none of {string.Join(", ", Enum.GetNames<InstrumentKind>()).ToLowerInvariant()}");
}
