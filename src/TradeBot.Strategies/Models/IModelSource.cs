using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>Where rules find the models that they name: the port through which whoever trains models gives them to strategies.</summary>
public interface IModelSource
{
    /// <summary>The names that <see cref="Find"/> knows.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>A model by name; null when there is none of that name.</summary>
    IModelSeries? Find(string name);
}

/// <summary>A trained model as a series: what it tells at each close. Immutable, so that one serves many runs at once.</summary>
public interface IModelSeries
{
    /// <summary>Whether it tells a probability; otherwise it predicts a number.</summary>
    bool IsProbability { get; }

    /// <summary>Where it is found again, so that a run that reads it is data; null for one that is in memory alone.</summary>
    ModelIdentity? Identity => null;

    /// <summary>Begins a run.</summary>
    /// <param name="feed">The candles to come.</param>
    /// <returns>A function from each closed candle to what the model tells after it, from this candle and those before alone; NaN while unknown.</returns>
    /// <exception cref="ArgumentException">The model cannot be computed on such candles.</exception>
    Func<Candle, double> Start(CandleFeed feed);
}
