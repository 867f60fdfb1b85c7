using System.Globalization;
using System.Reflection;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Cli.Commands;

/// <summary>Makes a strategy or an order algorithm of a class in an assembly, such as <c>bin/Mine.dll:Mine.Breakout</c>.</summary>
internal static class StrategyClass
{
    /// <summary>Whether a text means a class rather than a document or a strategy of the library.</summary>
    public static bool IsMeantBy(string text) => Split(text) is var (assembly, _) && assembly.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);

    /// <summary>An <see cref="IStrategy"/> or an <see cref="IOrderAlgorithm"/>, its constructor given the settings by name.</summary>
    /// <exception cref="FileNotFoundException">There is no such assembly.</exception>
    /// <exception cref="ArgumentException">There is no such class, or its constructor takes other parameters.</exception>
    public static object Create(string text, IReadOnlyDictionary<string, double> settings)
    {
        (string path, string name) = Split(text);
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no assembly '{path}'.", path);

        Type type = Find(Load(path), path, name);
        ConstructorInfo[] constructors = type.GetConstructors();
        foreach (ConstructorInfo constructor in constructors.OrderByDescending(c => c.GetParameters().Length))
        {
            ParameterInfo[] parameters = constructor.GetParameters();
            if (settings.Keys.All(s => parameters.Any(p => p.Name == s)) && parameters.All(p => settings.ContainsKey(p.Name!) || p.HasDefaultValue))
                return Bound.Of(constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [.. parameters.Select(p => Value(p, settings))], CultureInfo.InvariantCulture), settings);
        }

        throw new ArgumentException($"{type.FullName} cannot be made with {Describe(settings)}; it takes {string.Join(" or ", constructors.Select(Describe))}.");
    }

    private static (string Assembly, string Class) Split(string text)
    {
        int colon = text.LastIndexOf(':');
        return colon < 0 ? (text, "") : (text[..colon], text[(colon + 1)..]);
    }

    private static Assembly Load(string path)
    {
        try
        {
            return Assembly.LoadFrom(Path.GetFullPath(path));
        }
        catch (BadImageFormatException broken)
        {
            throw new ArgumentException($"'{path}' is no .NET assembly.", broken);
        }
    }

    private static Type Find(Assembly assembly, string path, string name)
    {
        Type[] types = [.. assembly.GetTypes().Where(t => !t.IsAbstract && (t.IsAssignableTo(typeof(IStrategy)) || t.IsAssignableTo(typeof(IOrderAlgorithm))))];
        if (types.Length == 0)
            throw new ArgumentException($"'{path}' holds no class that is an IStrategy or an IOrderAlgorithm.");
        return types.FirstOrDefault(t => t.FullName == name) ?? types.FirstOrDefault(t => t.Name == name)
            ?? throw new ArgumentException($"'{path}' holds no strategy '{name}'; the nearest is '{NearestName.Of(name, types.Select(t => t.FullName!))}'.");
    }

    private static object? Value(ParameterInfo parameter, IReadOnlyDictionary<string, double> settings)
    {
        if (!settings.TryGetValue(parameter.Name!, out double value))
            return parameter.DefaultValue;

        Type type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (!type.IsPrimitive && type != typeof(decimal))
            throw new ArgumentException($"The parameter '{parameter.Name}' is no number: it cannot be set from here.");
        object converted = Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
        return Convert.ToDouble(converted, CultureInfo.InvariantCulture) == value || type == typeof(bool)
            ? converted
            : throw new ArgumentException(FormattableString.Invariant($"The parameter '{parameter.Name}' is a {type.Name}, got {value}."));
    }

    private static string Describe(IReadOnlyDictionary<string, double> settings) =>
        settings.Count == 0 ? "no settings" : string.Join(", ", settings.Keys);

    private static string Describe(ConstructorInfo constructor) =>
        $"({string.Join(", ", constructor.GetParameters().Select(p => $"{p.ParameterType.Name} {p.Name}{(p.HasDefaultValue ? " = " + Convert.ToString(p.DefaultValue, CultureInfo.InvariantCulture) : "")}"))})";
}
