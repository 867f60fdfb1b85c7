using TradeBot.Indicators;

namespace TradeBot.Strategies;

/// <summary>Registers your own indicators.</summary>
public static class UserIndicators
{
    /// <summary>Registers an indicator: its name then works in rules, documents, features and catalog listings.</summary>
    /// <typeparam name="TIndicator">
    /// A streaming struct: an <see cref="IIndicator{TIn, TOut}"/> of double, <see cref="Pair"/> (over candles: close and volume) or whole candles,
    /// that returns a double or a record struct of doubles, whose fields are the outputs.
    /// </typeparam>
    /// <param name="name">Letters, digits and underscores, starting with a letter; not a reserved word or the name of another indicator.</param>
    /// <param name="create">Creates an indicator from parameter values, such as <c>a => new UpShare(a.Int(0))</c>.</param>
    /// <param name="parameters">Its parameters, in order, such as <c>IndicatorParameter.Period(20)</c>.</param>
    /// <returns>Its catalog definition.</returns>
    /// <exception cref="ArgumentException">The name is taken or invalid, the struct is not an indicator, or it refuses its default parameter values.</exception>
    /// <remarks>
    /// Registering the same struct under the same name again, as when a cell runs twice, replaces it from then on. A strategy document or
    /// feature that names it can be read only after registration: register it first in each program or notebook.
    /// </remarks>
    public static IndicatorDefinition Register<TIndicator>(string name, Func<IndicatorArguments, TIndicator> create, params IReadOnlyList<IndicatorParameter> parameters)
        where TIndicator : struct
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!Keywords.IsName(name))
            throw new ArgumentException($"An indicator's name consists of letters, digits and underscores, starts with a letter and is not a keyword; got '{name}'.", nameof(name));
        if (Keywords.IsWord(name.ToLowerInvariant()))
            throw new ArgumentException($"'{name}' is a reserved word: register {typeof(TIndicator).Name} under another name.", nameof(name));

        IndicatorDefinition definition = IndicatorDefinition.Of(name, create, parameters);
        IndicatorCatalog.Add(definition);
        return definition;
    }
}
