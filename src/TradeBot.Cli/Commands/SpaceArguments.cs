using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TradeBot.Optimization;

namespace TradeBot.Cli.Commands;

/// <summary>Options that say what a study may try.</summary>
internal static class SpaceArguments
{
    public static Option<List<string>> Int { get; } = Range("--int", "Whole numbers of a parameter, both ends included, such as fast=5..50 or slow=20..200:10 in steps of 10.");

    public static Option<List<string>> Float { get; } = Range("--float", "Numbers of a parameter, such as stop=0.5..3, or stop=0.5..3:0.25 in steps.");

    public static Option<List<string>> Log { get; } = Range("--log", "Numbers of a parameter on a logarithmic scale, such as rate=0.001..1.");

    public static Option<List<string>> Where { get; } = new("--where")
    {
        Description = "Which combinations are meant, such as \"fast<slow\"; a parameter or a number on either side of <, <=, > or >=.",
        HelpName = "condition",
        DefaultValueFactory = _ => [],
    };

    public static IEnumerable<Option> All => [Int, Float, Log, Where];

    /// <summary>Adds what the options say to a study.</summary>
    /// <exception cref="ArgumentException">No parameter is given, or an option cannot be read.</exception>
    public static Study AddTo(Study study, ParseResult parsed)
    {
        study = Add(study, parsed, Int, (s, range) => s.Int(range.Name, Whole(range.Low), Whole(range.High), Whole(range.Step ?? 1)));
        study = Add(study, parsed, Float, (s, range) => s.Float(range.Name, range.Low, range.High, range.Step));
        study = Add(study, parsed, Log, (s, range) => range.Step is null ? s.LogFloat(range.Name, range.Low, range.High) : throw new ArgumentException("a logarithmic range takes no step."));
        if (study.Space.Parameters.Count == 0)
            throw new ArgumentException("What to search is missing: give --int, --float or --log, such as --int fast=5..50.");

        foreach (string condition in parsed.GetRequiredValue(Where))
            study = study.Where(ConditionOf(condition, study.Space));
        return study;
    }

    /// <summary>Refuses a space of which no combination is meant, before anything is written.</summary>
    /// <param name="study">With all of its conditions.</param>
    /// <param name="sampler">That is to search it.</param>
    /// <param name="parsed">Tells whether conditions were given, or are the strategy's alone.</param>
    /// <exception cref="ArgumentException">The sampler finds no combination that every condition accepts.</exception>
    public static void RequireSome(Study study, ISampler sampler, ParseResult parsed)
    {
        string cause = parsed.GetRequiredValue(Where).Count > 0 ? "--where" : "The strategy's own constraint";
        try
        {
            if (sampler.Start(study.Space, study.Seed).Ask(0) is not null)
                return;
        }
        catch (InvalidOperationException none) // the sampler gave up
        {
            throw new ArgumentException($"{cause} leaves nothing to try: {none.Message}", none);
        }

        throw new ArgumentException($"{cause} leaves nothing to try: no combination of {study.Space} meets every condition.");
    }

    /// <summary>Refuses a value for a parameter that is searched: one of the two would be ignored.</summary>
    /// <exception cref="ArgumentException">A parameter has both.</exception>
    public static void RequireFree(Study study, IReadOnlyDictionary<string, double> settings)
    {
        if (study.Space.Parameters.FirstOrDefault(p => settings.ContainsKey(p.Name)) is { } both)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"--set {both.Name}={settings[both.Name]}: {both.Name} is searched; leave out either --set or its range."));
    }

    /// <summary>Adds the ranges of an option; a mistake in one names the option and its value.</summary>
    private static Study Add(Study study, ParseResult parsed, Option<List<string>> option, Func<Study, ParameterRange, Study> add)
    {
        foreach (string text in parsed.GetRequiredValue(option))
        {
            ParameterRange range = RangeOf(text, option);
            try
            {
                study = add(study, range);
            }
            catch (ArgumentException mistake)
            {
                throw new ArgumentException($"{option.Name} \"{text}\": {Mistake.Of(mistake)}", mistake);
            }
        }

        return study;
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
            throw new ArgumentException($"{option.Name} \"{text}\" is no range such as fast=5..50 or fast=5..50:5.");
        if (low > high)
            throw new ArgumentException($"{option.Name} \"{text}\": the range of {sides[0]} ends before it begins; did you mean {sides[0]}={last[0]}..{ends[0]}?");
        if (last.Length == 2 && !(step > 0))
            throw new ArgumentException($"{option.Name} \"{text}\": the step of {sides[0]} is {last[1]}, and must be above 0.");
        return new ParameterRange(sides[0], low, high, last.Length == 2 ? step : null);
    }

    private static Func<ParameterSet, bool> ConditionOf(string text, ParameterSpace space)
    {
        string? sign = Array.Find(["<=", ">=", "<", ">"], text.Contains);
        string[] sides = sign is null ? [] : text.Split(sign, StringSplitOptions.TrimEntries);
        if (sides.Length != 2)
            throw new ArgumentException($"--where \"{text}\" is no condition such as \"fast<slow\".");

        Func<ParameterSet, double> left = SideOf(sides[0], text, space), right = SideOf(sides[1], text, space);
        return sign switch
        {
            "<=" => p => left(p) <= right(p),
            ">=" => p => left(p) >= right(p),
            "<" => p => left(p) < right(p),
            _ => p => left(p) > right(p),
        };
    }

    private static Func<ParameterSet, double> SideOf(string side, string text, ParameterSpace space)
    {
        if (TryNumber(side, out double number))
            return _ => number;
        return space.Parameters.Any(p => p.Name == side)
            ? p => p[side].ToDouble()
            : throw new ArgumentException($"--where \"{text}\": there is no parameter '{side}'; there are {string.Join(", ", space.Parameters.Select(p => p.Name))}.");
    }

    private static bool TryNumber(string text, out double number) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static int Whole(double number) => number == (int)number
        ? (int)number
        : throw new ArgumentException(FormattableString.Invariant($"--int takes whole numbers from {int.MinValue} to {int.MaxValue}, got {number}."));
}
