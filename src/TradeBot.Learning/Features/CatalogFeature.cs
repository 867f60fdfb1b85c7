using TradeBot.Indicators;
using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>One output of an indicator of the catalog, over candles or over the values of a feature.</summary>
internal sealed class CatalogFeature : ScalarFeature
{
    private readonly Indicator _indicator;
    private readonly int _output;
    private readonly ScalarFeature? _input;

    public CatalogFeature(string text, string? output, ScalarFeature? input)
    {
        (_indicator, _input) = (IndicatorCatalog.Parse(text), input);
        IReadOnlyList<IndicatorOutput> outputs = _indicator.Definition.Outputs;
        _output = output is null && outputs.Count == 1 ? 0 : outputs.TakeWhile(o => Word(o) != output?.Replace(' ', '_')).Count();
        if (_output == outputs.Count)
            throw new ArgumentException($"{_indicator} tells {string.Join(", ", outputs.Select(Word))}: name one of them{(output is null ? "" : $", not '{output}'")}.", nameof(output));
        if (input is not null)
            _ = _indicator.OpenOnValues(); // an indicator that reads whole candles is told at once

        IEnumerable<string> arguments = _indicator.Arguments.Select(value => FormattableString.Invariant($"{value:R}"));
        string inside = string.Join(',', input is null ? arguments : arguments.Prepend(input.Name));
        Name = $"{_indicator.Definition.Name}{(inside.Length == 0 ? "" : $"({inside})")}{(outputs.Count == 1 ? "" : $".{Word(outputs[_output])}")}";
    }

    public override string Name { get; }

    public override bool CanStream => _input?.CanStream ?? true;

    public override int WarmUpOn(Timeframe timeframe) => (_input?.WarmUpOn(timeframe) ?? 1) + _indicator.WarmUp - 1;

    public override FeatureState Start(FeatureSource source) => _input is null
        ? new OfCandles(_indicator.Open(), _indicator.Definition.Outputs.Count, _output)
        : new OfValues(_input.Start(source), _indicator.OpenOnValues(), _indicator.Definition.Outputs.Count, _output);

    private static string Word(IndicatorOutput output) => output.Name.Replace(' ', '_');

    private sealed class OfCandles(IIndicatorStream stream, int outputs, int output) : FeatureState
    {
        private readonly double[] _outputs = new double[outputs];

        public override double Update(in Candle candle)
        {
            stream.Update(candle, _outputs);
            return _outputs[output];
        }
    }

    private sealed class OfValues(FeatureState input, IValueStream stream, int outputs, int output) : FeatureState
    {
        private readonly double[] _outputs = new double[outputs];
        private bool _hasBegun;

        public override double Update(in Candle candle)
        {
            double value = input.Update(candle);
            _hasBegun |= !double.IsNaN(value); // an input that warms up is not a value missing from the middle
            if (!_hasBegun)
                return double.NaN;

            stream.Update(value, _outputs);
            return _outputs[output];
        }
    }
}
