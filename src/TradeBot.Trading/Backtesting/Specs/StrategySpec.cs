using System.Text.Json.Serialization;
using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>A strategy or an order algorithm as data.</summary>
/// <param name="Parameters">Values of its parameters, by name; others keep the default of the document, the library or the class.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(DocumentSpec), "document")]
[JsonDerivedType(typeof(LibrarySpec), "library")]
[JsonDerivedType(typeof(ClassSpec), "class")]
[JsonDerivedType(typeof(CodeSpec), "code")]
public abstract record StrategySpec(IReadOnlyDictionary<string, double> Parameters)
{
    /// <summary>Creates the strategy or order algorithm.</summary>
    /// <returns>An <see cref="IStrategy"/> or an <see cref="IOrderAlgorithm"/>.</returns>
    /// <exception cref="ArgumentException">There is no such strategy, or it does not accept the parameters.</exception>
    /// <exception cref="InvalidOperationException">The strategy is code that no file names.</exception>
    public abstract object Create();

    /// <summary>Creates it with the trained models that it reads.</summary>
    /// <param name="models">Finds the models; null for a strategy that reads none.</param>
    /// <inheritdoc cref="Create()"/>
    public virtual object Create(IModelLibrary? models) => Create();

    /// <summary>A strategy as data: as a document or a class where possible, otherwise as code, such as a rule that reads a model which is only in memory.</summary>
    public static StrategySpec Of(IStrategy strategy)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        return strategy is DefinedStrategy { ModelIdentities: { } models } defined && defined.ToYaml() is var document && Strategies.Strategy.Validate(document).All(f => f.IsWarning)
            ? new DocumentSpec(document, new Dictionary<string, double>()) { Models = models.Count == 0 ? null : models }
            : Of(strategy, strategy.Name, strategy.Parameters);
    }

    /// <summary>An order algorithm as data: as a class where it is one, otherwise as code.</summary>
    public static StrategySpec Of(IOrderAlgorithm algorithm)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        return Of(algorithm, algorithm.Name, algorithm.Parameters);
    }

    private static StrategySpec Of(object made, string name, IReadOnlyList<KeyValuePair<string, double>> told)
    {
        Dictionary<string, double> parameters = new(told.DistinctBy(p => p.Key));
        return StrategyClass.NameOf(made, parameters) is (var assembly, var type, var hash) ? new ClassSpec(assembly, type, hash, parameters) : new CodeSpec(name, parameters);
    }
}

/// <summary>A strategy document.</summary>
/// <param name="Document">The YAML text.</param>
/// <param name="Parameters">Values instead of those in the document.</param>
public sealed record DocumentSpec(string Document, IReadOnlyDictionary<string, double> Parameters) : StrategySpec(Parameters)
{
    /// <summary>The trained models that it reads; null for none.</summary>
    public IReadOnlyList<ModelIdentity>? Models { get; init; }

    /// <inheritdoc/>
    public override object Create() => Strategies.Strategy.Parse(Document, Parameters);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">It reads models, and no library of them is given.</exception>
    public override object Create(IModelLibrary? models)
    {
        DefinedStrategy rule = Strategies.Strategy.Parse(Document, Parameters);
        if (Models is null)
            return rule;
        return models is null
            ? throw new InvalidOperationException($"The strategy reads {string.Join(", ", Models.Select(m => FormattableString.Invariant($"the model '{m.Name}' ({m.Model} {m.Version})")))}: give the registry that holds it.")
            : rule.WithModels(models.Load(Models));
    }
}

/// <summary>A strategy of the library.</summary>
/// <param name="Name">Its name in <see cref="StrategyLibrary"/>.</param>
/// <param name="Parameters">Values instead of the defaults.</param>
public sealed record LibrarySpec(string Name, IReadOnlyDictionary<string, double> Parameters) : StrategySpec(Parameters)
{
    /// <inheritdoc/>
    public override object Create() => StrategyLibrary.Find(Name).Create().With(Parameters);
}

/// <summary>A class in an assembly.</summary>
/// <param name="Assembly">Path of the file; for TradeBot's own assemblies the name alone.</param>
/// <param name="Class">Its full name, or its name alone.</param>
/// <param name="AssemblyHash">SHA-256 of the file; null where it is not checked.</param>
/// <param name="Parameters">Arguments of its constructor, by name.</param>
public sealed record ClassSpec(string Assembly, string Class, string? AssemblyHash, IReadOnlyDictionary<string, double> Parameters) : StrategySpec(Parameters)
{
    /// <summary>SHA-256 of an assembly's file, in lower-case hexadecimal.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static string HashOf(string path) => StrategyClass.HashOf(path);

    /// <inheritdoc/>
    /// <exception cref="FileNotFoundException">There is no such assembly.</exception>
    /// <exception cref="InvalidDataException">The assembly has other content.</exception>
    public override object Create() => StrategyClass.Create(Assembly, Class, AssemblyHash, Parameters);
}

/// <summary>Code that no file names, such as a function of a notebook: it is recorded, but cannot be created again.</summary>
/// <param name="Name">The strategy's name, with its parameters.</param>
/// <param name="Parameters">The parameters that it reports.</param>
public sealed record CodeSpec(string Name, IReadOnlyDictionary<string, double> Parameters) : StrategySpec(Parameters)
{
    /// <inheritdoc/>
    public override object Create() => throw new InvalidOperationException($"The strategy \"{Name}\" is code that no file names.");
}
