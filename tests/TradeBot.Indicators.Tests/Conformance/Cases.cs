using System.Reflection;
using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Tests.Conformance;

/// <summary>The indicators that the suite tries for each entry of the catalog: several parameter sets from its ranges.</summary>
internal static class Cases
{
    private const int Draws = 3;
    private const int LongestWarmUp = 700;

    /// <summary>The defaults, the least values accepted, and some drawn from the ranges of a search.</summary>
    public static IEnumerable<Indicator> Of(string name)
    {
        IndicatorDefinition definition = IndicatorCatalog.Find(name);
        HashSet<Indicator> cases = [definition.With(), Least(definition)];
        var random = new Random(Seed(name));
        for (int i = 0; i < Draws; i++)
            cases.Add(Draw(definition, random, p => (p.SearchMin, p.SearchMax)));
        return cases.Where(c => c.WarmUp <= LongestWarmUp);
    }

    /// <summary>How many windows a streaming struct holds, each of which may take a new block now and then.</summary>
    public static int WindowsOf(Type type) => type
        .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(f => f.FieldType.IsValueType && !f.FieldType.IsPrimitive && f.FieldType != type)
        .Sum(f => IsWindow(f.FieldType) ? 1 : WindowsOf(f.FieldType));

    private static bool IsWindow(Type type) =>
        type == typeof(ValueWindow) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(BlockWindow<,>));

    private static Indicator Least(IndicatorDefinition definition)
    {
        double[] least = [.. definition.Parameters.Select(p => p.Min)];
        return definition.Fault(least) is null
            ? definition.With(least)
            : Draw(definition, new Random(1), p => (p.Min, p.IsInteger ? Math.Min(p.Max, p.Min + 3) : p.Max));
    }

    private static Indicator Draw(IndicatorDefinition definition, Random random, Func<IndicatorParameter, (double Min, double Max)> range)
    {
        for (int attempt = 0; attempt < 1000; attempt++)
        {
            double[] values = [.. definition.Parameters.Select(p => DrawOne(p, random, range(p)))];
            if (definition.Fault(values) is null)
                return definition.With(values);
        }

        throw new InvalidOperationException($"No parameters drawn for {definition} satisfy its constraints.");
    }

    private static double DrawOne(IndicatorParameter parameter, Random random, (double Min, double Max) range) => parameter.IsInteger
        ? random.Next((int)range.Min, (int)range.Max + 1)
        : range.Min + random.NextDouble() * (range.Max - range.Min);

    // string.GetHashCode differs from run to run.
    private static int Seed(string name) => name.Aggregate(17, (seed, letter) => unchecked(31 * seed + letter));
}
