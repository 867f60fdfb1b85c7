using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>Provides models to strategies by name; implemented by the project that trains models.</summary>
public interface IModelSource
{
    /// <summary>The names that <see cref="Find"/> knows.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>A model by name; null when the name is unknown.</summary>
    IModelSeries? Find(string name);
}

/// <summary>A trained model as a series of predictions at each close. Immutable, so one instance can serve many runs at once.</summary>
public interface IModelSeries
{
    /// <summary>Whether it predicts a probability; otherwise a number.</summary>
    bool IsProbability { get; }

    /// <summary>Where it is found again, so that a run that uses it is data; null for a model that is only in memory.</summary>
    ModelIdentity? Identity => null;

    /// <summary>Starts a run.</summary>
    /// <param name="feed">The feed of the run.</param>
    /// <returns>A function from each closed candle to the prediction after it, from this candle and earlier ones only; NaN while unknown.</returns>
    /// <exception cref="ArgumentException">The model cannot run on such candles.</exception>
    Func<Candle, double> Start(CandleFeed feed);
}
