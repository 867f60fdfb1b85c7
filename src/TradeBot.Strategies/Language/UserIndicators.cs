using TradeBot.Indicators;

namespace TradeBot.Strategies;

/// <summary>Where a user's own indicators join the language.</summary>
public static class UserIndicators
{
    /// <summary>Adds an indicator: from then on its name works in rules, documents, features and the lists of the catalog.</summary>
    /// <typeparam name="TIndicator">
    /// A streaming struct: an <see cref="IIndicator{TIn, TOut}"/> of double, <see cref="Pair"/> (over candles: close and volume) or whole candles,
    /// that tells a double or a record struct of doubles, whose parts are the outputs.
    /// </typeparam>
    /// <param name="name">Letters, digits and underscores, beginning with a letter; no word of the language and no other indicator has it.</param>
    /// <param name="create">Gives a fresh indicator with values for the parameters, such as <c>a => new UpShare(a.Int(0))</c>.</param>
    /// <param name="parameters">What it is built with, in order, such as <c>IndicatorParameter.Period(20)</c>.</param>
    /// <returns>What the catalog knows of it now.</returns>
    /// <exception cref="ArgumentException">The name is taken or no name, the struct is no indicator, or it refuses the usual values of its parameters.</exception>
    /// <remarks>
    /// To register the same struct under the same name again, as when a cell is run twice, replaces it for what is made from then on. A strategy document or
    /// feature that names it is read only where it is registered: a program or notebook registers it first.
    /// </remarks>
    public static IndicatorDefinition Register<TIndicator>(string name, Func<IndicatorArguments, TIndicator> create, params IReadOnlyList<IndicatorParameter> parameters)
        where TIndicator : struct
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!LanguageWords.IsName(name))
            throw new ArgumentException($"An indicator is named by letters, digits and underscores, beginning with a letter, and not by a keyword; got '{name}'.", nameof(name));
        if (LanguageWords.IsWord(name.ToLowerInvariant()))
            throw new ArgumentException($"'{name}' is a word of the language: register {typeof(TIndicator).Name} under a name of its own.", nameof(name));

        IndicatorDefinition definition = IndicatorDefinition.Of(name, create, parameters);
        IndicatorCatalog.Add(definition);
        return definition;
    }
}
