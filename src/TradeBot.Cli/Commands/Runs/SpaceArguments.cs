using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TradeBot.Optimization;

namespace TradeBot.Cli.Commands;

/// <summary>Options that say what a study may try.</summary>
internal static class SpaceArguments
{
    public static Option<List<string>> Int { get; } = Range("--int", "Integer range of a parameter, both ends included, such as fast=5..50, or slow=20..200:10 in steps of 10.");

    public static Option<List<string>> Float { get; } = Range("--float", "Range of a parameter, such as stop=0.5..3, or stop=0.5..3:0.25 in steps of 0.25.");

    public static Option<List<string>> Log { get; } = Range("--log", "Range of a parameter on a logarithmic scale, such as rate=0.001..1.");

    public static Option<List<string>> Where { get; } = new("--where")
    {
        Description = "Only combinations that meet this condition, such as \"fast<slow\"; a parameter or a number on either side of <, <=, > or >=.",
        HelpName = "condition",
        DefaultValueFactory = _ => [],
    };

    public static IEnumerable<Option> All => [Int, Float, Log, Where];

    /// <summary>What the options say, in their order.</summary>
    /// <exception cref="ArgumentException">No parameter is given, or an option cannot be read; the message names the option and its value.</exception>
    public static IReadOnlyList<Parameter> Of(ParseResult parsed)
    {
        List<Parameter> space = [];
        Add(space, parsed, Int, range => new IntParameter(range.Name, Whole(range.Low), Whole(range.High), Whole(range.Step ?? 1)));
        Add(space, parsed, Float, range => new FloatParameter(range.Name, range.Low, range.High, range.Step));
        Add(space, parsed, Log, range => range.Step is null ? new FloatParameter(range.Name, range.Low, range.High, logarithmic: true) : throw new ArgumentException("a logarithmic range takes no step."));
        return space.Count > 0 ? space : throw new ArgumentException("There is no parameter to search: give --int, --float or --log, such as --int fast=5..50.");
    }

    private static void Add(List<Parameter> space, ParseResult parsed, Option<List<string>> option, Func<ParameterRange, Parameter> make)
    {
        foreach (string text in parsed.GetRequiredValue(option))
        {
            ParameterRange range = RangeOf(text, option);
            try
            {
                space.Add(space.Exists(p => p.Name == range.Name) ? throw new ArgumentException($"The range of parameter '{range.Name}' is given twice; give one.") : make(range));
            }
            catch (ArgumentException mistake)
            {
                throw new ArgumentException($"{option.Name} \"{text}\": {Mistake.Of(mistake)}", mistake);
            }
        }
    }

    private readonly record struct ParameterRange(string Name, double Low, double High, double? Step);

    private static Option<List<string>> Range(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "name=low..high",
        DefaultValueFactory = _ => [],
    };

    private static ParameterRange RangeOf(string text, Option<List<string>> option)
    {
        string[] sides = text.Split('=', 2, StringSplitOptions.TrimEntries), ends = sides[^1].Split("..", 2), last = ends[^1].Split(':', 2);
        double step = 0;
        if (sides.Length != 2 || sides[0].Length == 0 || ends.Length != 2 || !TryNumber(ends[0], out double low) || !TryNumber(last[0], out double high) || (last.Length == 2 && !TryNumber(last[1], out step)))
            throw new ArgumentException($"{option.Name} \"{text}\" is not a range such as fast=5..50 or fast=5..50:5.");
        if (low > high)
            throw new ArgumentException($"{option.Name} \"{text}\": the range of {sides[0]} ends before it begins; did you mean {sides[0]}={last[0]}..{ends[0]}?");
        if (last.Length == 2 && !(step > 0))
            throw new ArgumentException($"{option.Name} \"{text}\": the step of {sides[0]} is {last[1]}, and must be above 0.");
        return new ParameterRange(sides[0], low, high, last.Length == 2 ? step : null);
    }

    private static bool TryNumber(string text, out double number) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static int Whole(double number) => number == (int)number
        ? (int)number
        : throw new ArgumentException(FormattableString.Invariant($"--int takes whole numbers from {int.MinValue} to {int.MaxValue}, got {number}."));
}
