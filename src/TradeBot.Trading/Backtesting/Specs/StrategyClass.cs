using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>Creates a strategy or an order algorithm from a class in an assembly.</summary>
internal static class StrategyClass
{
    private static readonly Assembly[] Own = [typeof(IStrategy).Assembly, typeof(IOrderAlgorithm).Assembly];

    /// <summary>The class from which an object can be created again with the parameters that it reports; null where it cannot.</summary>
    /// <remarks>
    /// A public class in an assembly that is a file, whose constructor takes exactly the reported parameters, and which nothing else can set. Those of TradeBot report every parameter that is
    /// not its default.
    /// </remarks>
    public static (string Assembly, string Class, string? Hash)? NameOf(object made, Dictionary<string, double> told)
    {
        Type type = made.GetType();
        bool isOwn = Own.Contains(type.Assembly);
        if (!type.IsVisible || type.IsGenericType || type.Assembly.IsDynamic || type.Assembly.Location.Length == 0
            || type.GetProperties().Any(p => p.SetMethod?.IsPublic == true) || type.GetFields().Any(f => !f.IsStatic)
            || !type.GetConstructors().Any(c => Takes(c, told) && (isOwn || c.GetParameters().Length == told.Count)))
            return null;
        return isOwn ? (type.Assembly.GetName().Name!, type.FullName!, null) : (type.Assembly.Location, type.FullName!, HashOf(type.Assembly.Location));
    }

    /// <summary>SHA-256 of a file, in lower-case hexadecimal.</summary>
    public static string HashOf(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no assembly '{path}'.", path);
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <summary>An <see cref="IStrategy"/> or an <see cref="IOrderAlgorithm"/>, its constructor given the settings by name.</summary>
    /// <param name="assembly">Path of the file, or the name of one of TradeBot's own.</param>
    /// <param name="name">Of the class.</param>
    /// <param name="hash">Of the file; null for any.</param>
    /// <param name="settings">By name.</param>
    /// <exception cref="FileNotFoundException">There is no such assembly.</exception>
    /// <exception cref="InvalidDataException">The file has another hash.</exception>
    /// <exception cref="ArgumentException">There is no such class, or its constructor takes other parameters.</exception>
    public static object Create(string assembly, string name, string? hash, IReadOnlyDictionary<string, double> settings)
    {
        Assembly? own = Array.Find(Own, o => o.GetName().Name == assembly);
        if (own is null && HashOf(assembly) is var found && hash is not null && found != hash)
            throw new InvalidDataException($"'{assembly}' has the SHA-256 {found}, and the strategy was in one with {hash}: build it as it was.");

        Type type = Find(own ?? Load(assembly), assembly, name);
        ConstructorInfo[] constructors = type.GetConstructors();
        foreach (ConstructorInfo constructor in constructors.OrderByDescending(c => c.GetParameters().Length))
        {
            if (Takes(constructor, settings))
                return Bound.Of(constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [.. constructor.GetParameters().Select(p => Value(p, settings))], CultureInfo.InvariantCulture), settings);
        }

        throw new ArgumentException($"{type.FullName} cannot be made with {Describe(settings)}; it takes {string.Join(" or ", constructors.Select(Describe))}.");
    }

    private static bool Takes(ConstructorInfo constructor, IReadOnlyDictionary<string, double> settings)
    {
        ParameterInfo[] parameters = constructor.GetParameters();
        return settings.Keys.All(s => parameters.Any(p => p.Name == s)) && parameters.All(p => settings.ContainsKey(p.Name!) || p.HasDefaultValue);
    }

    private static Assembly Load(string path)
    {
        try
        {
            return Assembly.LoadFrom(Path.GetFullPath(path));
        }
        catch (BadImageFormatException broken)
        {
            throw new ArgumentException($"'{path}' is not a .NET assembly.", broken);
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
            throw new ArgumentException($"The parameter '{parameter.Name}' is not a number: it cannot be set from here.");
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
