using System.Collections.Frozen;
using System.Globalization;

namespace TradeBot.Indicators;

/// <summary>All indicators of this library, and those registered by the user.</summary>
public static class IndicatorCatalog
{
    private static readonly Lock Registration = new();

    private static volatile FrozenDictionary<string, IndicatorDefinition> _byName = Index();
    private static volatile IReadOnlyList<IndicatorDefinition> _all = Sorted();

    /// <summary>Every definition, by family and then by name.</summary>
    public static IReadOnlyList<IndicatorDefinition> All => _all;

    /// <summary>The definition of an indicator.</summary>
    /// <param name="name">Name or alias; case, spaces, hyphens and underscores do not matter.</param>
    /// <exception cref="ArgumentException">The name is unknown; the message suggests the nearest.</exception>
    public static IndicatorDefinition Find(string name) => TryFind(name)
        ?? throw new ArgumentException($"No indicator is named '{name}'. The nearest is {NearestName.Of(name, _all.SelectMany(Names))}.", nameof(name));

    /// <summary>The definition of an indicator, or null when the name is unknown.</summary>
    /// <param name="name">Name or alias; case, spaces, hyphens and underscores do not matter.</param>
    public static IndicatorDefinition? TryFind(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _byName.GetValueOrDefault(Key(name));
    }

    /// <summary>Parses an indicator with its parameters, such as <c>rsi(14)</c> or <c>macd</c>.</summary>
    /// <param name="text">A name, and values of the first parameters in parentheses, separated by commas.</param>
    /// <exception cref="FormatException">The text cannot be parsed.</exception>
    /// <exception cref="ArgumentException">The indicator does not exist, or a value is not accepted.</exception>
    public static Indicator Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string trimmed = text.Trim();
        int open = trimmed.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
            return Find(trimmed).With();
        if (!trimmed.EndsWith(')'))
            throw Malformed(text);

        string inside = trimmed[(open + 1)..^1];
        double[] arguments = string.IsNullOrWhiteSpace(inside) ? [] : [.. inside.Split(',').Select(ReadNumber)];
        return Find(trimmed[..open]).With(arguments);

        double ReadNumber(string part) =>
            double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : throw Malformed(text);
    }

    /// <summary>Registers a user's indicator; one of the same name and type, as when a cell runs again, is replaced.</summary>
    /// <exception cref="ArgumentException">Another indicator has the name.</exception>
    internal static void Add(IndicatorDefinition definition)
    {
        lock (Registration)
        {
            if (TryFind(definition.Name) is { } other && (other.Family != IndicatorFamily.Own || other.Implementation.Name != definition.Implementation.Name))
                throw new ArgumentException($"'{definition.Name}' is the name of another indicator, {other}: register {definition.Implementation.Name} under another name.", nameof(definition));

            _byName = new Dictionary<string, IndicatorDefinition>(_byName) { [Key(definition.Name)] = definition }.ToFrozenDictionary();
            _all = Sorted();
        }
    }

    private static IndicatorDefinition[] Sorted() => [.. _byName.Values.Distinct().OrderBy(d => d.Family).ThenBy(d => d.Name, StringComparer.Ordinal)];

    private static FormatException Malformed(string text) =>
        new($"Expected a name and numbers in parentheses, such as RSI(14), got '{text}'.");

    private static FrozenDictionary<string, IndicatorDefinition> Index()
    {
        Dictionary<string, IndicatorDefinition> index = [];
        foreach (IndicatorDefinition definition in Entries())
        {
            RequireOutputs(definition);
            foreach (string name in Names(definition))
            {
                if (!index.TryAdd(Key(name), definition))
                    throw new InvalidOperationException($"Two indicators are named {name}: {index[Key(name)]}, and {definition}.");
            }
        }

        return index.ToFrozenDictionary();
    }

    private static IEnumerable<IndicatorDefinition> Entries() =>
    [
        .. AverageEntries.All,
        .. MomentumEntries.All,
        .. TrendEntries.All,
        .. VolatilityEntries.All,
        .. VolumeEntries.All,
        .. StatisticsEntries.All,
        .. PatternEntries.All,
    ];

    private static void RequireOutputs(IndicatorDefinition definition)
    {
        if (definition.Outputs.Count != definition.Arithmetic.OutputCount)
            throw new InvalidOperationException($"{definition} declares {definition.Outputs.Count} outputs, its struct has {definition.Arithmetic.OutputCount}.");
    }

    private static IEnumerable<string> Names(IndicatorDefinition definition) => [definition.Name, .. definition.Aliases];

    private static string Key(string name) =>
        string.Concat(name.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '_'))).ToUpperInvariant();
}
